"""The form that shows grids: mapping, running, and what goes wrong."""

import time
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import rasterio
from gridr_qgis.core.grid_options import VectorsJob
from helpers.data import noise, read_raster, turned_grid, write_raster
from qgis.core import (
    QgsApplication,
    QgsFeatureRequest,
    QgsProcessingContext,
    QgsProcessingUtils,
    QgsProject,
    QgsRasterLayer,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QVariant
from rasterio.transform import Affine

EMPTY = [
    "FRAME",
    "DENSITY",
    "GRID_ROW_BAND",
    "GRID_COL_BAND",
    "GRID_COL",
    "RESOLUTION_ROW",
    "RESOLUTION_COL",
    "CONVENTION",
    "SHIFT_ROW",
    "SHIFT_COL",
    "GRID_NODATA",
    "GRID_MASK",
    "GRID_MASK_BAND",
    "GRID_MASK_VALID",
]
LAYERS = ["OUTPUT_NODES", "OUTPUT_MESH", "OUTPUT_WINDOW"]


@pytest.fixture
def algorithm(provider):
    registry = QgsApplication.processingRegistry()
    return registry.createAlgorithmById("gridr:gridtovector")


@pytest.fixture
def masked_grid(grid, tmp_path):
    """Path of `grid` with one node of 42 nodata; of the others 2 lie outside."""
    with rasterio.open(grid) as src:
        nodes, profile, tags = src.read(), src.profile, src.tags()
    nodes[:, 2, 3] = np.nan
    place = {"transform": profile["transform"], "crs": profile["crs"]}
    return write_raster(tmp_path / "masked.tif", nodes, tags=tags, **place)


@pytest.fixture
def given(masked_grid, scene):
    """Only what is required."""
    return {"GRID": masked_grid, "INPUT": scene, "OUTPUT_NODES": "memory:"}


@pytest.fixture
def minimal(given):
    """What the engine gets for `given`."""
    return VectorsJob(given["GRID"], given["INPUT"])


@pytest.fixture
def layers(run, context):
    """Function: parameters -> results, with layers in place of their names."""

    def layers(parameters):
        results = run(parameters, context=context)
        for name in LAYERS:
            if isinstance(results.get(name), str):
                results[name] = QgsProcessingUtils.mapLayerFromString(
                    results[name], context
                )
        return results

    return layers


def features(layer):
    return list(layer.getFeatures(QgsFeatureRequest()))


def test_least_parameters(job_of, given, minimal):
    assert job_of(given) == minimal


@pytest.mark.parametrize("nothing", [None, "", QVariant()])
def test_empty_parameters_count_as_not_given(job_of, given, minimal, nothing):
    assert job_of({**given, **dict.fromkeys(EMPTY, nothing)}) == minimal


def test_all_parameters(job_of, given, minimal, tmp_path):
    other = write_raster(tmp_path / "other.tif", np.ones((2, 6, 7)))
    parameters = {
        "FRAME": "target",
        "DENSITY": 77,
        "GRID_ROW_BAND": 2,
        "GRID_COL_BAND": 1,
        "GRID_COL": other,
        "RESOLUTION_ROW": 3,
        "RESOLUTION_COL": 4,
        "CONVENTION": "center05",
        "SHIFT_ROW": 1.5,
        "SHIFT_COL": 2,
        "GRID_NODATA": -1,
        "GRID_MASK": other,
        "GRID_MASK_BAND": 2,
        "GRID_MASK_VALID": 3,
    }
    assert job_of({**given, **parameters}) == replace(
        minimal,
        frame="target",
        density=77,
        row_index=2,
        col_index=1,
        grid_col=other,
        row_step=3,
        col_step=4,
        shift=(1.0, 1.5),
        grid_nodata=-1,
        grid_mask=other,
        grid_mask_index=2,
        grid_mask_valid=3,
    )


def test_layers_are_taken_for_their_files(job_of, given, minimal):
    layers = {n: QgsRasterLayer(given[n], "raster") for n in ("GRID", "INPUT")}
    assert job_of({**given, **layers}) == minimal


def test_nodes_lie_where_qgis_draws_the_pixels_that_they_read(layers, given):
    results = layers({**given, "SHIFT_ROW": -6.0})
    nodes = {
        (f["node_row"], f["node_col"]): f for f in features(results["OUTPUT_NODES"])
    }
    assert len(nodes) == 41
    with rasterio.open(given["GRID"]) as grid:
        rows, cols = grid.read()
    rows -= 6
    for (i, j), feature in nodes.items():
        point = feature.geometry().asPoint()
        assert (feature["row"], feature["col"]) == (rows[i, j], cols[i, j])
        # the centre of the first pixel is (0.5, -0.5)
        assert (point.x(), point.y()) == (cols[i, j] + 0.5, -rows[i, j] - 0.5)
        inside = -0.5 <= rows[i, j] <= 29.5 and -0.5 <= cols[i, j] <= 39.5
        assert feature["kind"] == ("inside" if inside else "outside")
    assert not results["OUTPUT_NODES"].crs().isValid()
    kinds = [feature["kind"] for feature in nodes.values()]
    counts = {"INSIDE_NODES": kinds.count("inside"), "MASKED_NODES": 1}
    counts["OUTSIDE_NODES"] = kinds.count("outside")
    assert {name: results[name] for name in counts} == counts
    assert counts["OUTSIDE_NODES"] > 0


def test_nodes_lie_on_the_map_of_the_output(layers, given):
    results = layers({**given, "FRAME": "target", "OUTPUT_WINDOW": "memory:"})
    found = features(results["OUTPUT_NODES"])
    assert len(found) == 42
    for feature in found:
        point = feature.geometry().asPoint()
        assert point.x() == 500_000 + 50 * (feature["node_col"] + 0.5)
        assert point.y() == 4_600_000 - 40 * (feature["node_row"] + 0.5)
    (masked,) = (f for f in found if f["kind"] == "masked")
    assert (masked["node_row"], masked["node_col"]) == (2, 3)
    assert masked["row"] in (None, QVariant())
    assert results["OUTPUT_NODES"].crs().authid() == "EPSG:32631"
    (window,) = features(results["OUTPUT_WINDOW"])
    box = window.geometry().boundingBox()
    assert (box.xMinimum(), box.yMaximum()) == (500_025, 4_599_980)
    assert window.geometry().area() == 50 * 6 * 40 * 5
    assert (window["inside"], window["masked"]) == (results["INSIDE_NODES"], 1)


def test_lines_are_the_rows_and_columns(layers, given):
    found = features(layers({**given, "OUTPUT_MESH": "memory:"})["OUTPUT_MESH"])
    lines = [(feature["axis"], feature["number"]) for feature in found]
    # row 2 and column 3 end at the node that is masked, and begin anew
    assert len(lines) == 6 + 7 + 2
    assert lines.count(("row", 2)) == lines.count(("column", 3)) == 2
    whole = next(f for f in found if (f["axis"], f["number"]) == ("row", 0))
    ends = whole.geometry().asPolyline()
    assert (ends[0].x(), ends[0].y()) == (3.5, -5.5)
    assert len(ends) == 7


def test_a_source_on_the_map_takes_the_layers_there(layers, given, tmp_path):
    place = rasterio.Affine(10, 0, 5e5, 0, -10, 4.6e6)
    source = write_raster(
        tmp_path / "placed.tif", noise((30, 40)), transform=place, crs="EPSG:32631"
    )
    nodes = layers({**given, "INPUT": source})["OUTPUT_NODES"]
    first = next(f for f in features(nodes) if not (f["node_row"] or f["node_col"]))
    point = first.geometry().asPoint()
    assert (point.x(), point.y()) == (5e5 + 35, 4.6e6 - 55)
    assert nodes.crs().authid() == "EPSG:32631"


def test_layers_have_names_styles_and_say_how_they_were_made(
    provider, algorithm, given, context, feedback
):
    from qgis.core import QgsProcessingOutputLayerDefinition

    project = QgsProject()
    context.setProject(project)
    outputs = {
        n: QgsProcessingOutputLayerDefinition("TEMPORARY_OUTPUT", project)
        for n in LAYERS
    }
    results, ok = algorithm.run({**given, **outputs}, context, feedback)
    assert ok, feedback.errors
    found = {}
    for name, details in context.layersToLoadOnCompletion().items():
        layer = QgsProcessingUtils.mapLayerFromString(name, context)
        details.setOutputLayerName(layer)
        details.postProcessor().postProcessLayer(layer, context, feedback)
        found[name] = layer
    named = {name: found[results[name]] for name in LAYERS}
    assert [layer.name() for layer in named.values()] == [
        "masked nodes",
        "masked rows and columns",
        "masked outline",
    ]
    renderer = named["OUTPUT_NODES"].renderer()
    colors = {c.value(): c.symbol().color().name() for c in renderer.categories()}
    assert colors == {"inside": "#1f78dc", "outside": "#d7191c", "masked": "#ff8c00"}
    assert renderer.classAttribute() == "kind"
    assert named["OUTPUT_MESH"].renderer().symbol().symbolLayerCount() == 2
    abstract = named["OUTPUT_WINDOW"].metadata().abstract()
    assert f"Grid raster: {given['GRID']}" in abstract


def test_ten_thousand_nodes_are_quick(layers, given, tmp_path):
    nodes = turned_grid((300, 300), (4, 4), 15, (500, 500))
    grid = write_raster(tmp_path / "large.tif", nodes)
    source = write_raster(tmp_path / "src.tif", noise((1000, 1000), "uint8"))
    output = str(tmp_path / "nodes.gpkg")
    parameters = {"GRID": grid, "INPUT": source, "OUTPUT_NODES": output}
    start = time.perf_counter()
    results = layers({**parameters, "DENSITY": 10_000})
    seconds = time.perf_counter() - start
    count = results["OUTPUT_NODES"].featureCount()
    assert 8_000 < count < 15_000
    assert seconds < 3, seconds  # 0.4 s on two processors that do nothing else
    assert QgsVectorLayer(output, "nodes").isValid()


@pytest.mark.parametrize(
    ("parameters", "sentence"),
    [
        ({"GRID": "nothing.tif"}, "Grid raster (GRID) cannot be read as a raster"),
        ({"INPUT": "nothing.tif"}, "Source raster (INPUT) cannot be read as a raster"),
        ({"FRAME": "magic"}, "(FRAME) must be one of source, target"),
        ({"DENSITY": 3}, "(DENSITY) must be a whole number of at least 4"),
        ({"DENSITY": 1_000_001}, "The density must be 4 to 1000000 nodes, got 1000001"),
        ({"GRID_ROW_BAND": 3}, "has no band 3"),
        (
            {"RESOLUTION_ROW": 0},
            "(RESOLUTION_ROW) must be a whole number of at least",
        ),
    ],
)
def test_what_cannot_be_is_refused_before_a_layer_is_made(
    refusal, given, tmp_path, parameters, sentence
):
    output = {"OUTPUT_NODES": str(tmp_path / "nodes.gpkg")}
    assert sentence in refusal({**given, **output, **parameters})
    assert not (tmp_path / "nodes.gpkg").exists()


def test_a_layer_that_cannot_be_written_is_told(refusal, given, tmp_path):
    nowhere = f"ogr:dbname='{tmp_path}/no folder/nodes.gpkg' table=\"x\" (geom)"
    sentence = refusal({**given, "OUTPUT_NODES": nowhere})
    assert "The layer OUTPUT_NODES cannot be written (" in sentence
    assert sentence.strip().endswith("or a temporary layer.")


def test_a_cancelled_run_writes_nothing(algorithm, given, feedback, tmp_path):
    output = tmp_path / "nodes.gpkg"
    feedback.cancel()
    parameters = {**given, "OUTPUT_NODES": str(output)}
    results, ok = algorithm.run(parameters, QgsProcessingContext(), feedback)
    assert (results, ok, output.exists()) == ({}, True, False)
    assert "Cancelled. Older results are as they were." in feedback.infos


def test_the_dialog_left_as_it_is_gives_the_same_job(untouched, job_of, given, minimal):
    assert job_of({**untouched(given), "OUTPUT_NODES": "memory:"}) == minimal


def test_it_runs_in_a_terminal(qgis_process, given, tmp_path):
    given = {**given, "OUTPUT_NODES": str(tmp_path / "nodes.gpkg")}
    given["OUTPUT_MESH"] = str(tmp_path / "mesh.gpkg")
    arguments = [f"--{name}={value}" for name, value in given.items()]
    done = qgis_process("run", "gridr:gridtovector", *arguments)
    assert done.returncode == 0, done.stderr
    assert "MASKED_NODES:\t1" in done.stdout
    assert QgsVectorLayer(given["OUTPUT_NODES"], "nodes").featureCount() == 41
    assert QgsVectorLayer(given["OUTPUT_MESH"], "mesh").featureCount() == 15


def test_layers_do_not_replace_what_is_read(refusal, given, scene, tmp_path):
    name = str(tmp_path / "scene.gpkg")
    place = {"transform": Affine(1, 0, 5, 0, -1, 9), "crs": "EPSG:32631"}
    write_raster(name, read_raster(scene)[0].astype("uint8"), driver="GPKG", **place)
    before = Path(name).read_bytes()
    for output in (name, name[: -len(".gpkg")]):
        asked = {**given, "INPUT": name, "OUTPUT_NODES": output}
        assert "scene.gpkg' is also an input of this run. Give" in refusal(asked)
        assert Path(name).read_bytes() == before


def test_layers_that_cannot_be_leave_no_others(refusal, given, tmp_path):
    good = {"OUTPUT_MESH": str(tmp_path / "mesh.gpkg")}
    for name, sentence in (
        (str(tmp_path / "nowhere" / "nodes.gpkg"), "nowhere' of the output"),
        (good["OUTPUT_MESH"], "Two results are to be"),
    ):
        asked = {**given, **good, "OUTPUT_NODES": name}
        assert sentence in refusal(asked)
        assert not list(tmp_path.glob("*.gpkg"))


def test_a_layer_that_fails_takes_the_others_with_it(refusal, given, tmp_path):
    nowhere = "postgis:dbname='x' table=\"x\" (geom)"
    asked = {"OUTPUT_WINDOW": str(tmp_path / "window.gpkg"), "OUTPUT_NODES": nowhere}
    assert "The layer OUTPUT_NODES cannot be written (" in refusal({**given, **asked})
    assert not list(tmp_path.glob("*.gpkg"))
