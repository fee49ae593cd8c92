"""Coordinate systems, and the ways between them; x before y everywhere.

PROJ by pyproj: it gives infinity for a point that has no place where rasterio refuses
all points, and alone says which operation it uses, how exact that is, and which files
it lacks.
"""

from __future__ import annotations

import math
import warnings
from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
import pyproj
from pyproj.aoi import AreaOfInterest
from pyproj.exceptions import ProjError
from pyproj.transformer import TransformerGroup

from ..errors import GridrError
from ..feedback import Note
from ..message import Message

# `Operation.notes` says it in a sentence
warnings.filterwarnings("ignore", "Best transformation is not available")

UNNAMED = "PROJ-based coordinate operation"
"""What PROJ calls a pipeline, such as those that QGIS's form chooses."""
WGS84 = "EPSG:4326"
"""Longitude and latitude, as RPCs have them."""
Extent = tuple[float, float, float, float]
"""(x_min, y_min, x_max, y_max)."""


def crs_of(text: str, what: str) -> pyproj.CRS:
    """Return a coordinate system by its code, WKT or PROJ string.

    Raises
    ------
    GridrError
        If PROJ does not know it; `what` begins the sentence.
    """
    try:
        return pyproj.CRS.from_user_input(text)
    except ProjError as error:
        raise GridrError(
            "{what} {text} is none that PROJ knows. Give a code such as EPSG:32618, "
            "or WKT.",
            what=what,
            text=_brief(text),
        ) from error


def horizontal_of(crs: pyproj.CRS, what: str) -> pyproj.CRS:
    """Return the horizontal part of a coordinate system.

    Raises
    ------
    GridrError
        If it has none; `what` begins the sentence.
    """
    flat = crs.sub_crs_list[0] if crs.is_compound else crs
    if not (flat.is_geographic or flat.is_projected):
        raise GridrError(
            "{what} {crs} is neither geographic nor projected. Choose one that maps "
            "are drawn in, such as EPSG:4326.",
            what=what,
            crs=crs_name(crs),
        )
    return flat


def crs_name(crs: pyproj.CRS) -> str:
    """Return what to call a coordinate system: its code, else its name."""
    code = crs.to_authority()
    if code:
        return ":".join(code)
    if crs.name != "unknown":
        return str(crs.name)
    way = crs.coordinate_operation
    words = Message("longitude and latitude") if way is None else way.method_name
    return Message("a custom coordinate system ({words})", words=words)


def period_of(crs: pyproj.CRS) -> float | None:
    """Return how far apart equal longitudes are; None where x is no longitude."""
    if not crs.is_geographic:
        return None
    return float(2 * math.pi / crs.axis_info[0].unit_conversion_factor)


def unwrapped(x: np.ndarray, middle: float, period: float | None) -> np.ndarray:
    """Return longitudes at most half a period from a middle; other x as they are.

    The difference to the given one is a whole number of periods.
    """
    if period is None:
        return x
    return np.asarray(x - period * np.round((x - middle) / period))


@dataclass(frozen=True)
class Operation:
    """The way of points from one coordinate system to another."""

    words: str
    """What PROJ calls it."""
    accuracy: float
    """Metres; negative where nobody knows."""
    transformer: pyproj.Transformer
    """Does it."""
    is_inverse: bool = False
    """Whether it is gone the other way round."""
    lacking: tuple[str, ...] = ()
    """Files of the best operation that PROJ does not find."""
    ends: tuple[str, str] = ("", "")
    """From where to where."""

    def moved(self, *coordinates: np.ndarray) -> tuple[np.ndarray, ...]:
        """Return x, y (and z) there; not finite where a point has no place."""
        direction = "INVERSE" if self.is_inverse else "FORWARD"
        shape = np.shape(coordinates[0])
        if math.prod(shape) == 1:
            # some versions of pyproj take an array of one for a number
            twice = [np.resize(values, 2) for values in coordinates]
            found = self.transformer.transform(*twice, direction=direction)
            return tuple(np.resize(values, shape) for values in found)
        found = self.transformer.transform(*coordinates, direction=direction)
        return tuple(map(np.asarray, found))

    def notes(self) -> Iterator[Note]:
        """Yield how points go, and what makes them less exact than they could be."""
        start, end = self.ends
        if start == end and self.accuracy == 0:
            return
        exact = (
            Message(", good to {accuracy:g} m", accuracy=self.accuracy)
            if self.accuracy >= 0
            else ""
        )
        yield Note(
            Message(
                "From {start} to {end}: {operation}{exact}.",
                start=start,
                end=end,
                operation=self.words,
                exact=exact,
            )
        )
        if self.lacking:
            good = (
                Message("good to {accuracy:g} m", accuracy=self.accuracy)
                if exact
                else Message("of unknown accuracy")
            )
            yield Note(
                Message(
                    "From {start} to {end} the best operation needs {files}, which "
                    "PROJ does not find here: positions are {good}. Install PROJ's "
                    "data to do better.",
                    start=start,
                    end=end,
                    files=", ".join(self.lacking),
                    good=good,
                ),
                is_odd=True,
            )
        elif "Ballpark" in self.words:
            yield Note(
                Message(
                    "From {start} to {end} PROJ knows no exact way between the "
                    "datums: positions may be off by hundreds of metres. Check both "
                    "coordinate systems, or give an operation.",
                    start=start,
                    end=end,
                ),
                is_odd=True,
            )


def operation_of(
    start: pyproj.CRS, end: pyproj.CRS, bounds: Extent | None = None
) -> Operation:
    """Return the best way that PROJ has here from one system to another.

    Parameters
    ----------
    start, end : CRS
    bounds : Extent
        Of the points, in longitude and latitude; None: not known.

    Raises
    ------
    GridrError
        If there is none.
    """
    area = None if bounds is None else AreaOfInterest(*bounds)
    ends = crs_name(start), crs_name(end)
    try:
        group = TransformerGroup(start, end, always_xy=True, area_of_interest=area)
        found = group.transformers[0]
    except (ProjError, IndexError) as error:
        raise GridrError(
            "PROJ knows no way from {start} to {end}. Choose another coordinate "
            "system, or give an operation.",
            start=ends[0],
            end=ends[1],
        ) from error
    lacking = () if group.best_available else missing_files(group)
    return Operation(found.description, found.accuracy, found, False, lacking, ends)


def missing_files(group: TransformerGroup) -> tuple[str, ...]:
    """Return the files that PROJ lacks for the best operation of a group."""
    best = [*group.unavailable_operations[:1]]
    return tuple(g.short_name for one in best for g in one.grids if not g.available)


def given_operation(text: str, src: pyproj.CRS, dst: pyproj.CRS) -> Operation:
    """Return the way from `dst` to `src`, by a PROJ string from `src` to `dst`.

    QGIS's parameter of operations gives it that way round.

    Raises
    ------
    GridrError
        If PROJ does not understand it, or cannot go it backwards.
    """
    try:
        transformer = pyproj.Transformer.from_pipeline(text)
    except ProjError as error:
        raise _useless(text, _brief(str(error))) from error
    if not transformer.has_inverse:
        raise _useless(text, Message("it has no inverse"))
    words = transformer.description
    if words == UNNAMED:
        words = Message("the operation that is given")
    ends = crs_name(dst), crs_name(src)
    return Operation(words, -1.0, transformer, True, (), ends)


def _useless(text: str, reason: str) -> GridrError:
    """Return the sentence about an operation that cannot be used."""
    return GridrError(
        "The operation {text} cannot be used ({reason}). Give a PROJ pipeline from "
        "the source's coordinate system to the target's, or leave it out.",
        text=_brief(text),
        reason=reason,
    )


def reversed_operation(operation: Operation) -> Operation:
    """Return an operation the other way round."""
    start, end = operation.ends
    return replace(operation, is_inverse=not operation.is_inverse, ends=(end, start))


def _brief(text: str) -> str:
    """Return a text in one line of at most 80 characters."""
    line = " ".join(text.split())
    return line if len(line) <= 80 else f"{line[:80]}..."
