"""Vector layers that a run writes."""

import pytest
from gridr_qgis.algorithms.results.layers import AT_ONCE, Kind, Sinks
from gridr_qgis.core.errors import GridrError
from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsGeometry,
    QgsPoint,
    QgsProcessingUtils,
    QgsVectorLayer,
    QgsWkbTypes,
)

KIND = Kind(QgsWkbTypes.Type.Point, {"word": str, "real": float, "whole": int})


@pytest.fixture
def form(provider):
    registry = QgsApplication.processingRegistry()
    return registry.createAlgorithmById("gridr:gridtovector")


def points(count):
    for number in range(count):
        yield QgsGeometry(QgsPoint(number, -number)), [f"p{number}", number / 4, number]


@pytest.mark.parametrize("count", [0, 1, AT_ONCE, AT_ONCE + 1])
def test_all_features_are_written_with_their_attributes(form, context, tmp_path, count):
    sinks = Sinks(form, {"OUTPUT_NODES": str(tmp_path / "a.gpkg")}, context)
    sinks.write("OUTPUT_NODES", KIND, None, points(count))
    layer = QgsVectorLayer(sinks.made["OUTPUT_NODES"], "a")
    found = {f["whole"]: f for f in layer.getFeatures()}
    assert list(found) == list(range(count))
    if count:
        last = found[count - 1]
        assert (last["word"], last["real"]) == (f"p{count - 1}", (count - 1) / 4)
        assert last.geometry().asPoint().y() == 1 - count


def test_what_is_not_asked_for_is_not_written(form, context):
    sinks = Sinks(form, {}, context)
    sinks.write("OUTPUT_NODES", KIND, None, points(1))
    assert sinks.made == {}


@pytest.mark.parametrize("code", [None, "EPSG:32631"])
@pytest.mark.parametrize("where", ["memory:", "a.gpkg"])
def test_layers_lie_in_their_system_or_in_none(form, context, tmp_path, code, where):
    name = where if where == "memory:" else str(tmp_path / where)
    sinks = Sinks(form, {"OUTPUT_NODES": name}, context)
    wkt = code and QgsCoordinateReferenceSystem(code).toWkt()
    sinks.write("OUTPUT_NODES", KIND, wkt, points(1))
    layer = QgsProcessingUtils.mapLayerFromString(sinks.made["OUTPUT_NODES"], context)
    assert layer.crs().authid() == (code or "")


def test_a_sink_that_refuses_features_is_told(form, context, monkeypatch):
    class Full:
        def addFeatures(self, *_):
            return False

        def lastError(self):
            return "The disk is full."

    monkeypatch.setattr(type(form), "parameterAsSink", lambda *_: (Full(), "full"))
    sinks = Sinks(form, {"OUTPUT_NODES": "memory:"}, context)
    with pytest.raises(
        GridrError, match=r"OUTPUT_NODES cannot .* \(The disk is full\)"
    ):
        sinks.write("OUTPUT_NODES", KIND, "EPSG:4326", points(1))
    assert sinks.made == {"OUTPUT_NODES": "full"}


@pytest.mark.parametrize("end", ["gpkg", "shp", "csv", "geojson"])
def test_layers_of_a_run_that_fails_are_discarded(form, context, tmp_path, end):
    nodes, mesh = str(tmp_path / f"nodes.{end}"), str(tmp_path / "nowhere" / "m.gpkg")
    sinks = Sinks(form, {"OUTPUT_NODES": nodes, "OUTPUT_MESH": mesh}, context)
    sinks.write("OUTPUT_NODES", KIND, "EPSG:4326", points(3))
    with pytest.raises(GridrError, match="OUTPUT_MESH cannot be written"):
        sinks.write("OUTPUT_MESH", KIND, "EPSG:4326", points(3))
    sinks.discard()
    assert list(tmp_path.iterdir()) == []
    assert sinks.made == {}


def test_a_file_that_cannot_be_replaced_stays(form, context, tmp_path):
    path = tmp_path / "nodes.gpkg"
    path.mkdir()
    sinks = Sinks(form, {"OUTPUT_NODES": str(path)}, context)
    with pytest.raises(GridrError, match="OUTPUT_NODES cannot be written"):
        sinks.write("OUTPUT_NODES", KIND, "EPSG:4326", points(3))
    sinks.discard()
    assert path.is_dir()
