"""Random jobs by machine code, by NumPy, and by both in turns: the same bits.

    python tools/tiers.py --jobs 10000 [--seed N] [--index N]

In turns means that at each call of a kernel chance decides who computes it, in tiles of
random shapes on several threads. `--index N` runs only job N of a seed.
"""

import argparse
import logging
import random
import sys
import warnings

import numpy as np
from checkout import load

load()

from differential import attempt  # noqa: E402 - they need the checkout
from gridr_qgis.core.kernels.tiers import Tier  # noqa: E402
from helpers.reference.random_jobs import random_job  # noqa: E402
from helpers.reference.running import layout, opened, run_ours  # noqa: E402
from helpers.tiers import by_chance, served  # noqa: E402


def difference(seed, index):
    """Return how the results of a job differ, "" if they do not."""
    job = random_job(seed, index)
    ways = {
        "compiled": lambda: Tier.NUMBA,
        "NumPy": lambda: Tier.NUMPY,
        "in turns": by_chance([seed, index, 3]),
    }
    results = {}
    with opened(job) as arguments:
        # the same for all, because it shows in B-splines, within their epsilon
        cut = layout(np.random.default_rng([seed, index, 1]))
        for way, choose in ways.items():
            with served(choose):
                results[way] = attempt(run_ours, job, arguments, cut)
    first = results.pop("compiled")
    return ", ".join(way for way, result in results.items() if not same(result, first))


def same(one, other):
    """Tell whether two results are the same bytes, or the same sentence."""
    if isinstance(one, str) or isinstance(other, str):
        return isinstance(one, str) and one == other
    return all(a.tobytes() == b.tobytes() for a, b in zip(one, other))


def failures(seed, indices):
    """Yield a line for each job whose results differ."""
    for index in indices:
        found = difference(seed, index)
        if found:
            job = random_job(seed, index)
            what = f"{job.interp}, {job.src.dtype} to {job.out_dtype}"
            yield f"--seed {seed} --index {index}: {found} | {what}"


def main(arguments=None):
    """Compare the jobs asked for; return 1 if any differs."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--jobs", type=int, default=10_000)
    parser.add_argument(
        "--seed", type=int, default=random.SystemRandom().getrandbits(32)
    )
    parser.add_argument("--index", type=int, help="run this job only")
    asked = parser.parse_args(arguments)
    print(f"seed {asked.seed}", flush=True)
    indices = range(asked.jobs) if asked.index is None else [asked.index]
    logging.disable(logging.WARNING)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        count = 0
        for line in failures(asked.seed, indices):
            count += 1
            print(line, flush=True)
    print(f"{len(indices)} jobs, {count} differ")
    return 1 if count else 0


if __name__ == "__main__":
    sys.exit(main())
