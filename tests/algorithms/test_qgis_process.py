"""The way through `qgis_process`, in a profile of its own."""

import json
import os
import shutil
import subprocess

import numpy as np
import pytest
import rasterio
from gridr_qgis.core.options import Interpolation, Job

ID = "gridr:gridresampling"


@pytest.fixture(scope="module")
def qgis_process(root, tmp_path_factory):
    """Function: arguments -> finished `qgis_process`, with our plugin enabled."""
    # Debian's wrapper passes an option that the program of QGIS 3.22 refuses.
    program = shutil.which("qgis_process.bin") or shutil.which("qgis_process")
    assert program, "QGIS is installed, but its qgis_process is not on the PATH"
    config = tmp_path_factory.mktemp("config")
    plugins = config / "profiles" / "default" / "python" / "plugins"
    plugins.mkdir(parents=True)
    (plugins / "gridr_qgis").symlink_to(root)
    environment = {**os.environ, "QGIS_CUSTOM_CONFIG_PATH": str(config)}

    def call(*arguments):
        return subprocess.run(
            [program, *arguments], env=environment, capture_output=True, text=True
        )

    enabled = call("plugins", "enable", "gridr_qgis")
    assert enabled.returncode == 0, enabled.stdout + enabled.stderr
    return call


def test_run_equals_the_engine(qgis_process, scene, grid, tmp_path):
    from gridr_qgis.core.chain import resample_dataset

    dst, mask = tmp_path / "dst.tif", tmp_path / "mask.tif"
    options = ["--BANDS=3", "--BANDS=1", "--INTERPOLATION=linear", "--NODATA=nan"]
    options += ["--WINDOW=1,15,2,30", "--DATA_TYPE=Float32", "--MEMORY="]
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
    results = json.loads(done.stdout)["results"]
    assert results["VALID_PIXELS"] == summary.valid_pixels
    assert (results["ROWS"], results["COLS"]) == (15, 29)


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
