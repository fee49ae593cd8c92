"""What a user can ask of grids: to make them. As in `options`."""

from __future__ import annotations

from dataclasses import dataclass

from .options import Choice, take_by_name


class GridMethod(Choice):
    """What places a source on the map."""

    AUTO = "auto"
    """The first that the source has: geotransform, RPC, control points, arrays."""
    GEOTRANSFORM = "geotransform"
    """Its geotransform and coordinate system."""
    GCP = "gcp"
    """Its control points."""
    RPC = "rpc"
    """Its rational polynomials, with heights."""
    GEOLOCATION = "geolocation"
    """The geolocation arrays that it names."""


class GridFit(Choice):
    """How control points become positions everywhere."""

    AUTO = "auto"
    """GDAL's rule: polynomial2 from six points on, else polynomial1."""
    POLYNOMIAL1 = "polynomial1"
    """Affine, from 3 points on."""
    POLYNOMIAL2 = "polynomial2"
    """Of order 2, from 6 points on."""
    POLYNOMIAL3 = "polynomial3"
    """Of order 3, from 10 points on."""
    TPS = "tps"
    """Thin plates through all points, from 3 on."""
    PROJECTIVE = "projective"
    """As a plane is seen by a camera, from 4 points on."""


class DemHeights(Choice):
    """What heights of a DEM count from."""

    FROM_CRS = "from_crs"
    """What the DEM's coordinate system says, else the ellipsoid."""
    ELLIPSOID = "ellipsoid"
    """The ellipsoid WGS 84, as RPCs do."""
    EGM96 = "egm96"
    """The geoid EGM96, as SRTM's."""
    EGM2008 = "egm2008"
    """The geoid EGM2008, as Copernicus DEM's."""


class ArrayConvention(Choice):
    """Which point of a source pixel the places of geolocation arrays are of."""

    AUTO = "auto"
    """What the source's tags say, else its centre."""
    CENTER = "center"
    """Its centre."""
    CORNER = "corner"
    """Its upper left corner, which GDAL assumes of tags that do not say it."""


@dataclass(frozen=True)
class TargetJob:
    """What every grid takes that is made for a target; None: from the data."""

    src: str
    """Source raster: gives its place, no pixels."""
    dst: str
    """Output, a GeoTIFF of two bands of float64: rows and columns of the source."""
    dst_mask: str | None = None
    """1-bit output GeoTIFF: 1 = the node has a place in the source's model."""
    template: str | None = None
    """Raster that gives the target's shape and place, no pixels. Not together with
    the next three."""
    dst_crs: str | None = None
    """Coordinate system of the target; None: that of what places the source."""
    extent: tuple[float, float, float, float] | None = None
    """(x_min, y_min, x_max, y_max) of the target; None: GDAL's suggestion."""
    pixel_size: float | None = None
    """Of the target, in units of its CRS; None: GDAL's suggestion."""
    row_step: int | None = None
    """Target pixels per node along rows; None: automatic."""
    col_step: int | None = None
    """Target pixels per node along columns; None: automatic."""
    tolerance: float = 0.05
    """Most that positions between nodes may be off with automatic steps [source
    pixels]."""
    operation: str | None = None
    """PROJ pipeline from the source's CRS to the target's; None: PROJ's best."""


@dataclass(frozen=True)
class GridJob(TargetJob):
    """One grid to make, from what places a source on the map; None: from the data."""

    method: GridMethod = GridMethod.AUTO
    """What places the source on the map."""
    src_crs: str | None = None
    """Coordinate system of the geotransform or of the control points; None: the
    source's. A code, WKT or PROJ string."""
    fit: GridFit = GridFit.AUTO
    """How control points become positions everywhere."""
    height: float | None = None
    """Height above the ellipsoid everywhere, for RPCs [m]; None: the RPCs' own."""
    dem: str | None = None
    """Raster of heights, for RPCs. Not together with `height`."""
    dem_index: int = 1
    """Band of `dem`."""
    dem_heights: DemHeights = DemHeights.FROM_CRS
    """What its heights count from."""
    dem_offset: float = 0.0
    """Added to its heights [m]."""

    def __post_init__(self) -> None:
        """Take the choices by name, too."""
        take_by_name(self, method=GridMethod, fit=GridFit, dem_heights=DemHeights)


@dataclass(frozen=True)
class ArraysJob(TargetJob):
    """One grid to make, from arrays of the place of each pixel; None: the source's.

    The arrays are two rasters of x and y, or one of the map that names pixels (GLT).
    """

    x_raster: str | None = None
    """Raster of x or longitude; None: that of the source's tags."""
    x_index: int | None = None
    """Its band; None: that of the tags, else 1."""
    y_raster: str | None = None
    """Raster of y or latitude; None: that of the source's tags."""
    y_index: int | None = None
    """Its band; None: that of the tags, else 1."""
    glt: str | None = None
    """Raster on the map whose first two bands hold column and row of the source,
    counted from 1; 0 is nothing. Not together with arrays."""
    array_crs: str | None = None
    """Coordinate system of the places; None: that of the tags or of the GLT, else
    EPSG:4326."""
    line_offset: float | None = None
    """Source row of the arrays' first row; None: that of the tags, else 0."""
    line_step: float | None = None
    """Source rows from one of their rows to the next; None: of the tags, else 1."""
    pixel_offset: float | None = None
    """Source column of the arrays' first column; None: that of the tags, else 0."""
    pixel_step: float | None = None
    """Source columns from one of their columns to the next; None: of the tags,
    else 1."""
    array_convention: ArrayConvention = ArrayConvention.AUTO
    """Which point of a source pixel the places are of."""
    scan_rows: int | None = None
    """Array rows of a scan, which overlap others (bow-tie); 0: none; None: what the
    arrays show."""
    fill_value: float | None = None
    """Value in the arrays that is no place, besides their nodata."""

    def __post_init__(self) -> None:
        """Take the choice by name, too."""
        take_by_name(self, array_convention=ArrayConvention)
