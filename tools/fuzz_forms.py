"""Random jobs through the forms in QGIS, many with wrong values, judged by the model.

    python tools/fuzz_forms.py --jobs 1000 [--seed N] [--index N]

As `fuzz.py`, with the parameters of the forms: a job ends in the model's pixels, or in
a `QgsProcessingException` that is a sentence of ours or QGIS's own check of parameters,
of which nothing is left on the disk. Run it with QGIS's Python.
"""

import os
import re
import sys
import tempfile
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from functools import wraps
from pathlib import Path
from unittest.mock import patch

import numpy as np
import random_runs
from form_jobs import FORMS, without_int8
from form_values import Wardrobe
from gridr_qgis.algorithms.base import GridrAlgorithm
from gridr_qgis.algorithms.buildmask import BuildMask
from gridr_qgis.algorithms.gridresampling import GridResampling
from gridr_qgis.core.kernels import cache
from helpers.reference.random_jobs import random_job
from in_qgis import PROVIDER, provider
from qgis.core import (
    QgsApplication,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingUtils,
    QgsProject,
)
from random_runs import judged, listed, read

HOOKS = ("checkParameterValues", "prepareAlgorithm", "processAlgorithm")
"""Methods of a form that QGIS calls, and whose errors it turns into its own."""
OF_QGIS = re.compile(
    r"Incorrect parameter value for |Could not load source layer for |"
    r"Could not create destination layer for |Value for .* is missing"
)
"""What QGIS itself says of parameters."""
AROUND = re.compile(
    "^Unable to execute algorithm\n|There were errors executing the algorithm.|"
    "Error encountered while running [^:]*(: |$)"
)
"""What it says before and behind a sentence of ours."""
PASSING = ("-wal", "-shm", ".aux.xml")
"""Ends of names of files that QGIS writes beside what it opens."""


class Heard(QgsProcessingFeedback):
    """Keeps what an algorithm says."""

    def __init__(self):
        super().__init__(False)
        self.lines, self.errors = [], []

    def pushInfo(self, info):  # noqa: N802 - QGIS's name
        """Take a line."""
        self.lines.append(info)

    def pushWarning(self, warning):  # noqa: N802
        """Take a warning."""
        self.lines.append(warning)

    def reportError(self, error, fatalError=False):  # noqa: ARG002, N802, N803
        """Take an error."""
        self.errors.append(error)


@dataclass
class Witness:
    """What happens behind the forms, where QGIS does not show it."""

    asked: list = field(default_factory=list)
    """What the engine was asked for."""
    raised: list = field(default_factory=list)
    """Errors that are no sentences."""

    @contextmanager
    def watching(self):
        """See what the forms ask for and raise; the cache of kernels stays."""
        with ExitStack() as stack:
            for name in HOOKS:
                hook = self._listening(getattr(GridrAlgorithm, name))
                stack.enter_context(patch.object(GridrAlgorithm, name, hook))
            for form in (GridResampling, BuildMask):
                compute = self._asking(form.compute)
                stack.enter_context(patch.object(form, "compute", compute))
            stack.enter_context(patch.object(cache, "clear", lambda: None))
            stack.enter_context(patch.object(sys, "excepthook", self._uncaught))
            yield

    def _listening(self, hook):
        @wraps(hook)
        def listening(*arguments):
            try:
                return hook(*arguments)
            except QgsProcessingException:
                raise
            except BaseException as error:
                self._uncaught(type(error), error, None)
                raise

        return listening

    def _asking(self, compute):
        @wraps(compute)
        def asking(form, arguments, feedback):
            self.asked.append(arguments)
            return compute(form, arguments, feedback)

        return asking

    def _uncaught(self, kind, error, _trace):
        self.raised.append(f"raised {kind.__name__}: {error}")


def dressed(job, wardrobe, rng):
    """Return some parameters of a job in other clothes or wrong, and which are wrong.

    Up to three, also such as were not given.
    """
    kinds = kinds_of(job.form)
    changes, odd = {}, set()
    for _ in range(int(rng.choice([0, 1, 1, 2, 3]))):
        name = list(kinds)[rng.integers(len(kinds))]
        if name in job.given and rng.random() < 0.7:
            changes[name] = wardrobe.disguised(kinds[name], job.given[name])
            odd.discard(name)
        else:
            changes[name] = wardrobe.odd(kinds[name])
            odd.add(name)
    return changes, odd


def kinds_of(form):
    """Return the type of each parameter of a form, by name."""
    registry = QgsApplication.processingRegistry()
    algorithm = registry.algorithmById(f"{PROVIDER}:{form}")
    return {d.name(): d.type() for d in algorithm.parameterDefinitions()}


def outcome_of(job, given, folder, checked):
    """Return what a job makes: (asked, (data, mask)), a refusal, or what went wrong."""
    before, heard, witness = contents(folder), Heard(), Witness()
    here = Path.cwd()
    os.chdir(folder / "here")
    try:
        with witness.watching():
            results = started(f"{PROVIDER}:{job.form}", given, heard, checked)
        failure, made = None, (job.found or pixels)(results)
    except QgsProcessingException as error:
        failure, made = (
            QgsProcessingException("\n".join([*heard.errors, str(error)])),
            None,
        )
    finally:
        os.chdir(here)
        left = tidied(folder, before)
    raw = [line for line in heard.lines + heard.errors if "Traceback" in line]
    if witness.raised or raw:
        return "; ".join([*witness.raised, *raw])
    if failure is None:
        return witness.asked[-1] if witness.asked else None, made
    if job.is_model:  # whose earlier steps are done
        left = [name for name in left if name.startswith(".")]
    if "The layer " in str(failure):  # which is written last; others are whole
        left = [name for name in left if not name.endswith(".tif")]
    if left:
        return f"left {left} after: {failure}"
    return failure if is_sentence(str(failure)) else f"says only: {failure}"


def started(name, given, heard, checked):
    """Return the results of a form, run as scripts do, or as a model does."""
    if checked:
        import processing

        return processing.run(name, given, feedback=heard)
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(name)
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    results, ok = algorithm.run(given, context, heard)
    if not ok:
        raise QgsProcessingException("\n".join(heard.errors))
    return results


def is_sentence(text):
    """Tell whether a refusal is a sentence for users."""
    text = AROUND.sub("", text).strip()
    return bool(text) and (text.endswith(".") or bool(OF_QGIS.search(text)))


def pixels(results):
    """Return the output and the mask among results; None where there is none."""
    return tuple(
        read(results[name], band) if isinstance(results.get(name), str) else None
        for name, band in (("OUTPUT", None), ("OUTPUT_MASK", 1))
    )


def contents(folder):
    """Return the bytes of all files of a job, by their paths."""
    temporary = Path(QgsProcessingUtils.tempFolder())
    return {
        path: path.read_bytes()
        for root in (folder, temporary)
        for path in root.rglob("*")
        if path.is_file() and not path.name.endswith(PASSING)
    }


def tidied(folder, before):
    """Return the files that are new or changed, and restore what was before."""
    now = contents(folder)
    found = {path for path in now.keys() | before if now.get(path) != before.get(path)}
    for path in found:
        if path in before:
            path.write_bytes(before[path])
        else:
            path.unlink()
    return sorted(path.name for path in found)


def examine(seed, index, folder, forms=FORMS):
    """Run a job; return what became of it, and what is wrong with that, or ""."""
    for name in ("in", "out", "here"):
        (folder / name).mkdir()
    rng = np.random.default_rng([seed, index, 3])
    make = rng.choice(list(forms), p=list(forms.values()))
    job = make(without_int8(random_job(seed, index)), folder, rng)
    wardrobe, kinds = Wardrobe(folder, rng), kinds_of(job.form)
    plain = {n: wardrobe.plain(kinds[n], value) for n, value in job.given.items()}
    changes, odd = dressed(job, wardrobe, rng)
    checked = rng.random() < 0.85

    def run():
        outcome = outcome_of(job, {**plain, **changes}, folder, checked)
        if odd or job.is_model or not isinstance(outcome, QgsProcessingException):
            return outcome
        if isinstance(outcome_of(job, plain, folder, checked), QgsProcessingException):
            return outcome
        return f"refused in other clothes only: {outcome}"

    told = f"{job.form}: {listed(changes)}"
    try:
        return judged(run, told, lambda made: job.judge(made[0], odd, made[1]))
    finally:
        QgsProject.instance().clear()


def main(examine, description):
    """Start QGIS and run the jobs asked for; leave with 1 if any failed."""
    with tempfile.TemporaryDirectory() as profile:
        os.environ["QGIS_CUSTOM_CONFIG_PATH"] = profile
        with provider("en"):
            code = random_runs.main(examine, 1000, description)
            # QGIS 3.22 crashes at its end after many layers and projects
            os._exit(code)


if __name__ == "__main__":
    main(examine, __doc__.partition("\n")[0])
