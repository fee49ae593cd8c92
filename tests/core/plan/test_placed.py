"""A source with what places it on the map, and its way from a target."""

import numpy as np
from affine import Affine
from gridr_qgis.core.mapping.crs import crs_of, operation_of
from gridr_qgis.core.mapping.mapping import Mapping
from gridr_qgis.core.mapping.models import Georeferenced
from gridr_qgis.core.mapping.swath import Swath, SwathMapping
from gridr_qgis.core.mapping.template import Template
from gridr_qgis.core.plan.placed import Placed
from helpers.headers import header

LONLAT = crs_of("EPSG:4326", "")
PLACE = Affine(1, 0, 0, 0, -1, 10)
ROWS, COLS = np.mgrid[0.0:10, 0.0:12]


def test_models_and_arrays_lead_to_the_same_pixels():
    template = Template((10, 12), PLACE, LONLAT)
    models = {
        Mapping: Georeferenced(LONLAT, PLACE, (10, 12)),
        SwathMapping: Swath(LONLAT, COLS + 0.5, 9.5 - ROWS, (0, 0), (1, 1), (0, 0)),
    }
    for kind, model in models.items():
        placed = Placed(header("src", (10, 12), "uint8"), LONLAT, model, None)
        mapping = placed.mapping_onto(template, operation_of(LONLAT, LONLAT))
        assert type(mapping) is kind
        assert mapping.at_once is (kind is Mapping)
        np.testing.assert_allclose(
            mapping.positions(ROWS, COLS), [ROWS, COLS], atol=1e-9
        )
