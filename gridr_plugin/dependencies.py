"""The libraries that QGIS may lack: are they there, and how to install them."""

from __future__ import annotations

import importlib
import os
import re
import sys
import threading
from collections.abc import Iterable
from contextlib import suppress
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path

from ..core.machine import python
from ..core.message import Message, joined, listed

REQUIRED = {
    "numpy": (1, 23),
    "rasterio": (1, 3),
    "shapely": (1, 8),
    "pyproj": (3, 4),
}
"""Library -> oldest version that will do."""

FASTER = {"numba": (0, 56)}
"""The same of what makes runs faster, and is not needed."""

CLUSTER = {"distributed": (2022, 12)}
"""The same of what runs on a cluster need besides."""

UNKNOWN = Message("(unknown version)")
BROKEN = "broken"
"""What is wrong with a library that is there and cannot be imported."""
MACOS_PYTHON = "/Applications/QGIS.app/Contents/MacOS/python"
"""Python of QGIS's own builds, from 3.44 on."""

COMMANDS = ("debian", "fedora", "linux", "windows", "macos", "conda", "flatpak")
"""Kinds of system; on each users install libraries for QGIS in another way."""

OSGEO4W = {*REQUIRED, *FASTER}
"""What the installer of OSGeo4W has, too."""
BUNDLED = ("windows", "macos", "flatpak")
"""Systems where QGIS brings a numpy that its other parts were built for."""
NEWER_QGIS = Message(
    "QGIS brings its own numpy, which its other parts need as it is: install a newer "
    "version of QGIS."
)

DATA_VARIABLES = {"PROJ_LIB", "PROJ_DATA", "GDAL_DATA"}

_contexts: dict[int, object] = {}
"""Thread -> the manager of the context that pyproj has for it."""


def missing() -> str:
    """Return which libraries are missing or too old and what to do; "" if none.

    Imports none of them, so that the toolbox may ask at any time.
    """
    faults, needs = _faults(REQUIRED)
    if not faults:
        return ""
    return Message("GridR needs {needs}. {hint}", needs=needs, hint=hint(faults))


def advice() -> str:
    """Return what would make runs faster and how to install it; "" if all is there."""
    faults, needs = _faults(FASTER)
    if not faults:
        return ""
    return Message(
        "Long runs are several times faster with {needs}; without, NumPy computes, "
        "with the same results. {hint}",
        needs=needs,
        hint=hint(faults),
    )


def cluster_advice() -> str:
    """Return what runs on a cluster lack and how to install it; "" if all is there."""
    faults, needs = _faults(CLUSTER)
    if not faults:
        return ""
    return Message(
        "A scheduler is given, and for a cluster GridR needs {needs}, in the version "
        "that the cluster has. {hint} Or give no scheduler (SCHEDULER).",
        needs=needs,
        hint=hint(faults),
    )


def _faults(libraries: dict[str, tuple[int, int]]) -> tuple[dict[str, str], str]:
    """Return what is wrong with which libraries, and which versions would do."""
    faults = {
        name: fault
        for name, oldest in libraries.items()
        if (fault := _fault(name, oldest))
    }
    needs = [
        Message(
            "{name} {oldest} or newer ({fault})",
            name=name,
            oldest=_text(libraries[name]),
            fault=fault,
        )
        for name, fault in faults.items()
    ]
    return faults, listed(needs) if needs else ""


def versions() -> dict[str, str]:
    """Return the version and the folder of each library, in words; imports none."""
    return {name: _where(name) for name in [*REQUIRED, *FASTER, "llvmlite", *CLUSTER]}


def hint(faults: dict[str, str], system: str | None = None) -> str:
    """Return how to install the libraries that `faults` names on this system.

    Parameters
    ----------
    faults : dict
        Library -> what is wrong with it.
    system : str, optional
        A key of `COMMANDS`; by default that of the running system.
    """
    system = system or _system()
    if system in BUNDLED and faults.get("numpy", "missing") != "missing":
        return NEWER_QGIS
    command = _command(faults, system)
    if system in ("debian", "fedora", "linux") and set(faults.values()) != {"missing"}:
        newer = Message(
            "If that offers no newer version, use a newer release of your system, or "
            "QGIS from conda-forge: {conda}.",
            conda=_conda(["qgis", *REQUIRED, *FASTER]),
        )
        command = joined([command, newer])
    return Message("{command} Then restart QGIS.", command=command)


def _command(faults: dict[str, str], system: str) -> Message:
    """Return how users of a kind of system install libraries for QGIS."""
    packages = " ".join(f"python3-{name}" for name in faults)
    pinned = " ".join(_pinned_numpy(faults) + list(faults))
    is_broken = BROKEN in faults.values()
    if is_broken:
        # pip leaves what is there as it is, and must not touch numpy
        pinned = " ".join(["--force-reinstall --no-deps", *faults])
    if system == "debian":
        options = "--reinstall " if is_broken else ""
        return Message(
            "In a terminal: `sudo apt install {packages}`.", packages=options + packages
        )
    if system == "fedora":
        return Message(
            "In a terminal: `sudo dnf install {packages}`.", packages=packages
        )
    if system == "windows" and set(faults) <= OSGEO4W:
        return Message(
            "If QGIS is from the OSGeo4W installer: choose {packages} there. If it is "
            "from a standalone installer: in the OSGeo4W Shell from the start menu, "
            "opened as administrator: `python -m pip install {pinned}`.",
            packages=packages,
            pinned=pinned,
        )
    if system == "windows":
        return Message(
            "In the OSGeo4W Shell from the start menu, opened as administrator: "
            "`python -m pip install {pinned}`.",
            pinned=pinned,
        )
    if system == "macos":
        return Message(
            "In the Terminal app: `{python} -m pip install {pinned}`.",
            python=_python(system),
            pinned=pinned,
        )
    if system == "flatpak":
        return Message(
            "In a terminal: `flatpak run --devel --command=pip3 {application} install "
            "--user {pinned}`.",
            application=os.environ.get("FLATPAK_ID", "org.qgis.qgis"),
            pinned=pinned,
        )
    if system == "conda":
        return Message("In QGIS's environment: {conda}.", conda=_conda(faults))
    return Message(
        "Install {packages} with your system's package manager, for the Python that "
        "QGIS uses ({python}).",
        packages=packages,
        python=_python(system),
    )


def _conda(names: Iterable[str]) -> str:
    """Return the command of conda that installs packages."""
    return f"`conda install -c conda-forge {' '.join(names)}`"


def load() -> None:
    """Import all libraries.

    Raises
    ------
    ImportError
        One is missing, too old or broken; the message says what to do.
    """
    sentence = missing()
    if sentence:
        raise ImportError(sentence)
    for name in REQUIRED:
        _import(name)
    _keep_own_data()
    _keep_context()


def _import(name: str) -> None:
    try:
        importlib.import_module(name)
    # A library built for another numpy or Python fails with almost any type:
    # ImportError, SystemError, ValueError, AttributeError, OSError ...
    except Exception as error:
        raise ImportError(
            Message(
                "{name} {version} is installed but cannot be loaded: {reason}. "
                "Perhaps it was built for another numpy than {numpy}; install it "
                "again. {hint}",
                name=name,
                version=_version(name),
                reason=str(error),
                numpy=_version("numpy"),
                hint=hint({name: BROKEN}),
            )
        ) from error


def _fault(name: str, oldest: tuple[int, int]) -> str:
    if find_spec(name) is None:
        return Message("missing")
    found = tuple(int(part) for part in re.findall(r"\d+", _version(name))[:2])
    # what is not known may be new enough
    if found and found < oldest:
        return Message("found {version}", version=_version(name))
    return ""


def _version(name: str) -> str:
    """Return the version that a library gives itself, or UNKNOWN.

    Packagers may leave out the metadata, or build from a source that does not know
    its version: "0+unknown", as Debian's shapely 2.2, or "0.0.0".
    """
    try:
        version = metadata.version(name)
    except metadata.PackageNotFoundError:
        return UNKNOWN
    return version if re.search("[1-9]", version.partition("+")[0]) else UNKNOWN


def _where(name: str) -> str:
    spec = find_spec(name)
    if spec is None:
        return Message("missing")
    folder = str(Path(spec.origin or name).parent.parent)
    return Message("{version} in {folder}", version=_version(name), folder=folder)


def _text(version: tuple[int, int]) -> str:
    return ".".join(map(str, version))


def _pinned_numpy(faults: dict[str, str]) -> list[str]:
    # Without this pip may bring a numpy that QGIS's other libraries do not know.
    version = UNKNOWN if "numpy" in faults else _version("numpy")
    return [] if version == UNKNOWN else [f'"numpy=={version}"']


def _python(system: str) -> str:
    if system != "macos":
        return f"{sys.version_info.major}.{sys.version_info.minor}"
    program = python() or MACOS_PYTHON
    return f'"{program}"' if " " in program else program


def _system() -> str:
    if "FLATPAK_ID" in os.environ:
        return "flatpak"
    if (Path(sys.prefix) / "conda-meta").is_dir():
        return "conda"
    if sys.platform in ("win32", "darwin"):
        return {"win32": "windows", "darwin": "macos"}[sys.platform]
    return _distribution(Path("/etc/os-release"))


def _distribution(release: Path) -> str:
    text = release.read_text(encoding="utf-8") if release.exists() else ""
    family = set(re.findall(r"[a-z]+", " ".join(re.findall(r"(?m)^ID.*", text))))
    if family & {"debian", "ubuntu"}:
        return "debian"
    return "fedora" if family & {"fedora", "rhel", "centos"} else "linux"


class _OwnData:
    """The module `os` as a rasterio that brings PROJ's data is to see it."""

    def __getattr__(self, name: str) -> object:
        """Return what `os` has."""
        return getattr(os, name)

    @property
    def environ(self) -> dict[str, str]:
        """Return the variables that lead to no data."""
        return {k: v for k, v in os.environ.items() if k not in DATA_VARIABLES}


def _keep_own_data() -> None:
    """Let a rasterio wheel use the data of PROJ and GDAL that it brings.

    QGIS's installers for Windows and macOS have variables that lead to QGIS's own
    database, which the PROJ inside a wheel may be too new to read. A wheel looks at
    them each time that it is used, and QGIS goes on to need them: so the wheel alone
    does not see them.
    """
    if _is_wheel("rasterio"):
        with suppress(ImportError):  # where a later one looks elsewhere
            importlib.import_module("rasterio._env").os = _OwnData()


def _keep_context() -> None:
    """Keep pyproj's context of this thread, which QGIS uses for many runs.

    QGIS's threads get a new state of Python for each run, and lose it with its end.
    pyproj 3.7 frees its context with that state, yet takes the freed one for the next
    run of the thread: QGIS dies (pyproj's issues 1509 and 1622). A system's ellipsoid
    knows the manager of the context, where one was made in this state.
    """
    manager = None
    with suppress(RuntimeError):  # without PROJ's database; who needs it will tell
        ellipsoid = importlib.import_module("pyproj").CRS("EPSG:4326").ellipsoid
        manager = getattr(ellipsoid, "_context_manager", None)
    if manager is not None:
        _contexts[threading.get_ident()] = manager


def _is_wheel(name: str) -> bool:
    spec = find_spec(name)
    folders = (spec and spec.submodule_search_locations) or ()
    return any((Path(folder) / "proj_data").is_dir() for folder in folders)
