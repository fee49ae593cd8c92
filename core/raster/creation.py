"""GeoTIFF creation options: how an output is cut into blocks, packed and stored."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import PurePath
from typing import Any

import numpy as np
from rasterio.io import MemoryFile
from rasterio.windows import Window

from ..errors import GridrError
from ..feedback import Note
from ..message import Message, joined
from ..window import Shape

BLOCK = 256
"""Rows and columns of an output's blocks, GDAL's default for tiles."""
MOST_BLOCKS = 2**20
"""Blocks of a file that is tried at its true size: their directory takes 16 MiB."""
UNWRITTEN = Message("pixels of this type and size cannot be written with them")
YES = ("YES", "TRUE", "ON", "1")
NO = ("NO", "FALSE", "OFF", "0")
REFUSED = {
    "NBITS": Message(
        "It would cut values to fewer bits. Choose the output's data type"
    ),
    "PIXELTYPE": Message(
        "It would change the type of values. Choose the output's data type"
    ),
    "TFW": Message(
        "It writes a second file, and outputs appear together or not at all. Make it "
        "from the output with gdal:translate"
    ),
    "STREAMABLE_OUTPUT": Message(
        "Blocks are not written in its order. Convert the output with gdal:translate"
    ),
    "APPEND_SUBDATASET": Message(
        "Each output is a file of its own. Choose another name for it"
    ),
}
"""Option of GDAL's that no output can have -> why, and what to do instead."""


def creation_options(
    asked: dict[str, str],
    shape: Shape,
    strip_rows: int,
    threads: int,
) -> tuple[dict[str, str], tuple[Note, ...]]:
    """Return the creation options of a data file: those asked for, the rest chosen.

    A block height that does not divide that of strips is left out: such blocks would
    be compressed anew for each strip they lie in, and the file grow each time.

    Parameters
    ----------
    asked : dict
        Names in any case -> values.
    shape : (int, int)
        Rows and columns of the file.
    strip_rows : int
        Rows that are written together.
    threads : int
        Threads that compress, unless NUM_THREADS is asked for.

    Returns
    -------
    options : dict
        Names in upper case -> values.
    notes : tuple of Note
        What is left out.

    Raises
    ------
    GridrError
        If an option is one of `REFUSED`.
    """
    asked = {name.strip().upper(): str(value).strip() for name, value in asked.items()}
    for name in asked:
        if name in REFUSED:
            raise GridrError(
                "The creation option {name} cannot be used. {remedy} instead.",
                name=name,
                remedy=REFUSED[name],
            )
    notes = []
    height = asked.get("BLOCKYSIZE", "")
    if height.isdecimal() and strip_rows < shape[0] and strip_rows % (int(height) or 1):
        del asked["BLOCKYSIZE"]
        sentence = Message(
            "BLOCKYSIZE={height} is left out: the output is written {strip_rows} rows "
            "at a time, which is no multiple of it.",
            height=height,
            strip_rows=strip_rows,
        )
        notes.append(Note(sentence))
    options = {**_blocks(shape, strip_rows, asked.get("TILED")), **asked}
    if "COMPRESS" in options:
        options.setdefault("NUM_THREADS", str(threads))
    return options, tuple(notes)


def loss_notes(profile: dict[str, Any]) -> tuple[Note, ...]:
    """Return a warning where pixels of a file are not those written, else nothing.

    Parameters
    ----------
    profile : dict
        How rasterio shall create the file, creation options in upper case.
    """
    lossy = _lossy_option(profile)
    if lossy is None:
        return ()
    sentence = Message(
        "{lossy} stores pixels with a loss: those of the output are near the exact "
        "values only, and where pixels are invalid they may miss nodata. Use "
        "COMPRESS=DEFLATE without it to keep them exact.",
        lossy=lossy,
    )
    return (Note(sentence, is_odd=True),)


def _lossy_option(options: dict[str, Any]) -> str | None:
    """Return the option that changes pixels; None where all are stored exactly."""
    packed = str(options.get("COMPRESS", "NONE")).upper()
    error, bits = str(options.get("MAX_Z_ERROR", 0)), str(options.get("DISCARD_LSB", 0))
    if packed == "WEBP":
        exact = str(options.get("WEBP_LOSSLESS", "NO")).upper() not in NO
    elif packed == "JXL":
        exact = str(options.get("JXL_LOSSLESS", "YES")).upper() not in NO
    else:
        exact = packed != "JPEG"
    if not exact:
        return f"COMPRESS={packed}"
    # LERC keeps integers that may be off by less than one
    allowed = 0.0 if np.dtype(options["dtype"]).kind == "f" else 0.99
    if packed.startswith("LERC") and _number(error) > allowed:
        return f"MAX_Z_ERROR={error}"
    if any(_number(band) > 0 for band in bits.split(",")):
        return f"DISCARD_LSB={bits}"
    return None


def _number(text: str) -> float:
    """Return a number as GDAL reads it, 0 for what is none."""
    try:
        return float(text)
    except ValueError:
        return 0.0


def is_compressed(options: dict[str, Any]) -> bool:
    """Tell whether a file takes less than its pixels, how much less nobody knows."""
    packed = str(options.get("COMPRESS", "NONE")).upper() != "NONE"
    return packed or is_sparse(options)


def is_sparse(options: dict[str, Any]) -> bool:
    """Tell whether a file may lack blocks of nothing but 0 or nodata."""
    return str(options.get("SPARSE_OK")).upper() in YES


def tiled(rows: int, strip_rows: int) -> dict[str, str]:
    """Return tiles that each strip holds whole ones of, where that is possible."""
    whole = strip_rows & -strip_rows if strip_rows < rows else BLOCK
    height = min(max(whole, 16), BLOCK)
    return {"TILED": "YES", "BLOCKXSIZE": str(BLOCK), "BLOCKYSIZE": str(height)}


def _blocks(shape: Shape, strip_rows: int, wish: str | None) -> dict[str, str]:
    """Return the blocks of a file: GDAL's own for small ones and for odd strips."""
    odd = strip_rows < shape[0] and strip_rows % 16
    if wish is None:
        wish = "NO" if odd or min(shape) <= BLOCK else "YES"
    return tiled(shape[0], strip_rows) if wish.upper() in YES else {}


def check_creation(profile: dict[str, Any]) -> None:
    """Refuse creation options that GDAL does not take, by trying them.

    Parameters
    ----------
    profile : dict
        How rasterio shall create the file. In memory a small one is made like it, and
        one of its size that holds a single block.

    Raises
    ------
    GridrError
        With GDAL's own words on what is wrong.
    """
    small = {**profile, "height": 16, "width": 16}
    pixels = np.full((profile["count"], 16, 16), 100, profile["dtype"])
    warnings = _tried(small, pixels)
    rows, cols = _block_of(profile)
    blocks = profile["count"] * (profile["height"] // rows) * (profile["width"] // cols)
    if not warnings and blocks <= MOST_BLOCKS:
        block = np.full((1, rows, cols), 100, profile["dtype"])
        warnings = _tried({**profile, "SPARSE_OK": "YES"}, block)
    if warnings:
        reason = joined(dict.fromkeys(warnings), "; ")
        raise GridrError(
            "GDAL refuses the creation options: {reason}. Give options of its GeoTIFF "
            "driver for this type, size and number of bands, such as COMPRESS=DEFLATE.",
            reason=reason,
        )


def _block_of(profile: dict[str, Any]) -> Shape:
    """Return the rows and columns of a block that a file may have, at most of it."""
    is_tiled = str(profile.get("TILED")).upper() in YES
    sides = [
        int(_number(str(profile.get(name, BLOCK if is_tiled else whole)))) or BLOCK
        for name, whole in (("BLOCKYSIZE", 1), ("BLOCKXSIZE", profile["width"]))
    ]
    if not is_tiled:
        sides[1] = profile["width"]
    return min(sides[0], profile["height"]), min(sides[1], profile["width"])


def _tried(profile: dict[str, Any], pixels: np.ndarray) -> list[str]:
    """Return what GDAL says against a file in memory with some first pixels."""
    bands, rows, cols = pixels.shape
    first = {"indexes": list(range(1, bands + 1)), "window": Window(0, 0, cols, rows)}
    with _gdal_warnings() as warnings, MemoryFile(ext=".tif") as memory:
        try:
            with memory.open(**{**profile, "crs": None}) as dataset:
                dataset.write(pixels, **first)
            with memory.open() as dataset:
                # rasterio 1.3.5 says nothing where a codec cannot pack the type
                if not dataset.read(**first).all():
                    warnings.append(UNWRITTEN)
        except Exception as error:  # rasterio lets some of GDAL's own pass
            words = str(error.__cause__ or error).replace(memory.name, "")
            words = words.replace(f"{PurePath(memory.name).name}: ", "")
            warnings.append(words.strip(" :."))
    return warnings


@contextmanager
def _gdal_warnings() -> Iterator[list[str]]:
    """Collect what GDAL warns of in this thread, which rasterio only logs."""
    collector = _Collector()
    logger = logging.getLogger("rasterio._env")
    logger.addHandler(collector)
    try:
        yield collector.messages
    finally:
        logger.removeHandler(collector)


class _Collector(logging.Handler):
    """Keeps GDAL's warnings of the thread that made it."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []
        self._thread = threading.get_ident()

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a warning's text; called by `logging`."""
        # "CPLE_NotSupported in driver GTiff does not support ..."
        kind, _, message = record.getMessage().partition(" in ")
        # GDAL 3.6 says of itself CPLE_AppDefined that WEBP_LOSSLESS ignores WEBP_LEVEL
        if record.thread == self._thread and kind != "CPLE_AppDefined":
            self.messages.append(message.strip(" :."))
