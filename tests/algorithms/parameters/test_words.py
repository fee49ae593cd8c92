"""Words of the options of lists."""

import inspect

import pytest
from gridr_qgis.algorithms.parameters import words
from gridr_qgis.algorithms.parameters.values import CONVENTIONS
from gridr_qgis.core.grid_options import (
    ArrayConvention,
    DemHeights,
    GridConvention,
    GridFit,
    GridMethod,
    SourceFrame,
    VectorFrame,
)
from gridr_qgis.core.options import (
    Antialias,
    Boundary,
    Interpolation,
    PolygonFrame,
    SourceValidity,
)

OPTIONS = {
    "interpolation": Interpolation,
    "antialias": Antialias,
    "boundary": Boundary,
    "source_validity": SourceValidity,
    "frame": PolygonFrame,
    "source_frame": SourceFrame,
    "counting": CONVENTIONS,
    "convention": GridConvention,
    "method": GridMethod,
    "fit": GridFit,
    "heights": DemHeights,
    "point_of_pixel": ArrayConvention,
    "side": VectorFrame,
}


def test_all_of_the_module_are_looked_at():
    functions = {name for name, _ in inspect.getmembers(words, inspect.isfunction)}
    assert functions - {"tr"} == set(OPTIONS)


@pytest.mark.parametrize("name", OPTIONS)
def test_every_option_has_words_of_its_own(name):
    found = getattr(words, name)()
    assert set(found) == {getattr(each, "value", each) for each in OPTIONS[name]}
    assert len(set(found.values())) == len(found)
    assert all(0 < len(text) <= 40 for text in found.values())
