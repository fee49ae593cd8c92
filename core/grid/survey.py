"""What is seen of a grid while its tiles are computed."""

from __future__ import annotations

from typing import NamedTuple

from rasterio.windows import Window

from ..kernels.plain.nodes import bounds_of
from ..kernels.table import survey_nodes
from ..kernels.values import SURVEY_SAMPLE, Own
from ..window import Shape, window_ranges
from .nodes import NOWHERE, Bounds, Nodes

ALIASING = 1.5
"""Source pixels per output pixel over which a warning is due: as no interpolation
smooths, what repeats within twice as many source pixels shows up as a false pattern."""
WRONG = 8.0
"""Source pixels per output pixel, or the reverse, from which the resolution of the
grid is doubted: nodes are often 10 pixels apart, and a resolution left out or given to
a grid of every pixel shows, while bands of 60 m are brought to 10 m on purpose."""
FOLDED = 0.001
"""Share of grid cells turning the rarer way above which a grid is called folded."""
ALIASED = 0.05
"""Share of cells above which aliasing is worth a warning: steep slopes in a few are
normal, such as those that face the sensor or lie at the limb."""
MOST = 0.5
"""Share of cells above which something is true of the whole grid."""


class Survey(NamedTuple):
    """What some nodes, or a sample of them, tell; surveys of tiles add up."""

    nodes: int = 0
    """Nodes looked at."""
    masked: int = 0
    """Masked ones."""
    outside: int = 0
    """Those that lie in no source pixel; masked ones have no place."""
    cells: int = 0
    """Cells looked at, with four nodes that are not masked."""
    straight: int = 0
    """Those that turn as rows x cols do."""
    turned: int = 0
    """Those that turn the other way."""
    aliased: int = 0
    """Those with more than `ALIASING` source pixels per output pixel, down or right."""
    coarse: int = 0
    """Those with `WRONG` source pixels per output pixel or more."""
    fine: int = 0
    """Those with `WRONG` output pixels per source pixel or more, but not endless."""
    down: float = 0.0
    """Sum over the cells: source pixels from an output pixel to the next below."""
    right: float = 0.0
    """Sum over the cells: source pixels to the next output pixel on the right."""
    bounds: Bounds = NOWHERE
    """Bounds of all nodes of tiles without a valid pixel."""
    is_sample: bool = False
    """Whether some nodes stand for others, so that shares are about right only."""

    def plus(self, other: Survey) -> Survey:
        """Return the sum of two surveys."""
        ends = zip((min, max, min, max), self.bounds, other.bounds)
        bounds = tuple(better(mine, its) for better, mine, its in ends)
        sums = (mine + its for mine, its in zip(self[:-2], other[:-2]))
        return Survey._make((*sums, bounds, self.is_sample or other.is_sample))

    @property
    def size(self) -> tuple[float, float]:
        """Return the source pixels per output pixel (down, right) on average."""
        return self.down / self.cells, self.right / self.cells

    def finest(self, step: Shape) -> Shape | None:
        """Return the resolution that makes output pixels as large as the source's.

        None where this is not far from it, on average.
        """
        if min(self.size) <= ALIASING:
            return None
        down, right = (round(n * by) for n, by in zip(self.size, step))
        return down, right

    @property
    def turning(self) -> int:
        """Return how many cells turn the one way or the other."""
        return self.straight + self.turned

    @property
    def rarer(self) -> int:
        """Return how many cells turn against most others."""
        return min(self.straight, self.turned)

    @property
    def mirrors(self) -> bool:
        """Tell whether the grid mirrors the source."""
        return self.turned > MOST * self.turning

    @property
    def folds(self) -> bool:
        """Tell whether parts of the source appear more than once."""
        return self.rarer > FOLDED * self.turning

    @property
    def is_far_off(self) -> bool:
        """Tell whether the resolution looks wrong."""
        return max(self.coarse, self.fine) > MOST * self.cells

    @property
    def is_too_fine(self) -> bool:
        """Tell whether the output looks much finer than it should be."""
        return self.fine > MOST * self.cells

    @property
    def aliases(self) -> bool:
        """Tell whether the output is too coarse for the source in too many cells."""
        return self.aliased > ALIASED * self.cells


def meets(bounds: Bounds, shape: Shape) -> bool:
    """Tell whether bounds of nodes meet the pixels of a raster of a shape."""
    rows, cols = shape
    return (
        bounds[1] >= -0.5
        and bounds[0] <= rows - 0.5
        and bounds[3] >= -0.5
        and bounds[2] <= cols - 0.5
    )


def meets_exchanged(bounds: Bounds, shape: Shape) -> bool:
    """Tell whether they would, if rows and columns were exchanged."""
    return meets((*bounds[2:], *bounds[:2]), shape)


def survey(
    nodes: Nodes, tile: Window, window: Window, src_shape: Shape, any_valid: bool
) -> Survey:
    """Look at the nodes of a tile; at where they lie if that gave no valid pixel.

    However a window is cut into tiles, each node counts once. So does each cell, but at
    step 1 those between two tiles, which no tile has.
    """
    row_own, col_own = (
        _own(*ranges)
        for ranges in zip(
            window_ranges(tile),
            window_ranges(window),
            nodes.origin,
            nodes.rows.shape,
            nodes.step,
        )
    )
    own = Own(*row_own[:2], *col_own[:2], row_own[2], col_own[2])
    limits = ALIASING, WRONG, 1 / WRONG
    counts, sums = survey_nodes(
        nodes.rows, nodes.cols, own, nodes.step, src_shape, *limits
    )
    bounds = NOWHERE if any_valid else bounds_of(nodes.rows, nodes.cols)
    # of large tiles every so many rows were looked at: these stand for the others
    every = 1 + nodes.rows.size // SURVEY_SAMPLE
    totals = (every * told for told in (*counts, *sums))
    return Survey._make((*totals, bounds, every > 1))


def _own(
    tile: tuple[int, int], whole: tuple[int, int], first: int, count: int, step: int
) -> tuple[int, int, int]:
    """Return a tile's own nodes on one axis, and its first own cell, from its first.

    A node is the tile's that has its pixel, a cell the tile's that has the pixel after
    its first node's. The tiles at the rim of the window have all that reaches beyond.

    Parameters
    ----------
    tile, whole
        Half-open range of the tile and of the window [output pixels].
    first, count
        First of the tile's nodes, and how many there are.
    step
        Output pixels from node to node.
    """
    start = cell = 0
    if tile[0] > whole[0]:
        start = -(-tile[0] // step) - first
        cell = max(0, -(-(tile[0] - 1) // step) - first)
    stop = count if tile[1] == whole[1] else (tile[1] - 1) // step + 1 - first
    return start, stop, cell
