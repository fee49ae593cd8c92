"""Rasters that are read: what they say of themselves, and their pixels."""

from __future__ import annotations

import threading
import warnings
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, nullcontext
from typing import Any, ClassVar, NamedTuple

import numpy as np
import rasterio
from affine import Affine

# rasterio.env's functions of the same name need, and change, an `Env` of the thread,
# whose end resets GDAL's cache for all threads; these do what they are told.
from rasterio._env import get_gdal_config, set_gdal_config
from rasterio.errors import NotGeoreferencedWarning, RasterioIOError
from rasterio.windows import Window

from .errors import GridrError
from .window import Shape

# An image straight from its sensor has no georeference; that is what grids are for.
warnings.filterwarnings("ignore", category=NotGeoreferencedWarning)


class Header(NamedTuple):
    """What a raster says of itself; plain values, picklable."""

    name: str
    """The name it was opened by."""
    shape: Shape
    """(rows, cols)."""
    dtypes: tuple[str, ...]
    """Type of each band, in numpy's words."""
    nodata: tuple[float | None, ...]
    """Nodata of each band."""
    descriptions: tuple[str | None, ...]
    """Description of each band."""
    units: tuple[str | None, ...]
    """Unit of each band."""
    scales: tuple[float, ...]
    """Scale of each band; 1 for none."""
    offsets: tuple[float, ...]
    """Offset of each band; 0 for none."""
    colorinterp: tuple[Any, ...]
    """`rasterio.enums.ColorInterp` of each band."""
    colormap: dict | None
    """Colour table of the first band."""
    tags: dict[str, str]
    """Tags of the dataset."""
    transform: Affine | None
    """Pixel corner -> CRS; None without georeference."""
    crs_wkt: str | None
    """CRS as WKT."""
    block_shape: Shape
    """Shape of the file's own blocks (rows, cols), of the first band."""
    files: tuple[str, ...]
    """All the files it is made of."""

    @property
    def count(self) -> int:
        """Return the number of bands."""
        return len(self.dtypes)


def open_raster(name: str) -> rasterio.DatasetReader:
    """Open a raster for reading.

    Raises
    ------
    GridrError
        If GDAL cannot open it.
    """
    try:
        return rasterio.open(name)
    except (RasterioIOError, TypeError) as error:
        raise GridrError(
            f"{name!r} cannot be read as a raster ({error}). "
            "Give the path of a raster file that GDAL can open."
        ) from error


def read_header(name: str) -> Header:
    """Return what a raster says of itself.

    Raises
    ------
    GridrError
        If GDAL cannot open it, or it has no band.
    """
    with open_raster(name) as dataset:
        if dataset.count == 0:
            raise GridrError(
                f"{name!r} has no raster band of its own. If it is a container, give "
                "the name of one of its subdatasets."
            )
        return header_of(dataset)._replace(name=name)


def header_of(dataset: rasterio.DatasetReader) -> Header:
    """Return what an open raster says of itself."""
    plain = dataset.transform == Affine.identity()
    return Header(
        name=dataset.name,
        shape=dataset.shape,
        dtypes=dataset.dtypes,
        nodata=dataset.nodatavals,
        descriptions=dataset.descriptions,
        units=dataset.units,
        scales=dataset.scales,
        offsets=dataset.offsets,
        colorinterp=dataset.colorinterp,
        colormap=_colormap(dataset),
        tags=dataset.tags(),
        transform=None if plain else dataset.transform,
        crs_wkt=dataset.crs.to_wkt() if dataset.crs else None,
        block_shape=dataset.block_shapes[0],
        files=tuple(dataset.files),
    )


def _colormap(dataset: rasterio.DatasetReader) -> dict | None:
    """Return the colour table of the first band, if it has one."""
    try:
        return dataset.colormap(1)
    except ValueError:
        return None


class Reader:
    """Pixels of one raster, for many threads: each opens it once for itself.

    GDAL's handles must not be used by two threads at a time. A dataset that a caller
    has opened is opened again only where that is sure to give the same pixels; else
    all threads take turns at it.
    """

    def __init__(self, name: str, given: rasterio.DatasetReader | None = None):
        self.name = name if given is None else given.name
        self._shared = None if given is None or _opens_alike(given) else given
        self._turn = nullcontext() if self._shared is None else threading.Lock()
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
        with self._turn:
            if len({dataset.dtypes[index - 1] for index in indexes}) == 1:
                return dataset.read(list(indexes), window=window, out=out)
            # one call refuses bands of different types
            for band, index in zip(out, indexes):
                dataset.read(index, window=window, out=band)
        return out

    def read_dataset_mask(self, window: Window) -> np.ndarray:
        """Return GDAL's dataset mask of a window as bool (rows, cols), True = valid."""
        with self._turn:
            return self.dataset().dataset_mask(window=window) != 0


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


class _Cache:
    """GDAL's block cache belongs to the process: runs that overlap share it."""

    lock = threading.Lock()
    shares: ClassVar[list[int]] = []
    before: int = 0


@contextmanager
def gdal_cache(size: int) -> Iterator[None]:
    """Give GDAL's block cache `size` bytes, and what it had before at the end.

    Runs that overlap get the sum of their sizes; the last one restores.
    """
    # bytes: rasterio 1.3.5 takes 64 for 64 bytes where GDAL would take MiB
    with _Cache.lock:
        if not _Cache.shares:
            _Cache.before = get_gdal_config("GDAL_CACHEMAX")
        _Cache.shares.append(size)
        set_gdal_config("GDAL_CACHEMAX", sum(_Cache.shares))
    try:
        yield
    finally:
        with _Cache.lock:
            _Cache.shares.remove(size)
            set_gdal_config("GDAL_CACHEMAX", sum(_Cache.shares) or _Cache.before)
