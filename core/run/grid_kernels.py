"""Machine code beside a run that makes a grid, where that takes kernels."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from ..kernels.loading import LOADER
from ..mapping.mapping import AnyMapping

PLACE = 2e-6
"""Seconds that NumPy takes for a place of a target."""


@contextmanager
def computing(mapping: AnyMapping) -> Iterator[None]:
    """Load machine code for a mapping that is not computed point by point."""
    if mapping.at_once:
        yield
        return
    rows, cols = mapping.template.shape
    with LOADER.beside(PLACE * rows * cols):
        yield
