"""From a grid that was asked for to its mapping: what is refused."""

import dataclasses
import math

import pytest
from gridr_qgis.core.errors import GridrError
from helpers.grid_jobs import refused


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"pixel_size": 0}, "The pixel size must be above 0, got 0"),
        ({"pixel_size": -2}, "The pixel size must be above 0, got -2"),
        ({"pixel_size": 1e-4}, "make a target of .* more than 1000000. Give a larger"),
        ({"extent": (0, 0, 1e9, 1e9), "pixel_size": 3.0}, "more than 1000000"),
        ({"extent": (3, 1, 2, 2)}, "The target's extent x 3 to 2, y 1 to 2 has no"),
        ({"tolerance": 0}, "The tolerance must be above 0, got 0"),
        ({"tolerance": -0.1}, "The tolerance must be above 0"),
        ({"row_step": 0}, "row resolution must be at least 1"),
        ({"col_step": -3}, "column resolution must be at least 1"),
        ({"dst_crs": "EPSG:5773"}, "is neither geographic nor projected"),
        ({"dst_crs": "nothing"}, "The target's coordinate system nothing is none"),
        ({"method": "gcp"}, "has no control points: it has a geotransform"),
        ({"method": "rpc"}, "has no RPCs"),
        ({"src": 3}, "The name of the source must be"),
        ({"height": "high"}, "The height must be a number"),
        ({"height": math.nan}, "The height must be a finite number"),
    ],
)
def test_what_cannot_be_is_refused(on_map, changed, sentence):
    refused(sentence, on_map, **changed)


def test_names_of_choices_are_checked_at_once(on_map):
    for field in ("method", "fit", "dem_heights"):
        with pytest.raises(GridrError, match="Choose one of"):
            dataclasses.replace(on_map, **{field: "nonsense"})
