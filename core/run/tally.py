"""What is counted in tiles, and what a caller gets of it."""

from __future__ import annotations

from typing import NamedTuple

from ..grid.survey import Survey


class Tally(NamedTuple):
    """What was counted in some tiles; tallies of tiles add up."""

    valid: int = 0
    """Valid output pixels."""
    equal_nodata: int = 0
    """Valid pixels that equal the output's nodata in a band."""
    survey: Survey = Survey()
    """What the nodes told."""

    def plus(self, other: Tally) -> Tally:
        """Return the sum of two tallies."""
        return Tally(
            self.valid + other.valid,
            self.equal_nodata + other.equal_nodata,
            self.survey.plus(other.survey),
        )


class GridSummary(NamedTuple):
    """What a run that makes a grid made."""

    rows: int
    """Rows of nodes."""
    cols: int
    """Columns of nodes."""
    row_step: int
    """Target pixels per node along rows."""
    col_step: int
    """Target pixels per node along columns."""
    error_max: float
    """Largest error of a position between nodes [source pixels]."""
    error_99: float
    """The error that 99 of 100 positions do not exceed [source pixels]."""
    masked_nodes: int
    """Nodes that have no place in the source's model."""
    inside_nodes: int
    """Nodes that lie in the source."""

    @property
    def nodes(self) -> int:
        """Return the number of nodes."""
        return self.rows * self.cols

    @property
    def inside_percent(self) -> float:
        """Return the share of nodes that lie in the source, 0 to 100."""
        return 100 * self.inside_nodes / self.nodes


class ConvertSummary(NamedTuple):
    """What a run that converts a grid made."""

    rows: int
    """Rows of nodes."""
    cols: int
    """Columns of nodes."""
    row_step: int
    """Output pixels per node along rows."""
    col_step: int
    """Output pixels per node along columns."""
    error_max: float
    """Largest error of a position at a dropped node [source pixels]."""
    error_99: float
    """The error that 99 of 100 of these do not exceed [source pixels]."""
    dropped_nodes: int
    """Nodes of the grid that have a position and are not in the output."""
    masked_nodes: int
    """Nodes of the output without a position."""
    command: str
    """The line with which OTB resamples the source; "" but for grids of OTB's."""

    @property
    def nodes(self) -> int:
        """Return the number of nodes."""
        return self.rows * self.cols


class Summary(NamedTuple):
    """What a run made."""

    rows: int
    """Rows of the output."""
    cols: int
    """Columns of the output."""
    valid_pixels: int
    """Valid pixels of the output."""

    @property
    def valid_percent(self) -> float:
        """Return the share of valid pixels, 0 to 100."""
        return 100 * self.valid_pixels / (self.rows * self.cols)
