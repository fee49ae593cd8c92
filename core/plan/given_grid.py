"""The grid that a job reads: its rasters, bands, steps, and what masks its nodes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ..errors import GridrError
from ..message import Message
from ..raster.dtypes import nodata_in
from ..raster.header import Header, read_header
from ..raster.pixels import check_mask
from ..window import Shape
from .grid_bands import Bands, grid_bands
from .grid_tags import STEP_TAGS, is_whole

if TYPE_CHECKING:
    from ..grid_options import NodesJob


@dataclass(frozen=True)
class GivenGrid:
    """The nodes that a job reads; plain values."""

    row: Header
    """The raster of the row coordinates."""
    col: Header
    """The raster of the column coordinates, often the same."""
    bands: Bands
    """Their bands, and why these."""
    nodata: tuple[float, float]
    """The row and the column, as stored, that mask a node; NaN for none."""
    mask: Header | None
    """The raster that masks the nodes."""
    mask_index: int
    """Its band."""
    mask_valid: float
    """Its value at valid nodes."""

    @property
    def shape(self) -> Shape:
        """Return the rows and columns of nodes."""
        return self.row.shape

    @property
    def inputs(self) -> list[Header]:
        """Return the headers of all rasters it is read from."""
        return [one for one in (self.row, self.col, self.mask) if one is not None]


def given_grid(job: NodesJob) -> GivenGrid:
    """Find the grid that a job reads, before any node is read.

    Raises
    ------
    GridrError
        If its rasters cannot be opened, or make no grid.
    """
    row = read_header(job.grid)
    col = row if job.grid_col is None else read_header(job.grid_col)
    mask = None if job.grid_mask is None else read_header(job.grid_mask)
    bands = grid_bands(job, row, col)
    check_mask(Message("grid"), mask, row, job.grid_mask_index, job.grid_mask_valid)
    nodata = (
        node_nodata(job.grid_nodata, row, bands.row),
        node_nodata(job.grid_nodata, col, bands.col),
    )
    valid = job.grid_mask_index, job.grid_mask_valid
    return GivenGrid(row, col, bands, nodata, mask, *valid)


def step_of(
    asked: tuple[int | None, int | None], grid: Header
) -> tuple[Shape, tuple[Message, Message]]:
    """Return the output pixels per node, asked for or from tags, and why these.

    Raises
    ------
    GridrError
        If a tag that is needed holds no whole number.
    """
    steps, reasons = [], []
    for given, tag in zip(asked, STEP_TAGS):
        text = grid.tags.get(tag, "1")
        if given is None and not is_whole(text):
            raise GridrError(
                "The grid's tag {tag} is {text!r}, not a whole number. Mend it or "
                "give the grid's resolution.",
                tag=tag,
                text=text,
            )
        steps.append(int(text) if given is None else given)
        why = Message("tag") if tag in grid.tags else Message("default")
        reasons.append(why if given is None else Message("asked for"))
    return (steps[0], steps[1]), (reasons[0], reasons[1])


def node_nodata(
    asked: float | None, header: Header, index: int, tolerance: float = 0.0
) -> float:
    """Return the value of a band of the grid that masks a node; NaN for none.

    Parameters
    ----------
    asked : float or None
        What is asked for; None: the band's own.
    tolerance : float
        Distance from it at which a node is still masked, in values stored.
    """
    dtype = header.dtypes[index - 1]
    value = nodata_in(dtype, header.nodata[index - 1] if asked is None else asked)
    if value is not None:
        return value
    # with a tolerance -100 in a band of integers is near -100.000001
    return float(asked) if asked is not None and tolerance else np.nan
