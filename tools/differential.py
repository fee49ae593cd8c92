"""Compare random jobs through our chain with GridR's own, pixel by pixel.

    python tools/differential.py --jobs 5000 [--seed N] [--against model] [--index N]

GridR runs each job in one tile, ours cut at random. Jobs that meet a known defect of
GridR are compared with the independent model of `tests/helpers/reference` instead. With
`--against model` the model itself is compared with GridR, and for each defect it is
counted how many of its jobs GridR gets wrong. `--index N` runs only job N.
"""

import argparse
import random
import sys
import time
import warnings
from collections import Counter
from dataclasses import dataclass, field
from functools import lru_cache

import numpy as np
from checkout import load
from helpers.reference.defects import known_defects
from helpers.reference.model import finished, resample
from helpers.reference.random_jobs import random_job
from helpers.reference.running import layout, opened, run_gridr, run_ours
from helpers.reference.tolerance import agree, used_share

OURS, MODEL = "ours", "model"
MOST_EXCLUDED = 0.2


@dataclass
class Outcome:
    """What came of one job."""

    defects: tuple  # numbers of the known defects it meets
    difference: str  # "" where the two agree
    method: str = ""
    share: float = 0.0  # of the tolerance that was used


@dataclass
class Tally:
    """Counts over jobs."""

    jobs: int = 0
    excluded: int = 0
    met: Counter = field(default_factory=Counter)
    wrong: Counter = field(default_factory=Counter)  # only with --against model
    shares: dict = field(default_factory=dict)
    failures: list = field(default_factory=list)

    def add(self, outcome, text, against):
        """Count one outcome; keep its text if it is an unexplained difference."""
        self.jobs += 1
        self.excluded += bool(outcome.defects)
        self.met.update(outcome.defects)
        explained = bool(outcome.defects) and against == MODEL
        if outcome.difference and explained:
            self.wrong.update(outcome.defects)
        elif outcome.difference:
            self.failures.append(text)
        if not explained:
            known = self.shares.get(outcome.method, 0.0)
            self.shares[outcome.method] = max(known, outcome.share)


def attempt(run, *arguments):
    """Return (data, mask), or the sentence of whatever was raised."""
    try:
        return run(*arguments)
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # GridR's panics are no Exceptions
        return f"raised {type(error).__name__}: {error}".splitlines()[0][:200]


def compare(job, got, expected, values, rounding):
    """Return how two results differ, "" if they do not, and the share of tolerance."""
    for result in (got, expected):
        if isinstance(result, str):
            return result, 0.0
    (data, mask), (wanted, valid) = got, expected
    if data.dtype != wanted.dtype or data.shape != wanted.shape:
        return f"{data.dtype} {data.shape}, not {wanted.dtype} {wanted.shape}", 0.0
    changed = mask != valid
    if changed.any():
        more, less = (changed & (mask > valid)).sum(), (changed & (mask < valid)).sum()
        return f"mask: {more} more and {less} fewer valid of {mask.size}", 0.0
    same = agree(job, data, wanted, valid, values, rounding)
    if same.all():
        return "", used_share(job, data, wanted, rounding)
    difference = np.abs(data.astype(float) - wanted)[~same]
    most = np.nanmax(difference, initial=0) / (job.scale or 1)
    return f"data: {(~same).sum()} of {same.size}, up to {most:.3g} of the scale", 0.0


def examine(seed, index, against=OURS):
    """Run a job and return its outcome."""
    job = random_job(seed, index)
    defects = known_defects(job)
    values = lru_cache(None)(lambda: resample(job))
    with opened(job) as arguments:
        if against == MODEL:
            got = finished(job, *values())
        else:
            cut = layout(np.random.default_rng([seed, index, 1]))
            got = attempt(run_ours, job, arguments, cut)
        if against == MODEL or not defects:
            wanted = attempt(run_gridr, job, arguments)
        else:
            wanted = finished(job, *values())
    rounding = against == MODEL or not defects
    found, share = compare(job, got, wanted, lambda: values()[0], rounding)
    if found and against == OURS:
        cut = ", ".join(f"{name} {value}" for name, value in cut.items())
        found += f"; {verdict(job, got, wanted, values, defects)}; {cut}"
    return Outcome(defects, found, job.interp, share)


def verdict(job, ours, wanted, values, defects):
    """Return which of the two the model agrees with, if both are not the model."""
    if defects:
        return "the other is the model"
    mine = finished(job, *values())
    agreeing = [
        name
        for name, result, rounding in (("ours", ours, False), ("GridR's", wanted, True))
        if not compare(job, result, mine, lambda: values()[0], rounding)[0]
    ]
    return f"the model agrees with {' and '.join(agreeing) or 'neither'}"


def describe(seed, index, outcome):
    """Return a line that says which job it is and what it asks."""
    job = random_job(seed, index)
    asked = [f"{job.interp}", f"{job.src.dtype} {job.src.shape} to {job.out_dtype}"]
    asked += [f"grid {job.grid.shape[1:]} every {job.resolution}"]
    asked += [f"border {job.boundary} {'trusted' if job.trust else ''}".strip()]
    optional = "interp_kwargs win shift src_mask_pair grid_mask_value geometry_pair"
    for name in optional.split():
        value = getattr(job, name)
        if value is not None:
            asked.append(name if name == "geometry_pair" else f"{name} {value}")
    numbers = f" [{' '.join(outcome.defects)}]" if outcome.defects else ""
    what = ", ".join(asked)
    return f"--seed {seed} --index {index}{numbers}: {outcome.difference} | {what}"


def tally(seed, indices, against=OURS, report=None):
    """Return the counts over some jobs of a seed; report each difference at once."""
    counts = Tally()
    for index in indices:
        outcome = examine(seed, index, against)
        text = describe(seed, index, outcome) if outcome.difference else ""
        known = len(counts.failures)
        counts.add(outcome, text, against)
        if report and len(counts.failures) > known:
            report(text)
    return counts


def summary(counts, against):
    """Return the lines that a run ends with."""
    share = counts.excluded / max(counts.jobs, 1)
    yield f"{counts.jobs} jobs, {counts.excluded} ({share:.1%}) meet a known defect:"
    for number in sorted(counts.met, key=lambda name: int(name[1:])):
        wrong = f", {counts.wrong[number]} wrong" if against == MODEL else ""
        yield f"  {number:4} {counts.met[number]}{wrong}"
    yield "largest differences as a share of the tolerance, float64 outputs:"
    for method, used in sorted(counts.shares.items()):
        yield f"  {method:9} {used:.3f}"
    yield f"{len(counts.failures)} unexplained differences"


def main(arguments=None):
    """Compare the jobs asked for; return 1 if any differs, or too many say nothing."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--jobs", type=int, default=5000)
    parser.add_argument(
        "--seed", type=int, default=random.SystemRandom().getrandbits(32)
    )
    parser.add_argument("--index", type=int, help="run this job only")
    parser.add_argument("--against", choices=(OURS, MODEL), default=OURS)
    asked = parser.parse_args(arguments)
    if asked.against == OURS:
        load()
    print(f"seed {asked.seed}", flush=True)
    indices = range(asked.jobs) if asked.index is None else [asked.index]
    started = time.perf_counter()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        counts = tally(
            asked.seed, indices, asked.against, lambda t: print(t, flush=True)
        )
    print(*summary(counts, asked.against), sep="\n")
    print(f"{(time.perf_counter() - started) / len(indices) * 1000:.1f} ms per job")
    many = asked.index is None and counts.excluded > MOST_EXCLUDED * counts.jobs
    if many:
        print(f"more than {MOST_EXCLUDED:.0%} of the jobs meet a known defect")
    return 1 if many or counts.failures else 0


if __name__ == "__main__":
    sys.exit(main())
