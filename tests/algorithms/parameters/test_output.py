"""The parameters of the output, and the numbers that a run returns."""

import pytest
from gridr_qgis.algorithms.parameters import output
from gridr_qgis.algorithms.parameters.values import is_optional
from gridr_qgis.core.chains.resample import resample_dataset
from gridr_qgis.core.options import DST_DTYPES, Job
from gridr_qgis.core.run.tally import ConvertSummary


def test_all_of_the_output_is_asked_for_if_nothing_is_given():
    found = [*output.window(), *output.values()]
    assert [each.name() for each in found] == [
        "WINDOW_EXTENT",
        "WINDOW",
        "DATA_TYPE",
        "NODATA",
        "CREATION_OPTIONS",
    ]
    assert all(is_optional(each) and each.defaultValue() is None for each in found)


def test_types_are_those_that_the_engine_writes():
    (data_type,) = (each for each in output.values() if each.name() == "DATA_TYPE")
    assert data_type.options() == list(DST_DTYPES)


def test_destination_is_written_unless_it_is_optional():
    required = output.destination("OUTPUT", "Result", "Help.")
    assert (required.createByDefault(), is_optional(required)) == (True, False)
    optional = output.destination("OUTPUT", "Result", "Help.", optional=True)
    assert (optional.createByDefault(), is_optional(optional)) == (False, True)
    assert required.help() == optional.help() == "Help."


def test_summary_has_a_value_for_each_number(scene, grid, tmp_path):
    summary = resample_dataset(Job(scene, grid, str(tmp_path / "dst.tif")))
    values = output.summary_values(summary)
    assert values.keys() == {definition.name() for definition in output.summary()}
    assert (values["ROWS"], values["COLS"]) == (21, 31)
    share = values["VALID_PIXELS"] / (21 * 31)
    assert values["VALID_PERCENT"] == pytest.approx(100 * share)
    assert 0 < share < 1


def test_a_conversion_has_a_value_for_each_of_its_results():
    summary = ConvertSummary(2, 3, 4, 5, 0.5, 0.25, 7, 1, "otbcli")
    values = output.convert_summary_values(summary)
    assert values.keys() == {each.name() for each in output.convert_summary()}
    assert (values["NODES"], values["DROPPED_NODES"]) == (6, 7)
    assert (values["ERROR_MAX"], values["OUTPUT_COMMAND"]) == (0.5, "otbcli")
