"""All that a report on a grid tells: its nodes, and the run that it would serve."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from rasterio.windows import Window

from ..errors import Cancelled
from ..grid.diagnosis import Diagnoser, Diagnosis, strip_rows_of
from ..grid.geometry import full_shape
from ..grid.grid import Grid
from ..grid.survey import MOST, Survey, meets, meets_exchanged
from ..kernels.loading import LOADER
from ..machine import MIB
from ..options import Interpolation
from ..plan.layout import Layout
from ..plan.memory import MemoryPlan
from ..plan.resolved import ResolvedJob
from ..window import Shape, strips, window_of

NODE_SECONDS = 3e-7
"""What NumPy takes per node."""
GoesOn = Callable[[float], bool]
"""Takes the done share, returns False to stop."""


@dataclass(frozen=True)
class Reads:
    """What a run would read of its source."""

    tiles: int
    """Tiles that the run has."""
    looked: int
    """Those that were looked at, evenly."""
    windows: tuple[Window, ...]
    """Source pixels that they read at once, in their order."""
    gathered: int
    """Pieces of them whose pixels are too far apart in the source for that."""
    pixels: int
    """Source pixels that all tiles read, about if not all were looked at; without those
    that are gathered."""

    @property
    def largest(self) -> Window | None:
        """Return the largest window; None where nothing is read."""
        sizes = [window.height * window.width for window in self.windows]
        return self.windows[int(np.argmax(sizes))] if sizes else None


@dataclass(frozen=True)
class GridReport:
    """What there is to say of a grid, plain values."""

    resolved: ResolvedJob
    """What the run would do that was looked ahead to."""
    layout: Layout
    """Its pieces."""
    memory_plan: MemoryPlan
    """What it may allocate."""
    diagnosis: Diagnosis
    """What its nodes tell."""
    reads: Reads
    """What the run would read."""
    look: np.ndarray
    """float64, shape (1 or 3, rows, cols): the source's quick look, NaN for nodata."""
    tolerance: float
    """Of the suggested resolution [source pixels]."""
    oversampling: Shape
    """What an anti-alias filter would take by itself (rows, cols)."""

    @property
    def survey(self) -> Survey:
        """Return what was counted."""
        return self.diagnosis.survey

    @property
    def shape(self) -> Shape:
        """Return the (rows, cols) of nodes."""
        return self.resolved.grid_row.shape

    @property
    def step(self) -> Shape:
        """Return the output pixels from node to node (rows, cols)."""
        return self.resolved.step

    @property
    def full_shape(self) -> Shape:
        """Return the (rows, cols) of the output of all nodes."""
        return full_shape(self.shape, self.step)

    @property
    def src_shape(self) -> Shape:
        """Return the (rows, cols) of the source."""
        return self.resolved.src.shape

    @property
    def meets_source(self) -> bool:
        """Tell whether something of the grid may lie in the source."""
        return meets(self.survey.bounds, self.src_shape)

    @property
    def meets_exchanged(self) -> bool:
        """Tell whether it would, if rows and columns were exchanged."""
        return meets_exchanged(self.survey.bounds, self.src_shape)

    @property
    def is_scattered(self) -> bool:
        """Tell whether few nodes have the neighbours between which pixels lie."""
        rows, cols = self.shape
        usable = 1 - self.survey.masked / self.survey.nodes
        most = usable * (rows - 1) * (cols - 1)  # where they lie together, about
        return max(self.step) > 1 and self.survey.cells < MOST * most

    @property
    def inside(self) -> int:
        """Return how many nodes lie in the source."""
        return self.survey.nodes - self.survey.masked - self.survey.outside

    @property
    def inside_percent(self) -> float:
        """Return the share of nodes that lie in the source, 0 to 100."""
        return 100 * self.inside / self.survey.nodes

    @property
    def aliased_percent(self) -> float:
        """Return the share of cells with too many source pixels, 0 to 100."""
        return 100 * self.survey.aliased / max(self.survey.cells, 1)

    @property
    def aliases(self) -> bool:
        """Tell whether these are too many; for nearest they never are, as in logs."""
        is_nearest = self.resolved.job.interpolation is Interpolation.NEAREST
        return self.survey.aliases and not is_nearest

    @property
    def suggested(self) -> Shape:
        """Return the coarsest resolution within the tolerance (rows, cols)."""
        return self.diagnosis.suggested(self.step, self.tolerance)

    @property
    def error(self) -> float:
        """Return the error between nodes [source pixels], about; NaN if not known."""
        return self.diagnosis.errors(self.step).get(1.0, float("nan"))

    @property
    def memory(self) -> int:
        """Return what the run may allocate [MiB]."""
        return -(-self.memory_plan.estimate // MIB)


def diagnose_grid(resolved: ResolvedJob, grid: Grid, goes_on: GoesOn) -> Diagnosis:
    """Look at all nodes of a grid.

    Raises
    ------
    Cancelled
        If `goes_on` said so.
    """
    rows, cols = resolved.grid_row.shape
    diagnoser = Diagnoser((rows, cols), resolved.step, resolved.src.shape)
    whole = window_of(((0, rows), (0, cols)))
    down, aside = resolved.step
    with LOADER.beside(rows * cols * NODE_SECONDS):
        for strip in strips(whole, strip_rows_of((rows, cols))):
            end = strip.row_off + strip.height
            last = min(end, rows - 1)
            pixels = (
                (strip.row_off * down, last * down + 1),
                (0, (cols - 1) * aside + 1),
            )
            diagnoser.add(grid.read(window_of(pixels)), strip.height)
            if not goes_on(end / rows):
                raise Cancelled
    return diagnoser.diagnosis()


def look_indexes(resolved: ResolvedJob) -> tuple[int, ...]:
    """Return the bands that show the source: its red, green and blue, or the first."""
    names = [interp.name for interp in resolved.src.colorinterp]
    colours = ("red", "green", "blue")
    if all(colour in names for colour in colours):
        return tuple(names.index(colour) + 1 for colour in colours)
    return resolved.src_indexes[:1]
