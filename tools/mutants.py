"""Make deliberate faults in core, one at a time, which the tests must notice.

    python tools/mutants.py [--only WORDS] [--jobs 2] [--list]

The faults are those of `mutant_list.py`. They are made in copies of the checkout that
have a folder of compiled kernels each, so that no wrong kernel gets into another one.
"""

from __future__ import annotations

import argparse
import os
import queue
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from checkout import ROOT, load
from mutant_list import FAULTS

KERNELS = Path(".pytest_cache", "kernels")
"""Where the tests of a checkout keep compiled kernels."""
PATIENCE = 120
"""Seconds after which tests are stopped: a fault made them hang."""
LEFT_OUT = shutil.ignore_patterns(".*", "out", "build", "*.egg-info", "__pycache__")


class Outcome(NamedTuple):
    """What became of some tests."""

    status: int | None
    """What pytest returned; None: it had to be stopped."""
    output: str
    """What it wrote."""

    @property
    def verdict(self):
        """Return whether a fault was caught."""
        if self.status == 0:
            return "survived"
        # 1: a test failed; less than 0: the process died
        caught = self.status is None or self.status == 1 or self.status < 0
        return "caught" if caught else "no run"

    @property
    def reason(self):
        """Return the first test that failed."""
        if self.status is None:
            return "it hangs"
        found = re.search("^(?:FAILED|ERROR) (\\S+)", self.output, re.MULTILINE)
        return found[1] if found else ""


def copy_checkout(checkout, folder):
    """Copy a checkout into a folder, with its kernels; times of files stay."""
    shutil.copytree(checkout, folder, ignore=LEFT_OUT)
    kernels = _kernels(checkout)
    if kernels.is_dir():
        shutil.copytree(kernels, _kernels(folder))


def _kernels(folder):
    """Return where a checkout with the kernels of this one keeps them compiled."""
    os.environ["NUMBA_CACHE_DIR"] = str(ROOT / KERNELS)
    load()
    from gridr_qgis.core.kernels.cache import key
    from numba.core.caching import _CacheLocator

    # numba puts the place of a source into the name of the folder
    source = folder / "core" / "kernels" / "compiled" / "jit.py"
    name = _CacheLocator.get_suitable_cache_subpath(str(source))
    return folder / KERNELS / "gridr_qgis" / key() / name


@contextmanager
def made(fault, folder):
    """Make a fault in a copy; put the file back, with its times, at the end."""
    path = folder / fault.path
    text, times = path.read_text(encoding="utf-8"), path.stat()
    assert text.count(fault.old) == 1, fault
    path.write_text(text.replace(fault.old, fault.new), encoding="utf-8")
    try:
        yield
    finally:
        path.write_text(text, encoding="utf-8")
        os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))


def run_tests(folder, tests, compiled, patience=PATIENCE):
    """Run tests in a copy until one fails; return the outcome."""
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider"]
    jit = {} if compiled else {"NUMBA_DISABLE_JIT": "1"}
    process = subprocess.Popen(
        [*command, "--hypothesis-seed=0", *tests],
        cwd=folder,
        env={**os.environ, **jit},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,  # whatever it has started is stopped, too
    )
    try:
        output = process.communicate(timeout=patience)[0]
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        return Outcome(None, process.communicate()[0])
    return Outcome(process.returncode, output)


def sound(folder, faults):
    """Tell whether the tests of some faults pass in a copy without any."""
    for compiled in (False, True):
        wanted = [fault.tests for fault in faults if fault.compiled is compiled]
        tests = sorted({test for tests in wanted for test in tests})
        outcome = run_tests(folder, tests, compiled, None) if tests else Outcome(0, "")
        if outcome.status != 0:
            print(outcome.output)
            return False
    return True


def survivors(faults, folders):
    """Make all faults, as many at a time as there are copies; return who survived."""
    free = queue.SimpleQueue()
    for folder in folders:
        free.put(folder)

    def tried(fault):
        folder, start = free.get(), time.perf_counter()
        try:
            with made(fault, folder):
                outcome = run_tests(folder, fault.tests, fault.compiled)
        finally:
            free.put(folder)
        return fault, outcome, time.perf_counter() - start

    left = []
    with ThreadPoolExecutor(len(folders)) as workers:
        for fault, outcome, seconds in workers.map(tried, faults):
            reason = f"  [{outcome.reason}]" if outcome.reason else ""
            print(f"{outcome.verdict:8} {seconds:5.1f} s  {fault}{reason}", flush=True)
            if outcome.verdict != "caught":
                left.append(fault)
    return left


def main(arguments=None):
    """Make the faults asked for; return 1 if one survived."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--only", default="", help="faults with these words only")
    parser.add_argument("--jobs", type=int, default=2, help="faults at a time")
    parser.add_argument("--list", action="store_true", help="show the faults, no more")
    asked = parser.parse_args(arguments)
    faults = [fault for fault in FAULTS if asked.only in str(fault)]
    if asked.list or not faults:
        print(*faults, f"{len(faults)} faults", sep="\n")
        return 0
    start = time.perf_counter()
    with tempfile.TemporaryDirectory(prefix="mutants-") as name:
        first, *others = [Path(name, str(number)) for number in range(asked.jobs)]
        copy_checkout(ROOT, first)
        if not sound(first, faults):
            print("The tests fail without any fault: mend that first.")
            return 1
        for other in others:  # with what the first had to compile
            copy_checkout(first, other)
        left = survivors(faults, [first, *others])
    seconds = time.perf_counter() - start
    print(f"{len(faults)} faults in {seconds:.0f} s, {len(left)} not caught")
    print(*left, sep="\n")
    return 1 if left else 0


if __name__ == "__main__":
    sys.exit(main())
