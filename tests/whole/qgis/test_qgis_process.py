"""The way through `qgis_process`, in a profile of its own."""

import json
import re

import numpy as np
import pytest
import rasterio
from gridr_qgis.algorithms.texts import version
from gridr_qgis.core.options import Interpolation, Job
from helpers.data import read_raster
from qgis.PyQt.QtCore import QSettings

ID = "gridr:gridresampling"


def test_run_equals_the_engine(qgis_process, scene, grid, tmp_path):
    from gridr_qgis.core.chains.resample import resample_dataset

    dst, mask = tmp_path / "dst.tif", tmp_path / "mask.tif"
    options = ["--BANDS=3", "--BANDS=1", "--INTERPOLATION=linear", "--NODATA=nan"]
    options += ["--WINDOW=1,15,2,30", "--DATA_TYPE=Float32", "--MEMORY="]
    options += ["--CREATION_OPTIONS=COMPRESS=DEFLATE|PREDICTOR=3"]
    done = qgis_process(
        *("--json", "run", ID, f"--INPUT={scene}", f"--GRID={grid}"),
        *(f"--OUTPUT={dst}", f"--OUTPUT_MASK={mask}", *options),
    )
    assert done.returncode == 0, done.stdout + done.stderr
    job = Job(
        src=scene,
        grid=grid,
        dst=str(tmp_path / "expected.tif"),
        dst_mask=str(tmp_path / "expected_mask.tif"),
        src_indexes=(3, 1),
        interpolation=Interpolation.LINEAR,
        dst_nodata=float("nan"),
        dst_dtype="float32",
        window=((1, 16), (2, 31)),
    )
    summary = resample_dataset(job)
    for path, expected in ((dst, job.dst), (mask, job.dst_mask)):
        with rasterio.open(path) as got, rasterio.open(expected) as wanted:
            np.testing.assert_array_equal(got.read(), wanted.read())
            assert (got.transform, got.crs) == (wanted.transform, wanted.crs)
    with rasterio.open(dst) as dataset:
        structure = dataset.tags(ns="IMAGE_STRUCTURE")
        assert (structure["COMPRESSION"], structure["PREDICTOR"]) == ("DEFLATE", "3")
    told = json.loads(done.stdout)
    assert told["provider_details"]["version"] == version()
    results = told["results"]
    assert results["VALID_PIXELS"] == summary.valid_pixels
    assert (results["ROWS"], results["COLS"]) == (15, 29)


def test_polygons_of_a_file_equal_the_engines(qgis_process, scene, grid, tmp_path):
    from gridr_qgis.core.chains.resample import resample_dataset
    from shapely.geometry import box

    areas = tmp_path / "areas.geojson"
    ring = [[20, 2], [31, 2], [31, 12], [20, 12], [20, 2]]
    geometry = {"type": "Polygon", "coordinates": [ring]}
    areas.write_text(json.dumps(geometry), encoding="utf-8")
    dst = tmp_path / "dst.tif"
    done = qgis_process(
        *("--json", "run", ID, f"--INPUT={scene}", f"--GRID={grid}"),
        *(f"--INVALID_POLYGONS={areas}", "--POLYGON_FRAME=pixel", "--BOUNDARY=edge"),
        *("--CONVENTION=one_based", "--TRUST_PADDING=true", f"--OUTPUT={dst}"),
        *("--INTERPOLATION=linear", "--WINDOW_EXTENT=500100,500300,4599800,4599950"),
    )
    assert done.returncode == 0, done.stdout + done.stderr
    job = Job(
        src=scene,
        grid=grid,
        dst=str(tmp_path / "expected.tif"),
        invalid_polygons=box(20, 2, 31, 12),
        boundary="edge",
        trust_padding=True,
        shift=(-1, -1),
        interpolation="linear",
        extent=(500_100, 4_599_800, 500_300, 4_599_950),
    )
    summary = resample_dataset(job)
    with rasterio.open(dst) as got, rasterio.open(job.dst) as wanted:
        np.testing.assert_array_equal(got.read(), wanted.read())
    results = json.loads(done.stdout)["results"]
    assert results["VALID_PIXELS"] == summary.valid_pixels > 0


def test_options_may_be_given_by_the_numbers_that_help_shows(
    qgis_process, scene, grid, tmp_path
):
    paths = [f"--INPUT={scene}", f"--GRID={grid}"]
    shown = qgis_process("help", ID).stdout
    number = re.search(r"(\d+): linear\b", shown)[1]
    for name, value in (("named", "linear"), ("numbered", number)):
        output = f"--OUTPUT={tmp_path / name}.tif"
        done = qgis_process("run", ID, *paths, f"--INTERPOLATION={value}", output)
        assert done.returncode == 0, done.stdout + done.stderr
    named, numbered = (
        read_raster(tmp_path / f"{name}.tif") for name in ("named", "numbered")
    )
    np.testing.assert_array_equal(numbered, named)


def test_mask_is_built(qgis_process, scene, tmp_path):
    dst = tmp_path / "mask.tif"
    options = ["--RESOLUTION_ROW=2", "--RESOLUTION_COL=3", f"--OUTPUT={dst}"]
    mask = [f"--MASK={scene}", "--MASK_VALID=0"]
    done = qgis_process("--json", "run", "gridr:buildmask", *options, *mask)
    assert done.returncode == 0, done.stdout + done.stderr
    with rasterio.open(dst) as dataset:
        assert dataset.shape == (59, 118)
        valid = int(dataset.read().sum())
    assert valid == json.loads(done.stdout)["results"]["VALID_PIXELS"] == 3 * 7


def test_threads_meet_in_first_calls(qgis_process, scene, tmp_path):
    """Debian's numba ends a process whose threads do, in most runs (signal 6)."""
    dst = tmp_path / "mask.tif"
    options = ["--RESOLUTION_ROW=100", "--RESOLUTION_COL=100", "--THREADS=4"]
    done = qgis_process(
        *("run", "gridr:buildmask", f"--MASK={scene}", "--MASK_VALID=0"),
        *(*options, f"--OUTPUT={dst}"),
        GRIDR_KERNELS="numba",
    )
    assert done.returncode == 0, done.stdout + done.stderr
    with rasterio.open(dst) as dataset:
        assert dataset.shape == (2901, 3901)


@pytest.fixture
def options(profile):
    """Processing's options in the profile, empty again after the test."""
    stored = QSettings(str(profile / "QGIS" / "QGIS3.ini"), QSettings.Format.IniFormat)
    stored.beginGroup("Processing/Configuration")
    yield stored
    stored.remove("")


def test_options_of_the_profile_are_the_defaults(
    qgis_process, options, scene, grid, tmp_path
):
    options.setValue("GRIDR_THREADS", "3")
    options.setValue("GRIDR_MEMORY", "123")
    options.setValue("GRIDR_CACHE_FOLDER", str(tmp_path / "kernels"))
    options.sync()
    paths = [f"--INPUT={scene}", f"--GRID={grid}", f"--OUTPUT={tmp_path / 'dst.tif'}"]
    done = qgis_process("run", ID, *paths, GRIDR_KERNELS="numba")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "3 thread(s)" in done.stdout
    assert "123 MiB" in done.stdout
    # in spite of the variable NUMBA_CACHE_DIR, which all tests have
    assert list((tmp_path / "kernels" / "gridr_qgis").glob("*/*/*.nbc"))


def test_bad_input_ends_with_a_sentence_and_an_exit_code(
    qgis_process, scene, grid, tmp_path
):
    paths = [f"--INPUT={scene}", f"--GRID={grid}", f"--OUTPUT={tmp_path / 'dst.tif'}"]
    done = qgis_process("run", ID, *paths, "--WINDOW=0,21,0,4")
    assert done.returncode == 1
    assert "rows are 0 to 20" in done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    assert not (tmp_path / "dst.tif").exists()


def test_help_lists_every_parameter(qgis_process, algorithm):
    done = qgis_process("help", ID)
    assert done.returncode == 0
    assert "<p>" not in done.stdout
    for definition in algorithm.parameterDefinitions():
        assert f"{definition.name()}: {definition.description()}" in done.stdout


@pytest.mark.parametrize(
    ("locale", "said"), [("fr_FR", "Construire un masque"), ("en_GB", "Build mask")]
)
def test_help_is_in_the_language_of_the_system(qgis_process, locale, said):
    done = qgis_process("--json", "help", "gridr:buildmask", LC_ALL=f"{locale}.UTF-8")
    assert done.returncode == 0, done.stdout + done.stderr
    assert json.loads(done.stdout)["algorithm_details"]["name"] == said
