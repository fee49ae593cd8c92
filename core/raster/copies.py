"""Copies of rasters, which appear together, whole or not at all."""

from __future__ import annotations

import itertools
import shutil
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from ..errors import GridrError
from .destination import are_one, check_inputs, check_rasters
from .replace import (
    PART,
    check_writable,
    create_part,
    remove_leftovers,
    replace_together,
    take_access,
    target_of,
    temporary,
)


def copy_rasters(copies: Sequence[tuple[str, str]]) -> None:
    """Copy GeoTIFFs, byte for byte; older files of these names are replaced.

    Parameters
    ----------
    copies : sequence of (str, str)
        Name of a copy, and the file that it is a copy of.

    Raises
    ------
    GridrError
        If one cannot be written; all is as it was before.
    """
    places = [Path(name).absolute() for name, _ in copies]
    for one, other in itertools.combinations(places, 2):
        if are_one(one, other):
            raise GridrError(
                "Two results are to be {name!r}. Give each a name of its own.",
                name=str(one),
            )
    check_rasters(places)
    files = dict(zip(places, (file for _, file in copies)))
    check_inputs(places, files.values())
    parts = {path: temporary(target_of(path), PART) for path in places}
    for path, part in parts.items():
        remove_leftovers(target_of(path))
        check_writable(target_of(path), part)
    try:
        for path, part in parts.items():
            create_part(path, part)
            shutil.copyfile(files[path], part)
            take_access(path, part)
        replace_together(parts)
    except OSError as error:
        raise GridrError(
            "The outputs cannot be written ({why}). Free some space on the disk, or "
            "choose another folder or name.",
            why=error.strerror or str(error),
        ) from error
    finally:
        for part in parts.values():
            with suppress(OSError):
                part.unlink()
