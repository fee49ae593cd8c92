import dataclasses
import pickle

import numpy as np
import pytest
from gridr_qgis.core.errors import GridrError
from gridr_qgis.core.options import (
    DST_DTYPES,
    Antialias,
    Boundary,
    Choice,
    Interpolation,
    Job,
    MaskJob,
    PolygonFrame,
    SourceValidity,
    StripTarget,
)
from rasterio import dtypes
from shapely.geometry import box

CHOICES = [Interpolation, Antialias, Boundary, SourceValidity, PolygonFrame]
FIELDS = {
    "interpolation": Interpolation,
    "antialias": Antialias,
    "boundary": Boundary,
    "src_validity": SourceValidity,
    "polygon_frame": PolygonFrame,
}
"""Fields of a job that are chosen by name."""


def a_job(**changes):
    return Job("src.tif", "grid.tif", "dst.tif", **changes)


@pytest.mark.parametrize("kind", CHOICES)
def test_a_choice_is_its_name(kind):
    assert issubclass(kind, Choice)
    for choice in kind:
        assert kind(choice.value) is kind(choice) is choice
        assert choice == choice.value == choice.name.lower()


@pytest.mark.parametrize("kind", CHOICES)
@pytest.mark.parametrize("wrong", ["", "CUBIC", "quintic", None, 3])
def test_a_wrong_name_is_answered_with_the_right_ones(kind, wrong):
    names = ", ".join(choice.value for choice in kind)
    with pytest.raises(GridrError) as caught:
        kind(wrong)
    expected = f"There is no {kind.__name__} {wrong!r}. Choose one of {names}."
    assert str(caught.value) == expected


@pytest.mark.parametrize("kind", CHOICES)
@pytest.mark.parametrize("wrong", [np.array(["edge", "cubic"]), ["pixel"], b"none"])
def test_what_is_no_name_is_answered_with_names_too(kind, wrong):
    with pytest.raises(GridrError, match=f"There is no {kind.__name__} .*Choose one"):
        kind.of(wrong)


def test_boundaries_are_modes_of_numpy_pad():
    for boundary in set(Boundary) - {Boundary.NONE}:
        assert len(np.pad([1, 2, 3], 2, mode=boundary.value)) == 7


def test_types_of_outputs_are_those_of_gdal():
    for gdal, name in DST_DTYPES.items():
        assert dtypes.typename_fwd[dtypes.dtype_rev[name]] == gdal


@pytest.mark.parametrize("field", FIELDS)
def test_a_job_takes_choices_by_name(field):
    for choice in FIELDS[field]:
        for given in (choice, choice.value):
            assert getattr(a_job(**{field: given}), field) is choice
    with pytest.raises(GridrError, match=f"no {FIELDS[field].__name__} 'else'. Choo"):
        a_job(**{field: "else"})


def test_a_mask_job_takes_its_frame_by_name():
    job = MaskJob("dst.tif", "template.tif", polygon_frame="map")
    assert job.polygon_frame is PolygonFrame.MAP
    with pytest.raises(GridrError, match="There is no PolygonFrame 'globe'"):
        dataclasses.replace(job, polygon_frame="globe")


def test_names_are_choices_after_a_change_too():
    job = dataclasses.replace(a_job(), interpolation="bspline5")
    assert job == a_job(interpolation=Interpolation.BSPLINE5)


def test_what_is_not_asked_for_comes_from_the_data():
    job = a_job()
    asked = {
        field.name: getattr(job, field.name)
        for field in dataclasses.fields(job)
        if getattr(job, field.name) is not None
    }
    assert asked == {
        **{"src": "src.tif", "grid": "grid.tif", "dst": "dst.tif"},
        **{"interpolation": "cubic", "boundary": "none", "src_validity": "any_band"},
        **{"bspline_epsilon": 1e-6, "bspline_mask_influence": 1e-3},
        **{"antialias": "none", "grid_mask_index": 1, "grid_mask_valid": 1},
        **{"src_mask_index": 1, "src_mask_valid": 1},
        **{"grid_nodata_tolerance": 0, "shift": (0, 0), "trust_padding": False},
        **{"polygon_frame": "pixel", "polygon_origin": (0, 0)},
        **{"creation_options": {}, "memory_limit_grows": False},
        **{"strip_target": StripTarget.INPUT},
    }


def test_jobs_do_not_share_their_creation_options():
    assert a_job().creation_options is not a_job().creation_options


@pytest.mark.parametrize(
    "job",
    [
        a_job(),
        a_job(interpolation="bspline3", window=((1, 2), (3, 4)), threads=2),
        a_job(valid_polygons=[box(0, 0, 1, 1)], creation_options={"COMPRESS": "LZW"}),
        MaskJob("dst.tif", "template.tif", invalid_polygons=box(0, 0, 1, 1)),
    ],
)
def test_a_job_travels(job):
    again = pickle.loads(pickle.dumps(job))
    assert again == job
    for name in FIELDS:
        assert getattr(again, name, None) is getattr(job, name, None)


@pytest.mark.parametrize("job", [a_job(), MaskJob("dst.tif", "template.tif")])
def test_a_job_is_a_value(job):
    with pytest.raises(dataclasses.FrozenInstanceError):
        job.dst = "else.tif"
    assert dataclasses.replace(job) == job


def test_options_import_the_standard_library_only(fresh_python):
    program = """
import sys
before = set(sys.modules)
import gridr_qgis.core.options
new = {name.partition(".")[0] for name in set(sys.modules) - before}
print(sorted(new - sys.stdlib_module_names) if sys.version_info >= (3, 10) else [])
"""
    assert fresh_python(program) in ("['gridr_qgis']", "[]")
