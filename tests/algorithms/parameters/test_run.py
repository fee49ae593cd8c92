"""The parameters of what a run may take."""

import pytest
from gridr_qgis.algorithms.parameters import run
from gridr_qgis.algorithms.parameters.values import is_optional

LEAST = {"MEMORY": 1, "THREADS": 1, "STRIP_ROWS": 0, "TILE_ROWS": 1, "TILE_COLS": 1}


@pytest.mark.parametrize("name", LEAST)
def test_everything_is_chosen_by_the_engine_if_not_given(name):
    found = {each.name(): each for each in (*run.resources(), *run.pieces())}
    assert list(found) == list(LEAST)
    assert is_optional(found[name])
    assert (found[name].defaultValue(), found[name].minimum()) == (None, LEAST[name])


def test_the_scheduler_is_a_text_that_may_be_left_out():
    (definition,) = run.cluster()
    assert definition.name() == "SCHEDULER"
    assert is_optional(definition)
    assert definition.defaultValue() is None
