"""What a user can ask for: plain values, cheap to import and to pickle."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TypeVar

from .errors import GridrError

AnyChoice = TypeVar("AnyChoice", bound="Choice")

Ranges = tuple[tuple[int, int], tuple[int, int]]
"""Half-open pixel ranges ((row_start, row_stop), (col_start, col_stop))."""

DST_DTYPES = {
    "Byte": "uint8",
    "Int16": "int16",
    "UInt16": "uint16",
    "Int32": "int32",
    "UInt32": "uint32",
    "Float32": "float32",
    "Float64": "float64",
}
"""GDAL's name of each type an output can have -> numpy's."""


class Choice(str, Enum):
    """A choice by name; a wrong name is answered with the right ones."""

    @classmethod
    def of(cls: type[AnyChoice], name: object) -> AnyChoice:
        """Return a choice by its name, or itself.

        Raises
        ------
        GridrError
            For anything that is no name; an enumeration compares arrays with its names.
        """
        if not isinstance(name, str):
            cls._missing_(name)
        return cls(name)

    @classmethod
    def _missing_(cls, value: object) -> None:
        names = ", ".join(choice.value for choice in cls)
        raise GridrError(
            "There is no {kind} {value}. Choose one of {names}.",
            kind=cls.__name__,
            value=repr(value),
            names=names,
        )


class Interpolation(Choice):
    """How a value between source pixels is computed."""

    NEAREST = "nearest"
    """The nearest pixel's, unchanged: for classes."""
    LINEAR = "linear"
    """Bilinear, of 2 x 2 pixels."""
    CUBIC = "cubic"
    """Keys' cubic convolution (a = -0.5), of 4 x 4 pixels."""
    BSPLINE3 = "bspline3"
    """The cubic B-spline through all pixels."""
    BSPLINE5 = "bspline5"
    """The B-spline of order 5."""
    BSPLINE7 = "bspline7"
    """The B-spline of order 7."""
    BSPLINE9 = "bspline9"
    """The B-spline of order 9."""
    BSPLINE11 = "bspline11"
    """The B-spline of order 11."""


class Antialias(Choice):
    """How fine pixels become one pixel of an output that is coarser than the source."""

    NONE = "none"
    """There are none: each pixel is interpolated at its centre alone."""
    LANCZOS = "lanczos"
    """Lanczos' filter of three lobes: 6 x 6 output pixels."""
    AVERAGE = "average"
    """The mean of the pixel's own cell."""
    MAJORITY = "majority"
    """The most frequent value of the cell, of several the smallest: for classes."""


class Boundary(Choice):
    """What stands beyond the border of the source, by numpy.pad's names."""

    NONE = "none"
    """Nothing: 0, and invalid in any case."""
    CONSTANT = "constant"
    """0."""
    EDGE = "edge"
    """The last pixel: a a a | a b c."""
    REFLECT = "reflect"
    """The mirror image about the last pixel: c b | a b c."""
    SYMMETRIC = "symmetric"
    """The mirror image about the border: c b a | a b c."""
    WRAP = "wrap"
    """The other end of the image."""


class SourceValidity(Choice):
    """Which source pixels are invalid by the source's own data.

    A pixel with a non-finite value in any selected band is invalid under all.
    """

    NONE = "none"
    """No further pixel."""
    ANY_BAND = "any_band"
    """Pixels where any selected band equals its nodata."""
    ALL_BANDS = "all_bands"
    """Pixels where all selected bands equal their nodata."""
    DATASET_MASK = "dataset_mask"
    """Pixels where GDAL's dataset mask (alpha band, .msk file, nodata) is 0."""


class PolygonFrame(Choice):
    """What the coordinates of polygons mean."""

    PIXEL = "pixel"
    """x = column, y = row, counted from `polygon_origin` at the centre of the first
    pixel."""
    MAP = "map"
    """The map of the raster that they restrict, in its CRS; without georeference x =
    column, y = -row of the corners of pixels, as QGIS draws it."""


class StripTarget(Enum):
    """What `Job.strip_size` counts."""

    INPUT = 1
    """Grid rows: a strip has `strip_size` x row step output rows."""
    OUTPUT = 2
    """Output rows."""


@dataclass(frozen=True)
class Job:
    """One resampling run over files, as asked for; None means "from the data"."""

    src: str
    """Source raster, anything GDAL opens. Its values are resampled as stored; scale
    and offset of its bands go to the output."""
    grid: str
    """Grid raster: per node the (row, col) to read [source pixel centres], by the scale
    and offset of its bands if they have any."""
    dst: str
    """Output GeoTIFF."""
    dst_mask: str | None = None
    """1-bit output GeoTIFF: 1 = valid; None writes none."""
    src_indexes: tuple[int, ...] | None = None
    """Source bands, 1-based, in output order, repeats allowed; None: all."""
    grid_col: str | None = None
    """Raster of the column coordinates; None: they are in `grid`."""
    row_index: int | None = None
    """Band of `grid` with the rows; None: by band description, else 1."""
    col_index: int | None = None
    """Band with the columns; None: by description, else 2 (1 of `grid_col`)."""
    row_step: int | None = None
    """Output pixels per node along rows; None: GRID_RESOLUTION_ROW tag, else 1."""
    col_step: int | None = None
    """Output pixels per node along columns; None: GRID_RESOLUTION_COL tag, else 1."""
    grid_nodata: float | None = None
    """Nodes with this row or column, as stored, are masked; None: the grid's own
    nodata."""
    grid_nodata_tolerance: float = 0.0
    """Distance from `grid_nodata` at which a node is still masked, in stored values."""
    grid_mask: str | None = None
    """Raster of the grid's shape that tells which nodes are valid."""
    grid_mask_index: int = 1
    """Band of `grid_mask`."""
    grid_mask_valid: float = 1
    """Value of `grid_mask` at valid nodes, as stored: without scale and offset."""
    shift: tuple[float, float] = (0.0, 0.0)
    """Added to the rows and columns of the nodes [source pixels]."""
    interpolation: Interpolation = Interpolation.CUBIC
    """How a value between source pixels is computed."""
    bspline_epsilon: float = 1e-6
    """Precision of the B-spline prefilter, relative to the source's range."""
    bspline_mask_influence: float = 1e-3
    """A pixel is invalid when an invalid one would weigh more than this in it."""
    antialias: Antialias = Antialias.NONE
    """What keeps detail that is finer than output pixels from making false patterns."""
    oversampling_row: int | None = None
    """Fine pixels per output pixel along rows, for `antialias`; None: as many as the
    source pixels per output pixel, up to 16."""
    oversampling_col: int | None = None
    """Fine pixels per output pixel along columns; None: likewise."""
    boundary: Boundary = Boundary.NONE
    """What stands beyond the border of the source; how far: see `trust_padding`."""
    trust_padding: bool = False
    """Whether what stands beyond the border may make valid output pixels: up to 1.5
    (nearest) or 1 (linear, cubic; cubic at exactly 2, too) source pixels beyond the
    centres of the outermost pixels, with B-splines up to these centres. Further out
    pixels are invalid with any boundary: "wrap" does not repeat the image."""
    src_validity: SourceValidity = SourceValidity.ANY_BAND
    """Which source pixels are invalid by the source's own data."""
    src_mask: str | None = None
    """Raster of the source's shape that tells which source pixels are valid."""
    src_mask_index: int = 1
    """Band of `src_mask`."""
    src_mask_valid: float = 1
    """Value of `src_mask` at valid pixels, as stored."""
    valid_polygons: object = None
    """Shapely polygons, or lists of them: source pixels outside are invalid; None for
    no restriction."""
    invalid_polygons: object = None
    """Shapely polygons, or lists of them: source pixels inside are invalid."""
    polygon_frame: PolygonFrame = PolygonFrame.PIXEL
    """What the coordinates of the polygons mean."""
    polygon_origin: tuple[float, float] = (0.0, 0.0)
    """(row, col) of the centre of the first source pixel in the frame of pixels."""
    dst_nodata: float | None = None
    """Value of invalid output pixels; None: the source's if the output type holds
    it, else NaN for floats, else 0 without a nodata tag."""
    dst_dtype: str | None = None
    """numpy name of the output type; None: the source's."""
    creation_options: dict[str, str] = field(default_factory=dict)
    """GDAL's GeoTIFF creation options of `dst`, such as {"COMPRESS": "DEFLATE"}."""
    window: Ranges | None = None
    """Part of the full output to compute, half-open; None: what the grid's tags
    GRID_ROWS and GRID_COLS say that it was made for, else all of it."""
    extent: tuple[float, float, float, float] | None = None
    """(x_min, y_min, x_max, y_max) in the grid's CRS: the window of all output pixels
    whose centre lies inside. Without georeference x = column, y = -row of the corners
    of the output's pixels, as QGIS draws it. Not together with `window`."""
    memory_limit: int | None = None
    """MiB that the run may allocate; None: from the machine."""
    memory_limit_grows: bool = False
    """Whether the limit is raised to twice what the run needs at least, for callers
    who choose strips and tiles and know what these take."""
    threads: int | None = None
    """Worker threads; None: one per available processor."""
    strip_size: int | None = None
    """Height of a strip in units of `strip_target`; 0: one strip; None: automatic."""
    strip_target: StripTarget = StripTarget.INPUT
    """What `strip_size` counts."""
    tile_shape: tuple[int, int] | None = None
    """Largest (rows, cols) of a tile [output pixels]; None: automatic."""

    def __post_init__(self) -> None:
        """Take the choices by name, too."""
        take_by_name(
            self,
            interpolation=Interpolation,
            antialias=Antialias,
            boundary=Boundary,
            src_validity=SourceValidity,
            polygon_frame=PolygonFrame,
        )


@dataclass(frozen=True)
class MaskJob:
    """One full-resolution mask to build over files: 1 where all inputs say valid."""

    dst: str
    """Output, a 1-bit GeoTIFF: 1 = valid."""
    template: str
    """Raster whose pixels are nodes: gives shape and georeference, no pixels."""
    row_step: int = 1
    """Output pixels per node along rows."""
    col_step: int = 1
    """Output pixels per node along columns."""
    mask: str | None = None
    """Raster of the template's shape that tells which nodes are valid."""
    mask_index: int = 1
    """Band of `mask`."""
    mask_valid: float = 1
    """Value of `mask` at valid nodes, as stored: without scale and offset."""
    valid_polygons: object = None
    """Shapely polygons, or lists of them: output pixels outside are invalid; None for
    no restriction."""
    invalid_polygons: object = None
    """Shapely polygons, or lists of them: output pixels inside are invalid."""
    polygon_frame: PolygonFrame = PolygonFrame.PIXEL
    """What the coordinates of the polygons mean; pixels are those of the output."""
    polygon_origin: tuple[float, float] = (0.0, 0.0)
    """(row, col) of the centre of the first output pixel in the frame of pixels."""
    memory_limit: int | None = None
    """MiB that the run may allocate; None: from the machine."""
    threads: int | None = None
    """Worker threads; None: one per available processor."""

    def __post_init__(self) -> None:
        """Take the choice by name, too."""
        take_by_name(self, polygon_frame=PolygonFrame)


def take_by_name(job: object, **kinds: type[Choice]) -> None:
    """Make choices of fields that hold their names."""
    for name, kind in kinds.items():
        object.__setattr__(job, name, kind.of(getattr(job, name)))
