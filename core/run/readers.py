"""The rasters of a job, open for its threads."""

from __future__ import annotations

import threading
from contextlib import ExitStack

import rasterio

from ..grid.grid import Coordinate, Grid
from ..plan.resolved import ResolvedJob
from ..raster.header import Header
from ..raster.pixels import MaskRaster, mask_raster
from ..raster.reader import Reader
from ..source.source import Source
from ..source.validity import nodata_of


class Readers:
    """One reader per raster of a job, and what they make together.

    Parameters
    ----------
    resolved : ResolvedJob
        What is to be read.
    given : dict
        Datasets that a caller has opened and goes on owning, by their header's name;
        the others are opened by name.

    Attributes
    ----------
    grid : Grid
        The nodes.
    source : Source
        The pixels that they read.
    """

    def __init__(
        self,
        resolved: ResolvedJob,
        given: dict[str, rasterio.DatasetReader] | None = None,
    ) -> None:
        self._given = given or {}
        self._turn = threading.Lock()
        self._readers: dict[str, Reader] = {}
        self._open = ExitStack()
        self.grid = self._grid(resolved)
        self.source = self._source(resolved)

    def _reader(self, header: Header) -> Reader:
        if header.name not in self._readers:
            reader = Reader(header.name, self._given.get(header.name), self._turn)
            self._open.callback(reader.close)
            self._readers[header.name] = reader
        return self._readers[header.name]

    def _mask(
        self, header: Header | None, index: int, valid: float
    ) -> MaskRaster | None:
        if header is None:
            return None
        return mask_raster(self._reader(header), header, index, valid)

    def _grid(self, resolved: ResolvedJob) -> Grid:
        job, (row_nodata, col_nodata) = resolved.job, resolved.node_nodata
        row, col = resolved.grid_row, resolved.grid_col
        return Grid(
            self._coordinate(row, resolved.row_index, row_nodata),
            self._coordinate(col, resolved.col_index, col_nodata),
            resolved.step,
            self._mask(resolved.grid_mask, job.grid_mask_index, job.grid_mask_valid),
            job.shift,
            job.grid_nodata_tolerance,
        )

    def _coordinate(self, header: Header, index: int, nodata: float) -> Coordinate:
        scale, offset = header.scales[index - 1], header.offsets[index - 1]
        return Coordinate(self._reader(header), index, nodata, scale, offset)

    def _source(self, resolved: ResolvedJob) -> Source:
        job, dtype = resolved.job, resolved.patch_dtype
        return Source(
            reader=self._reader(resolved.src),
            shape=resolved.src.shape,
            indexes=resolved.read_indexes,
            dtype=dtype,
            nodata=nodata_of(resolved.src_dtypes, resolved.src_nodata, dtype),
            rule=job.src_validity,
            method=resolved.method,
            boundary=job.boundary,
            trusted=resolved.trusted,
            mask=self._mask(resolved.src_mask, job.src_mask_index, job.src_mask_valid),
            polygons=resolved.polygons,
        )

    def __enter__(self) -> Readers:
        """Return the readers."""
        return self

    def __exit__(self, *exception: object) -> None:
        """Close what was opened here."""
        self._open.close()
