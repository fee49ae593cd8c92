"""Of which kind each value of a job about grids must be."""

import dataclasses

import pytest
from gridr_qgis.core.errors import GridrError
from gridr_qgis.core.plan.grid_kinds import GRID_TABLES
from gridr_qgis.core.plan.grid_rules import PLACED_BY
from helpers.grid_jobs import refused


@pytest.mark.parametrize("kind", GRID_TABLES)
def test_each_field_has_a_kind_and_words(kind):
    table = GRID_TABLES[kind]
    assert set(table) == {field.name for field in dataclasses.fields(kind)}
    for words, _ in table.values():
        assert words[0].isupper()


def test_each_kind_of_job_has_a_way_to_place_its_source():
    assert set(PLACED_BY) <= set(GRID_TABLES)


@pytest.mark.parametrize("job", [None, "a.tif", {"src": "a.tif"}])
def test_anything_but_a_job_is_refused(job):
    from gridr_qgis.core.plan.grid_rules import resolve_grid

    with pytest.raises(GridrError, match=r"Describe it as GridJob\("):
        resolve_grid(job)


def test_a_text_is_no_number(on_map):
    refused("The pixel size must be a number", on_map, pixel_size="3")
