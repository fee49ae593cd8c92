"""The user's defaults for memory and threads, in every form that has these."""

import pytest
from qgis.core import QgsApplication


@pytest.fixture
def defaults(provider, monkeypatch):
    """Defaults of a user who set both."""
    values = {"MEMORY": 700, "THREADS": 3}
    monkeypatch.setattr(provider, "defaults", lambda: values)
    return values


@pytest.fixture(params=["gridresampling", "buildmask"])
def resources(request, provider, scene, grid, tmp_path, context, feedback, monkeypatch):
    """Function: parameters -> (memory limit, threads) that the engine would get."""
    registry = QgsApplication.processingRegistry()
    form = registry.createAlgorithmById(f"gridr:{request.param}")
    inputs = {"INPUT": scene, "GRID": grid, "TEMPLATE": scene}
    jobs = []
    monkeypatch.setattr(
        type(form), "compute", lambda self, job, _: jobs.append(job) or {}
    )

    def resources(**parameters):
        values = {**inputs, **parameters, "OUTPUT": str(tmp_path / "dst.tif")}
        _, ok = form.run(values, context, feedback)
        assert ok, feedback.errors
        return jobs[-1].memory_limit, jobs[-1].threads

    return resources


def test_machine_decides_without_defaults(resources):
    assert resources() == (None, None)


def test_defaults_stand_for_what_is_not_given(resources, defaults):
    assert resources() == (700, 3)
    assert resources(MEMORY="", THREADS=None) == (700, 3)
    assert resources(MEMORY=500) == (500, 3)
    assert resources(MEMORY="500", THREADS=1) == (500, 1)
