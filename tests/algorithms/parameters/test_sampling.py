"""The parameters of how a value is made of source pixels."""

import pytest
from gridr_qgis.algorithms.parameters import sampling
from gridr_qgis.core.options import Antialias, Boundary, Interpolation, Job

FIELDS = {
    "INTERPOLATION": "interpolation",
    "ANTIALIAS": "antialias",
    "OVERSAMPLING_ROW": "oversampling_row",
    "OVERSAMPLING_COL": "oversampling_col",
    "BSPLINE_EPSILON": "bspline_epsilon",
    "BSPLINE_MASK_INFLUENCE": "bspline_mask_influence",
    "BOUNDARY": "boundary",
    "TRUST_PADDING": "trust_padding",
}
CHOICES = {
    "INTERPOLATION": Interpolation,
    "ANTIALIAS": Antialias,
    "BOUNDARY": Boundary,
}


def definitions():
    found = [sampling.interpolation(), *sampling.antialias()]
    found += [*sampling.bspline(), *sampling.border()]
    return {definition.name(): definition for definition in found}


def test_there_are_no_others():
    assert list(definitions()) == list(FIELDS)


@pytest.mark.parametrize("name", FIELDS)
def test_defaults_are_the_engines(name):
    assert definitions()[name].defaultValue() == getattr(Job, FIELDS[name])


@pytest.mark.parametrize("name", CHOICES)
def test_choices_are_all_that_the_engine_has(name):
    assert definitions()[name].options() == [each.value for each in CHOICES[name]]


def test_the_finest_precision_can_be_typed():
    decimals = definitions()["BSPLINE_EPSILON"].metadata()["widget_wrapper"]["decimals"]
    assert round(1e-12, decimals) == 1e-12
