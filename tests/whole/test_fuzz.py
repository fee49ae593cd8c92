"""Random jobs with values of every kind end in the model's pixels, or in a sentence."""

import fuzz
import pytest

SEED = 20240  # that of `test_differential`, whose kernels are compiled already
JOBS = 200
BLOCK = 50

pytestmark = pytest.mark.filterwarnings("ignore")  # jobs ask for odd things


@pytest.mark.parametrize("first", range(0, JOBS, BLOCK))
def test_jobs_end_right_or_in_a_sentence(first):
    failures = []
    counts = fuzz.tally(SEED, range(first, first + BLOCK), failures.append)
    assert not failures, "\n".join(failures)
    assert counts["right"] > BLOCK // 6
    assert counts["refused"] > BLOCK // 10
