"""Whether source and target of a grid meet, told by places all over the target."""

import numpy as np
import pytest
from affine import Affine
from gridr_qgis.core.errors import GridrError
from gridr_qgis.core.grid.accuracy import NOWHERE
from gridr_qgis.core.mapping.crs import crs_of, operation_of
from gridr_qgis.core.mapping.mapping import Mapping
from gridr_qgis.core.mapping.models import Georeferenced
from gridr_qgis.core.mapping.template import Template
from gridr_qgis.core.plan.grid_checks import (
    check_meets,
    check_some_inside,
    lattice_of,
)
from helpers.headers import header

LONLAT = crs_of("EPSG:4326", "")
SRC = header("src", (10, 10), "uint8")
HERE = (0, -10, 10, 0)


def mapping(west, north=0, crs=LONLAT):
    template = Template((20, 20), Affine(1, 0, west, 0, -1, north), crs)
    model = Georeferenced(LONLAT, Affine(1, 0, 0, 0, -1, 0), (10, 10))
    return Mapping(template, operation_of(crs, LONLAT), model)


def test_the_lattice_has_the_corners_of_the_target():
    rows, cols = lattice_of(mapping(0).template)
    assert (rows.min(), rows.max(), cols.min(), cols.max()) == (-0.5, 19.5, -0.5, 19.5)
    assert rows[0, 0] == rows[0, 1]


@pytest.mark.parametrize("west", [-15, 9, 345, -355])
@pytest.mark.parametrize("footprint", [HERE, None])
def test_targets_that_meet_the_source_pass(west, footprint):
    check_meets(mapping(west), SRC, footprint)


@pytest.mark.parametrize("place", [(60, 0), (0, 60), (-100, 0), (0, -60)])
def test_targets_that_miss_it_are_refused(place):
    with pytest.raises(GridrError, match="the source x 0 to 10, y -10 to 0. Give a ta"):
        check_meets(mapping(*place), SRC, HERE)
    with pytest.raises(GridrError, match="No node lies .*the source lies elsewhere"):
        check_meets(mapping(*place), SRC, None)


def test_a_target_at_whose_lattice_nothing_shows_may_still_meet_it():
    # the footprint says that they meet
    check_meets(mapping(60), SRC, (65, -10, 75, 0))


def test_a_grid_that_reads_nothing_of_the_source_is_refused():
    template, beside = mapping(60).template, (1.0, 2.0, -4.0, -3.0)
    check_some_inside(template, (1, 1), SRC.shape, 1, NOWHERE)
    for step in ((1, 1), (1, 8)):
        with pytest.raises(GridrError, match=r"rows 1 to 2 and columns -4 to -3 of it"):
            check_some_inside(template, step, SRC.shape, 0, beside)
        with pytest.raises(GridrError, match="no place there has a position"):
            check_some_inside(template, step, SRC.shape, 0, NOWHERE)
    around = (-5.0, 500.0, -5.0, 500.0)
    check_some_inside(template, (1, 8), SRC.shape, 0, around)  # between nodes it is
    with pytest.raises(GridrError, match="rows -5 to 500 "):
        check_some_inside(template, (1, 1), SRC.shape, 0, around)
    assert not np.isfinite(NOWHERE).any()
