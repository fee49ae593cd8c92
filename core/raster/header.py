"""What rasters say of themselves."""

from __future__ import annotations

import math
import os
import warnings
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, NamedTuple

import numpy as np
import rasterio
from affine import Affine
from rasterio._err import CPLE_BaseError
from rasterio.enums import ColorInterp, MaskFlags
from rasterio.errors import NotGeoreferencedWarning, RasterioError

from ..errors import GridrError, no_band
from ..window import Shape
from .names import by_their_names, openable
from .text import in_utf8

# An image straight from its sensor has no georeference; that is what grids are for.
warnings.filterwarnings("ignore", category=NotGeoreferencedWarning)


MEANING_DOMAINS = ("", "IMAGERY")
"""GDAL's domains of tags that say what a band means, such as its wavelength."""
OF_PIXELS = (
    "STATISTICS_",
    "_FillValue",
    "missing_value",
    "valid_",
    "scale_factor",
    "add_offset",
    "COLORINTERP",
)
"""Beginnings of tags that tell of the pixels of one file, or what is kept elsewhere."""
RAW_DRIVERS = ("ENVI", "EHdr", "ISCE", "ROI_PAC")
"""GDAL's drivers of files that hold bare pixels."""
SIZED = {"complex_int16": "int32"}
"""Type that numpy does not know -> one of its size."""
READ_ERRORS = (
    RasterioError,
    CPLE_BaseError,  # rasterio lets some of GDAL's own pass
    OSError,
    IndexError,  # a band is no longer there
    UnicodeError,
    ValueError,
    SystemError,  # of Cython, where a Python object that is read by raised
)
"""What opening or reading a raster raises."""


class OwnMask(NamedTuple):
    """What of a raster hides its pixels, besides nodata."""

    alpha: int | None
    """The band of that, 1-based; None: a `.msk` file, or a mask within the file."""
    is_of_gdal: bool
    """Whether GDAL's dataset mask is this: it prefers nodata to an alpha band, and
    knows one as the last of two or four bands alone."""


@dataclass(frozen=True)
class Header:
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
    colormap: dict[int, Any] | None
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
    has_sensor_model: bool = False
    """Whether control points or rational polynomials (RPC) place it on the map."""
    band_tags: tuple[dict[str, dict[str, str]], ...] = ()
    """Tags of each band that say what it means: domain of GDAL's -> its tags."""
    own_mask: OwnMask | None = None
    """What hides its pixels, besides nodata."""

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
    path = openable(name)
    try:
        return rasterio.open(path)
    except UnicodeDecodeError:  # of the coordinate system's name
        return in_utf8(path)
    except (*READ_ERRORS, TypeError) as error:
        raise GridrError(
            "{name!r} cannot be read as a raster ({reason}). Give the path of a "
            "raster file that GDAL can open.",
            name=name,
            reason=words_of(error),
        ) from error


def words_of(error: BaseException) -> str:
    """Return what GDAL said, which rasterio hides in the causes of its own error."""
    texts: list[str] = []
    cause: BaseException | None = error
    while cause is not None:
        text = str(cause).replace("Read or write failed. ", "").strip(" .")
        hidden = "See previous exception" in text or text == "Read or write failed"
        if text and not hidden and not any(text in other for other in texts):
            texts.append(text)
        cause = cause.__cause__
    return "; ".join(texts) or type(error).__name__


def read_header(name: str) -> Header:
    """Return what a raster says of itself.

    Raises
    ------
    GridrError
        If GDAL cannot open it, or it has no band.
    """
    with open_raster(name) as dataset:
        if dataset.count == 0:
            raise GridrError(no_band(repr(name), dataset.subdatasets))
        check_raw(dataset)
        return replace(header_of(dataset), name=name)


def header_of(dataset: rasterio.DatasetReader) -> Header:
    """Return what an open raster says of itself.

    Raises
    ------
    GridrError
        If its texts cannot be read.
    """
    try:
        return _header_of(dataset)
    except UnicodeDecodeError:
        with in_utf8(dataset) as readable:
            header = _header_of(readable)
    files, blocks = files_of(dataset), dataset.block_shapes[0]
    return replace(header, name=dataset.name, files=files, block_shape=blocks)


def _header_of(dataset: rasterio.DatasetReader) -> Header:
    """Return what an open raster says of itself, whose texts are UTF-8."""
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
        files=files_of(dataset),
        has_sensor_model=bool(dataset.gcps[0] or dataset.tags(ns="RPC")),
        band_tags=tuple(map(partial(_band_tags, dataset), dataset.indexes)),
        own_mask=_own_mask(dataset),
    )


def _own_mask(dataset: rasterio.DatasetReader) -> OwnMask | None:
    """Return what hides pixels of a raster, besides nodata."""
    flags = dataset.mask_flag_enums
    # no flag at all: each band has a mask of its own
    is_of_gdal = any(not kinds or MaskFlags.per_dataset in kinds for kinds in flags)
    by_alpha = any(MaskFlags.alpha in kinds for kinds in flags)
    if is_of_gdal and not by_alpha:
        return OwnMask(None, True)
    if ColorInterp.alpha not in dataset.colorinterp:
        return None
    return OwnMask(dataset.colorinterp.index(ColorInterp.alpha) + 1, is_of_gdal)


def files_of(dataset: rasterio.DatasetReader) -> tuple[str, ...]:
    """Return the files that a raster is made of."""
    try:
        return by_their_names(dataset.files)
    except UnicodeDecodeError:  # one of a mosaic has such a name
        return (dataset.name,)


def _band_tags(
    dataset: rasterio.DatasetReader, index: int
) -> dict[str, dict[str, str]]:
    """Return the tags of a band that hold for other pixels, too."""
    found = {domain: dataset.tags(index, ns=domain) for domain in MEANING_DOMAINS}
    return {
        domain: {name: tags[name] for name in tags if not name.startswith(OF_PIXELS)}
        for domain, tags in found.items()
    }


def check_raw(dataset: rasterio.DatasetReader) -> None:
    """Refuse a file of bare pixels that is too short: GDAL reads zeros for the rest.

    Raises
    ------
    GridrError
        If it has fewer bytes than pixels.
    """
    if dataset.driver not in RAW_DRIVERS or not os.path.isfile(dataset.name):
        return
    packed = dataset.tags(ns="ENVI").get("file_compression", "0") != "0"
    if packed or "NBITS" in dataset.tags(1, ns="IMAGE_STRUCTURE"):
        return
    pixel = sum(np.dtype(SIZED.get(dtype, dtype)).itemsize for dtype in dataset.dtypes)
    size, needed = os.path.getsize(dataset.name), pixel * math.prod(dataset.shape)
    if size < needed:
        raise GridrError(
            "{name!r} is too short: it has {size} bytes, and its header announces "
            "pixels of {needed}. Get or make it again.",
            name=dataset.name,
            size=size,
            needed=needed,
        )


def _colormap(dataset: rasterio.DatasetReader) -> dict[int, Any] | None:
    """Return the colour table of the first band, if it has one."""
    try:
        colormap: dict[int, Any] = dataset.colormap(1)
    except ValueError:
        return None
    return colormap


def check_band(header: Header, index: int, role: str) -> None:
    """Refuse a band that a raster does not have.

    Raises
    ------
    GridrError
        If it is not one of its bands, counted from 1.
    """
    if not 1 <= index <= header.count:
        raise GridrError(
            "The {role} has no band {index}: {name!r} has the bands 1 to {count}. "
            "Choose one of them.",
            role=role,
            index=index,
            name=header.name,
            count=header.count,
        )
