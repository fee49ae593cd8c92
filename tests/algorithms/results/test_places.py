"""Where results that are no rasters may lie."""

import os
from pathlib import Path

import pytest
from gridr_qgis.algorithms.results.places import check_places, vector_file
from gridr_qgis.core.errors import GridrError
from qgis.core import QgsProcessingOutputLayerDefinition, QgsProject, QgsProperty

LAYER = QgsProcessingOutputLayerDefinition


@pytest.mark.parametrize(
    ("value", "name"),
    [
        ("/a/x.gpkg", "/a/x.gpkg"),
        ("/a/x.SHP", "/a/x.SHP"),
        ("/a/x", "/a/x.gpkg"),
        ("/a/x.tif", "/a/x.tif.gpkg"),
        (LAYER("/a/x.csv"), "/a/x.csv"),
        (LAYER(QgsProperty.fromExpression("'/a/' || 'x.csv'")), "/a/x.csv"),
        (LAYER("/a/x.csv", QgsProject.instance()), "/a/x.csv"),
        ("TEMPORARY_OUTPUT", None),
        (LAYER("TEMPORARY_OUTPUT"), None),
        ("memory:", None),
        ("memory:nodes", None),
        ("ogr:dbname='/a/x.gpkg' table=\"x\" (geom)", None),
        ("postgis:dbname='x' table=\"x\" (geom)", None),
        (5, None),
    ],
)
def test_the_file_that_qgis_makes(context, value, name):
    found = vector_file(value, context)
    assert found == (None if name is None else Path(name))


@pytest.fixture
def read(tmp_path):
    path = tmp_path / "read.csv"
    path.write_text("before")
    return path


@pytest.mark.parametrize("link", [os.link, os.symlink])
def test_inputs_are_not_replaced_whatever_their_names(tmp_path, read, link):
    link(read, tmp_path / "other.csv")
    for path in (read, tmp_path / "other.csv"):
        for places in (([path], []), ([], [path])):
            with pytest.raises(GridrError, match="csv' is also an input of this run"):
                check_places(*places, [str(read)])


def test_results_do_not_replace_each_other(tmp_path):
    one, other = tmp_path / "one.gpkg", tmp_path / "other.html"
    check_places([one], [other], [])
    for layers, others in (([one, one], []), ([one], [other, one])):
        with pytest.raises(GridrError, match=r"^Two results are to be .*one\.gpkg'"):
            check_places(layers, others, [])


def test_results_need_a_folder(tmp_path, read):
    path = tmp_path / "nowhere" / "x.gpkg"
    with pytest.raises(GridrError, match="The folder .*nowhere.* does not exist"):
        check_places([path], [], [])
    long = tmp_path / ("x" * 300 + ".gpkg")
    for places in (([long], []), ([read], [long])):
        with pytest.raises(GridrError, match="cannot be written"):
            check_places(*places, [])
    assert sorted(tmp_path.iterdir()) == [read]
