"""From pixels of a target to positions in a source."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .crs import Operation
from .models import Model
from .template import Template


@dataclass(frozen=True)
class Mapping:
    """Where the pixels of a target lie in a source."""

    template: Template
    """The target."""
    operation: Operation
    """From the target's coordinate system to the model's."""
    model: Model
    """Of the source."""

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
