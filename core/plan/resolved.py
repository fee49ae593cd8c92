"""A job whose every open choice is decided."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from rasterio.windows import Window

from ..feedback import Note
from ..grid.geometry import full_shape
from ..grid.lattice import Lattice
from ..interpolation.antialias import fine_weights
from ..interpolation.methods import Method, method_of
from ..kernels.values import Filter
from ..message import Message
from ..options import Antialias, Boundary, Interpolation, Job, MaskJob
from ..raster.dtypes import patch_dtype
from ..raster.header import Header
from ..window import Shape

if TYPE_CHECKING:
    from ..polygons.mask import PolygonMask


class Reasons(NamedTuple):
    """Why what a job leaves open was decided so, in words of the log."""

    row: Message = Message("default")
    """The band of the rows."""
    col: Message = Message("default")
    """The band of the columns."""
    row_step: Message = Message("default")
    """The resolution in rows."""
    col_step: Message = Message("default")
    """The resolution in columns."""

    @property
    def are_described(self) -> bool:
        """Tell whether descriptions say which band is of rows and which of columns."""
        return self.row.startswith("described") and self.col.startswith("described")


@dataclass(frozen=True)
class ResolvedJob:
    """A job whose every value is known and allowed; picklable."""

    job: Job
    """What was asked, but for its polygons."""
    src: Header
    """The source."""
    src_indexes: tuple[int, ...]
    """Source bands, 1-based, in output order, repeats allowed."""
    grid_row: Header
    """The raster of the row coordinates."""
    row_index: int
    """Its band with them, 1-based."""
    grid_col: Header
    """The raster of the column coordinates, often the same."""
    col_index: int
    """Its band with them, 1-based."""
    node_nodata: tuple[float, float]
    """The row and the column that mask a node; NaN for none."""
    grid_mask: Header | None
    """The raster that masks the nodes."""
    src_mask: Header | None
    """The raster that masks the source."""
    polygons: PolygonMask | None
    """The polygons that restrict the source."""
    step: Shape
    """Output pixels from node to node (rows, cols)."""
    window: Window
    """The part of the full output to compute."""
    dst_dtype: str
    """numpy name of the output's type."""
    dst_nodata: float
    """Value of invalid output pixels."""
    tag_nodata: bool
    """Whether the output declares that value as its nodata."""
    threads: int
    """Worker threads."""
    oversampling: Shape = (1, 1)
    """Fine pixels per output pixel (rows, cols), for the anti-alias filter."""
    notes: tuple[Note, ...] = ()
    """What was decided, or seen, that a user may wonder about."""
    reasons: Reasons = Reasons()
    """Why these bands and this resolution."""

    @property
    def inputs(self) -> list[Header]:
        """Return the headers of all rasters it reads."""
        headers = (
            self.src,
            self.grid_row,
            self.grid_col,
            self.grid_mask,
            self.src_mask,
        )
        return [header for header in headers if header is not None]

    @property
    def method(self) -> Method:
        """Return the interpolation with its constants."""
        job = self.job
        return method_of(
            job.interpolation, job.bspline_epsilon, job.bspline_mask_influence
        )

    @property
    def lattice(self) -> Lattice:
        """Return the fine pixels of the output; none without an anti-alias filter."""
        return lattice_of(
            self.job.antialias, self.oversampling, self.grid_row.shape, self.step
        )

    @property
    def mixes(self) -> bool:
        """Return whether an output pixel's value need not be one of the source's."""
        job, filtering = self.job, self.lattice.filtering
        averaged = filtering is not None and job.antialias is not Antialias.MAJORITY
        return job.interpolation is not Interpolation.NEAREST or averaged

    @property
    def trusted(self) -> bool:
        """Return whether places beyond the border may make valid pixels."""
        return self.job.trust_padding and self.job.boundary is not Boundary.NONE

    @property
    def domain(self) -> Window:
        """Return the places of the source that an output pixel may use."""
        return self.method.domain(self.src.shape, self.trusted)

    @property
    def read_indexes(self) -> list[int]:
        """Return the source bands to read, each once."""
        return list(dict.fromkeys(self.src_indexes))

    @property
    def order(self) -> tuple[int, ...]:
        """Return, per output band, its place in `read_indexes`."""
        return tuple(self.read_indexes.index(i) for i in self.src_indexes)

    @property
    def patch_dtype(self) -> str:
        """Return the type that holds all the bands to read."""
        return patch_dtype(self.src_dtypes)

    @property
    def src_dtypes(self) -> list[str]:
        """Return the types of the bands to read."""
        return [self.src.dtypes[index - 1] for index in self.read_indexes]

    @property
    def src_nodata(self) -> list[float | None]:
        """Return the nodata of the bands to read."""
        return [self.src.nodata[index - 1] for index in self.read_indexes]


@dataclass(frozen=True)
class ResolvedMaskJob:
    """A job for a mask whose every value is known and allowed; picklable."""

    job: MaskJob
    """What was asked, but for its polygons."""
    template: Header
    """The raster whose pixels are nodes."""
    mask: Header | None
    """The raster that masks the nodes."""
    step: Shape
    """Output pixels from node to node (rows, cols)."""
    window: Window
    """All of the output."""
    polygons: PolygonMask | None
    """The polygons that restrict the mask."""
    threads: int
    """Worker threads."""

    @property
    def inputs(self) -> list[Header]:
        """Return the headers of all rasters it reads."""
        return [self.template] if self.mask is None else [self.template, self.mask]


def lattice_of(
    antialias: Antialias, oversampling: Shape, grid_shape: Shape, step: Shape
) -> Lattice:
    """Return the fine pixels of an output; none where one per output pixel is enough.

    Parameters
    ----------
    antialias : Antialias
        The filter.
    oversampling : (int, int)
        Fine pixels per output pixel (rows, cols).
    grid_shape, step : (int, int)
        Of the grid, and output pixels from node to node.
    """
    full = full_shape(grid_shape, step)
    if antialias is Antialias.NONE or oversampling == (1, 1):
        return Lattice(full)
    weights = (fine_weights(antialias, fine) for fine in oversampling)
    return Lattice(full, Filter(oversampling, *weights))
