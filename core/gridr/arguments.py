"""From GridR's arguments to ours, each wrong one refused with a sentence."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from contextlib import suppress
from typing import Any

from rasterio.io import DatasetReader

from ..errors import GridrError
from ..feedback import Feedback
from ..interpolation.methods import method_of
from ..message import Message
from ..options import Boundary, Interpolation, Ranges, StripTarget
from ..raster.changes import Watch
from ..raster.header import check_raw, header_of
from ..values import (
    flag_of,
    mapping_of,
    number_of,
    pair_of,
    ranges_of,
    real_of,
    whole_number_of,
    whole_numbers_of,
    whole_pair_of,
    wrong,
)
from ..window import Shape

Given = Any
"""What GridR's callers may give, which the functions here check."""
GridRIOMode = StripTarget
SHORT_NAMES = {"optimized_bicubic": "cubic"}
"""GridR's own name of an interpolation object -> the name to ask for it."""
SPLINE_OPTIONS = ("epsilon", "mask_influence_threshold")


class LoggerFeedback(Feedback):
    """Writes to the logger of GridR's callers."""

    def __init__(self, logger: logging.Logger | None) -> None:
        if logger is None:
            logger = logging.getLogger("gridr_qgis")
        if not isinstance(logger, (logging.Logger, logging.LoggerAdapter)):
            remedy = Message("Give one of logging.getLogger, or None.")
            raise wrong(logger, "logger", Message("a logger"), remedy)
        self.logger = logger

    def info(self, message: Message) -> None:
        """Write a debug line."""
        self.logger.debug(message)

    def warning(self, message: Message) -> None:
        """Write a warning."""
        self.logger.warning(message)


class Interpolator:
    """An interpolation with its constants, as `get_interpolator` returns it."""

    def __init__(
        self, interpolation: Interpolation, epsilon: float, influence: float
    ) -> None:
        self.interpolation = interpolation
        self.epsilon = epsilon
        self.influence = influence
        self.method = method_of(interpolation, epsilon, influence)

    def initialize(self) -> None:
        """Do nothing: it is ready."""

    def shortname(self) -> str:
        """Return GridR's short name."""
        name = self.interpolation.value
        return next((own for own, ours in SHORT_NAMES.items() if ours == name), name)

    def total_margins(self) -> list[int]:
        """Return the source pixels needed above, below, left and right."""
        prefilter = self.method.prefilter
        around = 0 if prefilter is None else prefilter.reach
        return [self.method.padding + around] * 4


def interpolation_of(interp: Given, kwargs: Given) -> Interpolator:
    """Return an interpolation from its name, GridR's enum or object, or ours."""
    if isinstance(interp, Interpolator):
        return interp
    if hasattr(interp, "shortname"):
        name, kwargs = interp.shortname(), kwargs or {}
    else:
        # GridR's enum has no `name`, but says PyInterpolatorType.Linear
        name = interp if isinstance(interp, str) else str(interp).rpartition(".")[2]
        if not isinstance(interp, str):
            name = name.lower().replace("optimizedbicubic", "cubic")
    if isinstance(interp, Interpolation):
        name = interp.value
    if isinstance(name, str):
        name = SHORT_NAMES.get(name, name)
    interpolation = Interpolation.of(name)
    options = mapping_of(kwargs, "interp_kwargs")
    is_spline = interpolation.value.startswith("bspline")
    unknown = set(options) - set(SPLINE_OPTIONS if is_spline else ())
    if unknown:
        known = ", ".join(SPLINE_OPTIONS) if is_spline else Message("none")
        raise GridrError(
            "The interpolation {interpolation} has no option {unknown}. Its options: "
            "{known}.",
            interpolation=interpolation.value,
            unknown=", ".join(sorted(unknown)),
            known=known,
        )
    return Interpolator(
        interpolation,
        real_of(options.get("epsilon", 1e-6), "epsilon"),
        real_of(
            options.get("mask_influence_threshold", 1e-3), "mask_influence_threshold"
        ),
    )


def check_dataset(dataset: Given, role: str, writes: bool = False) -> None:
    """Refuse anything but an open raster, for writing if need be."""
    is_dataset = isinstance(dataset, DatasetReader) or hasattr(dataset, "block_shapes")
    if not is_dataset or dataset.closed:
        remedy = Message("Open it with rasterio.open, and close it afterwards.")
        raise wrong(
            dataset,
            Message("The {role}", role=role),
            Message("an open rasterio dataset"),
            remedy,
        )
    if writes and not hasattr(dataset, "write"):
        raise GridrError(
            "The {role} must be a dataset opened for writing, got {dataset}. Open it "
            'with the mode "w" or "r+".',
            role=role,
            dataset=repr(dataset),
        )
    if getattr(dataset, "mode", "") == "r":
        check_raw(dataset)


def watch_given(datasets: Iterable[Given]) -> Watch:
    """Return a watch over the files of a caller's datasets, once they are checked.

    What is open for writing, too, may change by being read: its pixels are flushed.
    """
    given = {id(d): d for d in datasets if getattr(d, "mode", "") == "r"}
    return Watch(map(header_of, given.values()))


def check_output(dataset: Given, role: str, shape: Shape, count: int) -> None:
    """Refuse an output of another shape or band count than the result's."""
    if dataset.shape != shape or dataset.count != count:
        raise GridrError(
            "The {role} must have {rows} rows, {cols} columns and {count} band(s), "
            "got {own_rows}, {own_cols} and {own_count}.",
            role=role,
            rows=shape[0],
            cols=shape[1],
            count=count,
            own_rows=dataset.shape[0],
            own_cols=dataset.shape[1],
            own_count=dataset.count,
        )


def bands_of(bands: object) -> tuple[int, ...]:
    """Return source bands given as a number or as some numbers."""
    with suppress(GridrError):
        return (whole_number_of(bands, "array_src_bands"),)
    with suppress(GridrError):
        return whole_numbers_of(bands, "array_src_bands")
    remedy = Message("Give a number or a list of numbers, counted from 1.")
    raise wrong(bands, "array_src_bands", Message("band numbers"), remedy)


def geometry_pair(pair: object) -> tuple[object, object]:
    """Return (valid, invalid) polygons."""
    if pair is None:
        return None, None
    if not isinstance(pair, (tuple, list)) or len(pair) != 2:
        raise GridrError(
            "The geometry pair must be (valid, invalid), each None or polygons, got "
            "{kind}. Give (polygons, None) for valid ones only.",
            kind=type(pair).__name__,
        )
    return pair[0], pair[1]


def inclusive_window(win: object) -> Ranges | None:
    """Return half-open ranges from GridR's inclusive [[r0, r1], [c0, c1]]."""
    if win is None:
        return None
    try:
        (row, last_row), (col, last_col) = ranges_of(win, "win")
    except GridrError as error:
        raise wrong(
            win,
            "win",
            Message("[[first_row, last_row], [first_col, last_col]] in whole numbers"),
            Message("Give the last ones within, as GridR counts."),
        ) from error
    return (row, last_row + 1), (col, last_col + 1)


def boundary_of(name: object, trust_padding: object) -> Boundary:
    """Return the boundary, None for none, and check that trust is said with it."""
    boundary = Boundary.NONE if name is None else Boundary.of(name)
    if trust_padding is None and boundary is not Boundary.NONE:
        raise GridrError(
            "With a boundary condition, trust_padding must be True or False."
        )
    return boundary


def padding_is_trusted(trust: object) -> bool:
    """Return whether padding is trusted; None is no."""
    return trust is not None and flag_of(trust, "trust_padding")


def strip_of(size: object, target: object) -> tuple[int | None, StripTarget]:
    """Return strip size and what it counts; a size of None is automatic."""
    try:
        # GridR's own enumeration has the same values
        value = whole_number_of(getattr(target, "value", target), "the value")
        target = StripTarget(value)
    except ValueError as error:
        raise GridrError(
            "io_strip_size_target must be GridRIOMode.INPUT or OUTPUT, got {target}.",
            target=repr(target),
        ) from error
    if size is None:
        return None, target
    # GridR takes negative sizes, too, for one strip
    return max(whole_number_of(size, "io_strip_size"), 0), target


def tile_of(shape: object) -> Shape | None:
    """Return the tile shape; None for strips in one piece."""
    if shape is None:
        return None
    rows, cols = whole_pair_of(shape, "tile_shape")
    if min(rows, cols) < 1:
        raise GridrError(
            "The tile shape must be at least (1, 1), got {shape}.", shape=(rows, cols)
        )
    return rows, cols


def contour_is_inside(kwargs: object) -> bool:
    """Tell whether points on a contour are inside, by GridR's rasterize_kwargs.

    They are but for the predicate CONTAINS (2); the algorithm makes no difference.
    """
    kwargs = mapping_of(kwargs, "rasterize_kwargs")
    unknown = set(kwargs) - {"alg", "kwargs_alg"}
    if unknown:
        raise GridrError(
            "rasterize_kwargs has no {unknown}; it has alg and kwargs_alg.",
            unknown=", ".join(sorted(unknown)),
        )
    options = mapping_of(kwargs.get("kwargs_alg"), "kwargs_alg")
    predicate = options.get("shapely_predicate", 1)
    return getattr(predicate, "value", predicate) not in (2, "CONTAINS", "contains")


def resolution_of(resolution: Given) -> tuple[int, int]:
    """Return (rows, columns) given as any sequence."""
    rows, cols = whole_pair_of(resolution, "grid_resolution")
    return rows, cols


def origin_of(
    origin: Given, name: str = Message("geometry origin")
) -> tuple[float, float]:
    """Return an origin; None is (0, 0)."""
    return (0.0, 0.0) if origin is None else pair_of(origin, name)


def nodata_of(nodata: Given) -> float:
    """Return nodata as a number; None is NaN."""
    return float("nan") if nodata is None else float(number_of(nodata, "nodata_out"))
