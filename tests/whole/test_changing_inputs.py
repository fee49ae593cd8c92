"""Inputs that change while a run reads them: a sentence, and nothing lost."""

import dataclasses
import os
import shutil
from contextlib import ExitStack
from pathlib import Path

import numpy as np
import pytest
import rasterio
import rasterio.shutil
from gridr_qgis.core.chains.mask import build_mask_dataset
from gridr_qgis.core.chains.resample import resample_dataset
from gridr_qgis.core.errors import GridrError
from gridr_qgis.core.feedback import Feedback
from gridr_qgis.core.gridr import build_mask_chain
from gridr_qgis.core.gridr.chain import basic_grid_resampling_chain
from gridr_qgis.core.options import Job, MaskJob
from helpers.data import noise, read_raster, turned_grid, write_raster

SIZE = 200
"""Rows of the output; many strips, so that most are read after the first is done."""


def cut(path):
    os.truncate(path, os.path.getsize(path) // 2)


def replace(path):
    """Give the name to another file, of the same size; the old one lives on."""
    shutil.copy(path, f"{path}.new")
    os.replace(f"{path}.new", path)


def rewrite(path):
    """Write other pixels into the same file."""
    with rasterio.open(path, "r+") as dataset:
        dataset.write(dataset.read()[:, ::-1])


CHANGES = {"cut": cut, "replace": replace, "rewrite": rewrite, "remove": os.unlink}
pytestmark = pytest.mark.skipif(
    os.name == "nt", reason="open files cannot be removed or replaced there"
)


class Changer(Feedback):
    """Changes a file once the first part of the output is done."""

    def __init__(self, change, path):
        self.change, self.path, self.changed = change, path, False

    def progress(self, fraction):
        if fraction > 0 and not self.changed:
            self.changed = True
            self.change(self.path)
        return True


class ChangingOutput:
    """An open output; a file is changed once it is written to."""

    def __init__(self, dataset, change, path):
        self.dataset, self.change, self.path = dataset, change, path

    def __getattr__(self, name):
        return getattr(self.dataset, name)

    def write(self, *args, **kwargs):
        if self.change is not None:
            self.change(self.path)
            self.change = None
        self.dataset.write(*args, **kwargs)


@pytest.fixture
def inputs(tmp_path):
    """All a job may read, by the job's names; each strip has pixels of its own."""
    nodes = turned_grid((SIZE // 4, 30), (4, 4), 10, (100, 60))
    return {
        "src": write_raster(tmp_path / "src.tif", noise((2, 300, 200))),
        "grid": write_raster(tmp_path / "grid.tif", nodes),
        "grid_mask": write_raster(
            tmp_path / "grid_mask.tif", np.ones((SIZE // 4, 30), "uint8")
        ),
        "src_mask": write_raster(
            tmp_path / "src_mask.tif", np.ones((300, 200), "uint8")
        ),
    }


@pytest.fixture
def outputs(tmp_path):
    """Outputs of an earlier run."""
    pixels = np.full((3, 4), 77, "uint8")
    return {
        name: write_raster(tmp_path / f"{name}.tif", pixels)
        for name in ("dst", "dst_mask")
    }


def refuse(run, outputs, changed):
    """Check that a run is refused and leaves no trace."""
    folder = Path(outputs["dst"]).parent
    before = {path.name for path in folder.iterdir()}
    with pytest.raises(GridrError, match=f"{Path(changed).name}.*(Run|run) again"):
        run()
    assert all((read_raster(path) == 77).all() for path in outputs.values())
    left = {path.name for path in folder.iterdir()}
    assert before - {Path(changed).name} <= left <= before


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
@pytest.mark.parametrize("role", ["src", "grid", "grid_mask", "src_mask"])
def test_a_job(inputs, outputs, role, change):
    layout = {"row_step": 4, "col_step": 4, "tile_shape": (10, 60), "strip_size": 3}
    job = Job(**inputs, **outputs, threads=2, **layout)
    feedback = Changer(change, inputs[role])
    refuse(lambda: resample_dataset(job, feedback), outputs, inputs[role])
    assert feedback.changed


def test_a_part_of_a_mosaic(inputs, outputs, tmp_path):
    mosaic = str(tmp_path / "mosaic.vrt")
    rasterio.shutil.copy(inputs["src"], mosaic, driver="VRT")
    layout = {"row_step": 4, "col_step": 4, "tile_shape": (10, 60), "strip_size": 3}
    job = Job(mosaic, inputs["grid"], **outputs, threads=2, **layout)
    feedback = Changer(rewrite, inputs["src"])
    refuse(lambda: resample_dataset(job, feedback), outputs, inputs["src"])
    # and one that is missing from the beginning
    os.unlink(inputs["src"])
    with pytest.raises(GridrError, match=r"Band 1 of .*mosaic.vrt' cannot.*src.tif"):
        resample_dataset(job)
    assert all((read_raster(path) == 77).all() for path in outputs.values())


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
@pytest.mark.parametrize("role", ["grid", "grid_mask"])
def test_a_job_for_a_mask(inputs, outputs, role, change):
    job = MaskJob(
        dst=outputs["dst"],
        template=inputs["grid"],
        mask=inputs["grid_mask"],
        row_step=4,
        col_step=4,
    )
    feedback = Changer(change, inputs[role])
    refuse(lambda: build_mask_dataset(job, feedback), outputs, inputs[role])
    assert feedback.changed


@pytest.mark.parametrize("change", [cut, rewrite])
@pytest.mark.parametrize("role", ["src", "grid", "grid_mask", "src_mask"])
def test_a_call_of_gridr(inputs, tmp_path, role, change):
    shape = 4 * (SIZE // 4 - 1) + 1, 4 * 29 + 1
    path = write_raster(tmp_path / "out.tif", np.zeros((2, *shape)))
    with ExitStack() as stack:
        opened = {
            name: stack.enter_context(rasterio.open(path))
            for name, path in inputs.items()
        }
        out = ChangingOutput(
            stack.enter_context(rasterio.open(path, "r+")), change, inputs[role]
        )
        with pytest.raises(GridrError, match=f"{role}.tif.*(Run|run) again"):
            basic_grid_resampling_chain(
                opened["grid"], 1, 2, (4, 4), opened["src"], [1, 2], out, "cubic", 0,
                array_src_mask_ds=opened["src_mask"], array_src_mask_band=1,
                array_src_mask_validity_pair=(1, 0),
                grid_mask_in_ds=opened["grid_mask"], grid_mask_in_band=1,
                grid_mask_in_unmasked_value=1, io_strip_size=3, ncpu=2,
            )  # fmt: skip
        assert out.change is None


def test_a_call_of_gridr_for_a_mask(inputs, tmp_path):
    shape = 4 * (SIZE // 4 - 1) + 1, 4 * 29 + 1
    path = write_raster(tmp_path / "out.tif", np.zeros(shape, "uint8"))
    mask = inputs["grid_mask"]
    with rasterio.open(mask) as nodes, rasterio.open(path, "r+") as dataset:
        out = ChangingOutput(dataset, rewrite, mask)
        with pytest.raises(GridrError, match="grid_mask.tif.*(Run|run) again"):
            build_mask_chain(
                (SIZE // 4, 30), (4, 4), out, np.uint8, nodes, 1, 1, np.float64, None,
                None, io_strip_size=3,
            )  # fmt: skip


def test_an_input_that_stays_is_no_reason_to_refuse(inputs, outputs):
    job = dataclasses.replace(Job(**inputs, **outputs), row_step=4, col_step=4)
    feedback = Changer(lambda path: None, "")
    resample_dataset(job, feedback)
    assert feedback.changed
    assert read_raster(outputs["dst"]).shape == (2, 197, 117)
