"""From pixels of a target to positions in a source."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar, Protocol

import numpy as np

from .crs import Operation
from .models import Model
from .template import Template

Progress = Callable[[float], bool]
"""Takes the done share, returns False to stop."""
SHARE = 64
"""Pixels of a target for each place that is computed, where a model is smooth."""


class AnyMapping(Protocol):
    """Where the pixels of a target lie in a source."""

    @property
    def template(self) -> Template:
        """Return the target."""

    @property
    def operation(self) -> Operation:
        """Return the way from its coordinate system to that of the source's places."""

    @property
    def at_once(self) -> bool:
        """Return whether positions need no long preparation."""

    def plain_seconds(self) -> float:
        """Return how long NumPy takes for the kernels of all of it; 0 for none."""

    def prepare(self, progress: Progress) -> None:
        """Make ready for many calls of `positions`; raise `Cancelled` if told so."""

    def ends_inside(self) -> bool:
        """Tell whether places without a position are known to lie beside others.

        Then no step above 1 can be taken without losing pixels.
        """

    def positions(self, rows: np.ndarray, cols: np.ndarray) -> np.ndarray:
        """Return where a regular lattice of pixels lies in the source.

        Parameters
        ----------
        rows, cols : ndarray of float64, shape (n, m)
            Of the target [pixel centres], as of ``meshgrid(..., indexing="ij")``,
            rising.

        Returns
        -------
        ndarray of float64, shape (2, n, m)
            Rows and columns of the source [pixel centres]; both NaN for no place.
        """


@dataclass(frozen=True)
class Mapping:
    """A mapping that goes point by point."""

    at_once: ClassVar[bool] = True

    template: Template
    """The target."""
    operation: Operation
    """From the target's coordinate system to the model's."""
    model: Model
    """Of the source."""

    def plain_seconds(self) -> float:
        """Return how long NumPy takes for the kernels of the model, about."""
        rows, cols = self.template.shape
        return self.model.plain_seconds(rows * cols // SHARE)

    def prepare(self, progress: Progress) -> None:
        """Do nothing: each point is computed from nothing else."""

    def ends_inside(self) -> bool:
        """Return False: that is found by comparing positions."""
        return False

    def positions(self, rows: np.ndarray, cols: np.ndarray) -> np.ndarray:
        """Return where pixels of the target lie in the source.

        Parameters
        ----------
        rows, cols : ndarray of float64, any shape
            Of the target [pixel centres].

        Returns
        -------
        ndarray of float64, shape (2, *rows.shape)
            Rows and columns of the source [pixel centres]; both NaN for no place.
        """
        x, y = self.operation.moved(*self.template.places(rows, cols))
        x, y = (np.where(np.isfinite(values), values, np.nan) for values in (x, y))
        found = self.model.positions(x, y)
        found[:, ~np.isfinite(found).all(axis=0)] = np.nan
        return found
