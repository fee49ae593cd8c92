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
