"""Which files of the disk a raster is made of, whatever name it was opened by."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from xml.etree import ElementTree  # nosec B405

from ..errors import GridrError
from .header import Header, files_of, open_raster

FileId = tuple[int, object]
BandId = tuple[str, int]
"""A raster's name, and the number of one of its bands."""
DEEPEST = 32
"""VRTs over VRTs that are followed; one may have come to lead back to itself."""
CHANGES = ("Scale", "Exponent", "LUT", "Color")
"""Beginnings of what a VRT's source has where it changes pixels."""
_VIRTUAL = re.compile(r"/vsi\w+[/?]")


def is_virtual(path: str | Path) -> bool:
    """Tell whether GDAL takes a path for one of its own file systems (/vsi...)."""
    return bool(_VIRTUAL.match(Path(path).as_posix()))


def file_id(path: str | Path) -> FileId | None:
    """Return what is the same for all names of a file; None if there is none."""
    try:
        status = os.stat(path)
    except (OSError, ValueError):
        return None
    # some network drives under Windows number no files
    return status.st_dev, status.st_ino or os.path.realpath(path)


def files_behind(inputs: Iterable[Header | str]) -> Iterator[Path]:
    """Yield the files of the disk that inputs are read from, through any VRT.

    GDAL's list of the files of a VRT ends at the rasters it names. Where one of them is
    a VRT, that is asked in its turn.

    Parameters
    ----------
    inputs : iterable of Header or str
        Rasters that are known already; names of others, and of files of other kinds.
    """
    waiting = [
        name
        for given in inputs
        for name in (
            (given, *_files_of(given))
            if isinstance(given, str)
            else (given.name, *given.files)
        )
    ]
    seen = set()
    while waiting:
        name = waiting.pop()
        if name in seen:
            continue
        seen.add(name)
        file = _file_of(name)
        if file is not None:
            yield file
        if _is_vrt(name):
            waiting += _files_of(name)


def band_behind(band: BandId) -> BandId:
    """Return the band whose pixels a VRT's band shows as they are, through any VRT.

    Of a raster that is no VRT, or one that does more, this is the band itself.
    """
    for _ in range(DEEPEST):
        shown = _shown_by(*band)
        if shown is None:
            break
        band = shown
    return band


def _shown_by(name: str, index: int) -> BandId | None:
    """Return the one band whose pixels a VRT's band shows as they are, if it does."""
    if not (_is_vrt(name) or name.startswith(("<VRTDataset", "vrt://"))):
        return None
    try:
        with open_raster(name) as dataset:
            text = dataset.tags(ns="xml:VRT")["xml:VRT"]
    # text that is no UTF-8 names files that no other name of ours can be compared with
    except (GridrError, KeyError, UnicodeDecodeError):
        return None
    # GDAL has read and written it: there are no entities left
    root = ElementTree.fromstring(text)  # nosec B314
    (band,) = root.findall(f"VRTRasterBand[@band='{index}']")
    sources = [part for part in band if part.tag.endswith("Source")]
    if len(sources) != 1 or "subClass" in band.attrib:
        return None
    parts = {part.tag: part for part in sources[0]}
    number = parts["SourceBand"].text or ""  # or of a mask: "mask,1"
    if any(tag.startswith(CHANGES) for tag in parts) or not number.isdigit():
        return None
    file = parts["SourceFilename"]
    folder = os.path.dirname(name) if file.get("relativeToVRT") == "1" else ""
    return os.path.join(folder, file.text or ""), int(number)


def _file_of(name: str) -> Path | None:
    """Return the file of the disk that holds what a name stands for, if one does."""
    is_inside = False
    while match := _VIRTUAL.match(name):
        is_inside = True
        name = name[match.end() :]
        if match[0] == "/vsisubfile/":  # /vsisubfile/<start>_<size>,<path>
            name = name.partition(",")[2]
        elif match[0].endswith("?"):  # /vsicached?chunk_size=<size>&file=<path>
            name = re.split("[,&]", name.partition("file=")[2])[0]
        name = name.replace("{", "").replace("}", "")
    path = Path(name)
    for each in (path, *path.parents) if is_inside else (path,):
        if _is_file(each):
            return each
    return None


def _is_file(path: Path) -> bool:
    """Tell whether there is a file; a VRT may be given as its text, no path at all."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def _is_vrt(name: str) -> bool:
    """Tell whether a file begins as a VRT does; in 50 us, a hundredth of opening it."""
    if is_virtual(name):
        return name.lower().endswith(".vrt")
    try:
        with open(name, "rb") as file:
            return b"<VRTDataset" in file.read(256)
    except (OSError, ValueError):
        return False


def _files_of(name: str) -> list[str]:
    """Return the files that GDAL lists for a raster; none if it cannot open it."""
    try:
        with open_raster(name) as dataset:
            return list(files_of(dataset))
    except GridrError:
        return []
