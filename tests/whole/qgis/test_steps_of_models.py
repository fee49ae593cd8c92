"""Steps of a model that pass their rasters on."""

import gc
from dataclasses import replace

import numpy as np
import pytest
from gridr_qgis.core.chains.grid import make_grid_dataset
from gridr_qgis.core.chains.resample import resample_dataset
from gridr_qgis.core.grid_options import GridJob
from gridr_qgis.core.options import Interpolation, Job
from helpers.data import read_raster
from helpers.places import write_dem, write_with_rpc
from qgis.core import (
    QgsProcessing,
    QgsProcessingException,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProcessingModelParameter,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterRasterLayer,
    QgsProcessingUtils,
    QgsProject,
    QgsVectorLayer,
)
from shapely import wkt

SOURCE = QgsProcessingModelChildParameterSource
AREA = "Polygon ((4 3, 30 5, 25 26, 6 20, 4 3))"
POLYGONS = [QgsProcessing.SourceType.TypeVectorPolygon]


@pytest.fixture
def given(scene, grid, tmp_path):
    return {"SCENE": scene, "NODES": grid, "RESULT": str(tmp_path / "dst.tif")}


@pytest.fixture
def run(qgis_processing, feedback):
    """Function: model, values by the names it was made with -> its results."""
    import processing

    def run(model, values):
        # 3.22 calls the output second:RESULT, 3.40 result
        (output,) = (d.name() for d in model.destinationParameterDefinitions())
        values = {output if k == "RESULT" else k: v for k, v in values.items()}
        return processing.run(model, values, feedback=feedback)[output]

    return run


def new_model(*inputs):
    """Return an empty model with these parameters."""
    model = QgsProcessingModelAlgorithm("two steps", "tests")
    for definition in inputs:
        name = definition.name()
        model.addModelParameter(definition, QgsProcessingModelParameter(name))
    return model


def add_step(model, name, algorithm, sources, result=None, of="OUTPUT"):
    """Add a step; `result` of the model is its output `of`."""
    step = QgsProcessingModelChildAlgorithm(f"gridr:{algorithm}")
    step.setChildId(name)
    for parameter, source in sources.items():
        step.addParameterSources(parameter, [source])
    if result:
        output = QgsProcessingModelOutput(result, result)
        output.setChildId(name)
        output.setChildOutputName(of)
        step.setModelOutputs({result: output})
    model.addChildAlgorithm(step)


@pytest.fixture
def twice(provider):
    """Resample by nearest to Float32, then the result again, through one grid."""
    rasters = ("SCENE", "NODES")
    model = new_model(*(QgsProcessingParameterRasterLayer(n, n) for n in rasters))
    first = {
        "INPUT": SOURCE.fromModelParameter("SCENE"),
        "GRID": SOURCE.fromModelParameter("NODES"),
        "INTERPOLATION": SOURCE.fromStaticValue("nearest"),
        "DATA_TYPE": SOURCE.fromStaticValue("Float32"),
        "BANDS": SOURCE.fromExpression("array(2, 1)"),
    }
    second = {
        "INPUT": SOURCE.fromChildOutput("first", "OUTPUT"),
        "GRID": SOURCE.fromModelParameter("NODES"),
        "THREADS": SOURCE.fromExpression("1 + 1"),
    }
    add_step(model, "first", "gridresampling", first)
    add_step(model, "second", "gridresampling", second, "RESULT")
    return model


def test_result_goes_on_to_the_next_step(twice, run, given, tmp_path):
    first = Job(
        src=given["SCENE"],
        grid=given["NODES"],
        dst=str(tmp_path / "first.tif"),
        interpolation=Interpolation.NEAREST,
        dst_dtype="float32",
        src_indexes=(2, 1),
    )
    second = Job(src=first.dst, grid=first.grid, dst=str(tmp_path / "second.tif"))
    resample_dataset(first)
    resample_dataset(second)
    expected = read_raster(second.dst)
    np.testing.assert_array_equal(read_raster(run(twice, given)), expected)


def test_results_of_a_model_are_dressed_and_keep_their_names(
    twice, given, context, feedback
):
    project = QgsProject()
    context.setProject(project)
    (output,) = (d.name() for d in twice.destinationParameterDefinitions())
    result = QgsProcessingOutputLayerDefinition("TEMPORARY_OUTPUT", project)
    values = {"SCENE": given["SCENE"], "NODES": given["NODES"], output: result}
    results, ok = twice.run(values, context, feedback)
    assert ok, feedback.errors
    gc.collect()
    ((path, details),) = context.layersToLoadOnCompletion().items()
    layer = QgsProcessingUtils.mapLayerFromString(path, context)
    details.setOutputLayerName(layer)
    details.postProcessor().postProcessLayer(layer, context, feedback)
    assert (path, layer.name()) == (results[output], "RESULT")
    assert "(gridr:gridresampling)" in layer.metadata().abstract()


def test_bad_value_in_a_step_says_why(twice, run, given, feedback):
    step = twice.childAlgorithm("second")
    bad = SOURCE.fromStaticValue("none of these")
    step.addParameterSources("INTERPOLATION", [bad])
    twice.setChildAlgorithm(step)
    with pytest.raises(QgsProcessingException):
        run(twice, given)
    assert any("Interpolation must be one of" in error for error in feedback.errors)


def test_mask_that_is_built_goes_on_as_source_mask(
    provider, run, given, polygon_layer, tmp_path
):
    areas = QgsProcessingParameterFeatureSource("AREAS", "AREAS", POLYGONS)
    rasters = ("SCENE", "NODES")
    model = new_model(
        *(QgsProcessingParameterRasterLayer(name, name) for name in rasters), areas
    )
    mask = {
        "TEMPLATE": SOURCE.fromModelParameter("SCENE"),
        "VALID_POLYGONS": SOURCE.fromModelParameter("AREAS"),
        "POLYGON_FRAME": SOURCE.fromStaticValue("pixel"),
    }
    resample = {
        "INPUT": SOURCE.fromModelParameter("SCENE"),
        "GRID": SOURCE.fromModelParameter("NODES"),
        "SOURCE_MASK": SOURCE.fromChildOutput("mask", "OUTPUT"),
        "SOURCE_VALIDITY": SOURCE.fromStaticValue("none"),
    }
    add_step(model, "mask", "buildmask", mask)
    add_step(model, "resample", "gridresampling", resample, "RESULT")
    result = run(model, {**given, "AREAS": polygon_layer(AREA)})
    job = Job(
        src=given["SCENE"],
        grid=given["NODES"],
        dst=str(tmp_path / "expected.tif"),
        src_validity="none",
        valid_polygons=wkt.loads(AREA),
    )
    resample_dataset(job)
    whole = replace(job, valid_polygons=None, dst=str(tmp_path / "whole.tif"))
    resample_dataset(whole)
    got, expected = read_raster(result), read_raster(job.dst)
    np.testing.assert_array_equal(got, expected)
    assert 0 < (expected != read_raster(whole.dst)).any(axis=0).sum() < expected[0].size


def test_a_grid_that_one_step_makes_is_what_the_next_reads(provider, run, tmp_path):
    dem = write_dem(tmp_path / "dem.tif")
    given = {
        "SCENE": write_with_rpc(tmp_path / "scene.tif"),
        "RESULT": str(tmp_path / "dst.tif"),
    }
    model = new_model(QgsProcessingParameterRasterLayer("SCENE", "SCENE"))
    scene = {"INPUT": SOURCE.fromModelParameter("SCENE")}
    target = {"DEM": dem, "DEM_HEIGHTS": "ellipsoid", "TARGET_CRS": "EPSG:32631"}
    fixed = {name: SOURCE.fromStaticValue(value) for name, value in target.items()}
    add_step(model, "first", "gridfromtransform", {**scene, **fixed})
    second = {**scene, "GRID": SOURCE.fromChildOutput("first", "OUTPUT")}
    add_step(model, "second", "gridresampling", second, "RESULT")
    grid, dst = str(tmp_path / "grid.tif"), str(tmp_path / "expected.tif")
    asked = {"dem": dem, "dem_heights": "ellipsoid", "dst_crs": "EPSG:32631"}
    make_grid_dataset(GridJob(given["SCENE"], grid, **asked))
    resample_dataset(Job(given["SCENE"], grid, dst))
    expected = read_raster(dst)
    assert expected.any()
    np.testing.assert_array_equal(read_raster(run(model, given)), expected)


def test_a_grid_goes_to_otb_and_back_and_is_drawn(provider, run, given, tmp_path):
    given["RESULT"] = str(tmp_path / "nodes.gpkg")
    model = new_model(
        QgsProcessingParameterRasterLayer("SCENE", "SCENE"),
        QgsProcessingParameterRasterLayer("NODES", "NODES"),
    )
    scene = SOURCE.fromModelParameter("SCENE")
    there = {"INPUT": SOURCE.fromModelParameter("NODES"), "SOURCE": scene}
    add_step(model, "there", "gridconvert", there)
    back = {"INPUT": SOURCE.fromChildOutput("there", "OUTPUT")}
    for name, value in (("FROM", "otb_def"), ("TO", "absolute")):
        back[name] = SOURCE.fromStaticValue(value)
    add_step(model, "back", "gridconvert", back)
    drawn = {"GRID": SOURCE.fromChildOutput("back", "OUTPUT"), "INPUT": scene}
    add_step(model, "drawn", "gridtovector", drawn, "RESULT", "OUTPUT_NODES")
    layer = QgsVectorLayer(run(model, given), "nodes")
    rows, cols = read_raster(given["NODES"])
    assert layer.featureCount() == rows.size
    for node in layer.getFeatures():
        place = node["node_row"], node["node_col"]
        expected = rows[place], cols[place]
        assert (node["row"], node["col"]) == pytest.approx(expected, abs=1e-12)
