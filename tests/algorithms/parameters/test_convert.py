"""From what a grid is converted, and to what."""

from gridr_qgis.algorithms.parameters import convert
from gridr_qgis.algorithms.parameters.values import is_optional
from gridr_qgis.core.grid_options import ConvertJob, GridConvention


def test_every_convention_can_be_chosen_on_both_sides():
    found = list(convert.conventions())
    assert [each.name() for each in found] == ["FROM", "TO"]
    for each in found:
        assert each.options() == [convention.value for convention in GridConvention]
    assert [each.defaultValue() for each in found] == ["absolute", "otb_def"]


def test_what_is_left_out_comes_from_the_grid():
    found = {each.name(): each for each in convert.details()}
    assert found.pop("COORDINATES").defaultValue() == ConvertJob.coordinates.value
    assert all(is_optional(each) for each in (*found.values(), convert.source()))
    assert found["RESOLUTION_ROW"].minimum() == found["RESOLUTION_COL"].minimum() == 1
