import dataclasses
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from affine import Affine
from gridr_qgis.core.errors import GridrError
from gridr_qgis.core.plan.outputs import base_profile, resampling_outputs
from gridr_qgis.core.plan.plan import make_plan
from helpers.headers import GRID, SRC, header, resolved
from hypothesis import given
from hypothesis import strategies as st
from rasterio.enums import ColorInterp
from rasterio.windows import Window

MAP = Affine(30, 2, 5000, -3, -20, 9000)
TABLE = {1: (255, 0, 0, 255)}
TOLD = replace(
    SRC,
    descriptions=("red", "nir"),
    units=("W", "m"),
    scales=(0.5, 2.0),
    offsets=(1.0, 0.0),
    colorinterp=(ColorInterp.red, ColorInterp.undefined),
)


def outputs(**given):
    return resampling_outputs(make_plan(resolved(**given)))


def test_the_data_is_one_file_and_a_mask_the_second():
    (data,) = outputs()
    assert data.path == Path("dst.tif")
    assert not data.is_mask
    assert (data.profile["count"], data.profile["dtype"]) == (2, "int16")
    job = resolved()
    job = dataclasses.replace(job, job=dataclasses.replace(job.job, dst_mask="m.tif"))
    again, mask = resampling_outputs(make_plan(job))
    assert again == data
    assert mask.path == Path("m.tif")
    assert mask.is_mask
    assert (mask.profile["NBITS"], mask.profile["count"]) == (1, 1)
    size = {"width": 6, "height": 5}
    assert size.items() <= data.profile.items()
    assert size.items() <= mask.profile.items()


@pytest.mark.parametrize(
    ("given", "nodata"),
    [({}, 255), ({"dst_nodata": 3}, 3), ({"src_indexes": (2,)}, -9),
     ({"src_indexes": (2,), "dst_dtype": "uint8"}, None)],
)  # fmt: skip
def test_nodata_is_told_where_the_output_has_one(given, nodata):
    assert outputs(**given)[0].profile["nodata"] == nodata


@given(st.integers(0, 12), st.integers(0, 9), st.integers(1, 7), st.integers(1, 7))
def test_the_centre_of_each_node_stays_where_it_is(row, col, row_step, col_step):
    grid = replace(GRID, transform=MAP, crs_wkt="a crs")
    window = Window(col, row, 4, 3)
    profile = base_profile(grid, (row_step, col_step), window)
    assert (profile["height"], profile["width"], profile["crs"]) == (3, 4, "a crs")
    for i, j in np.ndindex(5, 6):
        x, y = np.array(MAP[:6]).reshape(2, 3) @ (j + 0.5, i + 0.5, 1)
        pixel = j * col_step - col + 0.5, i * row_step - row + 0.5, 1
        got = np.array(profile["transform"][:6]).reshape(2, 3) @ pixel
        np.testing.assert_allclose(got, (x, y), rtol=0, atol=1e-9)


def test_without_georeference_the_output_has_none():
    profile = base_profile(GRID, (1, 1), Window(0, 0, 6, 5))
    assert "transform" not in profile
    assert profile["crs"] is None


def test_bands_mean_what_those_of_the_source_do():
    assert outputs(src=TOLD, src_indexes=(2, 1))[0].meaning == {
        "descriptions": ["nir", "red"],
        "units": ["m", "W"],
        "scales": [2.0, 0.5],
        "offsets": [0.0, 1.0],
        "colorinterp": [ColorInterp.undefined, ColorInterp.red],
    }
    assert outputs(src=TOLD, src_indexes=(2,))[0].meaning == {
        "descriptions": ["nir"],
        "units": ["m"],
        "scales": [2.0],
    }


def test_a_meaning_that_nobody_gave_is_not_made_up():
    assert outputs()[0].meaning == {}
    assert outputs()[0].tags == ()
    # two bands cannot have the same colour
    colors = outputs(src=TOLD, src_indexes=(1, 1))[0].meaning["colorinterp"]
    assert colors == [ColorInterp.red, ColorInterp.undefined]
    # values that are mixed name no colours of a table any more
    table = replace(TOLD, colormap=TABLE, colorinterp=(ColorInterp.palette,) * 2)
    assert "colorinterp" not in outputs(src=table)[0].meaning
    nearest = outputs(src=table, src_indexes=(1,), interpolation="nearest")[0]
    assert "colorinterp" not in nearest.meaning
    assert "PHOTOMETRIC" not in nearest.profile


def test_tags_follow_their_bands():
    tags = {"": {"wavelength": "0.5"}}, {"": {"wavelength": "0.8"}, "IMAGERY": {}}
    told = replace(TOLD, band_tags=tags)
    assert outputs(src=told, src_indexes=(2, 1, 2))[0].tags == (
        tags[1],
        tags[0],
        tags[1],
    )


COLORS = {"r": "red", "g": "green", "b": "blue", "a": "alpha", "-": "undefined"}


@pytest.mark.parametrize(
    ("bands", "photometric", "alpha"),
    [("----", "MINISBLACK", "NO"), ("rgba", "RGB", "YES"), ("rgb-", "RGB", "NO"),
     ("rgb-a", "RGB", "NO"), ("bgra", "MINISBLACK", "NO"), ("-a", "MINISBLACK", "YES"),
     ("-", "MINISBLACK", "NO"), ("rgb", "RGB", "NO")],
)  # fmt: skip
def test_gdal_is_told_what_bands_are_no_colours(bands, photometric, alpha):
    colors = tuple(ColorInterp[COLORS[band]] for band in bands)
    src = header("src", (40, 50), *["uint8"] * len(bands), colorinterp=colors)
    profile = outputs(src=src)[0].profile
    assert (profile["PHOTOMETRIC"], profile["ALPHA"]) == (photometric, alpha)
    asked = {"PHOTOMETRIC": "MINISWHITE"}
    profile = outputs(src=src, creation_options=asked)[0].profile
    assert profile["PHOTOMETRIC"] == "MINISWHITE"


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ({"interpolation": "nearest", "src_indexes": (1,)}, True),
        (
            {"interpolation": "nearest", "src_indexes": (1,), "dst_dtype": "uint16"},
            True,
        ),
        (
            {"interpolation": "nearest", "src_indexes": (1,), "dst_dtype": "int32"},
            False,
        ),
        ({"interpolation": "nearest", "src_indexes": (1, 1)}, False),
        ({"interpolation": "nearest", "src_indexes": (2,)}, False),
        ({"interpolation": "linear", "src_indexes": (1,)}, False),
    ],
)
def test_a_colour_table_goes_where_its_values_survive(given, kept):
    coloured = replace(SRC, colormap=TABLE)
    assert outputs(src=coloured, **given)[0].colormap == (TABLE if kept else None)


def test_creation_options_are_taken_with_what_is_left_out_noted():
    asked = {"compress": "deflate", "BLOCKYSIZE": "32", "TILED": "yes"}
    strips = {"strip_size": 3, "tile_shape": (2, 2)}
    (data,) = outputs(creation_options=asked, threads=3, **strips)
    assert data.profile["COMPRESS"] == "deflate"
    assert data.profile["NUM_THREADS"] == "3"
    (note,) = data.notes
    assert note.text.startswith("BLOCKYSIZE=32 is left out: the output is written 3 ro")


@pytest.mark.parametrize(
    ("asked", "message"),
    [({"COMPRESS": "MAGIC"}, "GDAL refuses the creation options"),
     ({"NBITS": "1"}, "The creation option NBITS cannot be used")],
)  # fmt: skip
def test_creation_options_that_no_output_can_have(asked, message):
    with pytest.raises(GridrError, match=message):
        outputs(creation_options=asked)
