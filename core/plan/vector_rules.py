"""From a grid to see to what is drawn: every open choice decided, checked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from affine import Affine

from ..errors import GridrError
from ..feedback import Note
from ..grid.geometry import check_step, full_transform
from ..grid_options import VectorFrame, VectorsJob
from ..message import Message
from ..raster.header import Header, read_header
from ..window import Shape, window_of
from .given_grid import GivenGrid, given_grid, step_of
from .grid_kinds import OF_VECTORS_JOB
from .kinds import job_of
from .own_masks import node_mask_notes

LEAST = 4
"""Nodes of the smallest lattice: both ends of its first and last lines."""
MOST = 1_000_000
"""Nodes beyond which a layer is no help to see a grid, and fills the memory."""
AS_DRAWN = Affine(1, 0, 0, 0, -1, 0)
"""How QGIS draws a raster without georeference: x = column, y = -row of corners."""


@dataclass(frozen=True)
class ResolvedVectorsJob:
    """A grid to see whose every value is known and allowed."""

    job: VectorsJob
    """What was asked."""
    given: GivenGrid
    """The grid."""
    src: Header
    """The source."""
    step: Shape
    """Output pixels from node to node (rows, cols)."""
    transform: Affine
    """From corners of pixels of the frame (x = column, y = row) to the layers."""
    crs_wkt: str | None
    """The coordinate system of the layers; None for none."""
    notes: tuple[Note, ...]
    """What was decided, or seen, that a user may wonder about."""

    @property
    def inputs(self) -> list[Header]:
        """Return the headers of all rasters it reads."""
        return [self.src, *self.given.inputs]

    @property
    def in_source(self) -> bool:
        """Return whether nodes lie at the positions that they read."""
        return self.job.frame is VectorFrame.SOURCE


def resolve_vectors(job: VectorsJob) -> ResolvedVectorsJob:
    """Fill in the open choices of a grid to see and check all of it.

    Raises
    ------
    GridrError
        If it cannot be done, with what to do about it.
    """
    job = job_of(job, VectorsJob, OF_VECTORS_JOB)
    given, src = given_grid(job), read_header(job.src)
    step, _ = step_of((job.row_step, job.col_step), given.row)
    check_step(given.shape, step)
    if not LEAST <= job.density <= MOST:
        raise GridrError(
            "The density must be {least} to {most} nodes, got {density}. Give about "
            "how many nodes shall be drawn, such as 5000.",
            least=LEAST,
            most=MOST,
            density=job.density,
        )
    place = src if job.frame is VectorFrame.SOURCE else given.row
    transform = place.transform
    if transform is not None and place is given.row:
        transform = full_transform(transform, step, window_of(((0, 0), (0, 0))))
    return ResolvedVectorsJob(
        job=job,
        given=given,
        src=src,
        step=step,
        transform=AS_DRAWN if transform is None else transform,
        crs_wkt=None if transform is None else place.crs_wkt,
        notes=tuple(_notes(job, given, place)),
    )


def _notes(job: VectorsJob, given: GivenGrid, place: Header) -> Iterator[Note]:
    """Yield where the layers lie."""
    rows, cols = given.shape
    yield Note(
        Message(
            "Grid: {rows} x {cols} nodes; rows from band {row_band} ({row_reason}), "
            "columns from band {col_band} ({col_reason}).",
            rows=rows,
            cols=cols,
            row_band=given.bands.row,
            row_reason=given.bands.row_reason,
            col_band=given.bands.col,
            col_reason=given.bands.col_reason,
        )
    )
    yield from node_mask_notes((given.row, given.col), given.mask)
    if place.transform is not None:
        return
    yield Note(
        Message(
            "The {frame} has no georeference: the layers lie as QGIS draws it, x = "
            "column and y = -row of the corners of pixels.",
            frame=job.frame.value,
        )
    )
    if place.has_sensor_model and job.frame is VectorFrame.SOURCE:
        yield Note(
            Message(
                "{name!r} lies on the map by control points or a sensor model, which "
                "layers in its pixels do not follow: QGIS may draw it elsewhere.",
                name=place.name,
            ),
            is_odd=True,
        )
