import os

import numpy as np
import pytest
import rasterio
from gridr_qgis.core.raster.mosaic import mosaic_text
from gridr_qgis.core.raster.parts import PartsFolder
from gridr_qgis.core.window import window_of
from helpers.affines import chained
from helpers.data import noise, read_raster
from rasterio.enums import ColorInterp
from rasterio.transform import Affine

ORIGIN = 100, 1000
WINDOWS = [
    window_of(((100 + r, 100 + r_stop), (1000 + c, 1000 + c_stop)))
    for r, r_stop in ((0, 256), (256, 300))
    for c, c_stop in ((0, 512), (512, 768), (768, 771))
]
PLACE = Affine(0.1, 0.02, 500_000.3, 0.01, -0.1, 4_600_000.7)
RGB = [ColorInterp.red, ColorInterp.green, ColorInterp.blue]
CASES = {
    "plain": {"dtype": "uint16", "count": 1},
    "nan": {"dtype": "float32", "count": 2, "nodata": np.nan, "crs": "EPSG:32631"},
    "place": {"dtype": "int16", "count": 1, "transform": PLACE, "crs": "EPSG:4326"},
    "mask": {"dtype": "uint8", "count": 1, "NBITS": 1, "TILED": "YES"},
    "packed": {"dtype": "uint8", "count": 1, "meaning": {"scales": [0.1]}},
    "units": {"dtype": "float64", "count": 2, "meaning": {"units": ["K", "m/s"]}},
    "offsets": {"dtype": "int32", "count": 1, "meaning": {"offsets": [-273.15]}},
    "names": {
        "dtype": "uint8",
        "count": 2,
        "meaning": {"descriptions": ["a <b>", "ü"]},
    },
    "rgb": {"dtype": "uint8", "count": 3, "meaning": {"colorinterp": RGB}},
    "no colours": {
        "dtype": "uint8",
        "count": 4,
        "PHOTOMETRIC": "MINISBLACK",
        "ALPHA": "NO",
    },
    "table": {
        "dtype": "uint8",
        "count": 1,
        "table": {0: (0, 0, 0, 255), 7: (9, 8, 7, 255)},
    },
    "tags": {"dtype": "uint8", "count": 2, "tags": {"WAVELENGTH": "0.6 µm"}},
}


def write(path, pixels, folder=None, meaning=None, table=None, tags=None, **profile):
    shape = {"height": pixels.shape[1], "width": pixels.shape[2], "driver": "GTiff"}
    with rasterio.open(path, "w", **shape, **profile) as dataset:
        dataset.write(pixels)
        for name, value in (meaning or {}).items():
            setattr(dataset, name, value)
        if table:
            dataset.write_colormap(1, table)
        if tags:
            dataset.update_tags(2, ns="IMAGERY", **tags)
        if folder:
            dataset.update_tags(**folder.tag([1, 2]))


def cut(tmp_path, case, output):
    """Write an image as one file and as parts; return these and the one file."""
    case, size = dict(case), (300, 771)
    pixels = noise((case["count"], *size), case["dtype"])
    pixels = pixels & 1 if "NBITS" in case else pixels
    folder = PartsFolder(output, "0123456789abcdef")
    folder.begin(WINDOWS)
    one, transform = tmp_path / "one.tif", case.pop("transform", None)
    write(one, pixels, **case, **({"transform": transform} if transform else {}))
    for window in WINDOWS:
        row, col = window.row_off - ORIGIN[0], window.col_off - ORIGIN[1]
        its = pixels[:, row : row + window.height, col : col + window.width]
        place = (
            {"transform": chained(transform, Affine.translation(col, row))}
            if transform
            else {}
        )
        write(folder.part(window), its, folder, **case, **place)
    profile = {"height": 300, "width": 771, "transform": transform}
    return folder, one, profile


@pytest.mark.parametrize("case", CASES)
def test_parts_look_like_one_file(tmp_path, case):
    vrt = tmp_path / "dst.vrt"
    folder, one, profile = cut(tmp_path, CASES[case], vrt)
    vrt.write_text(mosaic_text(folder, WINDOWS, profile, vrt), encoding="utf-8")
    assert read_raster(vrt).tobytes() == read_raster(one).tobytes()
    with rasterio.open(vrt) as mosaic, rasterio.open(one) as its:
        for what in ("dtypes", "nodatavals", "descriptions", "units", "scales"):
            assert str(getattr(mosaic, what)) == str(getattr(its, what))
        assert mosaic.transform == its.transform
        assert (mosaic.crs, mosaic.offsets) == (its.crs, its.offsets)
        assert mosaic.colorinterp == its.colorinterp
        assert mosaic.tags() == its.tags()
        for index in mosaic.indexes:
            for domain in ("", "IMAGERY"):
                assert mosaic.tags(index, ns=domain) == its.tags(index, ns=domain)
        if case == "table":
            assert mosaic.colormap(1) == its.colormap(1)
        # GDAL keeps few of them open at a time
        opened = [
            os.path.realpath(f"/proc/self/fd/{n}") for n in os.listdir("/proc/self/fd")
        ]
        assert not [name for name in opened if ".parts" in name]


def test_names_are_relative_also_behind_a_link(tmp_path):
    (tmp_path / "disk").mkdir()
    link, real = tmp_path / "dst.vrt", tmp_path / "disk" / "real name.vrt"
    link.symlink_to(real)
    folder, one, profile = cut(tmp_path, CASES["plain"], link)
    text = mosaic_text(folder, WINDOWS, profile, real)
    assert ">real name.vrt.parts/0123456789abcdef/r0000100_c0001000.tif<" in text
    assert str(tmp_path) not in text
    real.write_text(text, encoding="utf-8")
    assert (read_raster(link) == read_raster(one)).all()
