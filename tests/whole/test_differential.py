"""Our chain, cut at random, makes the pixels that GridR makes in one tile."""

import differential
import pytest
from helpers.reference.defects import known_defects
from helpers.reference.random_jobs import random_job

SEED = 20240
JOBS = 500
BLOCK = 50

pytestmark = pytest.mark.filterwarnings("ignore")  # GridR's, and jobs that ask for odd


@pytest.mark.parametrize("first", range(0, JOBS, BLOCK))
def test_our_chain_agrees(first):
    counts = differential.tally(SEED, range(first, first + BLOCK))
    print(*differential.summary(counts, differential.OURS), sep="\n")
    assert not counts.failures, "\n".join(counts.failures)


def test_the_model_agrees():
    counts = differential.tally(SEED, range(100), differential.MODEL)
    assert not counts.failures, "\n".join(counts.failures)


def test_few_jobs_meet_a_known_defect():
    excluded = sum(bool(known_defects(random_job(SEED, k))) for k in range(JOBS))
    assert excluded <= differential.MOST_EXCLUDED * JOBS


def test_a_job_depends_on_seed_and_index_alone():
    one, two, other = random_job(7, 3), random_job(7, 3), random_job(7, 4)
    assert one.src.tobytes() == two.src.tobytes() != other.src.tobytes()
    assert one.grid.tobytes() == two.grid.tobytes()
    assert str(one.geometry_pair) == str(two.geometry_pair)
