"""What the log says of who computes."""

from __future__ import annotations

import time
from collections.abc import Iterator

from ..kernels import tiers
from ..kernels.loading import Loader, State
from ..kernels.tiers import Tier
from ..message import Message

FASTER = Message("with it long runs are several times faster")
SHORT = Message("Kernels: NumPy, as this run is too short to load compiled ones.")
LOADING = Message("Kernels: NumPy until compiled ones are loaded.")
WAITING = Message(
    "Kernels: compiled ones only, as chosen: the run waits until they are compiled "
    "for this interpolation and these types of data, some 10 to 20 seconds, once."
)
PATIENCE = 1.0
"""Seconds without a tile from which on that is told."""
FAILED = Message(
    "Kernels: NumPy, as faster ones could not be compiled here: perhaps their folder "
    "is full or cannot be written. The next run tries again."
)
COMPILING = Message(
    "Kernels: NumPy while faster ones are compiled for this interpolation and these "
    "types of data: some 10 to 20 seconds, the first time only."
)


class TierTeller:
    """Tells once who computes a run, and when that changes.

    Parameters
    ----------
    loader : Loader
        What brings machine code.
    """

    def __init__(self, loader: Loader) -> None:
        self._loader = loader
        self._start = time.monotonic()
        self._told: set[str] = set()
        self.taken_over = False
        """Whether machine code has computed a tile, all of it."""

    def waiting_lines(self) -> Iterator[Message]:
        """Yield what is new where no tile comes."""
        long = time.monotonic() - self._start > PATIENCE
        if long and not self._told and tiers.asked() is Tier.NUMBA:
            self._told.add(WAITING)
            yield WAITING

    def lines(self, by_numpy: bool, share: float) -> Iterator[Message]:
        """Yield what is new.

        Parameters
        ----------
        by_numpy : bool
            Whether NumPy computed something of the last tile.
        share : float
            Part of the run that is done.
        """
        if by_numpy and not self.taken_over:
            line = self._by_numpy()
            if line not in self._told:
                self._told.add(line)
                yield line
        elif not by_numpy and not self.taken_over:
            self.taken_over = True
            if self._told - {WAITING}:
                yield Message(
                    "Kernels: compiled ones from here on ({share:.0f} % done).",
                    share=100 * share,
                )

    def _by_numpy(self) -> Message:
        """Return why NumPy computes."""
        if tiers.asked() is Tier.NUMPY:
            return Message("Kernels: NumPy, as chosen.")
        if not tiers.has_numba():
            return Message(
                "Kernels: NumPy, as numba is not installed; {faster}.", faster=FASTER
            )
        if self._loader.state is State.BROKEN:
            return Message(
                "Kernels: NumPy, as numba cannot be loaded here; {faster}.",
                faster=FASTER,
            )
        if self._loader.state is State.COMPILING:
            return COMPILING
        if self._loader.failed:
            return FAILED
        return LOADING if self._loader.state is State.LOADING else SHORT
