"""From a grid to convert to what is done: every open choice decided, checked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from affine import Affine

from ..errors import GridrError
from ..feedback import Note
from ..grid.convert import (
    Axes,
    def_axes,
    displacement_axes,
    loc_axes,
    otb_transform,
    plain_axes,
)
from ..grid.geometry import check_step, full_shape, full_transform, node_transform
from ..grid_options import ConvertJob, GridConvention, OtbCoordinates
from ..message import Message
from ..raster.header import Header, read_header
from ..window import AXES, Shape, window_of
from .given_grid import GivenGrid, given_grid, step_of
from .grid_kinds import OF_CONVERT_JOB
from .grid_tags import STEP_TAGS, made_shape
from .kinds import job_of
from .own_masks import node_mask_notes

FIRST = {
    GridConvention.ABSOLUTE: 0.0,
    GridConvention.CENTER05: 0.5,
    GridConvention.ONE_BASED: 1.0,
}
"""Convention of positions -> what it calls the centre of the first pixel."""
WHOLE = 1e-6
"""Share of a pixel that nodes may be off a whole number of them, by rounding."""


@dataclass(frozen=True)
class ResolvedConvertJob:
    """A conversion whose every value is known and allowed."""

    job: ConvertJob
    """What was asked."""
    given: GivenGrid
    """The grid that is read."""
    src: Header | None
    """The source."""
    step: Shape
    """Output pixels from node to node of the grid (rows, cols)."""
    new_step: Shape
    """Those of what is written."""
    size: Shape
    """Rows and columns of the output that both grids are for."""
    axes_from: Axes
    """From what the grid holds to positions."""
    axes_to: Axes
    """From positions to what is written."""
    transform: Affine | None
    """Geotransform of what is written; None for none."""
    crs_wkt: str | None
    """Its coordinate system."""
    notes: tuple[Note, ...]
    """What was decided, or seen, that a user may wonder about."""

    @property
    def inputs(self) -> list[Header]:
        """Return the headers of all rasters it reads."""
        return [*self.given.inputs, *([self.src] if self.src else [])]

    @property
    def is_coarser(self) -> bool:
        """Return whether nodes are dropped."""
        return self.new_step[0] > self.step[0] or self.new_step[1] > self.step[1]

    @property
    def is_copy(self) -> bool:
        """Return whether nothing changes."""
        return self.axes_from == self.axes_to and self.step == self.new_step


def resolve_convert(job: ConvertJob) -> ResolvedConvertJob:
    """Fill in the open choices of a conversion and check all of it.

    Raises
    ------
    GridrError
        If it cannot be done, with what to do about it.
    """
    job = job_of(job, ConvertJob, OF_CONVERT_JOB)
    given = given_grid(_with_bands(job))
    src = None if job.src is None else read_header(job.src)
    place = _source_place(job, src)
    step, why = _step(job, given.row, place)
    check_step(given.shape, step)
    new_step = job.row_step or step[0], job.col_step or step[1]
    asked = [1 if one is None else one for one in (job.row_step, job.col_step)]
    check_step((2, 2), (asked[0], asked[1]))
    check_step(given.shape, new_step)
    _check_divides(step, new_step)
    axes = (
        _axes_from(job.convention_from, place, given.row, step),
        _axes_to(job.convention_to, new_step),
    )
    if job.convention_to.is_otb and src is None:
        raise GridrError(
            "The source is not given. A grid for OTB comes with the command that "
            "reads the source through it: give the source raster."
        )
    transform, crs_wkt = _georeference(job, given.row, step, new_step)
    resolved = ResolvedConvertJob(
        job=job,
        given=given,
        src=src,
        step=step,
        new_step=new_step,
        size=made_shape(given.row, step) or full_shape(given.shape, step),
        axes_from=axes[0],
        axes_to=axes[1],
        transform=transform,
        crs_wkt=crs_wkt,
        notes=(),
    )
    return replace(resolved, notes=tuple(_notes(resolved, why)))


def _with_bands(job: ConvertJob) -> ConvertJob:
    """Return a job with the bands of OTB's grids: x, then y."""
    left_out = job.grid_col is None and job.row_index is None and job.col_index is None
    if left_out and job.convention_from.is_otb:
        return replace(job, row_index=2, col_index=1)
    return job


def _source_place(job: ConvertJob, src: Header | None) -> Affine | None:
    """Return the source's geotransform where the grid counts by it, else None."""
    on_map = job.coordinates is OtbCoordinates.MAP and job.convention_from.is_otb
    if not on_map:
        return None
    if src is None:
        raise GridrError(
            "The source is not given. The grid counts in coordinates of the map, "
            "which the source's geotransform takes to its pixels: give the source "
            "raster, or pixel as what coordinates mean."
        )
    if src.transform is None:
        raise GridrError(
            "The source {name!r} has no geotransform, by which coordinates of the map "
            "could become its pixels. Give the raster that the grid was made for, or "
            "pixel as what coordinates mean.",
            name=src.name,
        )
    _check_upright(src, Message("source"), src.transform)
    return src.transform


def _check_upright(header: Header, what: str, transform: Affine) -> None:
    """Refuse a geotransform that OTB's grids cannot follow."""
    if transform.b or transform.d or not (transform.a and transform.e):
        raise GridrError(
            "The {what} {name!r} lies turned on the map, or its pixels have no area, "
            "and grids of OTB are upright. Give one that lies upright.",
            what=what,
            name=header.name,
        )


def _step(
    job: ConvertJob, grid: Header, place: Affine | None
) -> tuple[Shape, tuple[Message, Message]]:
    """Return the output pixels from node to node of the grid, and why these."""
    if job.spacing is not None:
        return step_of(job.spacing, grid)
    tagged = any(tag in grid.tags for tag in STEP_TAGS)
    if tagged or not job.convention_from.is_otb or grid.transform is None:
        return step_of((None, None), grid)
    _check_upright(grid, Message("grid"), grid.transform)
    apart = abs(grid.transform.e), abs(grid.transform.a)
    unit = Message("output pixels of size 1")
    if place is not None and grid.crs_wkt is not None:
        apart = apart[0] / abs(place.e), apart[1] / abs(place.a)
        unit = Message("pixels as large as the source's")
    step = round(apart[0]), round(apart[1])
    if min(step) < 1 or any(abs(a - s) > WHOLE * s for a, s in zip(apart, step)):
        raise GridrError(
            "The grid's nodes lie {rows:.10g} x {cols:.10g} {unit} apart by its "
            "geotransform, which is no whole number of them. Give the spacing: the "
            "output pixels from node to node.",
            rows=apart[0],
            cols=apart[1],
            unit=unit,
        )
    why = Message("geotransform")
    return step, (why, why)


def _check_divides(step: Shape, new_step: Shape) -> None:
    """Refuse new nodes that are neither old ones nor evenly between them."""
    for axis, old, new in zip(AXES, step, new_step):
        if old % new and new % old:
            raise GridrError(
                "The grid has a {axis} resolution of {old} output pixels, and {new} "
                "is asked for. Give one that divides {old}, or a multiple of it.",
                axis=axis,
                old=old,
                new=new,
            )


def _axes_from(
    convention: GridConvention, place: Affine | None, grid: Header, step: Shape
) -> Axes:
    """Return how what the grid holds becomes positions."""
    if convention is GridConvention.OTB_LOC:
        return loc_axes(place)
    if convention is GridConvention.OTB_DEF:
        nodes = otb_transform(step) if grid.transform is None else grid.transform
        _check_upright(grid, Message("grid"), nodes)
        return def_axes(place, nodes)
    return _axes_to(convention, step)


def _axes_to(convention: GridConvention, step: Shape) -> Axes:
    """Return how positions become what is written, in pixels."""
    if convention is GridConvention.DISPLACEMENT:
        return displacement_axes(step)
    if convention is GridConvention.OTB_LOC:
        return loc_axes(None)
    if convention is GridConvention.OTB_DEF:
        return def_axes(None, otb_transform(step))
    return plain_axes(FIRST[convention])


def _georeference(
    job: ConvertJob, grid: Header, step: Shape, new_step: Shape
) -> tuple[Affine | None, str | None]:
    """Return where the output lies: for OTB in pixels, else where the grid does."""
    if job.convention_to.is_otb:
        return otb_transform(new_step), None
    if grid.transform is None:
        return None, grid.crs_wkt
    start = window_of(((0, 0), (0, 0)))
    pixels = full_transform(grid.transform, step, start)
    if job.convention_from.is_otb and grid.crs_wkt is None:
        # OTB counts pixels of the output like this, which are no map
        of_pixels = (pixels.a, pixels.e) == (1, 1)
        if of_pixels or job.coordinates is OtbCoordinates.PIXEL:
            return None, None
    if step == new_step:
        return grid.transform, grid.crs_wkt
    return node_transform(pixels, new_step), grid.crs_wkt


def _notes(resolved: ResolvedConvertJob, why: tuple[str, str]) -> Iterator[Note]:
    """Yield the choices that a user may wonder about."""
    given = resolved.given
    yield _grid_note(resolved, why)
    yield from node_mask_notes((given.row, given.col), given.mask)
    yield from _source_notes(resolved.job, given, why)
    if resolved.is_copy:
        yield Note(Message("Nothing changes: the output is a copy of the grid."))
    yield from _otb_notes(resolved.job)


def _grid_note(resolved: ResolvedConvertJob, why: tuple[str, str]) -> Note:
    """Return how the grid was read."""
    given, step = resolved.given, resolved.step
    reason = (
        why[0]
        if why[0] == why[1]
        else Message(
            "rows {row_reason}, columns {col_reason}",
            row_reason=why[0],
            col_reason=why[1],
        )
    )
    bands = Message(
        "rows from band {row_band}, columns from band {col_band}",
        row_band=given.bands.row,
        col_band=given.bands.col,
    )
    if resolved.job.convention_from.is_otb:
        bands = Message(
            "y from band {row_band}, x from band {col_band}",
            row_band=given.bands.row,
            col_band=given.bands.col,
        )
    return Note(
        Message(
            "Grid: {rows} x {cols} nodes, {step_rows} x {step_cols} output pixels "
            "apart ({reason}); {bands}.",
            rows=given.shape[0],
            cols=given.shape[1],
            step_rows=step[0],
            step_cols=step[1],
            reason=reason,
            bands=bands,
        )
    )


def _source_notes(
    job: ConvertJob, given: GivenGrid, why: tuple[str, str]
) -> Iterator[Note]:
    """Yield doubts about what the grid is said to hold."""
    if job.convention_from is GridConvention.DISPLACEMENT and "default" in why:
        yield Note(
            Message(
                "The grid does not say how many output pixels lie from node to node, "
                "and each position depends on it: 1 is taken. If it is another "
                "number, give it as SPACING (spacing)."
            ),
            is_odd=True,
        )
    elif not job.convention_from.is_otb and "OTB_VERSION" in given.row.tags:
        yield Note(
            Message(
                "OTB has made this grid, by its tags, and it is read as none of "
                "OTB's: if it is one, choose otb_def or otb_loc as what it holds."
            ),
            is_odd=True,
        )


def _otb_notes(job: ConvertJob) -> Iterator[Note]:
    """Yield what the choices mean with OTB's grids."""
    if job.convention_from.is_otb and job.convention_to.is_otb:
        yield Note(
            Message(
                "From and to are OTB's both: to resample through the grid here, "
                "convert it to absolute."
            )
        )
    if not job.convention_from.is_otb and job.coordinates is OtbCoordinates.MAP:
        yield Note(
            Message("Coordinates of the map are those of OTB's grids: this is none.")
        )
    if job.convention_to is GridConvention.OTB_LOC:
        yield Note(
            Message(
                "OTB holds grids in 32 bits: in otb_def, whose numbers are smaller, "
                "it keeps ten times as much of the positions."
            )
        )
