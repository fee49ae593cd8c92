"""Random jobs by machine code, by NumPy, and by both in turns: the same bits.

    python tools/tiers.py --jobs 10000 [--seed N] [--index N]

In turns means that at each call of a kernel chance decides who computes it, in tiles of
random shapes on several threads. `--index N` runs only job N of a seed.
"""

import logging
import sys

import numpy as np
import random_runs
from differential import attempt
from gridr_qgis.core.kernels.tiers import Tier
from helpers.reference.random_jobs import random_job
from helpers.reference.running import layout, opened, run_ours
from helpers.tiers import by_chance, served


def examine(seed, index, _):
    """Run a job in all ways; return what became of it, and what is wrong, or ""."""
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
    others = [way for way, result in results.items() if not same(result, first)]
    if not others:
        return ("refused" if isinstance(first, str) else "right"), ""
    what = f"{job.interp}, {job.src.dtype} to {job.out_dtype}"
    return "failed", f"{' and '.join(others)} differ | {what}"


def same(one, other):
    """Tell whether two results are the same bytes, or the same sentence."""
    if isinstance(one, str) or isinstance(other, str):
        return isinstance(one, str) and one == other
    return all(a.tobytes() == b.tobytes() for a, b in zip(one, other))


if __name__ == "__main__":
    logging.disable(logging.WARNING)
    sys.exit(random_runs.main(examine, 10_000, __doc__.partition("\n")[0]))
