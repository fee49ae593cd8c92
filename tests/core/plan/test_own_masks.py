"""What hides pixels of a raster, and is not used, is told."""

from dataclasses import replace

import pytest
from gridr_qgis.core.grid_options import ConvertJob, GridJob, VectorsJob
from gridr_qgis.core.options import MaskJob
from gridr_qgis.core.plan.convert_rules import resolve_convert
from gridr_qgis.core.plan.grid_rules import resolve_grid
from gridr_qgis.core.plan.own_masks import build_mask_notes
from gridr_qgis.core.plan.rules import resolve_mask
from gridr_qgis.core.plan.vector_rules import resolve_vectors
from gridr_qgis.core.raster.header import OwnMask
from helpers.data import noise, turned_grid, write_raster
from helpers.headers import GRID, SRC, header, resolved
from helpers.masks import hide
from helpers.places import write_dem, write_with_rpc

FILE = OwnMask(None, True)
ALPHA = OwnMask(2, True)
PASSED_OVER = OwnMask(2, False)
SELF = "a mask of its own (.msk file, or within it)"
WAY = "write it to a raster, as by gdal_translate -b mask, and give that as"


def told(**given):
    """Return the notes on masks of a job, odd ones after an exclamation mark."""
    notes = resolved(dst_nodata=0, **given).notes
    mark = [f"{'!' * note.is_odd}{note.text}" for note in notes]
    return [text for text in mark if "mask" in text or "as nodata" in text]


def source_note(what, rule):
    return (
        f"The source has {what}, which {rule} does not use: pixels that it hides count "
        "as valid. dataset_mask uses it."
    )


@pytest.mark.parametrize("rule", ["any_band", "all_bands"])
def test_a_mask_of_the_source_that_the_rule_leaves_unused(rule):
    found = told(src=replace(SRC, own_mask=FILE), src_validity=rule)
    assert found == ["!" + source_note(SELF, rule)]
    alone = {"src_validity": rule, "src_indexes": (1,)}
    note = source_note("an alpha band (2)", rule)
    assert told(src=replace(SRC, own_mask=ALPHA), **alone) == ["!" + note]
    # it goes to the output, and hides there what it hides here
    assert told(src=replace(SRC, own_mask=ALPHA), src_validity=rule) == [note]


@pytest.mark.parametrize("own", [FILE, ALPHA, None])
@pytest.mark.parametrize("rule", ["none", "dataset_mask"])
def test_nothing_to_tell_of_the_source(rule, own):
    assert told(src=replace(SRC, own_mask=own), src_validity=rule) == []


def test_alpha_of_the_source_that_is_given_as_its_mask():
    src = replace(SRC, own_mask=ALPHA)
    given = {"masks": (None, src), "src_mask_valid": 7, "src_indexes": (1,)}
    assert told(src=src, src_mask_index=2, **given) == []
    assert told(src=src, src_mask_index=1, **given)[0] == "!" + source_note(
        "an alpha band (2)", "any_band"
    )


@pytest.mark.parametrize("rule", ["any_band", "dataset_mask"])
def test_alpha_of_the_source_that_gdal_passes_over(rule):
    src = replace(SRC, own_mask=PASSED_OVER)
    assert told(src=src, src_validity=rule) == [
        "!The source 'src' has an alpha band (2), which is not used: pixels that it "
        "hides count as valid. To use it, give that band as the mask of the source, "
        "with its value at valid ones."
    ]
    given = {"masks": (None, src), "src_mask_index": 2, "src_mask_valid": 7}
    assert told(src=src, src_validity=rule, **given) == []


def test_masks_of_a_grid():
    note = (
        "!The grid {!r} has {}, which is not used: nodes that it hides count as valid. "
        "To use it, {} the mask of the grid, with its value at valid ones."
    )
    masked = replace(GRID, own_mask=FILE)
    assert told(grid=masked) == [note.format("grid", SELF, WAY)]
    cols = header("cols", (5, 6), "float64", "uint8", own_mask=ALPHA)
    assert told(grid=masked, grid_col=cols, col_index=1) == [
        note.format("grid", SELF, WAY),
        note.format("cols", "an alpha band (2)", "give that band as"),
    ]
    mask = header("mask", (5, 6), "uint8")
    assert told(grid=masked, masks=(mask, None)) == []


@pytest.mark.parametrize(("of", "shape"), [("grid", (5, 6)), ("source", (40, 50))])
def test_masks_of_masks(of, shape):
    def told_of(index=1, **said):
        mask = header("mask", shape, "uint8", "uint8", **said)
        if of == "grid":
            return told(masks=(mask, None), grid_mask_index=index)
        return told(masks=(None, mask), src_mask_index=index)

    note = (
        f"!The mask of the {of} has {{}} itself, which is not used: its band 1 alone "
        "counts."
    )
    assert told_of(own_mask=FILE) == [note.format(SELF)]
    assert told_of(own_mask=ALPHA) == [note.format("an alpha band (2)")]
    assert told_of(2, own_mask=ALPHA) == []
    assert told_of(nodata=(0, 0)) == []
    assert told_of(nodata=(1, 1)) == [
        f"!The mask of the {of} has 1 as nodata and as its valid value: there it "
        "counts as valid. Check the valid value."
    ]


def test_the_mask_of_a_mask_to_build(tmp_path):
    template = write_raster(tmp_path / "template.tif", noise((3, 4)))
    mask = hide(write_raster(tmp_path / "mask.tif", noise((3, 4), "uint8")))
    found = resolve_mask(MaskJob(str(tmp_path / "dst.tif"), template, mask=mask))
    assert [note.text for note in build_mask_notes(found)] == [
        f"The mask of the template has {SELF} itself, which is not used: its band 1 "
        "alone counts."
    ]
    plain = resolve_mask(MaskJob(str(tmp_path / "dst.tif"), template))
    assert list(build_mask_notes(plain)) == []


def test_grids_to_convert_and_to_see(tmp_path):
    grid = hide(write_raster(tmp_path / "grid.tif", turned_grid((4, 5), (1, 1))))
    src = write_raster(tmp_path / "src.tif", noise((40, 50)))
    mask = write_raster(tmp_path / "mask.tif", noise((4, 5), "uint8"))
    for resolve, job in (
        (resolve_convert, ConvertJob(grid, str(tmp_path / "dst.tif"), src=src)),
        (resolve_vectors, VectorsJob(grid, src)),
    ):
        odd = [note.text for note in resolve(job).notes if note.is_odd]
        assert len(odd) == 1
        assert f"has {SELF}, which is not used: nodes that it hides count" in odd[0]
        notes = resolve(replace(job, grid_mask=mask)).notes
        assert not any(note.is_odd for note in notes)


def test_what_places_a_source_on_the_map(tmp_path):
    src = write_with_rpc(tmp_path / "src.tif")
    dem = hide(write_dem(tmp_path / "dem.tif"))
    found = resolve_grid(GridJob(src, str(tmp_path / "grid.tif"), dem=dem))
    found.close()
    assert [note.text for note in found.notes if "count wherever" in note.text] == [
        f"{dem!r} has {SELF}, which is not used: its pixels count wherever they are "
        "not nodata. Give it a nodata value there, if they hold none."
    ]
