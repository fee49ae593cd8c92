"""The part of the output by an extent on the map."""

import numpy as np
import pytest
import rasterio
from gridr_qgis.core.grid.geometry import full_transform
from gridr_qgis.core.options import Job
from helpers.affines import along
from helpers.data import read_raster, write_raster
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    QgsReferencedRectangle,
)
from rasterio.windows import Window

UTM = QgsCoordinateReferenceSystem("EPSG:32631")
DEGREES = QgsCoordinateReferenceSystem("EPSG:4326")
STEP = (4, 5)
PART = QgsRectangle(500_055, 4_599_900, 500_161, 4_599_961)


@pytest.fixture
def given(scene, grid, tmp_path):
    return {"INPUT": scene, "GRID": grid, "OUTPUT": str(tmp_path / "dst.tif")}


def text(rectangle, crs=None):
    """Return an extent as scripts write it."""
    numbers = (rectangle.xMinimum(), rectangle.xMaximum())
    numbers += (rectangle.yMinimum(), rectangle.yMaximum())
    return ",".join(map(repr, numbers)) + (f" [{crs.authid()}]" if crs else "")


def in_degrees(rectangle):
    transform = QgsCoordinateTransform(UTM, DEGREES, QgsProject())
    return transform.transformBoundingBox(rectangle)


def window_of(rectangle, path):
    """Return WINDOW with the pixels whose centre lies in a rectangle in UTM."""
    with rasterio.open(path) as dataset:
        affine = full_transform(dataset.transform, STEP, Window(0, 0, 1, 1))
        rows, cols = np.indices([(n - 1) * s + 1 for n, s in zip(dataset.shape, STEP)])
    x, y = along(affine, cols + 0.5, rows + 0.5)
    hits = (x >= rectangle.xMinimum()) & (x <= rectangle.xMaximum())
    hits &= (y >= rectangle.yMinimum()) & (y <= rectangle.yMaximum())
    rows, cols = np.nonzero(hits)
    return f"{rows.min()},{rows.max()},{cols.min()},{cols.max()}"


@pytest.mark.parametrize("kind", ["text", "text without CRS", "rectangle"])
def test_extent_in_the_crs_of_the_grid_reaches_the_job(job_of, given, kind):
    extent = {
        "text": text(PART, UTM),
        "text without CRS": text(PART),
        "rectangle": QgsReferencedRectangle(PART, UTM),
    }[kind]
    expected = Job(
        polygon_frame="map",
        src=given["INPUT"],
        grid=given["GRID"],
        dst=given["OUTPUT"],
        extent=(500_055, 4_599_900, 500_161, 4_599_961),
    )
    assert job_of({**given, "WINDOW_EXTENT": extent}) == expected


def test_extent_of_another_crs_is_taken_to_the_grids(job_of, given):
    asked = in_degrees(PART)
    got = job_of({**given, "WINDOW_EXTENT": text(asked, DEGREES)}).extent
    back = QgsCoordinateTransform(DEGREES, UTM, QgsProject())
    box = back.transformBoundingBox(asked)
    expected = (box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum())
    np.testing.assert_allclose(got, expected, rtol=0, atol=1e-6)


def test_extent_of_a_layer_is_that_of_the_layer(job_of, given, tmp_path):
    transform = rasterio.Affine(0.001, 0, 3.0, 0, -0.001, 41.551)
    path = write_raster(
        tmp_path / "area.tif", np.ones((2, 2)), transform=transform, crs="EPSG:4326"
    )
    by_layer = job_of({**given, "WINDOW_EXTENT": QgsRasterLayer(path, "area")}).extent
    by_text = "3.0,3.002,41.549,41.551 [EPSG:4326]"
    expected = job_of({**given, "WINDOW_EXTENT": by_text}).extent
    np.testing.assert_allclose(by_layer, expected, rtol=0, atol=1e-6)


@pytest.mark.parametrize("crs", [UTM, DEGREES])
def test_run_gives_the_pixels_of_the_smallest_window(run, given, crs, tmp_path):
    asked = PART if crs == UTM else in_degrees(PART)
    back = QgsCoordinateTransform(crs, UTM, QgsProject())
    window = window_of(back.transformBoundingBox(asked), given["GRID"])
    run({**given, "WINDOW": window, "OUTPUT": str(tmp_path / "window.tif")})
    run({**given, "WINDOW_EXTENT": text(asked, crs)})
    got = read_raster(given["OUTPUT"])
    assert 1 < got.shape[1] < 21
    assert 1 < got.shape[2] < 31
    np.testing.assert_array_equal(got, read_raster(tmp_path / "window.tif"))
    with rasterio.open(given["OUTPUT"]) as dataset:
        bounds = QgsRectangle(*dataset.bounds)
    assert bounds.buffered(10).contains(PART)


def test_grid_without_georeference_lies_as_qgis_draws_it(run, given, tmp_path):
    nodes = read_raster(given["GRID"])
    given["GRID"] = write_raster(tmp_path / "plain.tif", nodes)
    results = run({**given, "WINDOW_EXTENT": "1.4,4.6,-4.4,-2.6"})
    assert (results["ROWS"], results["COLS"]) == (1, 4)  # row 3, columns 1 to 4
    whole = str(tmp_path / "whole.tif")
    run({**given, "OUTPUT": whole})
    expected = read_raster(whole)[:, 3:4, 1:5]
    np.testing.assert_array_equal(read_raster(given["OUTPUT"]), expected)


def test_window_and_extent_exclude_each_other(refusal, given):
    both = {"WINDOW": "0,1,0,1", "WINDOW_EXTENT": text(PART)}
    sentence = refusal({**given, **both})
    assert (
        "(WINDOW_EXTENT) and Window: r0,r1,c0,c1 [output pixels] (WINDOW) " in sentence
    )
    assert "both say which part of the output to compute. Give one" in sentence


def test_extent_without_a_pixel_is_refused(refusal, given):
    sentence = refusal({**given, "WINDOW_EXTENT": "0,1,0,1 [EPSG:32631]"})
    assert "No output pixel has its centre in the extent" in sentence


def test_extent_that_has_no_place_in_the_crs_is_refused(refusal, given):
    sentence = refusal({**given, "WINDOW_EXTENT": "0,1,200,300 [EPSG:4326]"})
    assert "cannot be taken to the coordinate system of the output" in sentence
