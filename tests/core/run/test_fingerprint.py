import dataclasses

import numpy as np
import pytest
from gridr_qgis.core.plan.rules import resolve
from gridr_qgis.core.run import fingerprint as module
from gridr_qgis.core.run.fingerprint import fingerprint
from helpers.data import read_raster, write_raster
from shapely.geometry import box

STAMPS = {"src": (10, 20), "grid": (30, 40), "/vsi": None}


def of(job, stamps=STAMPS, options=None, **changes):
    return fingerprint(
        resolve(dataclasses.replace(job, **changes)), stamps, options or {}
    )


def test_it_is_a_short_name_and_always_the_same(job):
    assert of(job) == of(job)
    assert len(of(job)) == 16
    assert set(of(job)) <= set("0123456789abcdef")


@pytest.mark.parametrize(
    "change",
    [
        {"threads": 7},
        {"memory_limit": 500},
        {"strip_size": 3},
        {"tile_shape": (10, 10)},
        {"dst": "elsewhere.tif", "dst_mask": None},
        {"window": ((0, 71), (0, 66))},
        {"creation_options": {"COMPRESS": "LZW"}},
    ],
    ids=str,
)
def test_what_changes_no_pixel_changes_nothing(job, change):
    assert of(job, **change) == of(job)


@pytest.mark.parametrize(
    "change",
    [
        {"interpolation": "linear"},
        {"interpolation": "bspline3"},
        {"boundary": "edge"},
        {"window": ((0, 71), (0, 65))},
        {"shift": (0.0, 1e-9)},
        {"dst_nodata": 3},
        {"dst_dtype": "float32"},
        {"src_indexes": (2, 1)},
        {"row_step": 6},
        {"src_validity": "none"},
        {"valid_polygons": box(0, 0, 10, 10)},
        {"invalid_polygons": box(0, 0, 10, 10)},
        {"options": {"COMPRESS": "LZW"}},
        {"stamps": {**STAMPS, "src": (10, 21)}},
        {"stamps": {**STAMPS, "src": (11, 20)}},
    ],
    ids=str,
)
def test_what_may_change_pixels_changes_it(job, change):
    assert of(job, **change) != of(job)


def test_polygons_are_told_apart(job):
    polygons = [
        box(0, 0, 10, 10),
        box(0, 0, 10, 11),
        [box(0, 0, 10, 10), box(20, 0, 30, 10)],
    ]
    found = {of(job, valid_polygons=each) for each in polygons}
    found |= {of(job, invalid_polygons=each) for each in polygons}
    found.add(of(job, valid_polygons=[]))
    assert len(found) == 7


def test_headers_count_but_not_what_lies_beside(job):
    before = of(job)
    with open(f"{job.src}.aux.xml", "w", encoding="utf-8") as file:
        file.write("<PAMDataset></PAMDataset>")
    assert of(job) == before
    write_raster(job.src, read_raster(job.src), nodata=np.iinfo("int16").max)
    assert of(job) != before


def test_another_engine_is_another_run(job, monkeypatch):
    before = of(job)
    monkeypatch.setattr(module, "engine_version", lambda: "another")
    assert of(job) != before


def test_the_engine_is_its_sources(tmp_path, monkeypatch):
    def version():
        module.engine_version.cache_clear()
        return module.engine_version()

    usual = version()
    fake = tmp_path / "core" / "run" / "fingerprint.py"
    fake.parent.mkdir(parents=True)
    fake.write_bytes(b"a = 1\n")
    monkeypatch.setattr(module, "__file__", str(fake))
    one = version()
    fake.write_bytes(b"a = 1\r\n")
    assert version() == one != usual
    fake.write_bytes(b"a = 2\n")
    assert version() != one
    fake.with_name("other.py").write_bytes(b"")
    assert len({one, version()}) == 2
    monkeypatch.undo()
    assert version() == usual
