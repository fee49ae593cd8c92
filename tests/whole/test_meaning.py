"""What bands of the source mean is what those of the output do."""

import dataclasses

import numpy as np
import pytest
import rasterio
from gridr_qgis.core.chains.resample import resample_dataset
from gridr_qgis.core.options import Job
from helpers.data import noise, read_raster, write_raster
from rasterio.enums import ColorInterp, MaskFlags

NAMES = {"r": "Red", "g": "Green", "b": "Blue", "a": "Alpha", "k": "Gray", "-": "Other",
         "c": "Cyan", "m": "Magenta", "y": "Yellow"}  # fmt: skip
TYPES = {"uint8": "Byte", "uint16": "UInt16"}
NO_COLORS = ColorInterp.undefined, ColorInterp.gray


@pytest.fixture
def plain(tmp_path):
    """Function: pixels or a name of a raster -> what they are as an output."""
    nodes = np.stack(np.meshgrid(np.arange(8.0), np.arange(9.0), indexing="ij"))
    grid = write_raster(tmp_path / "grid.tif", nodes)
    job = Job("", grid, dst=str(tmp_path / "dst.tif"), interpolation="nearest")

    def run(src, **options):
        resample_dataset(dataclasses.replace(job, src=str(src), **options))
        return job.dst

    return run


def with_colours(folder, bands, dtype):
    """Write noise in bands of these colours; return its name and its pixels."""
    pixels = noise((len(bands), 8, 9), dtype)
    write_raster(folder / "src.tif", pixels, photometric="MINISBLACK", alpha="NO")
    lines = [
        f'<VRTRasterBand dataType="{TYPES[dtype]}" band="{index}"><ColorInterp>'
        f"{NAMES[band].replace('Other', 'Undefined')}</ColorInterp><SimpleSource>"
        '<SourceFilename relativeToVRT="1">src.tif</SourceFilename>'
        f"<SourceBand>{index}</SourceBand></SimpleSource></VRTRasterBand>"
        for index, band in enumerate(bands, 1)
    ]
    src = folder / "src.vrt"
    head = '<VRTDataset rasterXSize="9" rasterYSize="8">'
    src.write_text(head + "".join(lines) + "</VRTDataset>")
    return src, pixels


@pytest.mark.parametrize("dtype", TYPES)
@pytest.mark.parametrize(
    "bands", ["----", "kkkk", "k---", "rgba", "rgb-", "rgb", "bgr", "bgra", "---", "ka",
              "k-", "-", "-a", "argb", "---a", "----a", "rgb---", "cmy-"]
)  # fmt: skip
def test_colours_and_masks(plain, tmp_path, bands, dtype):
    src, pixels = with_colours(tmp_path, bands, dtype)
    with rasterio.open(src) as given, rasterio.open(plain(src)) as got:
        assert (got.read() == pixels).all()
        for one, other in zip(given.colorinterp, got.colorinterp):
            assert one == other or {one, other} <= set(NO_COLORS)
        assert got.mask_flag_enums == given.mask_flag_enums
        alpha = MaskFlags.alpha in got.mask_flag_enums[0]
        # alpha makes a mask in the last of two or of four bands
        assert alpha == (bands in ("rgba", "bgra", "ka", "-a", "---a"))


@pytest.mark.parametrize("dtype", TYPES)
@pytest.mark.parametrize(
    ("bands", "chosen", "kept"),
    [
        ("-----", (1, 2, 3, 4), "----"),
        ("rgb--", (1, 2, 3, 5), "rgb-"),
        ("rgb-a", (1, 2, 3, 5), "rgba"),
        ("rgb-a", (1, 2, 3, 4), "rgb-"),
        ("rgba", (1, 1, 1, 1), "r---"),
        ("rgba", (1, 2, 3, 1), "rgb-"),
        ("rgba", (1, 2, 3, 4, 4), "rgba-"),
        ("rgba", (1, 4), "ra"),
        ("rgba", (4, 3, 2, 1), "abgr"),
        ("-", (1, 1, 1, 1), "----"),
        ("-", (1, 1, 1), "---"),
        ("k", (1, 1), "--"),
    ],
)
def test_colours_of_chosen_bands(plain, tmp_path, bands, chosen, kept, dtype):
    src, pixels = with_colours(tmp_path, bands, dtype)
    with rasterio.open(plain(src, src_indexes=chosen)) as got:
        assert (got.read() == pixels[[index - 1 for index in chosen]]).all()
        letters = [NAMES[letter].lower() for letter in kept]
        for color, name in zip(got.colorinterp, letters):
            assert color.name == name or (name == "other" and color in NO_COLORS)
        alpha = MaskFlags.alpha in got.mask_flag_enums[0]
        assert alpha == (kept[-1] == "a" and len(kept) in (2, 4))


def test_wavelengths_units_and_scales_of_many_bands(plain, tmp_path):
    count = 300  # more than a GeoTIFF takes into itself
    src = write_raster(tmp_path / "src.tif", noise((count, 8, 9), "uint8"))
    with rasterio.open(src, "r+") as dataset:
        dataset.units = ["W/m2"] * count
        dataset.scales, dataset.offsets = [0.5] * count, [2.0] * count
        for band in dataset.indexes:
            tags = {"wavelength": f"{band / 10}", "wavelength_units": "Nanometers"}
            dataset.update_tags(band, **tags, STATISTICS_MEAN="3", _FillValue="9")
            dataset.update_tags(band, ns="IMAGERY", CENTRAL_WAVELENGTH_UM=f"{band}")
            dataset.set_band_description(band, f"Réflectance {band}")
    chosen = (7, 300, *range(1, 290))
    with rasterio.open(plain(src, src_indexes=chosen)) as got:
        assert got.descriptions == tuple(f"Réflectance {band}" for band in chosen)
        assert got.units == ("W/m2",) * len(chosen)
        assert (got.scales[0], got.offsets[0]) == (0.5, 2)
        for index, band in enumerate(chosen, 1):
            tags = got.tags(index)
            assert tags["wavelength"] == f"{band / 10}"
            assert tags["wavelength_units"] == "Nanometers"
            assert not {"STATISTICS_MEAN", "_FillValue"} & set(tags)
            assert got.tags(index, ns="IMAGERY")["CENTRAL_WAVELENGTH_UM"] == f"{band}"


def test_text_that_is_no_utf_8(plain, tmp_path):
    pixels = noise((1, 8, 9), "float32")
    src = write_raster(tmp_path / "src.img", pixels, driver="ENVI")
    with open(tmp_path / "src.hdr", "ab") as header:
        header.write(b"band names = { R\xe9flectance }\n")
    with rasterio.open(plain(src)) as got:
        assert got.descriptions == ("R\ufffdflectance",)
    assert (read_raster(tmp_path / "dst.tif") == pixels).all()
