"""From a grid that was asked for to its mapping: what is decided, what is refused."""

import dataclasses
import math
import re
from pathlib import Path

import numpy as np
import pytest
import rasterio.shutil
from affine import Affine
from gridr_qgis.core.errors import GridrError
from gridr_qgis.core.mapping.control_points import Fitted
from gridr_qgis.core.mapping.models import Georeferenced
from gridr_qgis.core.mapping.rational import Rational
from gridr_qgis.core.options import GridJob
from gridr_qgis.core.plan.grid_rules import resolve_grid
from helpers.data import noise, write_raster
from helpers.places import (
    gcps,
    gdal_positions,
    rpc,
    write_dem,
    write_with_gcps,
    write_with_rpc,
)

PLACE = {"transform": Affine(300, 0, 500000, 0, -300, 5500000), "crs": "EPSG:32631"}


@pytest.fixture
def on_map(tmp_path):
    """A job whose source has a geotransform."""
    src = write_raster(tmp_path / "src.tif", noise((40, 50), "uint8"), **PLACE)
    return GridJob(src, str(tmp_path / "grid.tif"))


@pytest.fixture
def with_rpc(tmp_path):
    """A job whose source has an RPC."""
    return GridJob(write_with_rpc(tmp_path / "rpc.tif"), str(tmp_path / "grid.tif"))


@pytest.fixture
def with_gcps(tmp_path):
    """A job whose source has control points."""
    src = write_with_gcps(tmp_path / "gcps.tif", gcps(8))
    return GridJob(src, str(tmp_path / "grid.tif"))


def resolved(job, **changed):
    return resolve_grid(dataclasses.replace(job, **changed))


def told(job, **changed):
    """Return the notes of a job as text, odd ones after an exclamation mark."""
    notes = resolved(job, **changed).notes
    return "\n".join("!" * note.is_odd + note.text for note in notes)


def refused(sentence, job, **changed):
    with pytest.raises(GridrError, match=sentence):
        resolved(job, **changed)


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


def test_control_points_without_a_system_need_one(with_gcps, tmp_path):
    src = str(tmp_path / "bare.vrt")
    rasterio.shutil.copy(with_gcps.src, src, driver="VRT")
    text = re.sub('Projection=".*?"', 'Projection=""', Path(src).read_text())
    Path(src).write_text(text)
    refused("control points of the source .* has no coordinate", with_gcps, src=src)
    assert resolved(with_gcps, src=src, src_crs="EPSG:4326")


def test_control_points_are_fitted_as_asked(with_gcps):
    assert isinstance(resolved(with_gcps).mapping.model, Fitted)
    assert "8 control points, fit polynomial2." in told(with_gcps)
    assert "fit tps." in told(with_gcps, fit="tps")
    refused("polynomial3 needs 10 control points", with_gcps, fit="polynomial3")


def test_an_rpc_has_its_own_height_unless_another_is_given(with_rpc):
    found = resolved(with_rpc).mapping.model
    assert isinstance(found, Rational)
    assert found.heights.height == rpc().height_off
    assert "Height 500 m above the ellipsoid (the RPC's own; a DEM is" in told(with_rpc)
    assert resolved(with_rpc, height=3).mapping.model.heights.height == 3


@pytest.mark.parametrize("offset", [0.0, 20.0])
def test_heights_come_from_a_dem(with_rpc, tmp_path, offset):
    dem = write_dem(tmp_path / "dem.tif")
    found = resolved(with_rpc, dem=dem, dem_heights="ellipsoid", dem_offset=offset)
    x, y = np.array([5.0, 5.05]), np.array([45.0, 44.95])
    options = ["-rpc", "-to", f"RPC_DEM={dem}", "-to", f"RPC_HEIGHT={offset}"]
    expected = gdal_positions(with_rpc.src, x, y, *options)
    positions = found.mapping.model.positions(x, y)
    np.testing.assert_allclose(positions, expected, rtol=0, atol=1e-6)
    assert [header.name for header in found.inputs] == [with_rpc.src, dem]
    found.close()


def test_heights_that_say_not_what_they_count_from_are_told(with_rpc, tmp_path):
    dem = write_dem(tmp_path / "dem.tif")
    sentence = "!The DEM's coordinate system does not say what its heights count from"
    assert sentence in told(with_rpc, dem=dem)
    assert sentence not in told(with_rpc, dem=dem, dem_heights="ellipsoid")


def test_what_plays_no_part_is_told(on_map, with_rpc):
    assert "!The height or the DEM plays no part" in told(on_map, height=3)
    assert "!The fit tps plays no part" in told(on_map, fit="tps")
    assert "!The source's coordinate system plays no part" in told(
        with_rpc, src_crs="EPSG:32631"
    )
    assert "!" not in told(on_map) + told(with_rpc)


def test_what_places_the_source_is_told(on_map, tmp_path):
    assert told(on_map).startswith("The source lies on the map by its geotransform.")
    both = write_raster(
        tmp_path / "both.tif", noise((4, 5), "uint8"), rpcs=rpc(), **PLACE
    )
    assert "by its geotransform; it has RPCs, too." in told(on_map, src=both)


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


def test_height_and_dem_exclude_each_other(with_rpc, tmp_path):
    dem = write_dem(tmp_path / "dem.tif")
    refused("A height and a DEM are given. Give one of", with_rpc, dem=dem, height=3)
    refused("An offset of the DEM is given, and no DEM", with_rpc, dem_offset=3)


@pytest.mark.parametrize(
    "besides",
    [{"dst_crs": "EPSG:4326"}, {"extent": (0, 0, 1, 1)}, {"pixel_size": 3}],
)
def test_a_template_is_given_alone(on_map, besides):
    refused("A template is given, and", on_map, template=on_map.src, **besides)


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"pixel_size": 0}, "The pixel size must be above 0, got 0"),
        ({"pixel_size": -2}, "The pixel size must be above 0, got -2"),
        ({"pixel_size": 1e-4}, "make a target of .* more than 1000000. Give a larger"),
        ({"extent": (0, 0, 1e9, 1e9), "pixel_size": 3.0}, "more than 1000000"),
        ({"extent": (3, 1, 2, 2)}, "The target's extent x 3 to 2, y 1 to 2 has no"),
        ({"tolerance": 0}, "The tolerance must be above 0, got 0"),
        ({"tolerance": -0.1}, "The tolerance must be above 0"),
        ({"row_step": 0}, "row resolution must be at least 1"),
        ({"col_step": -3}, "column resolution must be at least 1"),
        ({"dst_crs": "EPSG:5773"}, "is neither geographic nor projected"),
        ({"dst_crs": "nothing"}, "The target's coordinate system nothing is none"),
        ({"method": "gcp"}, "has no control points: it has a geotransform"),
        ({"method": "rpc"}, "has no RPCs"),
        ({"src": 3}, "The name of the source must be"),
        ({"height": "high"}, "The height must be a number"),
        ({"height": math.nan}, "The height must be a finite number"),
    ],
)
def test_what_cannot_be_is_refused(on_map, changed, sentence):
    refused(sentence, on_map, **changed)


def test_names_of_choices_are_checked_at_once(on_map):
    for field in ("method", "fit", "dem_heights"):
        with pytest.raises(GridrError, match="Choose one of"):
            dataclasses.replace(on_map, **{field: "nonsense"})


def test_one_row_of_pixels_takes_no_step(on_map):
    asked = {"extent": (500000, 5499000, 509000, 5499300), "pixel_size": 300}
    refused("single node along its rows", on_map, **asked, row_step=2)
    assert resolved(on_map, **asked, col_step=2)


def test_a_turned_source_has_a_target(on_map, tmp_path):
    turned = Affine(260, 150, 500000, 150, -260, 5500000)
    src = write_raster(
        tmp_path / "turned.tif",
        noise((40, 50), "uint8"),
        transform=turned,
        crs="EPSG:32631",
    )
    template = resolved(on_map, src=src).mapping.template
    x_min, y_min, x_max, y_max = template.extent
    corners = [(c, r) for c in (0, 50) for r in (0, 40)]
    xs = [turned.a * c + turned.b * r + turned.c for c, r in corners]
    assert abs(x_min - min(xs)) < 300
    assert abs(x_max - max(xs)) < 300
    flat = write_raster(
        tmp_path / "flat.tif",
        noise((4, 5), "uint8"),
        transform=Affine(1, 1, 5, 1, 1, 5),
        crs="EPSG:32631",
    )
    refused("gives its pixels no area", on_map, src=flat)


def test_a_dem_elsewhere_is_refused_with_both_extents(with_rpc, tmp_path):
    elsewhere = Affine(0.005, 0, 14.65, 0, -0.005, 45.25)
    dem = write_dem(tmp_path / "dem.tif", transform=elsewhere)
    sentence = r"no height where the image is: it covers x 14\.65 .* the image about x"
    refused(sentence, with_rpc, dem=dem)
    empty = write_dem(tmp_path / "nan.tif", np.full((9, 9), np.nan))
    refused("has no height where the image is", with_rpc, dem=empty)
    refused("The DEM has no band 2", with_rpc, dem=dem, dem_index=2)


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
