"""What a user can ask of grids: to make, convert, judge, see them. As in `options`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Union

from .options import Choice, Job, take_by_name


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
    LINEAR = "linear"
    """A scale and a shift of each axis, from 2 points on."""
    HELMERT = "helmert"
    """A turn, one scale and a shift, from 2 points on."""


class SourceFrame(Choice):
    """What the source's coordinates in a file of control points are."""

    AUTO = "auto"
    """Those by which more points lie in the source."""
    PIXEL = "pixel"
    """Pixels: x = column, y = -row, from the corner of the first one."""
    MAP = "map"
    """Coordinates of the source's own geotransform."""


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


class GridConvention(Choice):
    """What the numbers of a grid are counted from."""

    ABSOLUTE = "absolute"
    """Row and column of the source; the first pixel's centre is (0, 0). Ours."""
    DISPLACEMENT = "displacement"
    """That less the row and column of the node's pixel in the output."""
    OTB_LOC = "otb_loc"
    """OTB's localisation grids: x and y in the source, where it lies for OTB."""
    OTB_DEF = "otb_def"
    """OTB's deformation grids: that less x and y of the node."""
    CENTER05 = "center05"
    """Row and column of the source; the first pixel's centre is (0.5, 0.5)."""
    ONE_BASED = "one_based"
    """Row and column of the source; the first pixel's centre is (1, 1)."""

    @property
    def is_otb(self) -> bool:
        """Return whether it is one of OTB's."""
        return self in (GridConvention.OTB_LOC, GridConvention.OTB_DEF)


class OtbCoordinates(Choice):
    """What x and y of OTB's grids mean."""

    PIXEL = "pixel"
    """Columns and rows, the first pixel's centre at (0.5, 0.5)."""
    MAP = "map"
    """Places on the map, by the geotransform of the source."""


class VectorFrame(Choice):
    """Where vector layers of a grid lie."""

    SOURCE = "source"
    """Over the source: each node at the position that it reads."""
    TARGET = "target"
    """On the map of the output: each node at its own place."""


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
class ReportJob(Job):
    """A grid to report on, and the run with it that is looked ahead to."""

    dst: str = "report.html"
    """Name of the report for whoever writes it; the engine writes nothing."""
    tolerance: float = TargetJob.tolerance
    """Most that positions between nodes may be off at the resolution that is suggested
    [source pixels]."""


@dataclass(frozen=True)
class PointsJob(TargetJob):
    """One grid to make from control points; they are fitted in the target's CRS.

    There the `operation` leads from the points' coordinate system to the target's.
    """

    points: str = None  # type: ignore[assignment]
    """File of control points: QGIS's `.points`, or CSV; must be given."""
    points_crs: str | None = None
    """Their coordinate system; None: what the file says. A code, WKT or PROJ
    string."""
    source_frame: SourceFrame = SourceFrame.AUTO
    """What their coordinates in the source are."""
    fit: GridFit = GridFit.POLYNOMIAL1
    """How they become positions everywhere."""

    def __post_init__(self) -> None:
        """Take the choices by name, too."""
        take_by_name(self, source_frame=SourceFrame, fit=GridFit)


@dataclass(frozen=True)
class ConvertJob:
    """One grid to convert: from a convention to another, from a step to another."""

    grid: str
    """Grid raster: two numbers per node, by the scale and offset of its bands if they
    have any."""
    dst: str
    """Output, a GeoTIFF of two bands of float64."""
    convention_from: GridConvention = GridConvention.ABSOLUTE
    """What the grid's numbers are counted from."""
    convention_to: GridConvention = GridConvention.OTB_DEF
    """What those of the output are counted from."""
    src: str | None = None
    """Source raster: gives its geotransform to map coordinates, and its name to OTB's
    command."""
    coordinates: OtbCoordinates = OtbCoordinates.PIXEL
    """What x and y of a grid of OTB's mean that is read; those written are pixels."""
    spacing: tuple[int, int] | None = None
    """Output pixels from node to node (rows, cols) of the grid; None: by its tags, for
    OTB's by its geotransform, else 1."""
    row_step: int | None = None
    """Output pixels per node along rows of the output; None: the grid's."""
    col_step: int | None = None
    """Output pixels per node along columns of the output; None: the grid's."""
    grid_col: str | None = None
    """Raster of the column coordinates, or of x; None: they are in `grid`."""
    row_index: int | None = None
    """Band of `grid` with the rows, or y; None: by band description, else 1, or 2 for
    OTB's."""
    col_index: int | None = None
    """Band with the columns, or x; None: by description, else 2, or 1 for OTB's."""
    grid_nodata: float | None = None
    """Nodes with this value, as stored, are masked; None: the grid's own nodata."""
    grid_mask: str | None = None
    """Raster of the grid's shape that tells which nodes are valid."""
    grid_mask_index: int = 1
    """Band of `grid_mask`."""
    grid_mask_valid: float = 1
    """Value of `grid_mask` at valid nodes, as stored."""

    def __post_init__(self) -> None:
        """Take the choices by name, too."""
        take_by_name(
            self,
            convention_from=GridConvention,
            convention_to=GridConvention,
            coordinates=OtbCoordinates,
        )


@dataclass(frozen=True)
class VectorsJob:
    """One grid to see as points, lines and an outline."""

    grid: str
    """Grid raster, as of `Job`."""
    src: str
    """Source raster: tells which nodes lie inside, and where it lies on the map."""
    frame: VectorFrame = VectorFrame.SOURCE
    """Where they lie."""
    density: int = 5000
    """About how many nodes are kept, those at borders besides."""
    row_step: int | None = None
    """Output pixels per node along rows; None: GRID_RESOLUTION_ROW tag, else 1."""
    col_step: int | None = None
    """Output pixels per node along columns; None: GRID_RESOLUTION_COL tag, else 1."""
    grid_col: str | None = None
    """Raster of the column coordinates; None: they are in `grid`."""
    row_index: int | None = None
    """Band of `grid` with the rows; None: by band description, else 1."""
    col_index: int | None = None
    """Band with the columns; None: by description, else 2 (1 of `grid_col`)."""
    grid_nodata: float | None = None
    """Nodes with this value, as stored, are masked; None: the grid's own nodata."""
    grid_mask: str | None = None
    """Raster of the grid's shape that tells which nodes are valid."""
    grid_mask_index: int = 1
    """Band of `grid_mask`."""
    grid_mask_valid: float = 1
    """Value of `grid_mask` at valid nodes, as stored."""
    shift: tuple[float, float] = (0.0, 0.0)
    """Added to the rows and columns of the nodes [source pixels]."""

    def __post_init__(self) -> None:
        """Take the choice by name, too."""
        take_by_name(self, frame=VectorFrame)


NodesJob = Union[Job, ConvertJob, VectorsJob]
"""Jobs that read the nodes of a grid, all by fields of the same names."""


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
