"""The target of a grid, and the way to it."""

import numpy as np
import pytest
from affine import Affine
from gridr_qgis.core.mapping.models import Georeferenced
from helpers.data import noise, write_raster
from helpers.grid_jobs import PLACE, refused, resolved, told


def test_the_target_of_a_source_alone_is_its_own_place(on_map):
    found = resolved(on_map)
    template = found.mapping.template
    assert template.shape == (40, 50)
    assert template.transform.almost_equals(PLACE["transform"], 1e-6)
    assert isinstance(found.mapping.model, Georeferenced)
    rows, cols = np.mgrid[0:40:13, 0:50:7].astype(float)
    positions = found.mapping.positions(rows, cols)
    np.testing.assert_allclose(positions, [rows, cols], rtol=0, atol=1e-6)


def test_a_template_gives_shape_and_place(on_map, tmp_path):
    transform = Affine(0.004, 0, 3.01, 0, -0.003, 49.6)
    settings = {"transform": transform, "crs": "EPSG:4326"}
    path = write_raster(tmp_path / "t.tif", noise((30, 45), "uint8"), **settings)
    found = resolved(on_map, template=path)
    assert found.mapping.template.shape == (30, 45)
    assert found.mapping.template.transform == transform
    assert [header.name for header in found.inputs] == [on_map.src, path]


def test_extent_and_pixel_size_make_a_target(on_map):
    asked = {"dst_crs": "EPSG:4326", "extent": (3.0, 49.55, 3.1, 49.65)}
    template = resolved(on_map, **asked, pixel_size=0.01).mapping.template
    assert template.shape == (10, 10)
    assert template.transform == Affine(0.01, 0, 3.0, 0, -0.01, 49.65)
    # one of both alone: the other is GDAL's
    whole = resolved(on_map, dst_crs="EPSG:4326").mapping.template
    sized = resolved(on_map, **asked).mapping.template
    assert sized.transform.a == whole.transform.a
    assert sized.transform.c == 3.0
    placed = resolved(on_map, dst_crs="EPSG:4326", pixel_size=0.01).mapping.template
    assert placed.transform.a == 0.01
    assert (placed.transform.c, placed.transform.f) == (
        whole.transform.c,
        whole.transform.f,
    )


def test_a_system_that_is_given_replaces_the_sources(on_map, tmp_path):
    bare = write_raster(
        tmp_path / "bare.tif", noise((4, 5), "uint8"), transform=PLACE["transform"]
    )
    assert resolved(on_map, src=bare, src_crs="EPSG:32630").mapping.template.crs == (
        "EPSG:32630"
    )
    refused("geotransform of the source .* has no coordinate system", on_map, src=bare)
    refused("The source's coordinate system rubbish is none", on_map, src_crs="rubbish")


def test_target_and_operation_are_told(on_map):
    lines = told(on_map, dst_crs="EPSG:4326").splitlines()
    assert lines[1].startswith("Target: ")
    assert " in EPSG:4326, x 3 to 3.2" in lines[1]
    assert lines[2].startswith("From EPSG:4326 to EPSG:32631: ")


def test_an_operation_is_taken_as_given(on_map):
    # 1 km to the east of PROJ's own
    pipeline = (
        "+proj=pipeline +step +inv +proj=utm +zone=31 +x_0=501000 +ellps=WGS84 "
        "+step +proj=unitconvert +xy_in=rad +xy_out=deg"
    ).replace("utm +zone=31", "tmerc +lon_0=3 +k=0.9996")
    plain = resolved(on_map, dst_crs="EPSG:4326").mapping
    moved = resolved(on_map, dst_crs="EPSG:4326", operation=pipeline).mapping
    rows, cols = np.mgrid[5:30:5, 5:30:5].astype(float)
    shift = moved.positions(rows, cols) - plain.positions(rows, cols)
    np.testing.assert_allclose(shift[1], 1000 / 300, rtol=0, atol=1e-4)
    refused("The operation rubbish cannot be used", on_map, operation="rubbish")


def test_an_operation_of_other_systems_is_left_out(on_map, with_gcps):
    pipeline = (
        "+proj=pipeline +step +inv +proj=utm +zone=31 +ellps=WGS84 "
        "+step +proj=unitconvert +xy_in=rad +xy_out=deg"
    )
    asked = {"dst_crs": "EPSG:4326", "operation": pipeline}
    assert "is left out" not in told(on_map, **asked)
    assert "!" not in told(on_map, **asked)
    for job, more, system in (
        (with_gcps, {}, "EPSG:4326"),
        (on_map, {"src_crs": "EPSG:32630"}, "EPSG:32630"),
    ):
        lines = told(job, **asked, **more)
        assert f"is left out: it does not lead from {system}, in which the" in lines
        found = resolved(job, **asked, **more).mapping.operation
        assert (
            found
            == resolved(job, **{**asked, "operation": None}, **more).mapping.operation
        )


@pytest.mark.parametrize(
    "besides",
    [{"dst_crs": "EPSG:4326"}, {"extent": (0, 0, 1, 1)}, {"pixel_size": 3}],
)
def test_a_template_is_given_alone(on_map, besides):
    refused("A template is given, and", on_map, template=on_map.src, **besides)


def test_one_row_of_pixels_takes_no_step(on_map):
    asked = {"extent": (500000, 5499000, 509000, 5499300), "pixel_size": 300}
    refused("single node along its rows", on_map, **asked, row_step=2)
    assert resolved(on_map, **asked, col_step=2)


def test_a_target_elsewhere_is_refused_with_both_extents(on_map):
    asked = {"dst_crs": "EPSG:4326", "pixel_size": 0.01}
    refused(
        "No node lies in the source: the target covers x 13 to 14, .* the source x 3 ",
        on_map,
        extent=(13, 49, 14, 50),
        **asked,
    )
    # a turn around the globe is the same place
    assert resolved(on_map, extent=(363, 49.5, 363.2, 49.7), **asked)
