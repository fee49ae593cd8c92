"""The parameters of the source."""

from gridr_qgis.algorithms.parameters import source
from gridr_qgis.algorithms.parameters.values import is_optional
from gridr_qgis.core.options import Job, SourceValidity


def test_source_is_a_raster_that_must_be_given():
    assert (source.source().name(), source.source().type()) == ("INPUT", "raster")
    assert not is_optional(source.source())


def test_bands_are_many_of_the_source():
    bands = next(source.details())
    assert bands.name() == "BANDS"
    assert bands.allowMultiple()
    assert bands.parentLayerParameterName() == "INPUT"


def test_what_makes_pixels_invalid_is_what_the_engine_knows():
    _, validity, *_ = source.details()
    assert validity.name() == "SOURCE_VALIDITY"
    assert validity.options() == [rule.value for rule in SourceValidity]
    assert validity.defaultValue() == Job.src_validity


def test_its_mask_and_its_polygons_follow():
    _, _, *mask = (definition.name() for definition in source.details())
    assert mask == ["SOURCE_MASK", "SOURCE_MASK_BAND", "SOURCE_MASK_VALID"]
    polygons = [definition.name() for definition in source.polygons()]
    assert polygons == ["VALID_POLYGONS", "INVALID_POLYGONS", "POLYGON_FRAME"]
