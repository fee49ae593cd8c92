"""The parameters of what is valid: mask rasters and polygons."""

import pytest
from gridr_qgis.algorithms.parameters import masks
from gridr_qgis.algorithms.parameters.values import is_advanced, is_optional
from gridr_qgis.core.options import Job, MaskJob, PolygonFrame
from qgis.core import QgsProcessing


def test_mask_is_a_raster_with_its_band_and_its_value_folded_away():
    mask, band, valid = masks.mask("M", "M_BAND", "M_VALID", "A mask", "Help.")
    assert [each.name() for each in (mask, band, valid)] == ["M", "M_BAND", "M_VALID"]
    assert [is_advanced(each) for each in (mask, band, valid)] == [False, True, True]
    assert is_optional(mask)
    assert band.parentLayerParameterName() == "M"
    assert band.description() == "A mask: band"
    assert valid.description() == "A mask: value that means valid"


@pytest.mark.parametrize(
    "default", [Job.grid_mask_valid, Job.src_mask_valid, MaskJob.mask_valid]
)
def test_what_means_valid_is_what_the_engine_takes(default):
    *_, valid = masks.mask("M", "M_BAND", "M_VALID", "A mask", "Help.")
    assert valid.defaultValue() == default
    assert valid.minimum() < -(2**31)


def test_polygons_are_optional_layers_of_areas():
    layers = list(masks.polygon_layers())
    assert [each.name() for each in layers] == ["VALID_POLYGONS", "INVALID_POLYGONS"]
    for layer in layers:
        assert is_optional(layer)
        assert layer.dataTypes() == [QgsProcessing.SourceType.TypeVectorPolygon]


def test_polygons_lie_on_the_map_if_not_told_otherwise():
    frame = masks.polygon_frame("Help.")
    assert frame.options() == ["map", "pixel"]
    assert set(frame.options()) == {each.value for each in PolygonFrame}
    assert (frame.defaultValue(), frame.help()) == ("map", "Help.")
