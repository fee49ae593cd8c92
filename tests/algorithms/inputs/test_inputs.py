"""The layers and places that parameters name, as the plain values of a run."""

import numpy as np
import pytest
from gridr_qgis.algorithms.inputs.inputs import Inputs
from gridr_qgis.core.errors import GridrError
from osgeo import gdal
from qgis.core import QgsProject, QgsRasterLayer

AREAS = ("Polygon ((0 0, 9 0, 9 -9, 0 0))", "Polygon ((3 0, 7 0, 7 -9, 3 0))")
VALID = "Polygons of valid pixels (VALID_POLYGONS)"


@pytest.fixture
def inputs(algorithm, context):
    """Function: parameters of the main form -> its inputs."""
    return lambda **given: Inputs(algorithm, given, context)


def test_nothing_given_is_nothing(inputs, feedback):
    nothing = inputs()
    assert nothing.layers == nothing.values() == nothing.words() == {}
    assert nothing.origins() == nothing.polygons(feedback) == {}


def test_other_parameters_are_none_of_its_business(inputs):
    assert inputs(MEMORY=256, BANDS=[1], OUTPUT="dst.tif").values() == {}


def test_rasters_become_paths(inputs, scene, grid):
    layer = QgsRasterLayer(scene, "the scene")
    assert inputs(INPUT=layer, GRID=grid).values() == {"INPUT": scene, "GRID": grid}


def test_rasters_are_found_by_the_names_of_the_project(inputs, scene, context):
    project = QgsProject()
    project.addMapLayer(QgsRasterLayer(scene, "the scene"))
    context.setProject(project)
    assert inputs(INPUT="the scene").values() == {"INPUT": scene}


def test_polygons_are_read_only_on_demand(inputs, scene, polygon_layer, feedback):
    given = inputs(INPUT=scene, VALID_POLYGONS=polygon_layer(*AREAS))
    assert given.values()["VALID_POLYGONS"] == []
    assert feedback.infos == []
    (polygons,) = given.polygons(feedback).values()
    assert [number for number, _ in polygons.features] == [1, 2]
    assert polygons[:2] == (VALID, polygons.to_raster)
    assert feedback.infos == [f"{VALID}: 2 feature(s)."]


def test_polygons_on_the_map_are_taken_to_the_crs_of_their_raster(
    inputs, grid, polygon_layer, feedback
):
    layer = polygon_layer(*AREAS, crs="EPSG:4326")
    given = inputs(INPUT=grid, VALID_POLYGONS=layer).polygons(feedback)
    transform = given["VALID_POLYGONS"].to_raster
    assert transform.sourceCrs().authid() == "EPSG:4326"
    assert transform.destinationCrs().authid() == "EPSG:32631"


def test_polygons_in_pixels_are_taken_nowhere(inputs, grid, polygon_layer, feedback):
    given = {"INPUT": grid, "POLYGON_FRAME": "pixel"}
    read = inputs(**given, INVALID_POLYGONS=polygon_layer(*AREAS)).polygons(feedback)
    assert read["INVALID_POLYGONS"].to_raster is None


def test_extent_is_taken_to_the_crs_of_the_grid(inputs, grid):
    given = {"GRID": grid, "WINDOW_EXTENT": "500000,500100,4599900,4600000"}
    expected = (500_000, 4_599_900, 500_100, 4_600_000)
    assert inputs(**given).values()["WINDOW_EXTENT"] == expected
    given["WINDOW_EXTENT"] = "3,3.001,41.5,41.501 [EPSG:4326]"
    x_min, y_min, x_max, y_max = inputs(**given).values()["WINDOW_EXTENT"]
    # a degree is 111 km, 83 km along a parallel; 3 degrees east is in the middle of 31N
    assert x_min == pytest.approx(500_000, abs=1)
    assert x_max - x_min == pytest.approx(83.5, abs=1)
    assert y_max - y_min == pytest.approx(111, abs=1)


def test_extent_without_grid_stays_as_it_is(inputs):
    values = inputs(WINDOW_EXTENT="1,2,3,4").values()
    assert values == {"WINDOW_EXTENT": (1, 3, 2, 4)}


def test_words_name_layers_as_people_do(inputs, scene, polygon_layer):
    layer = polygon_layer(*AREAS)
    given = inputs(INPUT=scene, VALID_POLYGONS=layer, WINDOW_EXTENT="1,2,3,4")
    assert given.words() == {"INPUT": scene, "VALID_POLYGONS": "areas"}


def test_origins_are_those_of_the_rasters(inputs, scene, grid, polygon_layer):
    given = inputs(INPUT=scene, GRID=grid, VALID_POLYGONS=polygon_layer(*AREAS))
    origins = given.origins()
    assert {name: origin.name for name, origin in origins.items()} == {
        "INPUT": "scene",
        "GRID": "grid",
    }


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("INPUT", "nowhere.tif", r"Source raster \(INPUT\) cannot be read as a raster"),
        ("VALID_POLYGONS", "nowhere", "cannot be read as a polygon layer: nowhere"),
        ("WINDOW_EXTENT", "1,2", "WINDOW_EXTENT must be x_min,x_max,y_min,y_max"),
    ],
)
def test_what_cannot_be_read_is_refused(inputs, name, value, sentence):
    with pytest.raises(GridrError, match=sentence):
        inputs(**{name: value}).values()


@pytest.mark.parametrize("name", ["INPUT", "VALID_POLYGONS", "WINDOW_EXTENT"])
def test_number_that_python_does_not_write_is_refused(inputs, name):
    with pytest.raises(GridrError, match=r"a value of type int\."):
        inputs(**{name: 10**5000}).values()


@pytest.mark.parametrize("name", ["INPUT", "GRID", "GRID_MASK"])
def test_rasters_in_a_container_are_named(inputs, name, tmp_path):
    path = str(tmp_path / "two.nc")
    container = gdal.GetDriverByName("netCDF").CreateMultiDimensional(path)
    group = container.GetRootGroup()
    sides = [group.CreateDimension(side, "", "", 5) for side in "yx"]
    kind = gdal.ExtendedDataType.Create(gdal.GDT_Float32)
    for variable in ("line", "sample"):
        group.CreateMDArray(variable, sides, kind).Write(np.zeros((5, 5), "float32"))
    del group, container
    with pytest.raises(GridrError) as caught:
        inputs(**{name: path})
    told = str(caught.value)
    assert f"({name}), {path}, has no raster band of its own" in told
    names = [f'NETCDF:"{path}":{variable}' for variable in ("line", "sample")]
    assert told.endswith(f"by its name: {', '.join(names)}.")
    assert list(inputs(**{name: names[0]}).values().values()) == [names[0]]
