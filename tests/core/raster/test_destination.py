import dataclasses
import math
import os
import subprocess
from pathlib import Path

import numpy as np
import pytest
import rasterio
from affine import Affine
from gridr_qgis.core.chains.resample import resample_dataset
from gridr_qgis.core.errors import GridrError
from gridr_qgis.core.plan.outputs import resampling_outputs
from gridr_qgis.core.plan.plan import make_plan
from gridr_qgis.core.plan.rules import resolve
from gridr_qgis.core.raster import destination, replace
from helpers.data import read_raster, write_raster


def names(folder):
    return sorted(path.name for path in Path(folder).iterdir())


def fail_writing(*_):
    raise OSError("the cable was pulled")


def test_a_failing_run_leaves_the_old_outputs(plain_job, tmp_path, monkeypatch):
    resample_dataset(plain_job)
    before = names(tmp_path)
    pixels = Path(plain_job.dst).read_bytes(), Path(plain_job.dst_mask).read_bytes()
    monkeypatch.setattr(destination.Destination, "write", fail_writing)
    with pytest.raises(OSError, match="the cable was pulled"):
        resample_dataset(dataclasses.replace(plain_job, interpolation="nearest"))
    assert names(tmp_path) == before
    assert pixels == (
        Path(plain_job.dst).read_bytes(),
        Path(plain_job.dst_mask).read_bytes(),
    )


def test_an_output_that_takes_no_more_is_told(plain_job, tmp_path, monkeypatch):
    def refuse(*_, **__):
        raise rasterio.errors.RasterioIOError("Write failed. No room for a block.")

    before = names(tmp_path)
    monkeypatch.setattr(rasterio.io.DatasetWriter, "write", refuse)
    with pytest.raises(GridrError, match="completely to .*No room for a block.*Free"):
        resample_dataset(plain_job)
    assert names(tmp_path) == before


def test_a_mask_that_cannot_be_created_leaves_no_data(plain_job, tmp_path, monkeypatch):
    before, create = names(tmp_path), destination.create_part

    def fail_for_the_mask(path, part):
        if path.name == "mask.tif":
            raise OSError("the cable was pulled")
        create(path, part)

    monkeypatch.setattr(destination, "create_part", fail_for_the_mask)
    with pytest.raises(OSError, match="the cable was pulled"):
        resample_dataset(plain_job)
    assert names(tmp_path) == before


def test_parts_that_the_next_run_needs_stay(plain_job, tmp_path, monkeypatch):
    def half_way(_):
        raise replace.HalfWayError("half-way")

    monkeypatch.setattr(destination, "replace_together", half_way)
    with pytest.raises(GridrError, match="half-way"):
        resample_dataset(plain_job)
    assert sum(replace.PART in name for name in names(tmp_path)) == 2


@pytest.mark.skipif(os.name == "nt", reason="Windows gives links to few")
def test_a_part_lies_where_the_link_leads(plain_job, tmp_path, monkeypatch):
    """Else it could not take the name: another folder may be on another disk."""
    other, seen, write = tmp_path / "other", [], destination.Destination.write
    other.mkdir()
    Path(plain_job.dst).symlink_to(other / "real.tif")

    def look(*args):
        seen.append(names(other))
        write(*args)

    monkeypatch.setattr(destination.Destination, "write", look)
    resample_dataset(plain_job)
    assert [replace.PART in name for name in seen[0]] == [True]
    assert names(other) == ["real.tif"]


def test_data_and_mask_are_renamed_together_or_not(plain_job, tmp_path, monkeypatch):
    resample_dataset(plain_job)
    Path(plain_job.dst + ".aux.xml").write_text("statistics")
    before = {path: path.read_bytes() for path in tmp_path.iterdir()}
    rename = os.replace

    def fail_for_the_mask(src, dst):
        if Path(dst).name == "mask.tif" and replace.PART in str(src):
            raise PermissionError(13, "held by another program")
        rename(src, dst)

    monkeypatch.setattr(os, "replace", fail_for_the_mask)
    with pytest.raises(GridrError, match="Nothing was changed"):
        resample_dataset(dataclasses.replace(plain_job, interpolation="nearest"))
    assert {path: path.read_bytes() for path in tmp_path.iterdir()} == before


@pytest.mark.parametrize("options", [{}, {"COMPRESS": "DEFLATE"}], ids=["", "packed"])
@pytest.mark.parametrize("cache_is_large", [False, True])
def test_a_disk_that_fills_up_leaves_nothing(plain_job, tmp_path, monkeypatch,
                                             cache_is_large, options):  # fmt: skip
    if os.geteuid() != 0:
        pytest.skip("only root can mount a small disk")
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(disk)]
    if subprocess.run(mount, capture_output=True).returncode:
        pytest.skip("root cannot mount a small disk here")
    monkeypatch.setattr(destination, "check_space", lambda *_: None)
    job = dataclasses.replace(
        plain_job,
        dst=str(disk / "out.tif"),
        dst_mask=None,
        row_step=40,
        col_step=40,
        dst_dtype="float64",
        memory_limit=500 if cache_is_large else 28,
        creation_options=options,
    )
    try:
        with pytest.raises((GridrError, OSError), match="could not be written|rite"):
            resample_dataset(job)
        assert names(disk) == []
    finally:
        subprocess.run(["umount", str(disk)], check=True)


@pytest.mark.parametrize("asked", [{}, {"TILED": "YES"}, {"COMPRESS": "DEFLATE"}])
def test_a_file_that_lacks_its_last_byte_is_told(plain_job, asked):
    job = dataclasses.replace(plain_job, creation_options=asked)
    resample_dataset(job)
    plan = make_plan(resolve(job))
    for output in resampling_outputs(plan):
        destination._check_complete(output.path, output)
        with rasterio.open(output.path) as dataset:
            end = int(destination.last_end(dataset, math.inf))
        os.truncate(output.path, end - 1)
        with pytest.raises(GridrError, match="could not be written completely"):
            destination._check_complete(output.path, output)


@pytest.mark.parametrize("asked", [{}, {"BIGTIFF": "YES"}, {"BIGTIFF": "NO"}])
def test_a_file_that_bigtiff_keeps_small_is_told(plain_job, monkeypatch, asked):
    job = dataclasses.replace(plain_job, creation_options=asked)
    resample_dataset(job)
    output = resampling_outputs(make_plan(resolve(job)))[0]
    size = output.path.stat().st_size
    monkeypatch.setattr(destination, "CLASSIC", size)
    is_full = asked.get("BIGTIFF") == "NO"
    why = "than 4 GiB, which BIGTIFF=NO forbids. Leave that" if is_full else "Free some"
    assert why in str(destination._incomplete(output.path, output))
    monkeypatch.setattr(destination, "CLASSIC", 2 * size)
    assert "Free some" in str(destination._incomplete(output.path, output))


def test_temporary_files_lie_beside_the_output(plain_job, tmp_path):
    plan = make_plan(resolve(plain_job))
    outputs = resampling_outputs(plan)
    inputs, window = plan.resolved.inputs, plan.resolved.window
    with destination.Destination(outputs, inputs, window) as open_outputs:
        parts = set(names(tmp_path)) - {"src.tif", "grid.tif"}
        assert len(parts) == 2
        assert all(name.startswith(".") and replace.PART in name for name in parts)
        data = np.zeros((2, window.height, window.width), "uint8")
        open_outputs.write(window, data, data[0].astype(bool))
    assert names(tmp_path) == ["grid.tif", "src.tif"]


def test_outputs_that_exist_are_replaced(plain_job):
    Path(plain_job.dst).write_text("no raster at all")
    resample_dataset(plain_job)
    assert read_raster(plain_job.dst).shape == (2, 17, 21)


def test_names_with_glob_characters(plain_job, tmp_path):
    odd = str(tmp_path / "a[1]*?.tif")
    resample_dataset(dataclasses.replace(plain_job, dst=odd))
    assert read_raster(odd).shape == (2, 17, 21)


def test_a_crs_that_a_geotiff_cannot_hold_comes_along(plain_job, tmp_path):
    """GDAL writes it to a file beside the output."""
    nodes = read_raster(plain_job.grid)
    crs = "+proj=nsper +h=3000000 +lat_0=20 +lon_0=10 +type=crs"
    place = Affine(10, 0, 500, 0, -10, 900)
    grid = write_raster(tmp_path / "odd.tif", nodes, crs=crs, transform=place)
    resample_dataset(dataclasses.replace(plain_job, grid=grid))
    with rasterio.open(grid) as expected, rasterio.open(plain_job.dst) as dst:
        assert expected.crs.to_wkt() == dst.crs.to_wkt()
    assert not [name for name in names(tmp_path) if replace.PART in name]
