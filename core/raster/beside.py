"""What lies beside a raster and is taken for a part of it.

GDAL, QGIS and others look for it by the raster's name. What an older file left there
would lie about a new one.
"""

from __future__ import annotations

import os
from pathlib import Path

import rasterio
from rasterio.errors import RasterioIOError

from ..errors import GridrError
from ..message import Message
from .files import file_id
from .header import files_of
from .names import openable

SIDE_FILES = (".aux.xml", ".ovr", ".msk", ".msk.ovr")
"""What GDAL and QGIS keep beside a raster, after its whole name."""
_RASTERS = (".bmp", ".gif", ".img", ".jp2", ".jpeg", ".jpg", ".png", ".tif", ".tiff")
"""What may have a world file of its own."""


def side_files(path: Path) -> list[Path]:
    """Return the names of what GDAL may keep beside a raster."""
    return [path.with_name(path.name + suffix) for suffix in SIDE_FILES]


def existing_side_files(path: Path) -> list[Path]:
    """Return what lies beside a raster and goes with it: its world files, too."""
    known = [*side_files(path), *world_files(path)]
    return [each for each in known if os.path.lexists(each) and not each.is_dir()]


def world_files(path: Path) -> list[Path]:
    """Return the world files that no other raster beside this one may need."""
    return [file for file in _world_files(path) if not _sharers(file, path)]


def shared_world_files(path: Path) -> list[tuple[Path, Path]]:
    """Return the world files that other rasters may need, each with one of those."""
    shared = ((file, _sharers(file, path)) for file in _world_files(path))
    return [(file, others[0]) for file, others in shared if others]


def check_company(output: Path, name: Path, is_placed: bool) -> None:
    """Refuse an output that would be misread for what lies beside it.

    What is known to go with an older output goes. This is what may be somebody else's.

    Parameters
    ----------
    output : Path
        As it was asked for.
    name : Path
        A name of it: its own, or what it leads to as a symbolic link.
    is_placed : bool
        Whether it says itself where it lies: then no world file is read.

    Raises
    ------
    GridrError
        If a file would tell wrong things of it.
    """
    if not is_placed:
        for file, other in shared_world_files(name):
            raise _misread(
                output, file, Message("belongs to {name!r}", name=other.name)
            )
    for file in _other_parts(name):
        raise _misread(output, file, Message("would be taken for a part of it"))


def _misread(output: Path, file: Path, why: Message) -> GridrError:
    """Return what to say of a file that would tell wrong things of an output."""
    return GridrError(
        "The output {path!r} would be placed on the map by {file!r}, which lies "
        "beside it and {why}. Move that file away, or give the output another name.",
        path=str(output),
        file=file.name,
        why=why,
    )


def _other_parts(path: Path) -> list[Path]:
    """Return what GDAL takes for parts of an older output and does not go with it.

    Such as sensor models (.RPB) and MapInfo's .tab.
    """
    try:
        with rasterio.open(openable(str(path)), driver="GTiff") as dataset:
            files = [Path(file) for file in files_of(dataset)]
    except (RasterioIOError, UnicodeError):
        return []
    known = (
        path,
        *existing_side_files(path),
        *(f for f, _ in shared_world_files(path)),
    )
    ids = {file_id(file) for file in known}
    return [file for file in files if file_id(file) not in ids]


def _world_files(path: Path) -> list[Path]:
    """Return all world files that GDAL would read for a raster.

    It takes them in any case of letters (3.6 and 3.10 tried).
    """
    suffixes = _world_suffixes(path)
    return [file for file in _namesakes(path) if file.suffix.lower() in suffixes]


def _world_suffixes(path: Path) -> tuple[str, ...]:
    """Return the suffixes of a raster's world files: .tfw, .tifw, .wld for .tif."""
    suffix = path.suffix.lower()
    return f"{suffix[:2]}{suffix[-1:]}w", f"{suffix}w", ".wld"


def _sharers(world_file: Path, path: Path) -> list[Path]:
    """Return the other rasters that have a world file of this name."""
    return [
        other
        for other in _namesakes(path)
        if other.suffix.lower() in _RASTERS
        and other.name != path.name
        and world_file.suffix.lower() in _world_suffixes(other)
    ]


def _namesakes(path: Path) -> list[Path]:
    """Return the files of a folder that differ by their suffixes only."""
    stem = path.stem.lower()
    try:
        names = os.listdir(path.parent)
    except OSError:
        return []
    # enough for nearly all of a large folder: 70 ms for 100 000 files, 330 by the stems
    alike = [name for name in names if name.lower().startswith(f"{stem}.")]
    return [path.with_name(n) for n in alike if os.path.splitext(n)[0].lower() == stem]
