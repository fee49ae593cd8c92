"""Random jobs with values of every kind end in the model's pixels, or in a sentence."""

import fuzz
import pytest
import random_runs

SEED = 20240  # that of `test_differential`, whose kernels are compiled already
JOBS = 440  # and 60 through the forms
BLOCK = 55

pytestmark = pytest.mark.filterwarnings("ignore")  # jobs ask for odd things


@pytest.mark.parametrize("first", range(0, JOBS, BLOCK))
def test_jobs_end_right_or_in_a_sentence(first):
    failures = []
    counts = random_runs.tally(
        fuzz.examine, SEED, range(first, first + BLOCK), failures.append
    )
    assert not failures, "\n".join(failures)
    assert counts["right"] > BLOCK // 7
    assert counts["refused"] > BLOCK // 10
