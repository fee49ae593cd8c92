import dataclasses
import math

import pytest
from gridr_qgis.core.grid.nodes import NOWHERE
from gridr_qgis.core.grid.survey import ALIASED, FOLDED, MOST, Survey
from gridr_qgis.core.plan.rules import resolve
from gridr_qgis.core.run.log_outcome import tell_mask_outcome, tell_outcome
from gridr_qgis.core.run.tally import Tally
from helpers.recording import Log

GOOD = {"nodes": 1000, "cells": 1000, "straight": 1000, "down": 1000.0, "right": 1100.0}
"""What a grid tells in which nothing is odd: a source pixel per output pixel."""


@pytest.fixture
def told(job):
    """Function: what nodes tell beside `GOOD` -> what is said of a run.

    Its source has 70 x 90 pixels, its output 71 x 66 of a step of 7 x 5.
    """

    def told(
        valid=2343, equal_nodata=0, seconds=2.5, job=job, needed=lambda: (3, 2), **seen
    ):
        log, tally = Log(), Tally(valid, equal_nodata, Survey(**{**GOOD, **seen}))
        tell_outcome(resolve(job), tally, seconds, log, needed)
        return log

    return told


def test_valid_share_time_and_rate(told):
    assert told().lines[0] == (
        "Valid: 2343 of 4686 pixels (50.0 %); 2.5 s, 0.00187 million pixels/s."
    )
    assert told().warnings == []


def test_a_good_grid_has_a_scale_and_nothing_else(told):
    assert told().lines[1:] == [
        "Scale: 1 x 1.1 source pixels per output pixel (down x right, on average)."
    ]
    assert told(cells=0, straight=0, down=0.0, right=0.0).lines[1:] == []


def test_masked_and_outside_nodes_are_shares_of_all_nodes(told):
    log = told(masked=125, outside=1)
    assert log.lines[1] == "Masked: 12.5 % of the grid's nodes."
    assert log.lines[2] == "Outside the source: 0.1 % of the grid's nodes."
    log = told(masked=125, nodes=10**6, outside=10**6 - 1, is_sample=True)
    assert log.lines[1] == "Masked: less than 0.1 % of the grid's nodes."
    log = told(masked=125, outside=1, is_sample=True)
    assert log.lines[1] == "Masked: about 12.5 % of the grid's nodes."
    assert log.lines[2] == "Outside the source: about 0.1 % of the grid's nodes."


def test_valid_pixels_that_equal_nodata_are_told(told):
    assert told(equal_nodata=3).lines[-1] == (
        "3 valid pixels happen to equal the nodata value -9999: only the output mask "
        "tells them from invalid ones."
    )


@pytest.mark.parametrize("straight", [True, False])
def test_a_grid_is_folded_where_more_than_a_thousandth_turns_the_rarer_way(
    told, straight
):
    few, more = (int(FOLDED * 100_000) + extra for extra in (0, 1))
    names = ("turned", "straight") if straight else ("straight", "turned")
    some = {"cells": 100_000, "down": 1e5, "right": 1e5}
    mirrored = [] if straight else ["The grid mirrors the source"]
    warnings = told(**some, **dict(zip(names, (few, 100_000 - few)))).warnings
    assert [line.partition(":")[0] for line in warnings] == mirrored
    line = told(**some, **dict(zip(names, (more, 100_000 - more)))).warnings[-1]
    assert line == (
        "The grid is folded: 0.1 % of its cells turn against the others, so parts of "
        "the source appear more than once."
    )


def test_aliasing_is_told_where_it_is_more_than_a_few_cells(told):
    few = int(ALIASED * 1000)
    assert told(aliased=few).warnings == []
    assert told(aliased=few + 1).warnings == [
        "Aliasing: 5.1 % of the grid's cells have more than 1.5 source pixels per "
        "output pixel, where fine detail turns into false patterns. Choose an "
        "anti-alias filter: ANTIALIAS = lanczos, which by itself takes "
        "OVERSAMPLING_ROW = 3 and OVERSAMPLING_COL = 2 here."
    ]
    (line,) = told(aliased=few + 1, needed=None).warnings
    assert line.endswith("false patterns. Smooth the source first.")
    (line,) = told(aliased=few + 1, down=2500.0, right=1600.0).warnings
    # nodes lie 17.5 x 8 source pixels apart
    assert line.endswith("the resolution is wrong: it is about 18 x 8 then.")


def fail():
    raise AssertionError


def test_the_grid_is_not_looked_at_in_vain(told):
    told(needed=fail)
    told(needed=fail, valid=0, aliased=1000)
    told(needed=fail, fine=1000)


@pytest.fixture
def filtered(job):
    """Function: oversampling of rows and columns -> a job with a filter."""

    def filtered(rows, cols, **changes):
        asked = {"oversampling_row": rows, "oversampling_col": cols, **changes}
        return dataclasses.replace(job, **{"antialias": "lanczos", **asked})

    return filtered


def test_a_filter_with_enough_fine_pixels_warns_of_nothing(told, filtered):
    seen = {"aliased": 1000, "coarse": 1000, "needed": fail}
    assert told(job=filtered(6, 2), down=9e3, right=3e3, **seen).warnings == []
    assert told(job=filtered(6, 2), cells=0, down=0.0, right=0.0).warnings == []


def test_a_filter_with_too_few_fine_pixels_is_told(told, filtered):
    start = (
        "Aliasing: with an oversampling of 2 x 2 fine pixels are 4.5 x 1.5 source "
        "pixels apart (down x right, on average), where fine detail turns into false "
        "patterns. "
    )
    log = told(job=filtered(2, 2), aliased=1000, down=9e3, right=3e3)
    advice = "Give more oversampling, or none for an automatic one."
    assert log.warnings == [start + advice]
    classes = filtered(2, 2, interpolation="nearest", antialias="majority")
    assert told(job=classes, aliased=1000, down=9e3, right=3e3).warnings == []


def test_a_source_that_is_too_fine_for_any_filter_is_smoothed_first(told, filtered):
    log = told(job=filtered(16, 1), aliased=1000, down=25e3)
    (line,) = log.warnings
    assert line.endswith("More than 16 there cannot be: smooth the source first.")


def test_a_fine_output_is_odd_with_a_filter_too(told, filtered):
    (line,) = told(job=filtered(1, 1), fine=1000, down=100.0).warnings
    assert line.startswith("The grid's resolution looks wrong")


def test_nearest_does_not_alias(told, job):
    nearest = dataclasses.replace(job, interpolation="nearest")
    assert told(job=nearest, aliased=1000).warnings == []


@pytest.mark.parametrize("way", ["coarse", "fine"])
def test_a_resolution_is_wrong_where_most_cells_say_so(told, way):
    half = int(MOST * 1000)
    assert told(**{way: half}).warnings == []
    (line,) = told(**{way: half + 1}, aliased=1000, down=9e3, right=8e3).warnings
    assert (
        "nodes are 63 x 40 source pixels apart (down x right, on average), which with "
        "resolution 7 x 5 makes 9 x 8 source pixels per output pixel."
    ) in line
    smooth = (
        "If it is right, choose an anti-alias filter: ANTIALIAS = lanczos, which by "
        "itself takes OVERSAMPLING_ROW = 3 and OVERSAMPLING_COL = 2 here: without, the "
        "result aliases."
    )
    assert line.endswith(smooth) == (way == "coarse")


def test_classes_of_a_wrong_resolution_are_not_smoothed(told, job):
    nearest = dataclasses.replace(job, interpolation="nearest")
    (line,) = told(job=nearest, coarse=1000).warnings
    assert line.endswith("the resolution is the number of output pixels from node to "
                         "node.")  # fmt: skip


def test_every_node_is_masked(told):
    assert told(valid=0, cells=0, bounds=NOWHERE, turned=9).warnings == [
        "No output pixel is valid: every node of the grid is masked. Check the grid's "
        "nodata, its mask and the mask's valid value."
    ]


@pytest.mark.parametrize(
    "bounds",
    [(0, 69, 0, 89), (-9, -0.5, 5, 6), (69.5, 99, 5, 6), (3, 4, 89.5, 99),
     (3, 4, -9, -0.5), (-1e300, 1e300, -math.inf, math.inf)],
)  # fmt: skip
def test_a_grid_that_meets_the_source_is_ruled_out(told, bounds):
    (line,) = told(valid=0, bounds=bounds).warnings
    assert line.startswith("No output pixel is valid: the grid meets the source (its ")
    assert "the source has rows 0 to 69 and columns 0 to 89), but masks" in line


@pytest.mark.parametrize(
    "bounds", [(-9, -0.6, 5, 6), (90, 99, 95, 99), (3, 4, 89.6, 99), (3, 4, -9, -0.6)]
)
def test_a_grid_away_from_the_source_is_where_it_is(told, bounds):
    (line,) = told(valid=0, bounds=bounds, coarse=1000, turned=500).warnings
    first, last, left, right = bounds
    assert (
        f"nothing of the grid lies in the source; its nodes cover rows {first} to "
        f"{last} and columns {left} to {right}, the source has rows 0 to 69 and "
        "columns 0 to 89. Check the grid's bands, their order and their units"
    ) in line


def test_exchanged_bands_are_recognised(told):
    (line,) = told(valid=0, bounds=(72, 85, 3, 60)).warnings
    assert line.endswith("which is for rows and which for columns: exchanged, they "
                         "would meet.")  # fmt: skip


def test_a_mask_tells_its_share_and_warns_of_nothing_valid():
    log = Log()
    tell_mask_outcome((10, 20), Tally(valid=50), 0.5, log)
    assert log.lines == [
        "Valid: 50 of 200 pixels (25.0 %); 0.5 s, 0.0004 million pixels/s."
    ]
    assert log.warnings == []
    tell_mask_outcome((10, 20), Tally(valid=0), 0.5, log)
    assert log.warnings == [
        "No pixel is valid: the raster mask or the polygons rule out all of them. "
        "Check the mask's band and valid value, and where the polygons lie."
    ]
