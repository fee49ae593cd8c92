"""Which bands of a grid hold the rows and the columns, and why."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from ..errors import GridrError
from ..message import Message
from ..options import Job
from ..raster.files import band_behind
from ..raster.header import Header, check_band

if TYPE_CHECKING:
    from ..grid_options import NodesJob

ROW_NAMES = ("row", "rows", "line", "lines")
COL_NAMES = ("col", "cols", "column", "columns", "sample", "samples")
MAP_ROW_NAMES = ("lat", "latitude", "northing", "northings", "north")
MAP_COL_NAMES = ("lon", "long", "longitude", "easting", "eastings", "east")
AXIS_ROW_NAMES = ("y", *MAP_ROW_NAMES)
"""Names of what runs as rows do; taken where no band is called by those of rows."""
AXIS_COL_NAMES = ("x", *MAP_COL_NAMES)
"""Names of what runs as columns do."""
DEFAULT = Message("default: 1 and 2")
FIRST = Message("default: 1")
OTHER = Message("the other of the first two")
ASKED = Message("asked for")


class Bands(NamedTuple):
    """The bands of the nodes' coordinates."""

    row: int
    """That of the rows, 1-based."""
    col: int
    """That of the columns."""
    row_reason: Message
    """Why that of the rows, in the log's words."""
    col_reason: Message
    """Why that of the columns."""


def grid_bands(job: NodesJob, row: Header, col: Header) -> Bands:
    """Find the bands of the row and of the column coordinates.

    Those asked for, else those described so, else the first two.

    Raises
    ------
    GridrError
        If there are no such bands, or they make no grid.
    """
    bands = _chosen(job, row, col)
    if col is row and row.count == 1:
        raise GridrError(
            "The grid {name!r} has one band. A grid has two, the rows and the columns "
            "that the source is read at; or give the columns' raster of their own.",
            name=row.name,
        )
    check_band(row, bands.row, Message("grid of row coordinates"))
    check_band(col, bands.col, Message("grid of column coordinates"))
    if (row.name, bands.row) == (col.name, bands.col):
        raise GridrError(
            "Rows and columns are both read from band {row} of the grid. Give two "
            "different bands, or the columns' raster of their own.",
            row=bands.row,
        )
    if row.shape != col.shape:
        raise GridrError(
            "The rasters of the row and of the column coordinates have the shapes "
            "{row_shape} and {col_shape} (rows, columns); they must be equal.",
            row_shape=row.shape,
            col_shape=col.shape,
        )
    _check_coordinates(row, bands.row)
    _check_coordinates(col, bands.col)
    return bands


def _check_coordinates(header: Header, index: int) -> None:
    """Refuse a band of a grid whose values make no coordinates."""
    if header.dtypes[index - 1].startswith("complex"):
        raise GridrError(
            "Band {index} of the grid {name!r} is complex. Give real coordinates, for "
            "example as Float64.",
            index=index,
            name=header.name,
        )
    scale, offset = header.scales[index - 1], header.offsets[index - 1]
    if scale == 0 or not np.isfinite([scale, offset]).all():
        raise GridrError(
            "Band {index} of the grid {name!r} has the scale {scale:g} and the offset "
            "{offset:g}, which give no coordinates. Mend them, for example with "
            "gdal_edit.py -scale 1 -offset 0.",
            index=index,
            name=header.name,
            scale=scale,
            offset=offset,
        )


def _chosen(job: NodesJob, row: Header, col: Header) -> Bands:
    """Choose the bands, and say why."""
    row_index, col_index = _described(row, ROW_NAMES), _described(col, COL_NAMES)
    if row_index is None and col_index is None:
        row_index = _described(row, AXIS_ROW_NAMES)
        col_index = _described(col, AXIS_COL_NAMES)
        if row_index is None or col_index is None:  # x alone may stand for anything
            row_index = col_index = None
    reasons = [_words_of(row, row_index), _words_of(col, col_index)]
    if job.row_index is not None:
        row_index, reasons[0] = job.row_index, ASKED
    if job.col_index is not None:
        col_index, reasons[1] = job.col_index, ASKED
    if col is row:
        if row_index is None:
            row_index = 2 if col_index == 1 else 1
        if col_index is None:
            col_index = 1 if row_index == 2 else 2
        if (row_index, col_index) != (1, 2):
            reasons = [OTHER if why == DEFAULT else why for why in reasons]
    else:
        reasons = [FIRST if why == DEFAULT else why for why in reasons]
    return Bands(
        1 if row_index is None else row_index,
        1 if col_index is None else col_index,
        *reasons,
    )


def _words_of(header: Header, index: int | None) -> Message:
    """Return why a band was chosen by its description, or by default."""
    if index is None:
        return DEFAULT
    return Message("described {text!r}", text=header.descriptions[index - 1])


def _described(header: Header, names: tuple[str, ...]) -> int | None:
    """Return the one band whose description is among `names`, if there is one."""
    words = [(text or "").strip().lower() for text in header.descriptions]
    hits = [index for index, word in enumerate(words, 1) if word in names]
    return hits[0] if len(hits) == 1 else None


def check_apart(job: Job, src_indexes: tuple[int, ...], bands: Bands) -> None:
    """Refuse to resample the bands that the nodes are read from.

    Raises
    ------
    GridrError
        If the grid is the source, by name, by another name of the same file, or by a
        VRT that shows its bands.
    """
    coordinates = {(job.grid, bands.row), (job.grid_col or job.grid, bands.col)}
    sources = [band_behind((job.src, index)) for index in src_indexes]
    for name, band in sorted(coordinates):
        raster, number = band_behind((name, band))
        if any(number == index and _same_raster(raster, src) for src, index in sources):
            raise GridrError(
                "The grid is the source: band {band} of {name!r} would be both a "
                "coordinate of the nodes and resampled. Choose the raster that holds "
                "the grid; if one file holds both, choose the bands of the source.",
                band=band,
                name=name,
            )


def _same_raster(name: str, other: str) -> bool:
    """Tell whether two names open the same raster."""
    try:
        return name == other or os.path.samefile(name, other)
    except (OSError, ValueError):  # names that GDAL alone understands
        return False
