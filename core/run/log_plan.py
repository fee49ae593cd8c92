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
from ..message import Message, joined
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
UNITS = {"metre": Message("metre"), "degree": Message("degree")}
"""Name of a unit in PROJ -> for people; others are as they are."""


def tell_plan(
    plan: Plan,
    outputs: list[Output],
    feedback: Feedback,
    pieces: Iterable[Message] | None = None,
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
    tell_polygons(resolved.polygons, resolved.src.shape, Message("source"), feedback)


def tell_mask_plan(plan: MaskPlan, feedback: Feedback) -> None:
    """Log what a run that builds a mask will do, and what is odd about it already."""
    resolved, (rows, cols) = plan.resolved, plan.layout.shape
    tell_notes(build_mask_notes(resolved), feedback)
    feedback.info(
        Message(
            "Output: mask of {rows} rows x {cols} columns, resolution {step_rows} x "
            "{step_cols} (pixels of the mask from node to node).",
            rows=rows,
            cols=cols,
            step_rows=resolved.step[0],
            step_cols=resolved.step[1],
        )
    )
    feedback.info(_pieces_line(plan.layout))
    feedback.info(_memory_line(plan.memory))
    window = resolved.window
    tell_georeference(resolved.template, resolved.step, window, None, feedback)
    tell_polygons(resolved.polygons, plan.layout.shape, Message("mask"), feedback)


def plan_lines(
    plan: Plan, pieces: Iterable[Message] | None = None
) -> Iterator[Message]:
    """Yield the lines of a plan: source, grid, output, pieces, memory."""
    yield from _job_lines(plan)
    yield from _pieces_lines(plan) if pieces is None else pieces


def _job_lines(plan: Plan) -> Iterator[Message]:
    """Yield what a run reads and writes: source, grid, output."""
    resolved, layout = plan.resolved, plan.layout
    src, grid, bands = resolved.src, resolved.grid_row, resolved.src_indexes
    named = ", ".join(map(str, bands[:8])) + (", ..." if len(bands) > 8 else "")
    yield Message(
        "Source: {rows} rows x {cols} columns, band(s) {named} of {count}.",
        rows=src.shape[0],
        cols=src.shape[1],
        named=named,
        count=src.count,
    )
    yield Message(
        "Grid: {rows} x {cols} nodes, resolution {step_rows} x {step_cols} (output "
        "pixels from node to node).",
        rows=grid.shape[0],
        cols=grid.shape[1],
        step_rows=resolved.step[0],
        step_cols=resolved.step[1],
    )
    yield _nodes_line(resolved)
    yield Message(
        "Output: {rows} rows x {cols} columns{part}, {count} band(s) of {dtype}, "
        "invalid pixels {nodata:g}; {interpolation} interpolation.",
        rows=layout.shape[0],
        cols=layout.shape[1],
        part=_part_words(plan),
        count=len(bands),
        dtype=layout.dtype,
        nodata=layout.nodata,
        interpolation=resolved.job.interpolation.value,
    )
    yield from _filter_lines(resolved)


def _pieces_lines(plan: Plan) -> Iterator[Message]:
    """Yield how a run on one machine goes about it: pieces, memory."""
    memory = plan.memory
    yield _pieces_line(plan.layout)
    yield _memory_line(
        memory,
        Message(
            " ({strips} for strips, {cache} for GDAL's cache, {expected} per thread "
            "for source pixels)",
            strips=mib(memory.strips),
            cache=mib(memory.cache),
            expected=mib(memory.expected),
        ),
    )


def _nodes_line(resolved: ResolvedJob) -> Message:
    """Return where rows and columns of the nodes come from, and why from there."""
    why, apart = resolved.reasons, resolved.grid_col.name != resolved.grid_row.name
    where = Message(" of {name!r}", name=resolved.grid_col.name) if apart else ""
    return Message(
        "Nodes: rows from band {row_index} ({row_reason}), columns from band "
        "{col_index}{where} ({col_reason}); resolution: {steps}.",
        row_index=resolved.row_index,
        row_reason=why.row,
        col_index=resolved.col_index,
        where=where,
        col_reason=why.col,
        steps=_of_both(why.row_step, why.col_step),
    )


def _of_both(row: Message, col: Message) -> Message:
    """Return a reason about rows and one about columns, the same one once."""
    if row == col:
        return row
    return Message(
        "rows {row_reason}, columns {col_reason}", row_reason=row, col_reason=col
    )


def _filter_lines(resolved: ResolvedJob) -> Iterator[Message]:
    """Yield the anti-alias filter, if one was asked for."""
    job, (rows, cols) = resolved.job, resolved.oversampling
    if job.antialias is Antialias.NONE:
        return
    asked = job.oversampling_row, job.oversampling_col
    automatic, given = Message("automatic"), Message("asked for")
    why = [automatic if fine is None else given for fine in asked]
    effect = "" if resolved.lattice.filtering else Message(": nothing to filter")
    yield Message(
        "Anti-alias: {antialias} of {rows} x {cols} fine pixels per output pixel "
        "(rows x columns, {reason}){effect}.",
        antialias=job.antialias.value,
        rows=rows,
        cols=cols,
        reason=_of_both(why[0], why[1]),
        effect=effect,
    )


def _part_words(plan: Plan) -> Message:
    """Return which part of the full output a plan computes; "" for all of it."""
    resolved = plan.resolved
    rows, cols = full_shape(resolved.grid_row.shape, resolved.step)
    if plan.layout.shape == (rows, cols):
        return Message("")
    origin = Message(
        "row {row} and column {col}",
        row=resolved.window.row_off,
        col=resolved.window.col_off,
    )
    return Message(
        " (part of {rows} x {cols} from {origin} on)",
        rows=rows,
        cols=cols,
        origin=origin,
    )


def _pieces_line(layout: Layout) -> Message:
    """Return the strips, tiles and threads of a run in words."""
    # counted, not listed: there may be millions
    height, width = layout.shape
    strip_rows = min(layout.strip_rows, height)
    rows, cols = min(layout.tile_shape[0], strip_rows), min(layout.tile_shape[1], width)
    tiles = -(-strip_rows // rows) * -(-width // cols)
    return Message(
        "Plan: {strips} strip(s) of up to {strip_rows} rows with {tiles} tile(s) of "
        "up to {rows} x {cols} pixels, {threads} thread(s).",
        strips=-(-height // strip_rows),
        strip_rows=strip_rows,
        tiles=tiles,
        rows=rows,
        cols=cols,
        threads=layout.threads,
    )


def _memory_line(memory: MemoryPlan, parts: str = "") -> Message:
    """Return the bytes that a run may need, and their parts, in words."""
    limit = mib(memory.limit)
    return Message(
        "Memory: at most {estimate} of the {limit} allowed{parts}.",
        estimate=mib(memory.estimate),
        limit=limit,
        parts=parts,
    )


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
                Message(
                    "{name!r} has no georeference, so the output has none, though the "
                    "source has: it cannot be placed on the map. Georeference the "
                    "grid as a raster whose pixels are its nodes.",
                    name=grid.name,
                )
            )
        else:
            feedback.info(
                Message(
                    "Place: none, because {name!r} has no georeference; QGIS draws "
                    "the output at x = column, y = -row.",
                    name=grid.name,
                )
            )
        return
    a, b, x, d, e, y = full_transform(grid.transform, step, window)[:6]
    name, unit = _crs_words(grid.crs_wkt)
    feedback.info(
        Message(
            "Place: {name}, pixels of {width:.7g} x {height:.7g} {unit} (width x "
            "height), first corner at x = {x:.10g}, y = {y:.10g}.",
            name=name,
            width=math.hypot(a, d),
            height=math.hypot(b, e),
            unit=unit,
            x=x,
            y=y,
        )
    )
    if grid.crs_wkt is None:
        feedback.warning(
            Message(
                "{name!r} has no coordinate system (CRS), so the output has none and "
                "may be placed wrongly on the map. Assign one to the grid, for "
                "example with gdal:assignprojection.",
                name=grid.name,
            )
        )


def _crs_words(wkt: str | None) -> tuple[str, str]:
    """Return the name of a CRS with its code, and its unit."""
    if wkt is None:
        return Message("unknown coordinate system"), Message("units")
    code = re.search(r'(?:AUTHORITY|ID)\["(\w+)",\s*"?(\w+)"?\]\]$', wkt)
    suffix = f" ({code[1]}:{code[2]})" if code else ""
    name = wkt.split('"')[1]
    if name in NAMELESS and not code:
        method = re.search(r'(?:PROJECTION|METHOD)\["([^"]+)"', wkt)
        words = Message("longitude and latitude")
        if method:
            words = Message("{name}", name=method[1].replace("_", " "))
        name = Message("custom coordinate system ({words})", words=words)
    unit = CRS.from_wkt(wkt).units_factor[0]
    return joined([name, suffix], ""), UNITS.get(unit, unit)


def tell_polygons(
    polygons: PolygonMask | None, shape: Shape, what: Message, feedback: Feedback
) -> None:
    """Warn if no valid polygon meets the raster of a shape that they restrict."""
    if polygons is None or polygons.inside is None:
        return
    whole = window_of(((0, shape[0]), (0, shape[1])))
    if polygons.inside.meeting(whole).size:
        return
    if not polygons.inside.polygon_bounds.size:
        feedback.warning(
            Message(
                "There are no polygons of valid pixels, so no pixel will be valid. "
                "Give one at least, or no layer of them."
            )
        )
        return
    left, top, right, bottom = polygons.inside.polygon_bounds
    bounds = top.min(), bottom.max(), left.min(), right.max()
    feedback.warning(
        Message(
            "No polygon of valid pixels meets the {what}, so no pixel will be valid: "
            "they cover {extent}, the {what} has {whole}. Check their coordinate "
            "system and frame.",
            what=what,
            extent=extent(bounds),
            whole=shape_extent(shape),
        )
    )
