"""The form of the mask builder: mapping, running, and what goes wrong."""

from dataclasses import replace

import numpy as np
import pytest
import rasterio
from gridr_qgis.core.grid.geometry import full_transform
from gridr_qgis.core.options import MaskJob
from helpers.affines import chained
from helpers.data import read_raster, write_raster
from helpers.polygons import moved
from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QVariant
from rasterio.transform import Affine
from rasterio.windows import Window
from shapely import wkt
from shapely.geometry import Point

EMPTY = [
    "RESOLUTION_ROW",
    "RESOLUTION_COL",
    "VALID_POLYGONS",
    "INVALID_POLYGONS",
    "POLYGON_FRAME",
    "MASK",
    "MASK_BAND",
    "MASK_VALID",
    "MEMORY",
    "THREADS",
]
NODES = (6, 7)
STEP = (4, 3)
SHAPE = (21, 19)
TURNED = chained(Affine(50, 0, 500_000, 0, -40, 4_600_000), Affine.rotation(20))
FIELD = "Polygon ((1.4 2.3, 17.3 1.6, 15.2 18.8, 3.1 16.7, 1.4 2.3))"
POND = "Polygon ((6.2 5.4, 11.3 6.1, 8.7 12.6, 6.2 5.4))"


@pytest.fixture
def algorithm(provider):
    return QgsApplication.processingRegistry().createAlgorithmById("gridr:buildmask")


@pytest.fixture
def template(tmp_path):
    """Path of a raster of NODES on the map."""
    return write_raster(
        tmp_path / "template.tif", np.zeros(NODES), transform=TURNED, crs="EPSG:32631"
    )


@pytest.fixture
def mask(tmp_path):
    """Path of a mask of NODES: -6 = valid in band 2, two nodes are not."""
    pixels = np.full((2, *NODES), -6, "int16")
    pixels[1, 1, 2], pixels[1, 4, 5] = 0, 8
    return write_raster(tmp_path / "nodes.tif", pixels)


@pytest.fixture
def given(template, tmp_path):
    """Only what is required."""
    return {"TEMPLATE": template, "OUTPUT": str(tmp_path / "mask.tif")}


@pytest.fixture
def minimal(given):
    """What the engine gets for `given`."""
    return MaskJob(given["OUTPUT"], given["TEMPLATE"], polygon_frame="map")


def inside(text):
    """Return which pixel centres are inside a polygon in pixels, bool of SHAPE."""
    area = wkt.loads(text)
    rows, cols = np.indices(SHAPE)
    hits = [area.contains(Point(c, r)) for r, c in zip(rows.ravel(), cols.ravel())]
    return np.reshape(hits, SHAPE)


def on_map(text):
    """Return the WKT on the map of a polygon in pixels of the mask."""
    affine = full_transform(TURNED, STEP, Window(0, 0, 1, 1))
    return moved(text, chained(affine, Affine.translation(0.5, 0.5))).wkt


def between_valid_nodes(nodes):
    """Return which pixels have no invalid node of non-zero weight, bool of SHAPE."""
    rows, cols = np.indices(SHAPE)
    valid = np.ones(SHAPE, bool)
    for row, col in np.argwhere(~nodes):
        near = np.abs(rows - row * STEP[0]) < STEP[0]
        valid &= ~(near & (np.abs(cols - col * STEP[1]) < STEP[1]))
    return valid


# Parameters -> MaskJob


def test_required_parameters_are_enough(job_of, given, minimal):
    assert job_of(given) == minimal


@pytest.mark.parametrize("name", EMPTY)
@pytest.mark.parametrize("empty", [None, "", QVariant()], ids=["None", "text", "NULL"])
def test_empty_optional_parameter_is_as_if_not_given(
    job_of, given, minimal, name, empty
):
    assert job_of({**given, name: empty}) == minimal


def test_untouched_form_asks_for_the_minimal_job(job_of, given, minimal, untouched):
    form = untouched({"TEMPLATE": given["TEMPLATE"]})
    assert set(EMPTY) <= set(form)
    assert job_of({**form, "OUTPUT": given["OUTPUT"]}) == minimal


def test_every_parameter_reaches_the_job(job_of, given, minimal, mask):
    options = {
        "RESOLUTION_ROW": 8,
        "RESOLUTION_COL": 9,
        "MASK": mask,
        "MASK_BAND": 2,
        "MASK_VALID": -6,
        "MEMORY": 256,
        "THREADS": 3,
    }
    assert job_of({**given, **options}) == replace(
        minimal,
        row_step=8,
        col_step=9,
        mask=mask,
        mask_index=2,
        mask_valid=-6,
        memory_limit=256,
        threads=3,
    )


@pytest.mark.parametrize("frame", ["map", "pixel"])
def test_polygons_reach_the_job(job_of, given, polygon_layer, frame):
    layers = {name: polygon_layer(FIELD) for name in EMPTY[2:4]}
    job = job_of({**given, **layers, "POLYGON_FRAME": frame})
    for polygons in (job.valid_polygons, job.invalid_polygons):
        assert [polygon.equals(wkt.loads(FIELD)) for polygon in polygons] == [True]
    assert job.polygon_frame == frame


def test_mask_is_its_own_template(job_of, given, minimal, mask):
    job = job_of({"OUTPUT": given["OUTPUT"], "MASK": mask})
    assert job == replace(minimal, template=mask, mask=mask)


# Running


def test_run_equals_numpy(run, given, mask, polygon_layer):
    steps = {"RESOLUTION_ROW": STEP[0], "RESOLUTION_COL": STEP[1]}
    raster = {"MASK": mask, "MASK_BAND": 2, "MASK_VALID": -6}
    polygons = {
        "VALID_POLYGONS": polygon_layer(on_map(FIELD), crs="EPSG:32631"),
        "INVALID_POLYGONS": polygon_layer(on_map(POND), crs="EPSG:32631"),
    }
    results = run({**given, **steps, **raster, **polygons})
    expected = between_valid_nodes(read_raster(mask)[1] == -6)
    expected &= inside(FIELD) & ~inside(POND)
    with rasterio.open(given["OUTPUT"]) as dataset:
        np.testing.assert_array_equal(dataset.read(1), expected)
        assert dataset.crs.to_epsg() == 32631
        transform = full_transform(TURNED, STEP, Window(0, 0, 1, 1))
        assert dataset.transform.almost_equals(transform, 1e-9)
        assert dataset.tags(1, ns="IMAGE_STRUCTURE")["NBITS"] == "1"
    assert results == {
        "OUTPUT": given["OUTPUT"],
        "ROWS": SHAPE[0],
        "COLS": SHAPE[1],
        "VALID_PIXELS": expected.sum(),
        "VALID_PERCENT": pytest.approx(100 * expected.mean()),
    }
    assert 0 < expected.sum() < expected.size


def test_run_without_georeference_lies_as_qgis_draws_the_mask(
    run, given, polygon_layer, tmp_path
):
    given["TEMPLATE"] = write_raster(tmp_path / "plain.tif", np.zeros(NODES))
    steps = {"RESOLUTION_ROW": STEP[0], "RESOLUTION_COL": STEP[1]}
    drawn = moved(FIELD, Affine(1, 0, 0.5, 0, -1, -0.5)).wkt
    run({**given, **steps, "VALID_POLYGONS": polygon_layer(drawn)})
    np.testing.assert_array_equal(read_raster(given["OUTPUT"])[0], inside(FIELD))


def test_run_in_the_pixel_frame_counts_pixels_of_the_mask(run, given, polygon_layer):
    steps = {"RESOLUTION_ROW": STEP[0], "RESOLUTION_COL": STEP[1]}
    polygons = {"VALID_POLYGONS": polygon_layer(FIELD), "POLYGON_FRAME": "pixel"}
    run({**given, **steps, **polygons})
    np.testing.assert_array_equal(read_raster(given["OUTPUT"])[0], inside(FIELD))


def test_run_without_mask_and_polygons_is_all_valid(run, given):
    assert run(given)["VALID_PERCENT"] == 100
    assert (read_raster(given["OUTPUT"]) == 1).all()


# Bad input


def test_neither_template_nor_mask_is_refused(refusal, given):
    del given["TEMPLATE"]
    assert "TEMPLATE and MASK are both empty" in refusal(given)


def test_mask_of_another_shape_is_refused(refusal, given, tmp_path):
    mask = write_raster(tmp_path / "other.tif", np.ones((3, 3), "uint8"))
    assert "shape" in refusal({**given, "MASK": mask})


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("RESOLUTION_ROW", 0, "(RESOLUTION_ROW) must be a whole number of at least"),
        ("MASK_VALID", 0.5, "(MASK_VALID) must be a whole number"),
        ("POLYGON_FRAME", "degrees", "(POLYGON_FRAME) must be one of map, pixel"),
        ("OUTPUT", "/mask.png", "gdal:translate"),
    ],
)
def test_bad_value_ends_with_a_sentence(refusal, given, name, value, sentence):
    assert sentence in refusal({**given, name: value})
