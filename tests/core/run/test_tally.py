import math

import pytest
from gridr_qgis.core.grid.survey import Survey
from gridr_qgis.core.run.tally import Summary, Tally
from hypothesis import given
from hypothesis import strategies as st

counts = st.integers(0, 10**9)
surveys = st.builds(
    lambda sums, bounds, is_sample: Survey(*sums, bounds, is_sample),
    st.lists(counts, min_size=11, max_size=11),
    st.tuples(counts, counts, counts, counts),
    st.booleans(),
)
tallies = st.builds(Tally, counts, counts, surveys)


@given(tallies, tallies, tallies)
def test_tallies_add_up_in_any_order(a, b, c):
    assert a.plus(b) == b.plus(a)
    assert a.plus(b).plus(c) == a.plus(b.plus(c))
    assert Tally().plus(a) == a


@given(tallies, tallies)
def test_each_count_is_the_sum_of_both(a, b):
    both = a.plus(b)
    assert both.valid == a.valid + b.valid
    assert both.equal_nodata == a.equal_nodata + b.equal_nodata
    assert both.survey.masked == a.survey.masked + b.survey.masked


def test_bounds_are_around_both():
    near, far = Survey(bounds=(1, 2, 30, 40)), Survey(bounds=(-5, 1, 35, 60))
    both = Tally(survey=near).plus(Tally(survey=far)).survey.bounds
    assert both == (-5, 2, 30, 60)
    assert Tally().survey.bounds == (math.inf, -math.inf, math.inf, -math.inf)


def test_the_valid_share_of_a_run():
    assert Summary(4, 5, 20).valid_percent == 100
    assert Summary(4, 5, 0).valid_percent == 0
    assert Summary(30, 10, 100).valid_percent == pytest.approx(33.3333333)
