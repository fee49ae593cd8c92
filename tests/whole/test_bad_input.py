"""Each kind of bad input: a sentence, before a pixel is read or a file is made."""

import dataclasses
import os
import re
import subprocess
from collections import namedtuple
from pathlib import Path

import numpy as np
import pytest
from affine import Affine
from gridr_qgis.core.chains.resample import resample_dataset
from gridr_qgis.core.errors import GridrError
from gridr_qgis.core.raster import space
from gridr_qgis.core.raster.reader import Reader
from helpers.data import turned_grid, write_raster


@pytest.fixture(autouse=True)
def no_pixel_is_read(monkeypatch):
    def read(*_):
        raise AssertionError("a pixel was read")

    monkeypatch.setattr(Reader, "read", read)


def refuse(job, message, **changes):
    job = dataclasses.replace(job, **changes)
    folder = Path(job.src).parent
    before = sorted(folder.iterdir())
    with pytest.raises(GridrError, match=message):
        resample_dataset(job)
    assert sorted(folder.iterdir()) == before


VALUES = {
    "Rows and columns are both read from band 2": {"row_index": 2, "col_index": 2},
    "The grid of row coordinates has no band 3": {"row_index": 3},
    "The grid of column coordinates has no band 9": {"col_index": 9},
    "The source has no band 5: .* has the bands 1 to 2": {"src_indexes": (1, 5)},
    "The source has no band 0": {"src_indexes": (0,)},
    "row resolution must be at least 1": {"row_step": 0},
    "column resolution must be at least 1": {"col_step": -2},
    "rows 0 to 17 leave the output, whose rows are 0 to 16": {
        "window": ((0, 18), (0, 3))
    },
    "columns -1 to 2 leave the output": {"window": ((0, 3), (-1, 3))},
    "first row 9 comes after its last 3": {"window": ((9, 4), (0, 3))},
    "nodata value -1 cannot be stored in an output of type uint8": {"dst_nodata": -1},
    "nodata value nan cannot": {"dst_nodata": float("nan")},
    "nodata value 1e[+]39 cannot": {"dst_nodata": 1e39, "dst_dtype": "float32"},
    "The output cannot have the type int64": {"dst_dtype": "int64"},
    "Threads must be at least 1": {"threads": 0},
    "memory limit must be at least 1 MiB": {"memory_limit": 0},
    "memory limit of 3 MiB is too small: this run needs at least [0-9]+ MiB": {
        "memory_limit": 3
    },
    "strip size must be 0": {"strip_size": -1},
    "tile shape must be at least": {"tile_shape": (0, 5)},
}


@pytest.mark.parametrize("message", VALUES)
def test_values(plain_job, message):
    refuse(plain_job, message, **VALUES[message])


def test_the_memory_that_is_said_to_be_needed_is_enough(plain_job, monkeypatch):
    with pytest.raises(GridrError) as error:
        resample_dataset(dataclasses.replace(plain_job, memory_limit=1))
    needed = int(re.search(r"at least (\d+) MiB", str(error.value)).group(1))
    refuse(plain_job, "is too small", memory_limit=needed - 1)
    monkeypatch.undo()
    resample_dataset(dataclasses.replace(plain_job, memory_limit=needed))


def test_unknown_choices(plain_job):
    with pytest.raises(GridrError, match="There is no Interpolation 'lanczos'"):
        dataclasses.replace(plain_job, interpolation="lanczos")
    with pytest.raises(GridrError, match="Choose one of none, any_band"):
        dataclasses.replace(plain_job, src_validity="some")


@pytest.mark.parametrize(("shape", "step"), [((1, 6), (4, 4)), ((5, 1), (4, 4))])
def test_one_node_with_a_resolution(plain_job, tmp_path, shape, step):
    grid = write_raster(tmp_path / "thin.tif", turned_grid(shape, step))
    refuse(plain_job, "The grid has a single node along its", grid=grid)


def test_rows_and_columns_of_different_shapes(plain_job, tmp_path):
    other = write_raster(tmp_path / "other.tif", np.ones((5, 7)))
    refuse(plain_job, r"the shapes \(5, 6\) and \(5, 7\)", grid_col=other)


def test_resolution_tag_that_is_no_number(plain_job, tmp_path):
    tags = {"GRID_RESOLUTION_ROW": "four"}
    grid = write_raster(tmp_path / "tagged.tif", turned_grid((5, 6), (4, 4)), tags=tags)
    refuse(plain_job, "tag GRID_RESOLUTION_ROW is 'four'", grid=grid, row_step=None)


@pytest.mark.parametrize("name", ["src", "grid", "grid_col"])
@pytest.mark.parametrize("what", ["missing.tif", "text.txt"])
def test_inputs_that_are_no_raster(plain_job, tmp_path, name, what):
    (tmp_path / "text.txt").write_text("no raster")
    bad = {name: str(tmp_path / what)}
    refuse(plain_job, f"{what}' cannot be read as a raster", **bad)


@pytest.mark.parametrize("dtype", ["complex64", "complex128", "int64", "uint64"])
def test_source_types(plain_job, tmp_path, dtype):
    if dtype in ("int64", "uint64"):
        path = str(tmp_path / "wide.vrt")
        kind = {"int64": "Int64", "uint64": "UInt64"}[dtype]
        Path(path).write_text(
            "<VRTDataset rasterXSize='4' rasterYSize='4'>"
            f"<VRTRasterBand dataType='{kind}' band='1'/></VRTDataset>"
        )
    else:
        path = write_raster(tmp_path / "c.tif", np.ones((4, 4), dtype))
    # rasterio 1.3 takes one 64-bit type for the other
    refuse(
        plain_job,
        f"pixels of type {dtype.replace('u', '').replace('int', 'u?int')}",
        src=path,
    )


def test_complex_grid(plain_job, tmp_path):
    grid = write_raster(tmp_path / "c.tif", turned_grid((5, 6), (4, 4)) + 0j)
    refuse(plain_job, "is complex", grid=grid)


@pytest.mark.parametrize("name", ["dst", "dst_mask"])
@pytest.mark.parametrize("suffix", [".png", ".vrt", "", ".tif.jp2"])
def test_other_formats(plain_job, tmp_path, name, suffix):
    bad = {name: str(tmp_path / f"out{suffix}")}
    refuse(plain_job, "must be a GeoTIFF .* gdal:translate", **bad)


@pytest.mark.parametrize("name", ["src", "grid"])
@pytest.mark.parametrize("output", ["dst", "dst_mask"])
def test_output_in_place_of_an_input(plain_job, name, output):
    refuse(plain_job, "is also an input", **{output: getattr(plain_job, name)})


def test_output_in_place_of_a_part_of_an_input(plain_job, tmp_path):
    vrt = tmp_path / "part.vrt"
    vrt.write_text(
        "<VRTDataset rasterXSize='50' rasterYSize='40'>"
        "<VRTRasterBand dataType='Byte' band='1'><SimpleSource>"
        f"<SourceFilename>{plain_job.src}</SourceFilename></SimpleSource>"
        "</VRTRasterBand></VRTDataset>"
    )
    refuse(plain_job, "is also an input", src=str(vrt), dst=plain_job.src)


def test_output_by_a_link_to_an_input(plain_job, tmp_path):
    link = tmp_path / "link.tif"
    link.symlink_to(plain_job.src)
    refuse(plain_job, "is also an input", dst=str(link))


def test_output_and_mask_of_one_name(plain_job):
    refuse(plain_job, "The output and its mask are both", dst_mask=plain_job.dst)


def test_missing_folder(plain_job, tmp_path):
    refuse(plain_job, "does not exist. Create it", dst=str(tmp_path / "no" / "o.tif"))


def test_file_as_folder(plain_job):
    bad = str(Path(plain_job.src) / "out.tif")
    refuse(plain_job, "does not exist. Create it", dst=bad)


def test_full_disk_is_foreseen(plain_job, monkeypatch):
    usage = namedtuple("usage", "free")(1000)
    monkeypatch.setattr(space.shutil, "disk_usage", lambda _: usage)
    refuse(plain_job, "The outputs need about .* are free in")


def test_folder_that_cannot_be_written(plain_job, tmp_path):
    """A read-only mount where that can be had, for root writes everywhere else."""
    folder = tmp_path / "locked"
    folder.mkdir()
    if os.geteuid() == 0:
        mount = ["mount", "-t", "tmpfs", "-o", "ro", "tmpfs", str(folder)]
        mounted = subprocess.run(mount, capture_output=True).returncode == 0
        if not mounted:
            pytest.skip("root cannot mount a read-only file system here")
    else:
        folder.chmod(0o500)
    try:
        refuse(plain_job, "cannot be written", dst=str(folder / "out.tif"))
    finally:
        if os.geteuid() == 0:
            subprocess.run(["umount", str(folder)], check=True)


def test_a_raster_without_bands(plain_job, tmp_path):
    container = str(tmp_path / "two.gpkg")
    for table, more in (("a", {}), ("b", {"APPEND_SUBDATASET": "YES"})):
        write_raster(container, np.ones((1, 4, 4), "uint8"), driver="GPKG",
                     RASTER_TABLE=table, crs="EPSG:32631",
                     transform=Affine(1, 0, 5, 0, -1, 7), **more)  # fmt: skip
    names = f"GPKG:{container}:a, GPKG:{container}:b"
    refuse(plain_job, f"Give one of them by its name: {names}", src=container)


def test_bad_jobs_do_not_touch_an_older_output(plain_job):
    Path(plain_job.dst).write_text("precious")
    refuse(plain_job, "has no band 9", row_index=9)
    assert Path(plain_job.dst).read_text() == "precious"
