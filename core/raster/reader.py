"""Pixels of rasters, for many threads at a time."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from contextlib import (
    AbstractContextManager,
    ExitStack,
    contextmanager,
    nullcontext,
    suppress,
)

import numpy as np
import rasterio
from rasterio.windows import Window

from ..errors import GridrError
from ..message import Message
from ..window import Shape, window_ranges
from .header import READ_ERRORS, open_raster, words_of


class Reader:
    """Pixels of one raster, for many threads: each opens it once for itself.

    GDAL's handles must not be used by two threads at a time. At a dataset that a
    caller has opened all threads take turns: its name opened again may be another
    file by now, or the same one read with other options.

    Parameters
    ----------
    name
        Name of the raster.
    given
        The raster opened by a caller, who goes on owning it.
    turn
        Held while it is read. Datasets of one caller need the same one: two VRTs may
        share what they are made of.
    """

    def __init__(
        self,
        name: str,
        given: rasterio.DatasetReader | None = None,
        turn: AbstractContextManager[object] | None = None,
    ) -> None:
        self.name = name if given is None else given.name
        self._given = given
        self._turn: AbstractContextManager[object] = nullcontext()
        if given is not None:
            self._turn = turn or threading.Lock()
        self._own = threading.local()
        self._handles = ExitStack()
        self._lock = threading.Lock()

    def close(self) -> None:
        """Close the handles opened here; no thread may be reading."""
        self._handles.close()

    def dataset(self) -> rasterio.DatasetReader:
        """Return the calling thread's handle."""
        if self._given is not None:
            return self._given
        if not hasattr(self._own, "dataset"):
            dataset = self._open()
            with self._lock:
                # not `with`: rasterio 1.4 ties that to the thread, and another closes
                self._handles.callback(dataset.close)
            self._own.dataset = dataset
        return self._own.dataset

    def _open(self) -> rasterio.DatasetReader:
        """Open the raster, whose header has been read before."""
        try:
            return open_raster(self.name)
        except GridrError as error:
            raise GridrError(
                "{reason} It could be opened when the run began: get or make it "
                "again, and run again.",
                reason=error.message,
            ) from error

    def read(self, indexes: Sequence[int], window: Window, dtype: str) -> np.ndarray:
        """Return bands of a window inside the raster, cast to a type.

        Returns
        -------
        ndarray of `dtype`, shape (len(indexes), rows, cols)

        Raises
        ------
        GridrError
            If the file does not give them.
        """
        out = np.empty((len(indexes), window.height, window.width), dtype)
        dataset = self.dataset()
        with self._turn:
            # one call names no band that fails, and refuses bands of different types
            with suppress(*READ_ERRORS):
                types = {dataset.dtypes[index - 1] for index in indexes}
                if len(types) == 1 and (types != {"int8"} or dtype == "int8"):
                    dataset.read(list(indexes), window=window, out=out)
                    return out
            for band, index in zip(out, indexes):
                with _failures(self.name, Message("Band {index}", index=index), window):
                    if dataset.dtypes[index - 1] == "int8":
                        # rasterio before 1.4 reads -1 as 255 but into int8
                        band[:] = dataset.read(index, window=window, out_dtype="int8")
                    else:
                        dataset.read(index, window=window, out=band)
        return out

    def read_thinned(self, index: int, window: Window, shape: Shape) -> np.ndarray:
        """Return some pixels of a band of a window, evenly, as float64 of a shape.

        From the file's overviews, where it has some.

        Raises
        ------
        GridrError
            If the file does not give them.
        """
        dataset = self.dataset()
        with (
            self._turn,
            _failures(self.name, Message("Band {index}", index=index), window),
        ):
            dtype = dataset.dtypes[index - 1]
            pixels = dataset.read(
                index, window=window, out_shape=shape, out_dtype=dtype
            )
            return np.asarray(pixels, np.float64)

    def read_dataset_mask(self, window: Window) -> np.ndarray:
        """Return GDAL's dataset mask of a window as bool (rows, cols), True = valid.

        Raises
        ------
        GridrError
            If the file does not give it.
        """
        dataset = self.dataset()
        with self._turn, _failures(self.name, Message("The mask"), window):
            return np.asarray(dataset.dataset_mask(window=window) != 0)


@contextmanager
def _failures(name: str, what: str, window: Window) -> Iterator[None]:
    """Turn whatever reading raises into a sentence."""
    try:
        yield
    except READ_ERRORS as error:
        (top, bottom), (left, right) = window_ranges(window)
        raise GridrError(
            "{what} of {name!r} cannot be read in rows {top} to {bottom} and columns "
            "{left} to {right}: {reason}. The file is damaged or incomplete, or was "
            "changed during the run, or one that it refers to is missing. Get or make "
            "it again, and run again.",
            what=what,
            name=name,
            top=top,
            bottom=bottom - 1,
            left=left,
            right=right - 1,
            reason=words_of(error),
        ) from error
