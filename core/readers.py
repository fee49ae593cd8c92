"""The rasters of a task, open for its threads."""

from __future__ import annotations

from contextlib import ExitStack

import rasterio

from .dataset import Header, Reader
from .mask import nodata_of
from .source import MaskRaster, Source
from .task import Task


class Readers:
    """One reader per raster of a task, and the source they make together.

    Parameters
    ----------
    task
        What is to be read.
    given
        Datasets that a caller has opened and goes on owning, by their header's name;
        the others are opened by name.
    """

    def __init__(
        self, task: Task, given: dict[str, rasterio.DatasetReader] | None = None
    ):
        self._given = given or {}
        self._readers: dict[str, Reader] = {}
        self._open = ExitStack()
        self.grid_row = self._reader(task.grid_row)
        self.grid_col = self._reader(task.grid_col)
        self.grid_mask = task.grid_mask and self._reader(task.grid_mask)
        self.source = self._source(task)

    def _reader(self, header: Header) -> Reader:
        if header.name not in self._readers:
            reader = Reader(header.name, self._given.get(header.name))
            self._open.callback(reader.close)
            self._readers[header.name] = reader
        return self._readers[header.name]

    def _source(self, task: Task) -> Source:
        job, mask = task.job, None
        if task.src_mask is not None:
            index = job.src_mask_index
            dtype = task.src_mask.dtypes[index - 1]
            reader = self._reader(task.src_mask)
            mask = MaskRaster(reader, index, dtype, job.src_mask_valid)
        return Source(
            reader=self._reader(task.src),
            shape=task.src.shape,
            indexes=task.read_indexes,
            dtype=task.block_dtype,
            nodata=nodata_of(task.src_dtypes, task.src_nodata, task.block_dtype),
            rule=job.src_validity,
            method=task.method,
            boundary=job.boundary,
            trusted=task.trusted,
            mask=mask,
            polygons=task.polygons,
        )

    def __enter__(self) -> Readers:
        """Return the readers."""
        return self

    def __exit__(self, *exception) -> None:
        """Close what was opened here."""
        self._open.close()
