"""Where figures come from: machine, versions, day."""

from __future__ import annotations

import datetime
import os
import platform
import re
import shutil
import subprocess
from importlib.metadata import version
from pathlib import Path

import rasterio

from . import ROOT
from .contenders import OTB

PACKAGES = (
    "gridr",
    "opencv-python-headless",
    "scipy",
    "numpy",
    "numba",
    "rasterio",
    "shapely",
    "pyproj",
)


def environment() -> dict:
    """Return what a reader must know of the machine."""
    pages = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    return {
        "day": datetime.date.today().isoformat(),
        "processor": processor(),
        "processors": len(os.sched_getaffinity(0)),
        "memory": f"{pages / 2**30:.0f} GiB",
        "system": platform.freedesktop_os_release()["PRETTY_NAME"],
        "commit": output("git", "-C", str(ROOT), "describe", "--always", "--dirty"),
        "versions": {
            "Python": platform.python_version(),
            **{name: version(name) for name in PACKAGES},
            "GDAL": rasterio.__gdal_version__,
            "OTB": otb_version(),
        },
    }


def processor() -> str:
    """Return the processor's name as Linux knows it."""
    text = Path("/proc/cpuinfo").read_text()
    found = re.search(r"^model name\s*: (.+)$", text, re.MULTILINE)
    return found[1] if found else platform.machine()


def otb_version() -> str:
    """Return OTB's version, or that there is none."""
    if shutil.which(OTB) is None:
        return "not installed"
    return re.search(r"version ([\d.]+)", output(OTB, "-help"))[1]


def output(*command: str) -> str:
    """Return what a command prints."""
    done = subprocess.run(command, capture_output=True, text=True)
    return (done.stdout + done.stderr).strip()
