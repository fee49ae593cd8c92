"""The libraries that QGIS may lack: are they there, and how to install them."""

from __future__ import annotations

import importlib
import os
import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path

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

MACOS_PYTHON = "/Applications/QGIS.app/Contents/MacOS/bin/python3"

COMMANDS = ("debian", "fedora", "linux", "windows", "macos", "conda")
"""Kinds of system; on each users install libraries for QGIS in another way."""

PROJ_VARIABLES = ("PROJ_LIB", "PROJ_DATA", "GDAL_DATA")


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
    pinned, python = " ".join(_pinned_numpy(faults) + list(faults)), _python(system)
    if system == "debian":
        return Message(
            "In a terminal: `sudo apt install {packages}`.", packages=packages
        )
    if system == "fedora":
        return Message(
            "In a terminal: `sudo dnf install {packages}`.", packages=packages
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
            python=python,
            pinned=pinned,
        )
    if system == "conda":
        return Message("In QGIS's environment: {conda}.", conda=_conda(faults))
    return Message(
        "Install {packages} with your system's package manager, for the Python that "
        "QGIS uses ({python}).",
        packages=packages,
        python=python,
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
    with _own_proj_data():
        for name in REQUIRED:
            _import(name)


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
                hint=hint({name: Message("broken")}),
            )
        ) from error


def _fault(name: str, oldest: tuple[int, int]) -> str:
    if find_spec(name) is None:
        return Message("missing")
    found = tuple(int(part) for part in re.findall(r"\d+", _version(name))[:2])
    # Packagers may leave out the metadata: then we cannot know, and try.
    if found and found < oldest:
        return Message("found {version}", version=_version(name))
    return ""


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return ""


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
    version = "" if "numpy" in faults else _version("numpy")
    return [f'"numpy=={version}"'] if version else []


def _python(system: str) -> str:
    if system != "macos":
        return f"{sys.version_info.major}.{sys.version_info.minor}"
    beside = Path(sys.executable or "").parent / "bin" / "python3"
    return str(beside) if beside.exists() else MACOS_PYTHON


def _system() -> str:
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


@contextmanager
def _own_proj_data() -> Iterator[None]:
    # QGIS's installers for Windows and macOS point these at QGIS's own database,
    # which the PROJ inside a rasterio wheel is too new to read.
    names = PROJ_VARIABLES if _is_wheel("rasterio") else ()
    kept = {name: os.environ.pop(name) for name in names if name in os.environ}
    try:
        yield
    finally:
        os.environ.update(kept)


def _is_wheel(name: str) -> bool:
    spec = find_spec(name)
    folders = (spec and spec.submodule_search_locations) or ()
    return any((Path(folder) / "proj_data").is_dir() for folder in folders)
