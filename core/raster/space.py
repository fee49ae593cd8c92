"""Room on disks for what a run writes."""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence
from pathlib import Path

from ..errors import GridrError
from ..message import Message, joined
from .output import Output
from .replace import target_of

SMALLER = Message("Free some space, choose another folder, or compute a window.")
"""What to do where there is no room."""


def check_space(outputs: Sequence[Output]) -> None:
    """Refuse to start where a disk cannot take the outputs that lie on it.

    Raises
    ------
    GridrError
        With what they need.
    """
    sizes = [(output.path, output.bytes_on_disk()) for output in outputs]
    _check(sizes, Message("The outputs need"), SMALLER)


def check_space_of_parts(
    parts: Sequence[Output], lacking: float, whole: Sequence[Output]
) -> None:
    """Refuse to start where a disk cannot take parts and what is made of them.

    A file is copied from its parts, which are removed when it is whole.

    Parameters
    ----------
    parts : sequence of Output
        The outputs as all of their parts are written.
    lacking : float
        Share of the parts that is to be written, 0 to 1.
    whole : sequence of Output
        The outputs that become one file.

    Raises
    ------
    GridrError
        With what they need.
    """
    sizes = [(output.path, int(lacking * output.bytes_on_disk())) for output in parts]
    sizes += [(output.path, output.bytes_on_disk()) for output in whole]
    if not whole:
        _check(sizes, Message("The parts need"), SMALLER)
        return
    half = Message("An output that ends in .vrt stays in parts, and needs half.")
    both = Message("The parts, and the outputs that are copied from them, need")
    _check(sizes, both, joined([SMALLER, half]))


def _check(sizes: Sequence[tuple[Path, int]], what: Message, remedy: Message) -> None:
    """Refuse files of some sizes [bytes] where their disks have no room for them."""
    needed: dict[int, int] = {}
    for path, size in sizes:
        folder = target_of(path).absolute().parent
        disk = os.stat(folder).st_dev
        needed[disk] = needed.get(disk, 0) + size
        free = shutil.disk_usage(folder).free
        if free < needed[disk]:
            raise GridrError(
                "{what} about {needed:.0f} MiB, and only {free:.0f} MiB are free in "
                "{folder!r}. {remedy}",
                what=what,
                needed=needed[disk] / 2**20,
                free=free / 2**20,
                folder=str(folder),
                remedy=remedy,
            )
