"""A text file that appears whole or not at all, such as a report."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from ..errors import GridrError
from ..message import either
from .destination import check_place
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


class TextFile:
    """The place of a text that is still to be made.

    Parameters
    ----------
    name : str
        Of the file.
    suffixes : sequence of str
        One of them ends it, in letters of any size.

    Raises
    ------
    GridrError
        If the file cannot be written there.
    """

    def __init__(self, name: str, suffixes: Sequence[str]) -> None:
        # the folder that the process stands in may be another one at the end
        self.path = Path(name).absolute()
        if self.path.suffix.lower() not in suffixes:
            raise GridrError(
                "The name of the output {name!r} must end in {suffixes}. Give it such "
                "a name.",
                name=name,
                suffixes=either(suffixes),
            )
        check_place(self.path)
        remove_leftovers(target_of(self.path))
        self._part = temporary(target_of(self.path), PART)
        check_writable(target_of(self.path), self._part)

    def write(self, text: str) -> None:
        """Write all of it, as UTF-8; an older file is replaced.

        Raises
        ------
        GridrError
            If it cannot be written; the older file is as it was before.
        """
        try:
            create_part(self.path, self._part)
            self._part.write_text(text, encoding="utf-8")
            take_access(self.path, self._part)
            replace_together({self.path: self._part})
        except OSError as error:
            raise GridrError(
                "The output {path!r} cannot be written ({reason}). Free some space on "
                "the disk, or choose another folder or name.",
                path=str(self.path),
                reason=error.strerror or str(error),
            ) from error
        finally:
            with suppress(OSError):
                self._part.unlink()
