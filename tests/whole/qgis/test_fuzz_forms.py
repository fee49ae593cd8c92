"""Random parameters of the forms end in the model's pixels, or in a sentence."""

import fuzz_forms
import fuzz_grid_forms
import pytest
import random_runs

SEED = 20240  # that of `test_fuzz`, whose kernels are compiled already
JOBS = 60
BLOCK = 30

pytestmark = pytest.mark.filterwarnings("ignore")  # jobs ask for odd things


@pytest.mark.parametrize("examine", [fuzz_forms.examine, fuzz_grid_forms.examine])
@pytest.mark.parametrize("first", range(0, JOBS, BLOCK))
def test_jobs_end_right_or_in_a_sentence(provider, qgis_processing, examine, first):
    failures = []
    jobs = range(first, first + BLOCK)
    counts = random_runs.tally(examine, SEED, jobs, failures.append)
    assert not failures, "\n".join(failures)
    assert counts["right"] > BLOCK // 6
    assert counts["refused"] > BLOCK // 10
