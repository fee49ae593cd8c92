"""Machine code beside runs that make grids, for those that take kernels."""

from types import SimpleNamespace

from gridr_qgis.core.run import grid_kernels
from gridr_qgis.core.run.grid_kernels import computing


def test_kernels_are_loaded_for_as_long_as_the_mapping_takes(monkeypatch):
    monkeypatch.setattr(grid_kernels, "LOADER", SimpleNamespace(beside=lambda s: -s))
    assert computing(SimpleNamespace(plain_seconds=lambda: 3.0)) == -3.0
