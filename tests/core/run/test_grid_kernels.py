"""Machine code beside runs that make grids, for those that take kernels."""

from contextlib import contextmanager
from types import SimpleNamespace

import pytest
from gridr_qgis.core.run import grid_kernels
from gridr_qgis.core.run.grid_kernels import PLACE, computing


@pytest.mark.parametrize("at_once", [True, False])
def test_only_mappings_that_take_kernels_load_them(monkeypatch, at_once):
    asked = []

    @contextmanager
    def beside(seconds):
        asked.append(seconds)
        yield

    monkeypatch.setattr(grid_kernels, "LOADER", SimpleNamespace(beside=beside))
    template = SimpleNamespace(shape=(1000, 2000))
    with computing(SimpleNamespace(template=template, at_once=at_once)):
        pass
    assert asked == ([] if at_once else [PLACE * 2e6])
