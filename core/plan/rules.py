"""From what was asked to what will be done: every open choice decided and checked.

Rules decide and refuse; they never talk. What a user may wonder about is left as notes.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from affine import Affine
from rasterio.windows import Window

from ..errors import GridrError
from ..grid.geometry import (
    check_step,
    extent_ranges,
    full_transform,
    resolve_window,
)
from ..grid.grid import Grid
from ..interpolation.antialias import check_antialias
from ..interpolation.methods import method_of
from ..machine import MOST_THREADS, default_threads
from ..message import Message
from ..options import Antialias, Job, MaskJob, PolygonFrame
from ..polygons.frame import map_frame, pixel_frame
from ..raster.dtypes import (
    check_dst_dtype,
    check_src_dtype,
    default_dst_dtype,
    default_dst_nodata,
    dst_nodata_of,
)
from ..raster.header import Header, check_band, read_header
from ..raster.pixels import check_mask
from ..window import Shape
from .given_grid import node_nodata, step_of
from .grid_bands import check_apart, grid_bands
from .grid_tags import made_shape
from .kinds import OF_JOB, OF_MASK_JOB, job_of
from .notes import notes_of
from .oversampling import needed_oversampling, usable_oversampling
from .resolved import Reasons, ResolvedJob, ResolvedMaskJob

if TYPE_CHECKING:
    from ..polygons.mask import PolygonMask

WithPolygons = TypeVar("WithPolygons", Job, MaskJob)


class Headers(NamedTuple):
    """What the rasters of a job say of themselves."""

    src: Header
    """The source."""
    grid_row: Header
    """The raster of the row coordinates."""
    grid_col: Header
    """The raster of the column coordinates, often the same."""
    grid_mask: Header | None = None
    """The raster that masks the nodes."""
    src_mask: Header | None = None
    """The raster that masks the source."""


def read_headers(job: Job) -> Headers:
    """Read what the rasters of a job say of themselves.

    Raises
    ------
    GridrError
        If one cannot be opened.
    """
    row = read_header(job.grid)
    return Headers(
        src=read_header(job.src),
        grid_row=row,
        grid_col=row if job.grid_col is None else read_header(job.grid_col),
        grid_mask=None if job.grid_mask is None else read_header(job.grid_mask),
        src_mask=None if job.src_mask is None else read_header(job.src_mask),
    )


def resolve(job: Job, headers: Headers | None = None) -> ResolvedJob:
    """Fill in the open choices of a job and check all of it, before any pixel is read.

    Parameters
    ----------
    job : Job
        What is asked for.
    headers : Headers
        Of the job's rasters; by default they are opened by their names.

    Raises
    ------
    GridrError
        If anything cannot be done, with what to do about it.
    """
    job = job_of(job, Job, OF_JOB)
    headers = headers or read_headers(job)
    src, row, col = headers[:3]
    indexes = _src_indexes(job, src)
    bands = grid_bands(job, row, col)
    check_apart(job, indexes, bands)
    step, step_reasons = step_of((job.row_step, job.col_step), row)
    check_step(row.shape, step)
    grid_valid = job.grid_mask_index, job.grid_mask_valid
    check_mask(Message("grid"), headers.grid_mask, row, *grid_valid)
    src_valid = job.src_mask_index, job.src_mask_valid
    check_mask(Message("source"), headers.src_mask, src, *src_valid)
    _check_numbers(job)
    dtype = job.dst_dtype
    if dtype is None:
        dtype = default_dst_dtype([src.dtypes[i - 1] for i in indexes])
    check_dst_dtype(dtype)
    nodata = _dst_nodata(job, src, indexes, dtype)
    resolved = ResolvedJob(
        job=_without_polygons(job),
        src=src,
        src_indexes=indexes,
        grid_row=row,
        row_index=bands.row,
        grid_col=col,
        col_index=bands.col,
        node_nodata=(
            node_nodata(job.grid_nodata, row, bands.row, job.grid_nodata_tolerance),
            node_nodata(job.grid_nodata, col, bands.col, job.grid_nodata_tolerance),
        ),
        grid_mask=headers.grid_mask,
        src_mask=headers.src_mask,
        polygons=_polygons(job, src, src.transform),
        step=step,
        window=_window(job, row, step),
        dst_dtype=dtype,
        dst_nodata=0.0 if nodata is None else nodata,
        tag_nodata=nodata is not None,
        threads=resolve_threads(job.threads),
        reasons=Reasons(bands.row_reason, bands.col_reason, *step_reasons),
    )
    return _oversampled(resolved, (1, 1))


def looks_at_grid(resolved: ResolvedJob) -> bool:
    """Tell whether `settle` has to look at the nodes of a job's grid."""
    job = resolved.job
    asked = job.oversampling_row, job.oversampling_col
    return job.antialias is not Antialias.NONE and None in asked


def settle(resolved: ResolvedJob, grid: Grid) -> ResolvedJob:
    """Decide what only the nodes of the grid tell: an automatic oversampling."""
    if not looks_at_grid(resolved):
        return resolved
    needed = needed_oversampling(grid, resolved.grid_row.shape)
    return _oversampled(resolved, needed)


def _oversampled(resolved: ResolvedJob, needed: Shape) -> ResolvedJob:
    """Return a job with its oversampling, asked for or needed, and its notes."""
    job, shape = resolved.job, resolved.grid_row.shape
    asked = job.oversampling_row, job.oversampling_col
    fine = usable_oversampling(asked, needed, shape)
    resolved = replace(resolved, oversampling=fine)
    return replace(resolved, notes=tuple(notes_of(resolved)))


def resolve_mask(job: MaskJob) -> ResolvedMaskJob:
    """Check a job for a mask and read what its rasters say, before any pixel is read.

    Raises
    ------
    GridrError
        If it cannot be done, with what to do about it.
    """
    job = job_of(job, MaskJob, OF_MASK_JOB)
    template, step = read_header(job.template), (job.row_step, job.col_step)
    check_step(template.shape, step)
    mask = None if job.mask is None else read_header(job.mask)
    check_mask(Message("template"), mask, template, job.mask_index, job.mask_valid)
    window = resolve_window(None, template.shape, step)
    transform = template.transform
    if transform is not None:
        transform = full_transform(transform, step, window)
    return ResolvedMaskJob(
        job=_without_polygons(job),
        template=template,
        mask=mask,
        step=step,
        window=window,
        polygons=_polygons(job, template, transform),
        threads=resolve_threads(job.threads),
    )


def _polygons(
    job: Job | MaskJob, raster: Header, transform: Affine | None
) -> PolygonMask | None:
    """Return the polygons of a job as a mask of a raster with this transform."""
    given = job.valid_polygons, job.invalid_polygons
    frame = pixel_frame(job.polygon_origin)
    if all(polygons is None for polygons in given):
        return None
    # 13 ms, shapely's import most of it: what has no polygons starts without
    from ..polygons.mask import polygon_mask

    if job.polygon_frame is PolygonFrame.PIXEL:
        return polygon_mask(*given, frame)
    if transform is None and raster.has_sensor_model:
        raise GridrError(
            "{name!r} lies on the map by control points or a sensor model, which "
            "polygons cannot follow. Give them in pixels (frame pixel), or rectify "
            "the raster first.",
            name=raster.name,
        )
    return polygon_mask(*given, map_frame(transform))


def _without_polygons(job: WithPolygons) -> WithPolygons:
    """Return a job whose polygons are in its `PolygonMask` alone: once are enough."""
    return replace(job, valid_polygons=None, invalid_polygons=None)


def _src_indexes(job: Job, src: Header) -> tuple[int, ...]:
    """Return the source bands in output order."""
    indexes = tuple(range(1, src.count + 1))
    if job.src_indexes is not None:
        indexes = job.src_indexes
    if not indexes:
        raise GridrError(
            "No source band is chosen. Choose at least one, or none for all."
        )
    for index in indexes:
        check_band(src, index, Message("source"))
        check_src_dtype(src.dtypes[index - 1])
    return indexes


def _check_numbers(job: Job) -> None:
    """Refuse numbers that mean nothing."""
    if job.grid_nodata_tolerance < 0:
        raise GridrError(
            "The tolerance of the grid's nodata must be 0 or more, got {tolerance}. "
            "Give a distance in source pixels.",
            tolerance=job.grid_nodata_tolerance,
        )
    method_of(job.interpolation, job.bspline_epsilon, job.bspline_mask_influence)
    oversampling = job.oversampling_row, job.oversampling_col
    check_antialias(job.antialias, job.interpolation, *oversampling)


def _dst_nodata(
    job: Job, src: Header, indexes: tuple[int, ...], dtype: str
) -> float | None:
    """Return the output's nodata; None for zeros without a tag."""
    if job.dst_nodata is not None:
        return dst_nodata_of(job.dst_nodata, dtype)
    tags = [src.nodata[i - 1] for i in indexes if src.nodata[i - 1] is not None]
    return default_dst_nodata(tags[0] if tags else None, dtype)


def resolve_threads(asked: int | None) -> int:
    """Return the number of worker threads, by default one per processor.

    Raises
    ------
    GridrError
        If fewer than one are asked for, or more than a system starts.
    """
    if asked is None:
        return default_threads()
    if not 1 <= asked <= MOST_THREADS:
        limit = (
            Message("least 1")
            if asked < 1
            else Message("most {most}", most=MOST_THREADS)
        )
        raise GridrError(
            "Threads must be at {limit}, got {asked}. Give about as many as there are "
            "processors.",
            limit=limit,
            asked=asked,
        )
    return asked


def _window(job: Job, grid: Header, step: Shape) -> Window:
    """Return the part of the output to compute."""
    if job.extent is None:
        made = None if job.window is not None else made_shape(grid, step)
        ranges = job.window if made is None else ((0, made[0]), (0, made[1]))
        return resolve_window(ranges, grid.shape, step)
    if job.window is not None:
        raise GridrError(
            "The part to compute is given as a window and as an extent. Give one of "
            "them only."
        )
    ranges = extent_ranges(job.extent, grid.transform, grid.shape, step)
    if ranges is None:
        ends = ", ".join(f"{end:.10g}" for end in job.extent)
        raise GridrError(
            "No output pixel has its centre in the extent ({ends}) (in the grid's "
            "coordinate system). Give a larger one, or one that meets the grid.",
            ends=ends,
        )
    return resolve_window(ranges, grid.shape, step)
