"""What places a source on the map, of a file of control points: checked, and fitted.

Points go to the target's coordinate system first and are fitted there, as in QGIS's
Georeferencer.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import numpy as np
import pyproj

from ..errors import GridrError
from ..feedback import Note
from ..grid_options import GridFit, PointsJob, SourceFrame
from ..mapping.control_points import (
    WORDS,
    ControlPoints,
    Fitted,
    check_count,
    fit_points,
)
from ..mapping.crs import (
    Operation,
    crs_name,
    crs_of,
    given_operation,
    horizontal_of,
    operation_of,
    reversed_operation,
)
from ..mapping.equations import contradiction
from ..mapping.models import pixels_of
from ..mapping.points_file import PointsFile, read_points
from ..mapping.residuals import (
    FAR,
    LEAST,
    LINES,
    SUSPECT,
    Flag,
    JudgedPoints,
    judge_points,
)
from ..mapping.suggestion import place_by_points, suggested_template
from ..mapping.template import template_of
from ..raster.header import Header, read_header
from .grid_checks import leads_elsewhere
from .grid_target import bounds_of_places
from .placed import Placed

SIDE = 9
"""Places per side of the source by which GDAL is told of a projective fit."""
MOST_NAMED = 12
"""Points that a sentence names."""

AS_PIXELS = (
    "Points in the source: pixels, x = column and y = -row from the corner of the "
    "first one"
)
AS_MAP = "Points in the source: coordinates of its own geotransform"
ODD = {
    Flag.TWICE: "given twice: one before has the same place and pixel, and polynomials "
    "weigh both.",
    Flag.SAME_PIXEL: "at the pixel of one before, but at another place of the map. "
    "Check both.",
    Flag.SUSPECT: f"off by more than {SUSPECT:g} robust standard deviations (1.4826 x "
    "MAD) from where the others put it: look there first.",
}
"""Flag -> what is said of the points that have it."""


def placed_by_points(job: PointsJob) -> Placed:
    """Return the source of a job with the control points that place it on the map."""
    header, file = read_header(job.src), read_points(job.points)
    start, end = _systems(job, file)
    pixels, frame = _pixels(job, file, header)
    points, way = _at_target(job, ControlPoints(file.places, pixels), start, end)
    check_count(int(file.enabled.sum()), job.fit, "enabled")
    _check_contradiction(points, file.enabled)
    fitted = ControlPoints(points.places[file.enabled], points.pixels[file.enabled])
    model = fit_points(fitted, job.fit, end)
    judged = judge_points(model, points, file.enabled, header.shape)
    place = _place(model, fitted.without_seam(end), header.shape)
    suggested = partial(suggested_template, place, header.shape, end)
    notes = (frame, *way, *_notes(judged, file))
    return Placed(
        header,
        end,
        model,
        suggested,
        files=(file.name,),
        notes=notes,
        points=judged,
    )


def _systems(job: PointsJob, file: PointsFile) -> tuple[pyproj.CRS, pyproj.CRS]:
    """Return the coordinate systems of the points and of the target."""
    text = file.crs if job.points_crs is None else job.points_crs
    if text is None:
        raise GridrError(
            f"The points file {file.name!r} does not say its coordinate system (CRS). "
            "Give it as POINTS_CRS (points_crs), such as EPSG:4326."
        )
    what = "The points' coordinate system"
    start = horizontal_of(crs_of(text, what), what)
    if job.template is not None:
        return start, template_of(read_header(job.template)).crs
    if job.dst_crs is None:
        return start, start
    what = "The target's coordinate system"
    return start, horizontal_of(crs_of(job.dst_crs, what), what)


def _pixels(
    job: PointsJob, file: PointsFile, header: Header
) -> tuple[np.ndarray, Note]:
    """Return rows and columns of the points, and how they were found."""
    x, y = file.source.T
    asked = job.source_frame
    if file.in_rows:
        if asked is SourceFrame.MAP:
            raise GridrError(
                f"The points file {file.name!r} gives rows and columns, no map "
                "coordinates of the source. Choose the frame pixel, or auto."
            )
        return file.source, Note(
            "Points in the source: rows and columns from the centre of the first pixel."
        )
    as_pixels = np.stack([-y, x], axis=1) - 0.5
    if header.transform is None or header.transform.is_degenerate:
        if asked is SourceFrame.MAP:
            raise GridrError(
                f"The points are said to be in map coordinates of the source, and "
                f"{header.name!r} has no geotransform. Choose the frame pixel, or auto."
            )
        return as_pixels, Note(f"{AS_PIXELS}.")
    as_map = pixels_of(header.transform, x, y).T
    if asked is not SourceFrame.AUTO:
        is_map = asked is SourceFrame.MAP
        said = Note(f"{AS_MAP if is_map else AS_PIXELS}.")
        return (as_map if is_map else as_pixels), said
    inside = [_count_inside(pixels, header.shape) for pixels in (as_pixels, as_map)]
    is_map = inside[1] > inside[0]
    of = f"of {len(x)} points {inside[is_map]} lie in the source so"
    other = f"{inside[not is_map]} as {'pixels' if is_map else 'map coordinates'}"
    note = Note(f"{AS_MAP if is_map else AS_PIXELS}: {of}, {other}.")
    return (as_map if is_map else as_pixels), note


def _count_inside(pixels: np.ndarray, shape: tuple[int, int]) -> int:
    """Return how many pixels lie in a source."""
    inside = (pixels >= -0.5) & (pixels <= np.array(shape) - 0.5)
    return int(inside.all(axis=1).sum())


def _at_target(
    job: PointsJob, points: ControlPoints, start: pyproj.CRS, end: pyproj.CRS
) -> tuple[ControlPoints, tuple[Note, ...]]:
    """Return the points in the target's coordinate system, and how they came there."""
    x, y = points.places.T
    way, odd = _operation(job, points, start, end)
    moved = np.stack(way.moved(x, y), axis=1)
    lost = np.flatnonzero(~np.isfinite(moved).all(axis=1))
    if lost.size:
        i = int(lost[0])
        raise GridrError(
            f"Point {i + 1} (x {x[i]:.10g}, y {y[i]:.10g} in {crs_name(start)}) has no "
            f"place in {crs_name(end)}. Check the points' coordinate system "
            "(POINTS_CRS), or remove the point."
        )
    notes = () if start == end and job.operation is None else tuple(way.notes())
    return points._replace(places=moved), (*odd, *notes)


def _operation(
    job: PointsJob, points: ControlPoints, start: pyproj.CRS, end: pyproj.CRS
) -> tuple[Operation, tuple[Note, ...]]:
    """Return the way of the points to the target's coordinate system."""
    x, y = points.places.T
    own = operation_of(start, end, bounds_of_places(x, y, start))
    if job.operation is None:
        return own, ()
    given = reversed_operation(given_operation(job.operation, start, end))
    if not leads_elsewhere(given, own, (x, y), end):
        return given, ()
    note = Note(
        f"The operation {given.words!r} is left out: it does not lead from "
        f"{crs_name(start)}, in which the points are, to {crs_name(end)}.",
        is_odd=True,
    )
    return own, (note,)


def _check_contradiction(points: ControlPoints, enabled: np.ndarray) -> None:
    """Refuse two points at one place of the map but at different pixels."""
    found = contradiction(points.places[enabled], points.pixels[enabled])
    if found is not None:
        first, later = np.flatnonzero(enabled)[list(found)] + 1
        raise GridrError(
            f"Points {later} and {first} are at the same place of the map but at "
            "different pixels. Disable one."
        )


def _place(
    model: Fitted, points: ControlPoints, shape: tuple[int, int]
) -> dict[str, object]:
    """Return what tells GDAL where the source lies, in rasterio's words.

    GDAL does not know the fits from the pixel to the map: it gets places that they
    make.
    """
    if model.fit in LINES:
        ends = (np.linspace(-0.5, size - 0.5, SIDE) for size in shape)
        pixels = np.stack(np.meshgrid(*ends, indexing="ij"), axis=-1).reshape(-1, 2)
        made = ControlPoints(model.places_at(pixels), pixels)
        if np.isfinite(made.places).all():
            is_bent = model.fit is GridFit.PROJECTIVE
            fit = GridFit.TPS if is_bent else GridFit.POLYNOMIAL1
            return place_by_points(made, fit)
    return place_by_points(points, model.fit)


def _notes(judged: JudgedPoints, file: PointsFile) -> Iterator[Note]:
    """Yield how well the points fit, and what is odd about them."""
    count = int(judged.enabled.sum())
    yield Note(
        f"{count} points of {len(judged.enabled)}, fit {WORDS[judged.fit]} in "
        f"{crs_name(judged.crs)}."
    )
    without = judged.rms_left_out
    said = f"each left out in its turn {_length(without)}" if without == without else ""
    few = "many" if judged.are_many else "few"
    said = said or f"there are too {few} to leave one out"
    yield Note(
        f"Residuals: {_length(judged.rms)} source pixels (root mean square), {said}; "
        f"the worst is point {judged.worst}."
    )
    disabled = judged.numbers(Flag.DISABLED)
    if disabled:
        yield Note(f"Disabled: {_named(disabled)}.")
    for flag, text in ODD.items():
        found = judged.numbers(flag)
        if found:
            yield Note(f"{_named(found, capital=True)} {text}", is_odd=True)
    outside = judged.numbers(Flag.OUTSIDE)
    if outside:
        upwards = not file.in_rows and bool((file.source[:, 1] > 0).all())
        hint = " QGIS counts y downwards as negative." if upwards else ""
        yield Note(
            f"{_named(outside, capital=True)} more than {FAR:g} pixels outside of the "
            f"source: check the frame (SOURCE_FRAME), and whether it is this "
            f"source.{hint}",
            is_odd=True,
        )


def _length(pixels: float) -> str:
    """Return a length in pixels in words; what is rounding as 0."""
    return f"{pixels:.3g}" if pixels > LEAST else "0"


def _named(numbers: list[int], capital: bool = False) -> str:
    """Return the numbers of points in words."""
    shown = [str(number) for number in numbers[:MOST_NAMED]]
    more = len(numbers) - len(shown)
    if more:
        shown.append(f"{more} more")
    words = ", ".join(shown[:-1]) + " and " + shown[-1] if shown[1:] else shown[0]
    noun = "points" if len(numbers) > 1 else "point"
    if not capital:
        return f"{noun} {words}"
    return f"{noun.capitalize()} {words} {'are' if len(numbers) > 1 else 'is'}"
