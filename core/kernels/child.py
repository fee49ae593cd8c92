"""A process beside ours that compiles kernels into the folder where they are kept."""

from __future__ import annotations

import importlib
import json
import os
import sys
import threading
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..locks import alone_in
from ..machine import python
from . import cache
from .signatures import Signature, frozen

if TYPE_CHECKING:
    import subprocess

ROOT = Path(__file__).resolve().parents[2]
"""Folder of the package."""
ENTRIES = f"{__package__}.compiled.entries"
"""Module with the machine code; imported by its name, as it brings numba."""
START = """
import importlib.util, json, sys
order = json.loads(sys.stdin.readline())
sys.path[:] = order["path"]
name, root = order["package"], order["root"]
spec = importlib.util.spec_from_file_location(
    name, root + "/__init__.py", submodule_search_locations=[root])
sys.modules[name] = importlib.util.module_from_spec(spec)
spec.loader.exec_module(sys.modules[name])
importlib.import_module(name + ".core.kernels.child").main(order)
"""
"""Loads the package by the name it has here, for which kernels are kept."""

WAITED_FOR, LOWEST = 2, 19
"""How nice it is (Unix). At 19 it stood still beside a run that had all processors."""

Wanted = tuple[str, Signature]
"""A kernel, and the types of a call's arguments."""


def compile_kernels(
    wanted: Iterable[Wanted],
    waited_for: bool = True,
    goes_on: Callable[[int], bool] = lambda _: True,
    started: Callable[[subprocess.Popen[str]], None] = lambda _: None,
) -> bool:
    """Compile kernels in a process of its own; return whether all are kept now.

    It has a lower priority than this one, and ends when this does.

    Parameters
    ----------
    wanted : iterable
        What to compile; what is kept already takes no time.
    waited_for : bool
        Whether a run waits for them: else the lowest priority will do.
    goes_on : callable
        Is told how many are ready, one by one; False stops the process.
    started : callable
        Is told the process, which it may kill at any time.
    """
    program = python()
    if program is None or not cache.writable():
        return False
    order = {
        "path": sys.path,
        "package": __name__.rpartition(".core.")[0],
        "root": str(ROOT),
        "cache": str(cache.root().parent),
        "nice": WAITED_FOR if waited_for else LOWEST,
        "wanted": list(wanted),
    }
    # which takes 2 ms, and most runs compile nothing
    import subprocess

    flags = 0
    if sys.platform == "win32":
        flags = subprocess.CREATE_NO_WINDOW | subprocess.BELOW_NORMAL_PRIORITY_CLASS
    try:
        # this Python itself, and a program of ours
        process = subprocess.Popen(  # nosec B603
            [program, "-c", START],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=ROOT,
            text=True,
            creationflags=flags,
        )
        # leaving it writes once more what a process that has ended did not take
        with process:
            started(process)
            return _follow(process, order, goes_on)
    except OSError:  # it did not start, or was killed
        return False


def _follow(
    process: subprocess.Popen[str],
    order: dict[str, Any],
    goes_on: Callable[[int], bool],
) -> bool:
    """Give a process its order, and count what it has done."""
    if process.stdin is None or process.stdout is None:  # it was given both
        return False
    process.stdin.write(json.dumps(order) + "\n")
    process.stdin.flush()  # and stays open: when it ends, we have
    for count, _ in enumerate(process.stdout, 1):
        if not goes_on(count):
            process.kill()
    return process.wait() == 0


def main(order: dict[str, Any]) -> None:
    """Compile what is ordered; the process of `compile_kernels`."""
    threading.Thread(target=_end_with_parent, daemon=True).start()
    if hasattr(os, "nice"):
        os.nice(order["nice"])
    cache.use(order["cache"])
    entries = importlib.import_module(ENTRIES)
    if entries.CACHE is None:
        sys.exit(1)
    for name, signature in frozen(order["wanted"]):
        # whoever waits here finds that kernel kept
        with alone_in(entries.CACHE):
            entries.compile_one(name, signature)
        if not entries.load_kept(name, signature):
            sys.exit(1)
        print(name, flush=True)


def _end_with_parent() -> None:
    """End this process when nobody holds the other end of its input any more."""
    sys.stdin.read()
    os._exit(1)
