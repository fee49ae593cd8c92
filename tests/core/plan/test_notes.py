import logging
from dataclasses import replace

import numpy as np
import pytest
from helpers.headers import GRID, SRC, header, resolved


def notes(**given):
    """Return the plain notes and the odd ones of a job that has its nodata tagged."""
    found = resolved(**given).notes
    odd = [note.text for note in found if note.is_odd]
    return [note.text for note in found if not note.is_odd], odd


def test_rules_do_not_talk(caplog):
    caplog.set_level(logging.DEBUG)
    assert len(resolved(trust_padding=True, grid_nodata=5.0).notes) == 4
    assert caplog.records == []


def test_zeros_without_a_tag_are_noted():
    plain = replace(SRC, nodata=(None, None))
    assert notes(src=plain) == ([
        "Invalid pixels are written as 0 without a nodata tag, because the source has "
        "none that int16 holds: use the output mask to tell them from valid zeros, or "
        "give a nodata value."
    ], [])  # fmt: skip
    assert notes(src=plain, dst_nodata=0) == ([], [])
    assert notes(src=plain, dst_mask="mask.tif") == ([], [])


@pytest.mark.parametrize(
    ("rule", "line"),
    [
        ("any_band", ["Source pixels are invalid where any band is nodata (-9, 255)."]),
        ("all_bands",
         ["Source pixels are invalid where all bands are nodata (-9, 255)."]),
        ("none", []),
        ("dataset_mask", []),
    ],
)  # fmt: skip
def test_nodata_of_the_source_is_noted_where_it_counts(rule, line):
    assert notes(src_validity=rule) == (line, [])
    beyond = replace(SRC, nodata=(256.0, None))  # which no byte equals
    assert notes(src=beyond, src_validity=rule, dst_nodata=0) == ([], [])


def test_nodata_of_nodes_is_noted_band_by_band():
    tagged = replace(GRID, nodata=(None, -9.5))
    plain, _ = notes(grid=tagged, src_validity="none")
    assert plain == ["Grid nodes with -9.5 in band 2 are masked."]
    plain, _ = notes(grid_nodata=1e5, src_validity="none")
    assert plain == [f"Grid nodes with 100000 in band {n} are masked." for n in (1, 2)]


def test_nodata_that_no_node_can_have_is_odd():
    whole = replace(GRID, dtypes=("int16", "float64"), descriptions=("row", "column"))
    given = {"grid": whole, "grid_nodata": -99.5, "src_validity": "none"}
    assert notes(**given) == (
        ["Grid nodes with -99.5 in band 2 are masked."],
        ["No node of the grid can have the nodata value -99.5 in band 1: its type does "
         "not hold it. Check the value."],
    )  # fmt: skip
    assert np.isnan(resolved(**given).node_nodata[0])
    near = resolved(**given, grid_nodata_tolerance=0.6)
    assert near.node_nodata == (-99.5, -99.5)


def test_scale_and_offset_of_a_grid_are_noted_and_of_a_source_not():
    packed = replace(GRID, scales=(0.001, 1.0), offsets=(0.0, -2.5))
    plain, _ = notes(grid=packed, src_validity="none")
    assert plain == [
        "Rows are the values of band 1 of the grid x 0.001 + 0, its scale and offset; "
        "its nodata is a value as stored.",
        "Columns are the values of band 2 of the grid x 1 - 2.5, its scale and offset; "
        "its nodata is a value as stored.",
    ]
    src = replace(SRC, scales=(2.0, 2.0))
    assert notes(src=src, src_validity="none") == ([], [])


def test_nodata_that_the_mask_of_gdal_passes_over_is_odd():
    src = header("src", (40, 50), "float32", nodata=(-3.40282347e38,))
    given = {"src": src, "src_validity": "dataset_mask", "dst_nodata": 0}
    assert notes(**given) == ([], [
        "GDAL's mask of the source leaves its nodata -3.40282347e+38 valid, which it "
        "takes for no value of type float32. Use any_band instead of dataset_mask."
    ])  # fmt: skip
    assert notes(**{**given, "src_validity": "none"}) == ([], [])
    lowest = float(np.finfo("float32").min)
    assert notes(**{**given, "src": replace(src, nodata=(lowest,))}) == ([], [])


def test_padding_that_is_not_there_is_noted():
    line = "Without a boundary there is no padding to trust."
    assert line in notes(trust_padding=True)[0]
    assert line not in notes(trust_padding=True, boundary="edge")[0]


def test_a_step_other_than_that_of_the_tags_is_odd():
    tags = {"GRID_RESOLUTION_ROW": "7", "GRID_RESOLUTION_COL": "6"}
    tagged = replace(GRID, tags=tags)
    (line,) = notes(grid=tagged, row_step=7, col_step=5)[1]
    assert line == (
        "The grid's tags say GRID_RESOLUTION_ROW = 7 and GRID_RESOLUTION_COL = 6, but "
        "a resolution of 7 x 5 (rows x columns) was asked for and is used. Check it, "
        "or ask for none: the tags are then used."
    )
    # at 1 x 1 the nodes themselves are looked at
    for step in ((None, None), (7, 6), (1, 1)):
        assert notes(grid=tagged, row_step=step[0], col_step=step[1])[1] == []


@pytest.mark.parametrize("method", ["nearest", "linear", "bspline3"])
def test_colours_that_are_mixed_are_odd(method):
    coloured = replace(SRC, colormap={1: (255, 0, 0, 255)})
    _, odd = notes(src=coloured, interpolation=method)
    if method == "nearest":
        assert odd == []
    else:
        assert f"and {method} interpolation mixes them into others. Use nea" in odd[0]


def test_an_output_smaller_than_the_nodes_is_noted():
    made = replace(GRID, tags={"GRID_ROWS": "14", "GRID_COLS": "15"})
    asked = {"grid": made, "row_step": 4, "col_step": 3}
    plain = len(notes(row_step=4, col_step=3)[0])
    (line,) = notes(**asked)[0][plain:]
    assert line == (
        "The output has the 14 rows x 15 columns that the grid was made for (its tags "
        "GRID_ROWS and GRID_COLS); its nodes reach to 17 x 16."
    )
    assert len(notes(**asked, window=((0, 3), (0, 3)))[0]) == plain
    whole = replace(GRID, tags={"GRID_ROWS": "17", "GRID_COLS": "16"})
    assert len(notes(**{**asked, "grid": whole})[0]) == plain
