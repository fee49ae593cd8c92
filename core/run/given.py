"""The grid of a job that reads nothing but its nodes, open for one thread."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from ..grid.grid import Coordinate, Grid
from ..plan.given_grid import GivenGrid
from ..raster.header import Header
from ..raster.pixels import mask_raster
from ..raster.reader import Reader


@contextmanager
def opened_grid(
    given: GivenGrid, shift: tuple[float, float] = (0.0, 0.0)
) -> Iterator[Grid]:
    """Open a grid, whose windows are counted in nodes.

    Parameters
    ----------
    given : GivenGrid
        What is to be read.
    shift : (float, float)
        Added to the rows and columns of the nodes [source pixels].
    """
    with ExitStack() as stack:
        readers: dict[str, Reader] = {}

        def reader_of(header: Header) -> Reader:
            if header.name not in readers:
                readers[header.name] = Reader(header.name)
                stack.callback(readers[header.name].close)
            return readers[header.name]

        def coordinate(header: Header, index: int, nodata: float) -> Coordinate:
            scale, offset = header.scales[index - 1], header.offsets[index - 1]
            return Coordinate(reader_of(header), index, nodata, scale, offset)

        mask = None
        if given.mask is not None:
            valid = given.mask_index, given.mask_valid
            mask = mask_raster(reader_of(given.mask), given.mask, *valid)
        row = coordinate(given.row, given.bands.row, given.nodata[0])
        col = coordinate(given.col, given.bands.col, given.nodata[1])
        yield Grid(row, col, mask=mask, shift=shift)
