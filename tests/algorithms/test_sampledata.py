"""The sample: what the tool makes, ready for the form, on the map and left out."""

import csv

import numpy as np
import pytest
import rasterio
import sample_scene as sample
from gridr_qgis.algorithms import sampledata
from helpers.data import read_raster
from qgis.core import QgsProject, QgsVectorLayer
from shapely import wkt

ID = "gridr:sampledata"
TEMPORARY = {
    name: "TEMPORARY_OUTPUT" for name in ("OUTPUT", "OUTPUT_GRID", "OUTPUT_POLYGONS")
}


@pytest.fixture
def loaded(provider, without_window, qgis_new_project):
    """Layers of the sample in the project, by name."""
    import processing

    processing.runAndLoadResults(ID, TEMPORARY)
    layers = QgsProject.instance().mapLayers().values()
    yield {layer.name(): layer for layer in layers}
    QgsProject.instance().clear()


def test_layers_are_named_and_styled(loaded):
    assert set(loaded) == {"Sample scene", "Sample grid", "Sample clouds"}
    scene, grid = loaded["Sample scene"], loaded["Sample grid"]
    clouds = loaded["Sample clouds"]
    assert all(layer.isValid() for layer in loaded.values())
    assert (scene.bandCount(), scene.renderer().type()) == (3, "multibandcolor")
    assert not scene.crs().isValid()
    assert grid.crs().authid() == "EPSG:32631"
    assert not clouds.crs().isValid()
    assert clouds.featureCount() == 3
    assert scene.extent().contains(clouds.extent())
    assert "gridr:sampledata" in clouds.metadata().abstract()
    assert clouds.renderer().symbol().color().alpha() < 128


def test_layers_are_what_the_form_takes(loaded, tmp_path, feedback):
    import processing

    given = {
        "INPUT": loaded["Sample scene"],
        "GRID": loaded["Sample grid"],
        "OUTPUT": str(tmp_path / "map.tif"),
        "OUTPUT_MASK": str(tmp_path / "mask.tif"),
    }
    run = "gridr:gridresampling"
    whole = processing.run(run, given, feedback=feedback)
    assert 97 < whole["VALID_PERCENT"] < 99
    assert feedback.warnings == []
    given["INVALID_POLYGONS"] = loaded["Sample clouds"]
    given["OUTPUT"] = str(tmp_path / "clear.tif")
    clear = processing.run(run, given, feedback=feedback)
    assert 0.5 < whole["VALID_PERCENT"] - clear["VALID_PERCENT"] < 5
    # nothing that is left is as white as a cloud
    left = read_raster(clear["OUTPUT"])[:, read_raster(clear["OUTPUT_MASK"])[0] == 1]
    white = read_raster(whole["OUTPUT"])
    assert left.min(axis=0).max() < 208 < white.min(axis=0).max()


def test_files_are_written_and_older_ones_replaced(
    provider, qgis_processing, tmp_path, feedback
):
    import processing

    files = {
        "OUTPUT": tmp_path / "scene.tif",
        "OUTPUT_GRID": tmp_path / "grid.tif",
        "OUTPUT_POLYGONS": tmp_path / "clouds.gpkg",
    }
    given = {name: str(path) for name, path in files.items()}
    for _ in range(2):
        results = processing.run(ID, given, feedback=feedback)
        assert results == given
        assert files["OUTPUT"].read_bytes() == sampledata.SCENE.read_bytes()
        assert files["OUTPUT_GRID"].read_bytes() == sampledata.GRID.read_bytes()
        assert QgsVectorLayer(given["OUTPUT_POLYGONS"]).featureCount() == 3
    assert any(line.startswith("Next: Resample raster") for line in feedback.infos)


@pytest.mark.parametrize(
    ("name", "message"),
    [("scene.vrt", "must be a GeoTIFF"), ("no/scene.tif", "does not exist")],
)
def test_places_that_cannot_be_are_refused(algorithm_error, tmp_path, name, message):
    given = {**TEMPORARY, "OUTPUT": str(tmp_path / name)}
    assert message in algorithm_error(given)


@pytest.fixture
def algorithm_error(provider, qgis_processing):
    """Function: parameters -> what the user is told."""
    import processing
    from qgis.core import QgsProcessingException

    def algorithm_error(given):
        with pytest.raises(QgsProcessingException) as caught:
            processing.run(ID, given)
        return str(caught.value)

    return algorithm_error


def test_roads_are_straight_on_the_map_and_bent_in_the_scene():
    """Along a road of the map that runs south, by the closed form of the tool."""
    south = np.linspace(0, 900, 200)
    x = np.full(200, sample.CORNER[0] + 900.0)
    row, col = sample.seen(x, sample.CORNER[1] - south)
    bend = col - np.polyval(np.polyfit(row, col, 1), row)
    assert np.abs(bend).max() > 4
    back = sample.shown(row, col)
    assert np.allclose(back[0], x, atol=1e-6)
    assert np.allclose(back[1], sample.CORNER[1] - south, atol=1e-6)


def test_the_grid_is_that_of_the_tool():
    with rasterio.open(sampledata.GRID) as grid:
        assert np.allclose(grid.read(), sample.grid_nodes(), rtol=0, atol=1e-9)
        assert grid.tags()["GRID_RESOLUTION_ROW"] == str(sample.STEP)
        assert grid.descriptions == ("row", "col")


def test_the_scene_is_that_of_the_tool():
    made, clouds = sample.make_scene()
    kept = read_raster(sampledata.SCENE)
    assert kept.shape == made.shape
    # libraries round differently here and there
    assert np.mean(kept != made) < 0.001
    with sampledata.CLOUDS.open(encoding="utf-8", newline="") as file:
        outlines = [wkt.loads(row[1]) for row in list(csv.reader(file))[1:]]
    assert len(outlines) == len(clouds) == 3
    for outline, cloud in zip(outlines, clouds):
        assert outline.symmetric_difference(cloud).area < 0.03 * cloud.area
