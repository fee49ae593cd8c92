"""Pixels of rasters, for many threads at a time."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from contextlib import AbstractContextManager, ExitStack, nullcontext

import numpy as np
import rasterio
from rasterio.errors import RasterioIOError
from rasterio.windows import Window

from .header import open_raster


class Reader:
    """Pixels of one raster, for many threads: each opens it once for itself.

    GDAL's handles must not be used by two threads at a time. A dataset that a caller
    has opened is opened again only where that is sure to give the same pixels; else
    all threads take turns at it.
    """

    def __init__(self, name: str, given: rasterio.DatasetReader | None = None) -> None:
        self.name = name if given is None else given.name
        self._shared = None if given is None or _opens_alike(given) else given
        self._turn: AbstractContextManager[object] = (
            nullcontext() if self._shared is None else threading.Lock()
        )
        self._own = threading.local()
        self._handles = ExitStack()
        self._lock = threading.Lock()

    def close(self) -> None:
        """Close the handles opened here; no thread may be reading."""
        self._handles.close()

    def dataset(self) -> rasterio.DatasetReader:
        """Return the calling thread's handle."""
        if self._shared is not None:
            return self._shared
        if not hasattr(self._own, "dataset"):
            dataset = open_raster(self.name)
            with self._lock:
                # not `with`: rasterio 1.4 ties that to the thread, and another closes
                self._handles.callback(dataset.close)
            self._own.dataset = dataset
        return self._own.dataset

    def read(self, indexes: Sequence[int], window: Window, dtype: str) -> np.ndarray:
        """Return bands of a window inside the raster, cast to a type.

        Returns
        -------
        ndarray of `dtype`, shape (len(indexes), rows, cols)
        """
        out = np.empty((len(indexes), window.height, window.width), dtype)
        dataset = self.dataset()
        types = [dataset.dtypes[index - 1] for index in indexes]
        with self._turn:
            if len(set(types)) == 1 and (types[0] != "int8" or dtype == "int8"):
                dataset.read(list(indexes), window=window, out=out)
                return out
            # one call refuses bands of different types
            for band, index, own in zip(out, indexes, types):
                if own == "int8":
                    # rasterio before 1.4 reads -1 as 255 but into int8
                    band[:] = dataset.read(index, window=window, out_dtype="int8")
                else:
                    dataset.read(index, window=window, out=band)
        return out

    def read_dataset_mask(self, window: Window) -> np.ndarray:
        """Return GDAL's dataset mask of a window as bool (rows, cols), True = valid."""
        with self._turn:
            return np.asarray(self.dataset().dataset_mask(window=window) != 0)


def _opens_alike(dataset: rasterio.DatasetReader) -> bool:
    """Tell whether opening a dataset's name again gives the same pixels.

    Not so with open options, an overview level, a warped view or a file in memory.
    """
    plain = type(dataset) is rasterio.io.DatasetReader and dataset.mode == "r"
    if not plain or dataset.options or dataset.name.startswith("/vsimem/"):
        return False
    try:
        with rasterio.open(dataset.name) as again:
            return (again.shape, again.dtypes, again.transform) == (
                dataset.shape,
                dataset.dtypes,
                dataset.transform,
            )
    except RasterioIOError:
        return False
