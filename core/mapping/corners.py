"""The corners of the quads of geolocation arrays: their places, and half a cell around.

Where scans overlap, each of them has half a cell before its first row and after its
last, as the whole has. There its neighbours begin, but for what does not quite meet: of
that the quads between these two halves are, which count only where no other does.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

FAR = -1e9
"""Row in the middle of no scan."""


class Corners(NamedTuple):
    """Rows of corners, for rows of places."""

    places: np.ndarray
    """int, shape (rows,): row of corners that each row of places is."""
    own: np.ndarray
    """int, shape (n,): row of places that each row of corners is, or lies beside."""
    down: np.ndarray
    """float64, shape (n,): array row of each."""
    middle: np.ndarray
    """float64, shape (n - 1,): array row in the middle of the scan of the quads after
    each but the last; empty without scans."""
    firsts: np.ndarray
    """int: rows of corners that begin a scan, if it has two."""
    lasts: np.ndarray
    """int: rows of corners that end one."""

    def extend(self, x: np.ndarray, y: np.ndarray, period: float) -> None:
        """Fill in half a cell around the places, straight on from the two next ones.

        Parameters
        ----------
        x, y : ndarray of float64, shape (n, cols + 2)
            Corners; changed in place.
        period : float
            How far apart equal x are; 0 for never.
        """
        for values, turn in ((x, period), (y, 0.0)):
            for edges, inward in ((self.firsts, 1), (self.lasts, -1)):
                near, far = values[edges], values[edges + inward]
                values[edges - inward] = _beyond(near, far, turn)
            values[:, 0] = _beyond(values[:, 1], values[:, 2], turn)
            values[:, -1] = _beyond(values[:, -2], values[:, -3], turn)


def _beyond(near: np.ndarray, far: np.ndarray, turn: float) -> np.ndarray:
    """Return what lies half a cell beyond, straight on."""
    apart = far - near
    if turn:
        apart = apart - turn * np.floor(apart / turn + 0.5)
    return np.asarray(near - 0.5 * apart)


def corners_of(rows: int, scan: tuple[int, int]) -> Corners:
    """Return the rows of corners of so many rows of places.

    Parameters
    ----------
    rows : int
        Of the arrays.
    scan : (int, int)
        Rows of a scan, 0 for none, and the first row of one.
    """
    height, origin = scan
    starts = [0]
    if height:
        starts = [0, *range(origin % height or height, rows, height)]
    ends, counts = np.array([*starts[1:], rows]), np.diff([*starts, rows])
    number = np.repeat(np.arange(len(starts)), counts)
    places = np.arange(rows) + 2 * number + 1
    firsts, lasts = places[np.array(starts)], places[ends - 1]
    down = np.empty(rows + 2 * len(starts))
    down[places] = np.arange(rows)
    own = down.copy()
    for edges, aside in ((firsts, -1), (lasts, 1)):
        down[edges + aside] = down[edges] + 0.5 * aside
        own[edges + aside] = down[edges]
    middle = np.empty(0)
    if height:
        middle = np.full(down.size - 1, FAR)
        scans = np.floor((np.array(starts) - origin) / height)
        cores = origin + scans * height + (height - 1) / 2
        for first, last, core in zip(firsts - 1, lasts + 1, cores):
            middle[first:last] = core
    long = counts > 1
    return Corners(places, own.astype(int), down, middle, firsts[long], lasts[long])
