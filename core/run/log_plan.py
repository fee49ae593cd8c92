"""What a run says before it begins: its pieces, its place, polygons that miss."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from rasterio.crs import CRS
from rasterio.windows import Window

from ..feedback import Feedback, tell_notes
from ..grid.geometry import full_shape, full_transform
from ..options import Antialias
from ..plan.layout import Layout
from ..plan.memory import MemoryPlan
from ..plan.own_masks import build_mask_notes
from ..plan.plan import MaskPlan, Plan
from ..plan.resolved import ResolvedJob
from ..raster.header import Header
from ..raster.output import Output
from ..window import Shape, window_of
from .words import extent, mib, shape_extent

if TYPE_CHECKING:
    from ..polygons.mask import PolygonMask

NAMELESS = ("", "unknown", "unnamed", "Unknown", "undefined")
"""Names of coordinate systems that have none."""


def tell_plan(
    plan: Plan,
    outputs: list[Output],
    feedback: Feedback,
    pieces: Iterable[str] | None = None,
) -> None:
    """Log what a resampling run will do, and what is odd about it already.

    Parameters
    ----------
    plan, outputs
        Of the run.
    feedback : Feedback
        Takes the lines.
    pieces : iterable of str
        Lines about its pieces and their memory; None: those of the plan.
    """
    resolved = plan.resolved
    tell_notes([note for output in outputs for note in output.notes], feedback)
    for line in plan_lines(plan, pieces):
        feedback.info(line)
    grid, window = resolved.grid_row, resolved.window
    tell_georeference(grid, resolved.step, window, resolved.src, feedback)
    tell_polygons(resolved.polygons, resolved.src.shape, "source", feedback)


def tell_mask_plan(plan: MaskPlan, feedback: Feedback) -> None:
    """Log what a run that builds a mask will do, and what is odd about it already."""
    resolved, (rows, cols) = plan.resolved, plan.layout.shape
    tell_notes(build_mask_notes(resolved), feedback)
    feedback.info(
        f"Output: mask of {rows} rows x {cols} columns, resolution {resolved.step[0]} "
        f"x {resolved.step[1]} (pixels of the mask from node to node)."
    )
    feedback.info(_pieces_line(plan.layout))
    feedback.info(_memory_line(plan.memory))
    window = resolved.window
    tell_georeference(resolved.template, resolved.step, window, None, feedback)
    tell_polygons(resolved.polygons, plan.layout.shape, "mask", feedback)


def plan_lines(plan: Plan, pieces: Iterable[str] | None = None) -> Iterator[str]:
    """Yield the lines of a plan: source, grid, output, pieces, memory."""
    yield from _job_lines(plan)
    yield from _pieces_lines(plan) if pieces is None else pieces


def _job_lines(plan: Plan) -> Iterator[str]:
    """Yield what a run reads and writes: source, grid, output."""
    resolved, layout = plan.resolved, plan.layout
    src, grid, bands = resolved.src, resolved.grid_row, resolved.src_indexes
    named = ", ".join(map(str, bands[:8])) + (", ..." if len(bands) > 8 else "")
    yield (
        f"Source: {src.shape[0]} rows x {src.shape[1]} columns, band(s) {named} of "
        f"{src.count}."
    )
    yield (
        f"Grid: {grid.shape[0]} x {grid.shape[1]} nodes, resolution "
        f"{resolved.step[0]} x {resolved.step[1]} (output pixels from node to node)."
    )
    yield _nodes_line(resolved)
    yield (
        f"Output: {layout.shape[0]} rows x {layout.shape[1]} columns"
        f"{_part_words(plan)}, {len(bands)} band(s) of {layout.dtype}, invalid pixels "
        f"{layout.nodata:g}; {resolved.job.interpolation.value} interpolation."
    )
    yield from _filter_lines(resolved)


def _pieces_lines(plan: Plan) -> Iterator[str]:
    """Yield how a run on one machine goes about it: pieces, memory."""
    memory = plan.memory
    yield _pieces_line(plan.layout)
    yield _memory_line(
        memory,
        f" ({mib(memory.strips)} for strips, {mib(memory.cache)} for GDAL's cache, "
        f"{mib(memory.expected)} per thread for source pixels)",
    )


def _nodes_line(resolved: ResolvedJob) -> str:
    """Return where rows and columns of the nodes come from, and why from there."""
    why, apart = resolved.reasons, resolved.grid_col.name != resolved.grid_row.name
    where = f" of {resolved.grid_col.name!r}" if apart else ""
    steps = why.row_step
    if why.col_step != steps:
        steps = f"rows {why.row_step}, columns {why.col_step}"
    return (
        f"Nodes: rows from band {resolved.row_index} ({why.row}), columns from band "
        f"{resolved.col_index}{where} ({why.col}); resolution: {steps}."
    )


def _filter_lines(resolved: ResolvedJob) -> Iterator[str]:
    """Yield the anti-alias filter, if one was asked for."""
    job, (rows, cols) = resolved.job, resolved.oversampling
    if job.antialias is Antialias.NONE:
        return
    asked = job.oversampling_row, job.oversampling_col
    why = ["automatic" if fine is None else "asked for" for fine in asked]
    reason = why[0] if why[0] == why[1] else f"rows {why[0]}, columns {why[1]}"
    effect = "" if resolved.lattice.filtering else ": nothing to filter"
    yield (
        f"Anti-alias: {job.antialias.value} of {rows} x {cols} fine pixels per output "
        f"pixel (rows x columns, {reason}){effect}."
    )


def _part_words(plan: Plan) -> str:
    """Return which part of the full output a plan computes; "" for all of it."""
    resolved = plan.resolved
    rows, cols = full_shape(resolved.grid_row.shape, resolved.step)
    if plan.layout.shape == (rows, cols):
        return ""
    origin = f"row {resolved.window.row_off} and column {resolved.window.col_off}"
    return f" (part of {rows} x {cols} from {origin} on)"


def _pieces_line(layout: Layout) -> str:
    """Return the strips, tiles and threads of a run in words."""
    # counted, not listed: there may be millions
    height, width = layout.shape
    strip_rows = min(layout.strip_rows, height)
    rows, cols = min(layout.tile_shape[0], strip_rows), min(layout.tile_shape[1], width)
    tiles = -(-strip_rows // rows) * -(-width // cols)
    return (
        f"Plan: {-(-height // strip_rows)} strip(s) of up to {strip_rows} rows with "
        f"{tiles} tile(s) of up to {rows} x {cols} pixels, {layout.threads} thread(s)."
    )


def _memory_line(memory: MemoryPlan, parts: str = "") -> str:
    """Return the bytes that a run may need, and their parts, in words."""
    limit = mib(memory.limit)
    return f"Memory: at most {mib(memory.estimate)} of the {limit} allowed{parts}."


def tell_georeference(
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
    name = wkt.split('"')[1]
    if name in NAMELESS and not code:
        method = re.search(r'(?:PROJECTION|METHOD)\["([^"]+)"', wkt)
        words = method[1].replace("_", " ") if method else "longitude and latitude"
        name = f"custom coordinate system ({words})"
    return name + suffix, CRS.from_wkt(wkt).units_factor[0]


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
        f"cover {extent(bounds)}, the {what} has {shape_extent(shape)}. Check their "
        "coordinate system and frame."
    )
