"""What a run says of itself: its pieces, its place, what came out, what was odd."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

from rasterio.crs import CRS
from rasterio.windows import Window

from .dataset import Header
from .feedback import Feedback, duration, megapixels
from .grid import full_transform
from .memory import MIB
from .options import Interpolation
from .polygons import PolygonMask
from .run import Layout, Tally
from .survey import ALIASING, NOWHERE, Bounds, Survey
from .task import Task
from .window import Shape, window_of, window_shape

FOLDED = 0.001
"""Share of grid cells turning the rarer way above which a grid is called folded."""
ALIASED = 0.05
"""Share of cells above which aliasing is worth a warning: steep slopes in a few are
normal, such as those that face the sensor or lie at the limb."""
MOST = 0.5
"""Share of cells above which something is true of the whole grid."""


def pieces_line(layout: Layout) -> str:
    """Return the strips, tiles and threads of a run in words."""
    strips = list(layout.strips())
    tiles = list(layout.tiles(strips[0]))
    rows, cols = window_shape(tiles[0])
    return (
        f"Plan: {len(strips)} strip(s) of up to {strips[0].height} rows with "
        f"{len(tiles)} tile(s) of up to {rows} x {cols} pixels, {layout.threads} "
        "thread(s)."
    )


def memory_line(estimate: int, limit: int, parts: str = "") -> str:
    """Return the bytes that a run may need, and their parts, in words."""
    return f"Memory: at most {mib(estimate)} of the {mib(limit)} allowed{parts}."


def mib(size: int) -> str:
    """Return a number of bytes in words."""
    return f"{size / MIB:.0f} MiB"


def tell_place(
    grid: Header, step: Shape, window: Window, src: Header | None, feedback: Feedback
) -> None:
    """Log where the output will lie, or that nothing says so.

    Parameters
    ----------
    grid
        The raster whose georeference the output takes.
    step
        Output pixels from node to node (rows, cols).
    window
        The part of the full output to compute.
    src
        The source, whose georeference shows that a map is expected; None: no source.
    """
    if grid.transform is None:
        if src is not None and (src.transform or src.crs_wkt):
            feedback.warning(
                f"{grid.name!r} has no georeference, so the output has none, though "
                "the source has: it cannot be placed on the map. Georeference the grid "
                "as a raster whose pixels are its nodes."
            )
        else:
            feedback.info(
                f"Place: none, because {grid.name!r} has no georeference; QGIS draws "
                "the output at x = column, y = -row."
            )
        return
    a, b, x, d, e, y = full_transform(grid.transform, step, window)[:6]
    name, unit = _crs_words(grid.crs_wkt)
    feedback.info(
        f"Place: {name}, pixels of {math.hypot(a, d):.7g} x {math.hypot(b, e):.7g} "
        f"{unit} (width x height), first corner at x = {x:.10g}, y = {y:.10g}."
    )
    if grid.crs_wkt is None:
        feedback.warning(
            f"{grid.name!r} has no coordinate system (CRS), so the output has none "
            "and may be placed wrongly on the map. Assign one to the grid, for example "
            "with gdal:assignprojection."
        )


def _crs_words(wkt: str | None) -> tuple[str, str]:
    """Return the name of a CRS with its code, and its unit."""
    if wkt is None:
        return "unknown coordinate system", "units"
    code = re.search(r'(?:AUTHORITY|ID)\["(\w+)",\s*"?(\w+)"?\]\]$', wkt)
    suffix = f" ({code[1]}:{code[2]})" if code else ""
    return wkt.split('"')[1] + suffix, CRS.from_wkt(wkt).units_factor[0]


def tell_polygons(
    polygons: PolygonMask | None, shape: Shape, what: str, feedback: Feedback
) -> None:
    """Warn if no valid polygon meets the raster of a shape that they restrict."""
    if polygons is None or polygons.inside is None:
        return
    whole = window_of(((0, shape[0]), (0, shape[1])))
    if polygons.inside.meeting(whole).size:
        return
    if not polygons.inside.polygon_bounds.size:
        feedback.warning(
            "There are no polygons of valid pixels, so no pixel will be valid. Give "
            "one at least, or no layer of them."
        )
        return
    left, top, right, bottom = polygons.inside.polygon_bounds
    bounds = top.min(), bottom.max(), left.min(), right.max()
    feedback.warning(
        f"No polygon of valid pixels meets the {what}, so no pixel will be valid: they "
        f"cover {_extent(bounds)}, the {what} has {_shape_extent(shape)}. Check their "
        "coordinate system and frame."
    )


def report(task: Task, tally: Tally, seconds: float, feedback: Feedback) -> None:
    """Log what came out of resampling and what was odd about it."""
    tell_outcome((task.window.height, task.window.width), tally, seconds, feedback)
    for line in _facts(task, tally):
        feedback.info(line)
    for line in _oddities(task, tally):
        feedback.warning(line)


def report_mask(shape: Shape, tally: Tally, seconds: float, feedback: Feedback) -> None:
    """Log what came out of building a mask of a shape."""
    tell_outcome(shape, tally, seconds, feedback)
    if tally.valid == 0:
        feedback.warning(
            "No pixel is valid: the raster mask or the polygons rule out all of them. "
            "Check the mask's band and valid value, and where the polygons lie."
        )


def tell_outcome(
    shape: Shape, tally: Tally, seconds: float, feedback: Feedback
) -> None:
    """Log valid share, time and rate of a run with an output of a shape."""
    pixels = shape[0] * shape[1]
    feedback.info(
        f"Valid: {tally.valid} of {pixels} pixels ({_percent(tally.valid, pixels)}); "
        f"{duration(seconds)}, {megapixels(pixels / seconds)}."
    )


def _facts(task: Task, tally: Tally) -> Iterator[str]:
    """Yield what a user may want to know of a run in which nothing is odd."""
    seen = tally.survey
    if seen.masked:
        yield f"Masked: {_percent(seen.masked, seen.nodes)} of the grid's nodes."
    if seen.outside:
        share = _percent(seen.outside, seen.nodes)
        yield f"Outside the source: {share} of the grid's nodes."
    if seen.cells:
        yield (
            f"Scale: {_pair(seen.size)} source pixels per output pixel (down x right, "
            "on average)."
        )
    if tally.equal_nodata:
        yield (
            f"{tally.equal_nodata} valid pixels happen to equal the nodata value "
            f"{task.dst_nodata:g}: only the output mask tells them from invalid ones."
        )


def _oddities(task: Task, tally: Tally) -> Iterator[str]:
    """Yield what looks like a mistake, with what to do about it."""
    seen = tally.survey
    if tally.valid == 0:
        yield _why_nothing(task, tally)
        return
    rarer, turning = min(seen.straight, seen.turned), seen.straight + seen.turned
    if rarer > FOLDED * turning:
        yield (
            f"The grid is folded: {_percent(rarer, turning)} of its cells turn against "
            "the others, so parts of the source appear more than once."
        )
    if max(seen.coarse, seen.fine) > MOST * seen.cells:
        yield _wrong_resolution(task, seen)
    elif _may_alias(task) and seen.aliased > ALIASED * seen.cells:
        yield _aliasing(task, seen)


def _why_nothing(task: Task, tally: Tally) -> str:
    """Return why no output pixel is valid."""
    bounds, shape = tally.survey.bounds, task.src.shape
    nothing = "No output pixel is valid: "
    if bounds == NOWHERE:
        return (
            f"{nothing}every node of the grid is masked. Check the grid's nodata, its "
            "mask and the mask's valid value."
        )
    extents = (
        f"its nodes cover {_extent(bounds)}, the source has {_shape_extent(shape)}"
    )
    if _meet(bounds, shape):
        return (
            f"{nothing}the grid meets the source ({extents}), but masks, nodata, "
            "polygons or the border rule out all of it. Check these, and the valid "
            "values of the masks."
        )
    advice = "their order and their units (pixels, not coordinates on the map)"
    if _meet((*bounds[2:], *bounds[:2]), shape):
        advice = "which is for rows and which for columns: exchanged, they would meet"
    return (
        f"{nothing}nothing of the grid lies in the source; {extents}. Check the "
        f"grid's bands, {advice}."
    )


def _may_alias(task: Task) -> bool:
    """Tell whether large steps may make false patterns that smoothing prevents.

    Not so for nearest: it is for classes, which must not be smoothed.
    """
    return task.job.interpolation is not Interpolation.NEAREST


def _wrong_resolution(task: Task, seen: Survey) -> str:
    """Return why the resolution looks wrong."""
    apart = tuple(size * step for size, step in zip(seen.size, task.step))
    smooth = " If it is right, smooth the source first: without, the result aliases."
    return (
        f"The grid's resolution looks wrong: nodes are {_pair(apart)} source pixels "
        f"apart (down x right, on average), which with resolution {task.step[0]} x "
        f"{task.step[1]} makes {_pair(seen.size)} source pixels per output pixel. "
        "Check it: the resolution is the number of output pixels from node to node."
        f"{smooth if seen.coarse > MOST * seen.cells and _may_alias(task) else ''}"
    )


def _aliasing(task: Task, seen: Survey) -> str:
    """Return that the output is too coarse for the source, and what to do."""
    times = max(2, math.ceil(max(seen.size)))
    rows, cols = task.step
    return (
        f"Aliasing: {_percent(seen.aliased, seen.cells)} of the grid's cells have more "
        f"than {ALIASING:g} source pixels per output pixel, where fine detail turns "
        "into false patterns. Smooth the source first; or raise the grid's "
        f"resolution from {rows} x {cols} to {times * rows} x {times * cols} "
        "output pixels from node to node, and average the result (gdal:warpreproject "
        "with Average)."
    )


def _meet(bounds: Bounds, shape: Shape) -> bool:
    """Tell whether bounds meet the pixels of a raster of a shape."""
    rows, cols = shape
    return (
        bounds[1] >= -0.5
        and bounds[0] <= rows - 0.5
        and bounds[3] >= -0.5
        and bounds[2] <= cols - 0.5
    )


def _shape_extent(shape: Shape) -> str:
    """Return the rows and columns of a raster of a shape in words."""
    return _extent((0, shape[0] - 1, 0, shape[1] - 1))


def _extent(bounds: Bounds) -> str:
    """Return bounds in words, to a tenth of a pixel."""
    row, last_row, col, last_col = (f"{round(end, 1):.10g}" for end in bounds)
    return f"rows {row} to {last_row} and columns {col} to {last_col}"


def _pair(pair: tuple[float, float]) -> str:
    """Return two numbers in words."""
    return f"{pair[0]:.3g} x {pair[1]:.3g}"


def _percent(part: int, whole: int) -> str:
    """Return a share in words, 0.0 and 100.0 % only where they are exact."""
    percent = 100 * part / whole
    if 0 < percent < 0.05:
        return "less than 0.1 %"
    return "more than 99.9 %" if 99.95 <= percent < 100 else f"{percent:.1f} %"
