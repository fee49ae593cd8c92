"""Files in folders whose names are no UTF-8, as old disks have."""

import dataclasses
import os
import shutil
import sys

import numpy as np
import pytest
import rasterio
import rasterio.shutil
from gridr_qgis.core.chains.mask import build_mask_dataset
from gridr_qgis.core.chains.resample import resample_dataset
from gridr_qgis.core.errors import GridrError
from gridr_qgis.core.options import MaskJob
from gridr_qgis.core.raster.names import openable
from helpers.data import read_raster
from helpers.recording import Log

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="there names are text"
)


@pytest.fixture
def folder(tmp_path):
    name = os.fsencode(tmp_path) + b"/donn\xe9es"
    os.mkdir(name)
    return os.fsdecode(name)


def test_inputs_and_outputs(plain_job, folder):
    resample_dataset(plain_job)
    expected = read_raster(plain_job.dst), read_raster(plain_job.dst_mask)
    names = {
        name: f"{folder}/{name}.tif" for name in ("src", "grid", "dst", "dst_mask")
    }
    for name in ("src", "grid"):
        shutil.copy(getattr(plain_job, name), names[name])
    log = Log()
    job = dataclasses.replace(plain_job, **names, creation_options={"COMPRESS": "LZW"})
    for _ in range(2):  # the second replaces the outputs of the first
        resample_dataset(job, log)
    assert not any("/proc/" in line for line in log.lines + log.warnings)
    for name, pixels in zip(("dst", "dst_mask"), expected):
        assert np.array_equal(read_raster(openable(names[name])), pixels)
    assert sorted(os.listdir(folder)) == sorted(f"{name}.tif" for name in names)
    mask = MaskJob(
        dst=names["dst_mask"], template=names["grid"], row_step=4, col_step=4
    )
    build_mask_dataset(mask)
    assert (read_raster(openable(names["dst_mask"])) == 1).all()
    # an input is known by its name, and not replaced
    with pytest.raises(GridrError, match="is also an input of this run"):
        resample_dataset(dataclasses.replace(job, dst=names["src"]))


def test_a_mosaic_of_parts_in_such_a_folder(plain_job, folder, tmp_path):
    resample_dataset(plain_job)
    expected = read_raster(plain_job.dst)
    mosaic = tmp_path / "mosaic.vrt"
    rasterio.shutil.copy(plain_job.src, str(mosaic), driver="VRT")
    shutil.move(plain_job.src, f"{folder}/src.tif")
    text = mosaic.read_bytes().replace(b">src.tif<", b">donn\xe9es/src.tif<")
    mosaic.write_bytes(text)
    resample_dataset(dataclasses.replace(plain_job, src=str(mosaic)))
    assert np.array_equal(read_raster(plain_job.dst), expected)


@pytest.mark.parametrize("what", ["src", "grid", "dst", "dst_mask"])
def test_files_of_such_names_are_refused(plain_job, folder, what):
    name = f"{folder}/\udce9.tif"
    with pytest.raises(GridrError, match="is no UTF-8 text"):
        resample_dataset(dataclasses.replace(plain_job, **{what: name}))
    assert os.listdir(folder) == []
