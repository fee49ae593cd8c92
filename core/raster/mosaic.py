"""A VRT that shows the parts of an output as one raster."""

from __future__ import annotations

import itertools
import os
from pathlib import Path
from typing import Any, NamedTuple
from xml.etree import ElementTree  # nosec B405
from xml.etree.ElementTree import Element, SubElement  # nosec B405

import rasterio
import rasterio.shutil
from affine import Affine
from rasterio.windows import Window

from ..window import Shape
from .header import MEANING_DOMAINS
from .names import openable
from .parts import TAG, PartsFolder

_numbers = itertools.count()


def mosaic_text(
    folder: PartsFolder, windows: list[Window], profile: dict[str, Any], place: Path
) -> str:
    """Return the text of a VRT that shows parts as one raster.

    Parameters
    ----------
    folder : PartsFolder
        Has all the parts.
    windows : list of Window
        The parts, which hold each pixel of the raster once.
    profile : dict
        Of the raster: its height, width and transform.
    place : Path
        The name of the VRT, for relative names of the parts. GDAL looks for them from
        where a link to the VRT leads.

    Returns
    -------
    str
        All that GDAL knows of the first part, such as meaning and nodata of its bands,
        is said of the whole.
    """
    # GDAL wrote it just now
    root = ElementTree.fromstring(_text_of(folder.part(windows[0])))  # nosec B314
    root.set("rasterXSize", str(profile["width"]))
    root.set("rasterYSize", str(profile["height"]))
    _place(root, profile.get("transform"))
    for tag in root.findall(f"Metadata/MDI[@key='{TAG}']"):
        root.find("Metadata").remove(tag)  # type: ignore[union-attr]
    _add_tags(root, folder.part(windows[0]))
    parts = [_Part.of(folder.part(window), window, place) for window in windows]
    origin = min(w.row_off for w in windows), min(w.col_off for w in windows)
    for band in root.findall("VRTRasterBand"):
        (first,) = [part for part in band if part.tag.endswith("Source")]
        band.remove(first)
        band.extend(part.source(band, first, origin) for part in parts)
    ElementTree.indent(root)
    return ElementTree.tostring(root, encoding="unicode") + "\n"


def _text_of(part: Path) -> str:
    """Return the text of a VRT of a raster, as GDAL writes it."""
    name = f"/vsimem/gridr-{os.getpid()}-{next(_numbers)}.vrt"
    rasterio.shutil.copy(openable(str(part)), name, driver="VRT")
    try:
        with rasterio.open(name) as dataset:
            text: str = dataset.tags(ns="xml:VRT")["xml:VRT"]
    finally:
        rasterio.shutil.delete(name)
    return text


def _place(root: Element, transform: Affine | None) -> None:
    """Put the whole on the map where its first pixel lies."""
    found = root.find("GeoTransform")
    if found is not None and transform is not None:
        found.text = ", ".join(f"{number:.17g}" for number in transform.to_gdal())


def _add_tags(root: Element, part: Path) -> None:
    """Add what bands mean by tags that GDAL does not copy, those of named domains."""
    with rasterio.open(openable(str(part))) as dataset:
        for index, band in enumerate(root.findall("VRTRasterBand"), 1):
            for domain in filter(None, MEANING_DOMAINS):
                tags = dataset.tags(index, ns=domain)
                if not tags or band.find(f"Metadata[@domain='{domain}']") is not None:
                    continue
                metadata = Element("Metadata", domain=domain)
                for key, value in tags.items():
                    SubElement(metadata, "MDI", key=key).text = value
                band.insert(0, metadata)


class _Part(NamedTuple):
    """A part of the whole."""

    name: str
    """Its file, from where the VRT lies."""
    window: Window
    """Its place in the full output."""
    block: Shape
    """Rows and columns of its blocks."""

    @classmethod
    def of(cls, path: Path, window: Window, place: Path) -> _Part:
        """Return the part of a file for a VRT at a place."""
        with rasterio.open(openable(str(path))) as dataset:
            block = dataset.block_shapes[0]
        name = Path(os.path.relpath(path, place.parent)).as_posix()
        return cls(name, window, block)

    def source(self, band: Element, first: Element, origin: Shape) -> Element:
        """Return what a band of the VRT says of this part; `first` says it of one."""
        source = Element(first.tag)
        SubElement(source, "SourceFilename", relativeToVRT="1").text = self.name
        SubElement(source, "SourceBand").text = first.findtext("SourceBand", "1")
        cols, rows = str(self.window.width), str(self.window.height)
        # else GDAL opens all parts to ask them, and keeps them open
        SubElement(
            source,
            "SourceProperties",
            RasterXSize=cols,
            RasterYSize=rows,
            DataType=band.get("dataType", "Byte"),
            BlockXSize=str(self.block[1]),
            BlockYSize=str(self.block[0]),
        )
        SubElement(source, "SrcRect", xOff="0", yOff="0", xSize=cols, ySize=rows)
        row, col = self.window.row_off - origin[0], self.window.col_off - origin[1]
        place = {"xOff": str(col), "yOff": str(row), "xSize": cols, "ySize": rows}
        SubElement(source, "DstRect", place)
        return source
