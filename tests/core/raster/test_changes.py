import os
from pathlib import Path

import numpy as np
import pytest
import rasterio.shutil
from gridr_qgis.core.errors import GridrError
from gridr_qgis.core.raster.changes import Watch
from gridr_qgis.core.raster.header import read_header
from helpers.data import noise, write_raster


@pytest.fixture
def raster(tmp_path):
    return write_raster(tmp_path / "a.tif", noise((2, 20, 30)), nodata=7)


def again(path, pixels, **profile):
    """Write a raster anew, with the times that it had."""
    status = os.stat(path)
    write_raster(path, pixels, **profile)
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))


def append(path):
    with open(path, "ab") as file:
        file.write(b"more")


CHANGES = {
    "removed": os.unlink,
    "cut short": lambda path: os.truncate(path, 100),
    "longer": append,
    "rewritten": lambda path: os.utime(path, ns=(1, 1)),
    "other shape": lambda path: again(path, noise((2, 30, 20)), nodata=7),
    "other nodata": lambda path: again(path, noise((2, 20, 30)), nodata=8),
    "other type": lambda path: again(path, noise((2, 20, 30), "int16"), nodata=7),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_change_is_refused(raster, change):
    watch = Watch([read_header(raster)])
    watch.check()
    change(raster)
    with pytest.raises(GridrError, match="a.tif' was changed while it was read"):
        watch.check()


@pytest.mark.parametrize(
    "meaning",
    [
        "<PAMRasterBand band='1'><Scale>2</Scale></PAMRasterBand>",
        "<PAMRasterBand band='1'><Offset>3</Offset></PAMRasterBand>",
        "<GeoTransform>1, 2, 0, 3, 0, -2</GeoTransform>",
        "<SRS>EPSG:32631</SRS>",
    ],
)
def test_another_meaning_that_is_written_beside_a_raster_is_a_change(raster, meaning):
    watch = Watch([read_header(raster)])
    beside = f"<PAMDataset>{meaning}</PAMDataset>"
    Path(f"{raster}.aux.xml").write_text(beside, encoding="utf-8")
    with pytest.raises(GridrError, match="a.tif' was changed while it was read"):
        watch.check()


def test_a_part_of_a_raster_is_watched_too(raster, tmp_path):
    whole = str(tmp_path / "whole.vrt")
    rasterio.shutil.copy(raster, whole, driver="VRT")
    watch = Watch([read_header(whole)])
    watch.check_files()
    os.unlink(raster)
    with pytest.raises(GridrError, match="a.tif' was changed while it was read"):
        watch.check_files()


def test_what_a_viewer_writes_beside_a_raster_is_no_change(tmp_path):
    path = write_raster(
        tmp_path / "a.tif", noise((1, 20, 30), "float32"), nodata=np.nan
    )
    beside = tmp_path / "a.tif.aux.xml"
    text = "<PAMDataset><Metadata><MDI key='MEAN'>1</MDI></Metadata></PAMDataset>"
    beside.write_text(text)
    header = read_header(path)
    assert str(beside) in header.files
    watch = Watch([header, header])
    beside.write_text(text.replace("1", "2.5"))
    watch.check()


def test_mosaics_of_mosaics_and_files_in_archives_are_watched(raster, tmp_path):
    inner, outer = tmp_path / "inner.vrt", tmp_path / "outer.vrt"
    rasterio.shutil.copy(raster, str(inner), driver="VRT")
    outer.write_text(inner.read_text().replace(">a.tif<", ">inner.vrt<"))
    watch = Watch([read_header(str(outer))])
    watch.check()
    size = os.path.getsize(raster)
    part = Watch([read_header(f"/vsisubfile/0_{size},{raster}")])
    part.check()
    append(raster)
    for changed in (watch, part):
        with pytest.raises(GridrError, match="a.tif' was changed while it was read"):
            changed.check()
