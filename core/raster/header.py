"""What rasters say of themselves."""

from __future__ import annotations

import warnings
from dataclasses import dataclass, replace
from typing import Any

import rasterio
from affine import Affine
from rasterio.errors import NotGeoreferencedWarning, RasterioIOError

from ..errors import GridrError
from ..window import Shape

# An image straight from its sensor has no georeference; that is what grids are for.
warnings.filterwarnings("ignore", category=NotGeoreferencedWarning)


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
        return replace(header_of(dataset), name=name)


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
        has_sensor_model=bool(dataset.gcps[0] or dataset.tags(ns="RPC")),
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
            f"The {role} has no band {index}: {header.name!r} has the bands 1 to "
            f"{header.count}. Choose one of them."
        )
