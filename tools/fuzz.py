"""Random jobs over files, many of them with wrong values, judged by the model.

    python tools/fuzz.py --jobs 20000 [--seed N] [--index N]

A job must end within seconds, in a result that is the independent model's of
`tests/helpers/reference`, or in a `GridrError` of which nothing is left on the disk.
`--index N` runs only job N of a seed. `fuzz_forms.py` does the same in QGIS.
"""

import dataclasses
import sys
from pathlib import Path

import numpy as np
import random_runs
from gridr_qgis.core.chains.resample import resample_dataset
from gridr_qgis.core.errors import GridrError
from gridr_qgis.core.feedback import Feedback
from gridr_qgis.core.options import Job
from gridr_qgis.core.plan import kinds
from helpers.odd_values import ODD
from helpers.reference.files import can_be_written, job_of
from helpers.reference.random_jobs import random_job
from random_runs import cut, difference, judged, listed, read, same

FIELDS = [field.name for field in dataclasses.fields(Job)]


class Silent(Feedback):
    """Says nothing."""

    def info(self, message):
        """Take a line."""

    def warning(self, message):
        """Take a warning."""


def mutated(job, rng):
    """Return a job with some values in other clothes, or wrong, and which they are."""
    changes = cut(rng)
    for _ in range(int(rng.choice([0, 1, 1, 2, 3]))):
        name = FIELDS[rng.integers(len(FIELDS))]
        old = getattr(job, name)
        alike = disguises(old)
        if alike and rng.random() < 0.4:
            changes[name] = alike[rng.integers(len(alike))]
        else:
            changes[name] = ODD[rng.integers(len(ODD))]
    return changes


def disguises(value):
    """Return a value in other types that mean the same."""
    if isinstance(value, bool):
        return [np.bool_(value), int(value)]
    if type(value) is int:
        return [np.int64(value), np.array(value)]
    if isinstance(value, float):
        return [np.float64(value)]
    if isinstance(value, tuple):
        return [list(value), np.array(value)]
    if type(value) is str and value.startswith("/"):
        return [Path(value)]
    return [value]


def outcome_of(job, folder):
    """Return what a job makes: (data, mask), a `GridrError`, or what went wrong."""
    try:
        resample_dataset(job, Silent())
        return read(job.dst), None if job.dst_mask is None else read(job.dst_mask, 1)
    except GridrError as error:
        left = sorted(path.name for path in folder.iterdir())
        return f"left {left} after: {error}" if left else error
    finally:
        for path in folder.iterdir():
            path.unlink()


def judge(reference, original, job, outcome):
    """Return how a result differs from the model's; None where nobody knows."""
    before, plain = (kinds.job_of(one, Job, kinds.OF_JOB) for one in (original, job))
    changed = {name for name in FIELDS if not same(before, plain, name)}
    return difference(reference, plain, changed, outcome)


def examine(seed, index, folder):
    """Run a job; return what became of it, and what is wrong with that, or ""."""
    reference = random_job(seed, index)
    if not can_be_written(reference):
        return "left out", ""
    rng = np.random.default_rng([seed, index, 2])
    original = job_of(reference, folder)
    changes = mutated(original, rng)
    try:
        job = dataclasses.replace(original, **changes)
    except GridrError:
        return "refused", ""
    return judged(
        lambda: outcome_of(job, folder),
        listed(changes),
        lambda outcome: judge(reference, original, job, outcome),
    )


if __name__ == "__main__":
    sys.exit(random_runs.main(examine, 20_000, __doc__.partition("\n")[0]))
