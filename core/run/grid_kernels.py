"""Machine code beside a run that makes a grid, where that takes kernels."""

from __future__ import annotations

from contextlib import AbstractContextManager

from ..kernels.loading import LOADER
from ..mapping.mapping import AnyMapping


def computing(mapping: AnyMapping) -> AbstractContextManager[None]:
    """Load machine code beside a run, as far as its mapping is worth it."""
    return LOADER.beside(mapping.plain_seconds())
