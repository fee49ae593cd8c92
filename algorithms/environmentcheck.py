"""The form of the environment check: what is here, and whether the engine works."""

from __future__ import annotations

import math
import os
import platform
from collections.abc import Iterator
from pathlib import Path

from qgis.core import (
    Qgis,
    QgsProcessingOutputBoolean,
    QgsProcessingOutputDefinition,
    QgsProcessingOutputString,
    QgsProcessingParameterDefinition,
)
from qgis.PyQt.QtCore import QT_VERSION_STR

from ..core import machine
from ..core.feedback import Feedback
from ..core.kernels import cache as kernel_cache
from ..core.kernels import tiers
from ..core.kernels.tiers import Tier
from ..core.message import Message
from .base import GridrAlgorithm
from .parameters import names, output
from .parameters.kinds import flag
from .parameters.values import Values
from .results import html
from .texts import tag_list, tr, version

VARIABLES = ("GDAL_DATA", "PROJ_LIB", "PROJ_DATA", "NUMBA_", "GRIDR_", "PYTHONPATH")
"""Beginnings of variables of the environment that often explain a fault."""


class Findings:
    """Lines for a bug report, in English; the log shows them in QGIS's language.

    Parameters
    ----------
    feedback : Feedback
        The log, which tells faults in any case.
    logged : bool
        Whether it tells all the lines: QGIS writes results that are texts there, too.
    """

    def __init__(self, feedback: Feedback, logged: bool) -> None:
        self.lines: list[str] = []
        self.faults: list[str] = []
        self._feedback, self._logged = feedback, logged

    @property
    def passed(self) -> bool:
        """Return whether there is no fault."""
        return not self.faults

    def say(self, line: Message) -> None:
        """Add a fact."""
        self.lines.append(line)
        if self._logged:
            self._feedback.info(line)

    def fail(self, line: Message) -> None:
        """Add a fault."""
        self.faults.append(line)
        self.lines.append(line)
        self._feedback.warning(line)


class EnvironmentCheck(GridrAlgorithm):
    """Nothing -> versions, machine, cache and self-test, as text."""

    NEEDS_LIBRARIES = False

    def displayName(self) -> str:
        return tr("Check environment")

    def shortDescription(self) -> str:
        return tr("Tells versions, memory and cache, and tests every interpolation.")

    def about(self) -> str:
        return "".join(self._about())

    def _about(self) -> Iterator[str]:
        yield tr(
            "<p>Tells what GridR finds here: versions of QGIS, Python and all "
            "libraries, memory and processors, and the folder of compiled kernels. "
            "Then it tests every interpolation on a small raster with known values, "
            "in memory and on files.</p>"
        )
        yield tr(
            "<p>The text is made to be pasted into a bug report. It runs, too, where "
            "libraries are missing, and says how to install them.</p>"
        )
        yield tr("<h3>Compiled kernels</h3>")
        yield tr(
            "<p>Runs begin at once: NumPy computes, with the same results as the "
            "faster compiled kernels, which take over when they are loaded. The first "
            "long run of an interpolation with a type of data has them compiled "
            "beside it, some 10 to 20 seconds; they are kept on disk for later. "
            "<i>Compile now</i> does that for every interpolation and the usual types "
            "of data, which takes some minutes and can be cancelled: what is compiled "
            "by then stays. If results look wrong after an update of the system, "
            "clear that cache once. Its folder, and who computes, are set in the "
            "Processing options, under <i>Providers</i>.</p>"
        )
        yield tr("<h3>Limits</h3>")
        yield tr(
            "<p>The test takes about two seconds. Compiled kernels are tested where "
            "they are compiled.</p>"
        )

    def group(self) -> str:
        return tr("Tools")

    def groupId(self) -> str:
        return "tools"

    def tags(self) -> list[str]:
        return tag_list(
            tr(
                "environment,check,version,library,dependency,numba,rasterio,install,"
                "bug,report,test,diagnose,cache,clear,kernel,compile,GridR"
            )
        )

    def definitions(self) -> Iterator[QgsProcessingParameterDefinition]:
        yield flag(
            names.CLEAR_CACHE,
            tr("Clear the cache of compiled kernels first"),
            tr(
                "Removes all kernels that are kept on disk; what the next runs need "
                "is compiled anew, once."
            ),
        )

        yield flag(
            names.COMPILE,
            tr("Compile now what most runs use"),
            tr(
                "Every interpolation for 8-bit and 16-bit integers and 32-bit floats, "
                "as far as it is not compiled yet."
            ),
        )

        yield output.report(
            names.OUTPUT_HTML,
            tr("Report on the environment"),
            tr(
                "HTML page with the text, whose lines are in the log, too. Without it "
                "the text is a result."
            ),
            optional=True,
            by_default=True,
        )

    def results(self) -> Iterator[QgsProcessingOutputDefinition]:
        yield QgsProcessingOutputString(names.TEXT, tr("Text for a bug report"))
        yield QgsProcessingOutputBoolean(names.PASSED, tr("Whether all is well"))

    def arguments(self, values: Values) -> Values:
        return values

    def compute(self, arguments: Values, feedback: Feedback) -> Values:
        page = arguments.get(names.OUTPUT_HTML)
        findings = Findings(feedback, logged=page is not None)
        fault = self._load_libraries()
        _say_versions(findings, self.provider().versions())
        _say_machine(findings)
        _say_cache(findings, arguments[names.CLEAR_CACHE])
        if fault:
            findings.fail(Message("Libraries: FAILED. {fault}", fault=fault))
        else:
            _say_engine(findings, arguments)
            _say_kernels(findings, self.provider().advice())
            if arguments[names.COMPILE]:
                _compile(findings, feedback)
            _say_self_test(findings, feedback)
        end = Message("All is well.")
        if not findings.passed:
            end = Message("Not all is well: see FAILED.")
        findings.say(end)
        told: Values = {names.PASSED: findings.passed}
        text = "\n".join(findings.lines)
        if page is None:
            return {**told, names.TEXT: text}
        Path(page).write_text(_page(findings, text), encoding="utf-8")
        return {**told, names.OUTPUT_HTML: page}

    def _load_libraries(self) -> str:
        """Return why the libraries cannot be loaded, "" if they are."""
        try:
            self.provider().load_libraries()
        except ImportError as error:
            return error.args[0]
        return ""


def _page(findings: Findings, text: str) -> str:
    """Return the report as HTML: what it comes to, and the text to copy."""
    verdict = html.verdict(findings.faults or [findings.lines[-1]], findings.passed)
    return html.page("GridR for QGIS", [verdict, html.preformatted(text)], "en")


def _say_versions(findings: Findings, libraries: dict[str, str]) -> None:
    from osgeo import gdal

    findings.say(Message("GridR for QGIS {version}", version=version()))
    findings.say(
        Message("QGIS {qgis} with Qt {qt}", qgis=Qgis.QGIS_VERSION, qt=QT_VERSION_STR)
    )
    findings.say(
        Message("GDAL of QGIS {version}", version=gdal.VersionInfo("RELEASE_NAME"))
    )
    findings.say(
        Message(
            "Python {version} on {system}",
            version=platform.python_version(),
            system=platform.platform(),
        )
    )
    for name, where in libraries.items():
        findings.say(Message("{name} {where}", name=name, where=where))
    for name, value in sorted(os.environ.items()):
        if name.startswith(VARIABLES):
            findings.say(Message("{name}={value}", name=name, value=value))


def _say_machine(findings: Findings) -> None:
    memory = machine.memory()
    size = Message("unknown memory")
    if memory is not None:
        size = Message("{memory} MiB of memory", memory=memory)
    findings.say(
        Message(
            "Machine: {count} processor(s), {size}",
            count=machine.default_threads(),
            size=size,
        )
    )


def _say_cache(findings: Findings, clear: bool) -> None:
    if clear:
        kernel_cache.clear()
        findings.say(Message("Cache of compiled kernels: cleared"))
    if kernel_cache.writable():
        size = kernel_cache.size() / 2**20
        findings.say(
            Message(
                "Compiled kernels: {size:.1f} MiB in {folder}",
                size=size,
                folder=str(kernel_cache.root()),
            )
        )
        return
    findings.fail(
        Message(
            "Compiled kernels: FAILED. They cannot be kept, so that NumPy computes, "
            "which is slower: the cache folder cannot be written, or its disk is "
            "full. Choose another folder in the Processing options, under Providers, "
            "GridR."
        )
    )


def _say_engine(findings: Findings, values: Values) -> None:
    import rasterio

    gdal = rasterio.__gdal_version__
    findings.say(Message("GDAL of rasterio {version}", version=gdal))
    threads = values.get(names.THREADS, machine.default_threads())
    limit = values.get(names.MEMORY, machine.default_memory_limit())
    findings.say(
        Message(
            "Defaults of a run: {threads} thread(s), {limit} MiB",
            threads=threads,
            limit=limit,
        )
    )


def _say_kernels(findings: Findings, advice: str) -> None:
    who = {
        Tier.AUTO: Message("NumPy, and numba when its compiled kernels are loaded"),
        Tier.NUMPY: Message("NumPy only, as chosen"),
        Tier.NUMBA: Message("numba only, as chosen: runs wait until it has compiled"),
    }
    findings.say(Message("Kernels: {who}", who=advice or who[tiers.asked()]))


def _compile(findings: Findings, feedback: Feedback) -> None:
    from ..core.selftest import compile_all

    if not tiers.has_numba():
        findings.say(Message("Compile now: nothing to do without numba"))
    elif compile_all(feedback):
        findings.say(Message("Compile now: done"))
    else:
        findings.fail(
            Message(
                "Compile now: FAILED. The process that compiles did not come to its "
                "end, or could not be started. NumPy computes meanwhile; runs are "
                "slower."
            )
        )


def _say_self_test(findings: Findings, feedback: Feedback) -> None:
    from ..core.selftest import self_test

    for name, fault, seconds in self_test(feedback):
        if fault:
            findings.fail(
                Message("Test of {name}: FAILED. {fault}", name=name, fault=fault)
            )
        elif math.isnan(seconds):
            findings.say(Message("Test of {name}: not compiled yet", name=name))
        else:
            findings.say(
                Message(
                    "Test of {name}: passed ({seconds:.1f} s)",
                    name=name,
                    seconds=seconds,
                )
            )
