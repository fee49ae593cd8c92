"""From what was asked to what will be done: every open choice decided and checked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from rasterio.windows import Window

from .checks import (
    check_band,
    check_dst_dtype,
    check_mask,
    check_nodata,
    check_src_dtype,
    check_step,
    check_window,
    default_dst_dtype,
    default_nodata,
)
from .dataset import Header, read_header
from .errors import GridrError
from .feedback import Feedback
from .grid import extent_ranges
from .interpolation import Method, method_of
from .machine import processors
from .mask import nodata_in
from .options import Boundary, Interpolation, Job, SourceValidity
from .polygons import PolygonMask, polygon_mask
from .window import Shape

ROW_NAMES = ("row", "rows", "line", "lines")
COL_NAMES = ("col", "cols", "column", "columns", "sample", "samples")
STEP_TAGS = ("GRID_RESOLUTION_ROW", "GRID_RESOLUTION_COL")


class Headers(NamedTuple):
    """What the rasters of a job say of themselves."""

    src: Header
    """The source."""
    grid_row: Header
    """The raster of the row coordinates."""
    grid_col: Header
    """The raster of the column coordinates, often the same."""
    grid_mask: Header | None = None
    """The mask of the nodes."""
    src_mask: Header | None = None
    """The mask of the source."""


@dataclass(frozen=True)
class Task:
    """A job whose every value is known and allowed; picklable."""

    job: Job
    """What was asked."""
    src: Header
    """The source."""
    src_indexes: tuple[int, ...]
    """Source bands, 1-based, in output order, repeats allowed."""
    grid_row: Header
    """The raster of the row coordinates."""
    row_index: int
    """Their band."""
    grid_col: Header
    """The raster of the column coordinates, often the same."""
    col_index: int
    """Their band."""
    grid_mask: Header | None
    """The mask of the nodes."""
    src_mask: Header | None
    """The mask of the source."""
    polygons: PolygonMask | None
    """The polygons that restrict the source."""
    step: Shape
    """Output pixels from node to node (rows, cols)."""
    window: Window
    """The part of the full output to compute."""
    dst_dtype: str
    """numpy name of the output's type."""
    dst_nodata: float
    """Value of invalid output pixels."""
    tag_nodata: bool
    """Whether the output declares that value as its nodata."""
    threads: int
    """Worker threads."""
    node_tolerance: float = 0.0
    """Distance from the grid's nodata that still masks a node."""

    @property
    def inputs(self) -> list[Header]:
        """Return the headers of all rasters it reads."""
        headers = (
            self.src,
            self.grid_row,
            self.grid_col,
            self.grid_mask,
            self.src_mask,
        )
        return [header for header in headers if header is not None]

    @property
    def method(self) -> Method:
        """Return the interpolation with its constants."""
        job = self.job
        return method_of(
            job.interpolation, job.bspline_epsilon, job.bspline_mask_influence
        )

    @property
    def trusted(self) -> bool:
        """Return whether places beyond the border may make valid pixels."""
        return self.job.trust_padding and self.job.boundary is not Boundary.NONE

    @property
    def read_indexes(self) -> list[int]:
        """Return the source bands to read, each once."""
        return list(dict.fromkeys(self.src_indexes))

    @property
    def order(self) -> np.ndarray:
        """Return, per output band, its place in `read_indexes`."""
        return np.array([self.read_indexes.index(i) for i in self.src_indexes])

    @property
    def block_dtype(self) -> str:
        """Return the type that holds all the bands to read."""
        return np.result_type(*self.src_dtypes).name

    @property
    def src_dtypes(self) -> list[str]:
        """Return the types of the bands to read."""
        return [self.src.dtypes[index - 1] for index in self.read_indexes]

    @property
    def src_nodata(self) -> list[float | None]:
        """Return the nodata of the bands to read."""
        return [self.src.nodata[index - 1] for index in self.read_indexes]


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


def decide(job: Job, feedback: Feedback, headers: Headers | None = None) -> Task:
    """Fill in the open choices of a job and check all of it, before any pixel is read.

    Parameters
    ----------
    headers
        Of the job's rasters; by default they are opened by their names.

    Raises
    ------
    GridrError
        If anything cannot be done, with what to do about it.
    """
    headers = headers or read_headers(job)
    src, row, col = headers[:3]
    indexes = _src_indexes(job, src)
    row_index, col_index = _grid_bands(job, row, col)
    step = _step(job, row)
    check_step(row.shape, step)
    grid_valid = job.grid_mask_index, job.grid_mask_valid
    check_mask("grid", headers.grid_mask, row, *grid_valid)
    src_valid = job.src_mask_index, job.src_mask_valid
    check_mask("source", headers.src_mask, src, *src_valid)
    _check_numbers(job)
    dtype = job.dst_dtype or default_dst_dtype([src.dtypes[i - 1] for i in indexes])
    nodata = _nodata(job, src, indexes, check_dst_dtype(dtype), feedback)
    task = Task(
        job=job,
        src=src,
        src_indexes=indexes,
        grid_row=row,
        row_index=row_index,
        grid_col=col,
        col_index=col_index,
        grid_mask=headers.grid_mask,
        src_mask=headers.src_mask,
        polygons=polygon_mask(
            job.valid_polygons, job.invalid_polygons, job.polygon_origin
        ),
        step=step,
        window=_window(job, row, step),
        dst_dtype=dtype,
        dst_nodata=0.0 if nodata is None else nodata,
        tag_nodata=nodata is not None,
        threads=thread_count(job.threads),
    )
    _mention(task, feedback)
    return task


def _src_indexes(job: Job, src: Header) -> tuple[int, ...]:
    """Return the source bands in output order."""
    indexes = tuple(range(1, src.count + 1))
    if job.src_indexes is not None:
        indexes = tuple(job.src_indexes)
    if not indexes:
        raise GridrError(
            "No source band is chosen. Choose at least one, or none for all."
        )
    for index in indexes:
        check_band(src, index, "source")
        check_src_dtype(src.dtypes[index - 1])
    return indexes


def _check_numbers(job: Job) -> None:
    """Refuse numbers that mean nothing."""
    for name, pair in (
        ("grid shift", job.shift),
        ("polygon origin", job.polygon_origin),
    ):
        if len(pair) != 2 or not np.isfinite(pair).all():
            raise GridrError(
                f"The {name} must be two finite numbers (row, column), got {pair}."
            )
    method_of(job.interpolation, job.bspline_epsilon, job.bspline_mask_influence)


def _grid_bands(job: Job, row: Header, col: Header) -> tuple[int, int]:
    """Find the bands of the row and of the column coordinates."""
    row_index = job.row_index or _described(row, ROW_NAMES)
    col_index = job.col_index or _described(col, COL_NAMES)
    if col is row:
        row_index = row_index or (2 if col_index == 1 else 1)
        col_index = col_index or (1 if row_index == 2 else 2)
    row_index, col_index = row_index or 1, col_index or 1
    if col is row and row.count == 1:
        raise GridrError(
            f"The grid {row.name!r} has one band. A grid has two, the rows and the "
            "columns that the source is read at; or give the columns' raster of "
            "their own."
        )
    check_band(row, row_index, "grid of row coordinates")
    check_band(col, col_index, "grid of column coordinates")
    if (row.name, row_index) == (col.name, col_index):
        raise GridrError(
            f"Rows and columns are both read from band {row_index} of the grid. Give "
            "two different bands, or the columns' raster of their own."
        )
    if row.shape != col.shape:
        raise GridrError(
            f"The rasters of the row and of the column coordinates have the shapes "
            f"{row.shape} and {col.shape} (rows, columns); they must be equal."
        )
    for header, index in ((row, row_index), (col, col_index)):
        if header.dtypes[index - 1].startswith("complex"):
            raise GridrError(
                f"Band {index} of the grid {header.name!r} is complex. Give real "
                "coordinates, for example as Float64."
            )
    return row_index, col_index


def _described(header: Header, names: tuple[str, ...]) -> int | None:
    """Return the one band whose description is among `names`, if there is one."""
    words = [(text or "").strip().lower() for text in header.descriptions]
    hits = [index for index, word in enumerate(words, 1) if word in names]
    return hits[0] if len(hits) == 1 else None


def _step(job: Job, grid: Header) -> Shape:
    """Return the output pixels per node, asked for or from the grid's tags."""
    steps = []
    for asked, tag in zip((job.row_step, job.col_step), STEP_TAGS):
        text = grid.tags.get(tag, "1")
        if asked is None and not text.strip().isdigit():
            raise GridrError(
                f"The grid's tag {tag} is {text!r}, not a whole number. Mend it or "
                "give the grid's resolution."
            )
        steps.append(int(text) if asked is None else asked)
    return steps[0], steps[1]


def _nodata(
    job: Job, src: Header, indexes: tuple[int, ...], dtype: str, feedback: Feedback
) -> float | None:
    """Return the output's nodata; None for zeros without a tag."""
    if job.dst_nodata is not None:
        return check_nodata(job.dst_nodata, dtype)
    tags = [src.nodata[i - 1] for i in indexes if src.nodata[i - 1] is not None]
    nodata = default_nodata(tags[0] if tags else None, dtype)
    if nodata is None:
        feedback.info(
            "Invalid pixels are written as 0 without a nodata tag, because the source "
            f"has none that {dtype} holds: use the output mask to tell them from valid "
            "zeros, or give a nodata value."
        )
    return nodata


def thread_count(asked: int | None) -> int:
    """Return the number of worker threads, by default one per processor.

    Raises
    ------
    GridrError
        If fewer than one are asked for.
    """
    if asked is None:
        return processors()
    if asked < 1:
        raise GridrError(f"Threads must be at least 1, got {asked}.")
    return asked


def _window(job: Job, grid: Header, step: Shape) -> Window:
    """Return the part of the output to compute."""
    if job.extent is None:
        return check_window(job.window, grid.shape, step)
    if job.window is not None:
        raise GridrError(
            "The part to compute is given as a window and as an extent. Give one of "
            "them only."
        )
    ranges = extent_ranges(job.extent, grid.transform, grid.shape, step)
    if ranges is None:
        raise GridrError(
            f"No output pixel has its centre in the extent {job.extent} (in the grid's "
            "coordinate system). Give a larger one, or one that meets the grid."
        )
    return check_window(ranges, grid.shape, step)


def _mention(task: Task, feedback: Feedback) -> None:
    """Log the choices that the data made and that a user may wonder about."""
    rule = task.job.src_validity
    values = {
        nodata_in(dtype, value)
        for dtype, value in zip(task.src_dtypes, task.src_nodata)
    } - {None}
    if values and rule in (SourceValidity.ANY_BAND, SourceValidity.ALL_BANDS):
        which = "any band is" if rule is SourceValidity.ANY_BAND else "all bands are"
        named = ", ".join(f"{value:g}" for value in sorted(values))
        feedback.info(f"Source pixels are invalid where {which} nodata ({named}).")
    for index, nodata in zip((task.row_index, task.col_index), node_nodata(task)):
        if np.isfinite(nodata):
            feedback.info(f"Grid nodes with {nodata:g} in band {index} are masked.")
    if task.job.trust_padding and not task.trusted:
        feedback.info("Without a boundary there is no padding to trust.")
    _mention_step(task, feedback)
    if task.src.colormap and task.job.interpolation is not Interpolation.NEAREST:
        feedback.warning(
            "The source has a colour table: its values are names of colours, and "
            f"{task.job.interpolation.value} interpolation mixes them into others. Use "
            "nearest, or expand the colours first."
        )


def _mention_step(task: Task, feedback: Feedback) -> None:
    """Warn if the resolution that was asked for is not the one in the grid's tags."""
    tags = {tag: task.grid_row.tags.get(tag, "").strip() for tag in STEP_TAGS}
    told = {tag: int(text) for tag, text in tags.items() if text.isdigit()}
    # at 1 x 1 the nodes themselves are the output: a quick look, and no mistake
    asked = zip(STEP_TAGS, task.step)
    if task.step != (1, 1) and any(told.get(tag, step) != step for tag, step in asked):
        named = " and ".join(f"{tag} = {step}" for tag, step in told.items())
        feedback.warning(
            f"The grid's tags say {named}, but a resolution of {task.step[0]} x "
            f"{task.step[1]} (rows x columns) was asked for and is used. Check it, or "
            "ask for none: the tags are then used."
        )


def node_nodata(task: Task) -> tuple[float, float]:
    """Return the row and the column that mask a node; NaN for none."""
    asked = task.job.grid_nodata
    if asked is not None:
        return asked, asked
    values = [
        nodata_in(header.dtypes[index - 1], header.nodata[index - 1])
        for header, index in (
            (task.grid_row, task.row_index),
            (task.grid_col, task.col_index),
        )
    ]
    return tuple(np.nan if value is None else value for value in values)
