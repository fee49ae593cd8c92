"""What the random jobs of `fuzz.py` and `fuzz_forms.py` share: ended in time, judged.

A job is made of a seed and an index, and comes to one of these: `right` (the model's
pixels), `ended` (the model does not know it), `refused` (with a sentence, and nothing
left on the disk), `left out`, `failed`.
"""

import argparse
import random
import signal
import sys
import tempfile
import time
import warnings
from collections import Counter
from enum import Enum
from functools import lru_cache
from pathlib import Path

import numpy as np
import rasterio
from checkout import load

load()

from differential import compare  # noqa: E402 - they need the checkout
from gridr_qgis.core.options import StripTarget  # noqa: E402
from helpers.reference.files import as_changed  # noqa: E402
from helpers.reference.model import finished, resample  # noqa: E402

SECONDS = 5.0
"""In which a job ends."""
PATIENCE = 60
"""Seconds after which it is stopped; a job that compiles may take longer once."""
LARGEST = 300_000
"""Pixels that the model computes in a moment."""


class Hangs(BaseException):  # an alarm, which nothing else may catch
    """A job does not end."""


def cut(rng):
    """Return a random way to cut the work."""
    changes = {"threads": int(rng.integers(1, 4))}
    if rng.random() < 0.5:
        changes["strip_size"] = int(rng.choice([0, 1, 2, 3, 5, 8, 1000]))
        changes["strip_target"] = StripTarget(int(rng.integers(1, 3)))
    if rng.random() < 0.5:
        changes["tile_shape"] = tuple(rng.integers(1, 30, 2).tolist())
    return changes


def timed(run):
    """Return what a run comes to, or what went wrong; and its seconds.

    The second time's if the first was slow, which may have compiled.
    """
    for _ in range(2):
        start = time.perf_counter()
        outcome = guarded(run)
        seconds = time.perf_counter() - start
        if seconds < SECONDS:
            break
    return outcome, seconds


def guarded(run):
    """Return what a run comes to, or what went wrong."""
    signal.setitimer(signal.ITIMER_REAL, PATIENCE)
    try:
        return run()
    except Hangs:
        return f"did not end in {PATIENCE} s"
    except Exception as error:
        return f"raised {type(error).__name__}: {error}".splitlines()[0][:300]
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def judged(run, told, judge):
    """Run a job; return what became of it, and what is wrong with that, or "".

    Parameters
    ----------
    run : function
        Returns what the job makes, its refusal as an exception, or what is wrong.
    told : str
        What it was given.
    judge : function
        What the job makes -> how that is wrong, None where nobody knows.
    """
    outcome, seconds = timed(run)
    if isinstance(outcome, str):
        return "failed", f"{outcome} | {told}"
    if seconds > SECONDS:
        return "failed", f"took {seconds:.1f} s | {told}"
    if isinstance(outcome, Exception):
        return "refused", ""
    found = judge(outcome)
    if found is None:
        return "ended", ""
    return ("failed", f"{found} | {told}") if found else ("right", "")


def difference(reference, job, changed, outcome):
    """Return how a result differs from the model's, "" where it does not.

    None where the model does not know the job.

    Parameters
    ----------
    reference : reference job
    job : Job
        What ran, every value plain.
    changed : set of str
        Fields in which it asks for something else.
    outcome : tuple
        Its pixels, and its mask or None.
    """
    wanted = as_changed(reference, job, changed)
    if wanted is None or np.prod(wanted.shape) > LARGEST:
        return None
    values = lru_cache(None)(lambda: resample(wanted))
    expected = finished(wanted, *values())
    got = outcome if outcome[1] is not None else (outcome[0], expected[1])
    return compare(wanted, got, expected, lambda: values()[0], False)[0]


def same(one, other, name):
    """Tell whether two jobs have the same value of a field."""
    mine, its = getattr(one, name), getattr(other, name)
    if isinstance(mine, Enum) or isinstance(its, Enum):  # all alike to numpy 1.24
        return mine is its
    return mine is its or bool(np.array_equal(mine, its)) or repr(mine) == repr(its)


def read(path, band=None):
    """Return the pixels of a raster, or of one band."""
    with rasterio.open(path) as dataset:
        return dataset.read(band)


def listed(values):
    """Return values by name in a few words."""
    return ", ".join(f"{name}={shown(value)}" for name, value in values.items())


def shown(value):
    """Return a value in a few words."""
    return f"{value!r:.60}"


def tally(examine, seed, indices, report=print):
    """Return how many jobs came to what; report each failure at once.

    Parameters
    ----------
    examine : function
        Seed, index and an empty folder -> what became of the job, what is wrong.
    """

    def ring(*_):
        raise Hangs

    counts, before = Counter(), signal.signal(signal.SIGALRM, ring)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            for index in indices:
                with tempfile.TemporaryDirectory() as name:
                    what, failure = examine(seed, index, Path(name))
                counts[what] += 1
                if failure:
                    report(f"--seed {seed} --index {index}: {failure}")
    finally:
        signal.signal(signal.SIGALRM, before)
    return counts


def main(examine, jobs, description, arguments=None):
    """Run the jobs asked for; return 1 if any failed."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--jobs", type=int, default=jobs)
    parser.add_argument(
        "--seed", type=int, default=random.SystemRandom().getrandbits(32)
    )
    parser.add_argument("--index", type=int, help="run this job only")
    asked = parser.parse_args(arguments)
    print(f"seed {asked.seed}", flush=True)
    indices = range(asked.jobs) if asked.index is None else [asked.index]
    counts = tally(
        examine, asked.seed, told_of(indices), lambda text: print(text, flush=True)
    )
    line = ", ".join(f"{number} {what}" for what, number in sorted(counts.items()))
    print(line, flush=True)
    return 1 if counts["failed"] else 0


def told_of(indices):
    """Yield indices, each told on the terminal's last line: a crash shows which."""
    for index in indices:
        print(f"\r{index} ", end="", file=sys.stderr, flush=True)
        yield index
    print("\r", end="", file=sys.stderr, flush=True)
