"""The parameters of the grid."""

from gridr_qgis.algorithms.parameters import grid
from gridr_qgis.algorithms.parameters.values import CONVENTIONS, is_optional
from gridr_qgis.core.options import Job


def details():
    return {definition.name(): definition for definition in grid.details()}


def test_grid_is_a_raster_that_must_be_given():
    assert (grid.grid().name(), grid.grid().type()) == ("GRID", "raster")
    assert not is_optional(grid.grid())


def test_bands_are_of_the_grid_and_of_its_mask():
    parents = {
        name: definition.parentLayerParameterName()
        for name, definition in details().items()
        if definition.type() == "band"
    }
    assert parents == {
        "GRID_ROW_BAND": "GRID",
        "GRID_COL_BAND": "GRID",
        "GRID_MASK_BAND": "GRID_MASK",
    }


def test_defaults_leave_the_nodes_as_they_are():
    found = details()
    assert found["CONVENTION"].options() == list(CONVENTIONS)
    assert CONVENTIONS[found["CONVENTION"].defaultValue()] == 0
    shift = found["SHIFT_ROW"].defaultValue(), found["SHIFT_COL"].defaultValue()
    assert shift == Job.shift


def test_resolution_comes_from_the_grid_if_not_given():
    for name in ("RESOLUTION_ROW", "RESOLUTION_COL"):
        definition = details()[name]
        assert (definition.minimum(), definition.defaultValue()) == (1, None)
        assert "GRID_" + name in definition.help()


def test_bands_may_be_those_of_another_raster():
    parents = [
        each.parentLayerParameterName()
        for each in grid.coordinates("INPUT")
        if each.type() == "band"
    ]
    assert parents == ["INPUT", "INPUT"]
