"""What a user reads in the log of QGIS: plan, outcome and warnings."""

import numpy as np
import pytest
import rasterio
from helpers.data import write_raster
from qgis.core import QgsProcessingFeedback


@pytest.fixture
def given(scene, grid, tmp_path):
    """A job without anything odd."""
    return {"INPUT": scene, "GRID": grid, "OUTPUT": str(tmp_path / "dst.tif")}


@pytest.fixture
def changed_grid(grid, tmp_path):
    """Function: change of the nodes, changes of the profile -> path of a grid."""

    def changed_grid(change=lambda nodes: nodes, **profile):
        with rasterio.open(grid) as dataset:
            nodes, same = dataset.read(), {**dataset.profile, "tags": dataset.tags()}
        return write_raster(tmp_path / "o.tif", change(nodes), **{**same, **profile})

    return changed_grid


def test_plan_and_outcome(run, given, feedback):
    results = run(given, feedback=feedback)
    told = [line.partition(":")[0] for line in feedback.infos]
    order = ["Source", "Grid", "Output", "Plan", "Memory", "Place", "Valid", "Scale"]
    assert [word for word in told if word in order] == order
    assert any(
        line.startswith(f"Valid: {results['VALID_PIXELS']} of 651 pixels")
        for line in feedback.infos
    )
    assert feedback.warnings == []


def fold(nodes):
    return np.abs(nodes - 20)


def flat(nodes):
    return (nodes - 15) * 2 + 15


WARNINGS = {
    "nothing of the grid lies in the source; its nodes cover rows 9999.9 to": {
        "SHIFT_ROW": 10_000
    },
    "The grid's tags say GRID_RESOLUTION_ROW = 4": {"RESOLUTION_ROW": 5},
    "has no coordinate system (CRS)": {"GRID": {"crs": None}},
    "The grid is folded": {"GRID": {"change": fold}},
    "Aliasing: 100.0 % of the grid's cells": {"GRID": {"change": flat}},
    "The grid's resolution looks wrong": {"RESOLUTION_ROW": 40},
}


@pytest.mark.parametrize("words", WARNINGS)
def test_warnings_are_coloured_lines(run, given, changed_grid, words):
    changes = dict(WARNINGS[words])
    if "GRID" in changes:
        changes["GRID"] = changed_grid(**changes["GRID"])
    log = QgsProcessingFeedback(False)
    run({**given, **changes}, feedback=log)
    assert words in log.textLog()
    (line,) = (part for part in log.htmlLog().split("<br/>") if words[:20] in part)
    assert "color" in line


def test_a_mask_that_no_polygon_meets(qgis_processing, provider, polygon_layer, grid,
                                      feedback, tmp_path):  # fmt: skip
    import processing

    away = polygon_layer("Polygon ((0 0, 9 0, 9 9, 0 0))", crs="EPSG:32631")
    out = str(tmp_path / "mask.tif")
    parameters = {"TEMPLATE": grid, "VALID_POLYGONS": away, "OUTPUT": out}
    processing.run("gridr:buildmask", parameters, feedback=feedback)
    away, nothing = feedback.warnings
    assert "No polygon of valid pixels meets the mask" in away
    assert "No pixel is valid" in nothing
