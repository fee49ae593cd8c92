"""Random jobs over files, many of them with wrong values, judged by the model.

    python tools/fuzz.py --jobs 20000 [--seed N] [--index N]

A job must end within seconds, in a result that is the independent model's of
`tests/helpers/reference`, or in a `GridrError` of which nothing is left on the disk.
`--index N` runs only job N of a seed.
"""

import argparse
import dataclasses
import random
import signal
import sys
import tempfile
import time
import warnings
from collections import Counter
from functools import lru_cache
from pathlib import Path

import numpy as np
import rasterio
from checkout import load

load()

from differential import compare  # noqa: E402 - they need the checkout
from gridr_qgis.core.chain import resample_dataset  # noqa: E402
from gridr_qgis.core.errors import GridrError  # noqa: E402
from gridr_qgis.core.feedback import Feedback  # noqa: E402
from gridr_qgis.core.options import Job, StripTarget  # noqa: E402
from gridr_qgis.core.plan import kinds  # noqa: E402
from helpers.odd_values import ODD  # noqa: E402
from helpers.reference.files import as_changed, can_be_written, job_of  # noqa: E402
from helpers.reference.model import finished, resample  # noqa: E402
from helpers.reference.random_jobs import random_job  # noqa: E402

SECONDS = 5.0
"""In which a job ends."""
PATIENCE = 60
"""Seconds after which it is stopped; a job that compiles may take longer once."""
LARGEST = 300_000
"""Pixels that the model computes in a moment."""
FIELDS = [field.name for field in dataclasses.fields(Job)]


class Hangs(Exception):  # noqa: N818 - an alarm
    """A job does not end."""


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


def cut(rng):
    """Return a random way to cut the work."""
    changes = {"threads": int(rng.integers(1, 4))}
    if rng.random() < 0.5:
        changes["strip_size"] = int(rng.choice([0, 1, 2, 3, 5, 8, 1000]))
        changes["strip_target"] = StripTarget(int(rng.integers(1, 3)))
    if rng.random() < 0.5:
        changes["tile_shape"] = tuple(rng.integers(1, 30, 2).tolist())
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
    signal.setitimer(signal.ITIMER_REAL, PATIENCE)
    try:
        resample_dataset(job, Silent())
        return read(job)
    except GridrError as error:
        left = sorted(path.name for path in folder.iterdir())
        return f"left {left} after: {error}" if left else error
    except Hangs:
        return f"did not end in {PATIENCE} s"
    except Exception as error:
        return f"raised {type(error).__name__}: {error}".splitlines()[0][:300]
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        for path in folder.iterdir():
            path.unlink()


def read(job):
    """Return the output of a job, and its mask if it has one."""
    with rasterio.open(job.dst) as dataset:
        data = dataset.read()
    if job.dst_mask is None:
        return data, None
    with rasterio.open(job.dst_mask) as dataset:
        return data, dataset.read(1)


def timed(job, folder):
    """Return the outcome of a job and its seconds; the second time's if it was slow."""
    for _ in range(2):  # the first may compile
        start = time.perf_counter()
        outcome = outcome_of(job, folder)
        seconds = time.perf_counter() - start
        if seconds < SECONDS:
            break
    return outcome, seconds


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
    outcome, seconds = timed(job, folder)
    told = ", ".join(f"{name}={value!r:.60}" for name, value in changes.items())
    if isinstance(outcome, str):
        return "failed", f"{outcome} | {told}"
    if seconds > SECONDS:
        return "failed", f"took {seconds:.1f} s | {told}"
    if isinstance(outcome, GridrError):
        return "refused", ""
    found = difference(reference, original, job, outcome)
    if found is None:
        return "ended", ""
    return ("failed", f"{found} | {told}") if found else ("right", "")


def difference(reference, original, job, outcome):
    """Return how a result differs from the model's; None where there is none."""
    before, plain = (kinds.job_of(one, Job) for one in (original, job))
    changed = {name for name in FIELDS if not same(before, plain, name)}
    wanted = as_changed(reference, plain, changed)
    if wanted is None or np.prod(wanted.shape) > LARGEST:
        return None
    values = lru_cache(None)(lambda: resample(wanted))
    expected = finished(wanted, *values())
    got = outcome if outcome[1] is not None else (outcome[0], expected[1])
    return compare(wanted, got, expected, lambda: values()[0], False)[0]


def same(one, other, name):
    """Tell whether two jobs have the same value of a field."""
    mine, its = getattr(one, name), getattr(other, name)
    return mine is its or bool(np.array_equal(mine, its)) or repr(mine) == repr(its)


def tally(seed, indices, report=print):
    """Return how many jobs came to what; report each failure at once."""

    def ring(*_):
        raise Hangs

    counts, before = Counter(), signal.signal(signal.SIGALRM, ring)
    try:
        with tempfile.TemporaryDirectory() as name, warnings.catch_warnings():
            warnings.simplefilter("ignore")
            for index in indices:
                what, failure = examine(seed, index, Path(name))
                counts[what] += 1
                if failure:
                    report(f"--seed {seed} --index {index}: {failure}")
    finally:
        signal.signal(signal.SIGALRM, before)
    return counts


def main(arguments=None):
    """Run the jobs asked for; return 1 if any failed."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--jobs", type=int, default=20_000)
    parser.add_argument(
        "--seed", type=int, default=random.SystemRandom().getrandbits(32)
    )
    parser.add_argument("--index", type=int, help="run this job only")
    asked = parser.parse_args(arguments)
    print(f"seed {asked.seed}", flush=True)
    indices = range(asked.jobs) if asked.index is None else [asked.index]
    counts = tally(asked.seed, indices, lambda text: print(text, flush=True))
    print(", ".join(f"{number} {what}" for what, number in sorted(counts.items())))
    return 1 if counts["failed"] else 0


if __name__ == "__main__":
    sys.exit(main())
