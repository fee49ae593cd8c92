"""Which file a conversion writes, and by which command OTB reads it."""

from __future__ import annotations

import math
import os
import shlex
from pathlib import Path
from typing import Any

from ..grid.geometry import node_shape
from ..grid.make import strip_rows_of
from ..grid_options import GridConvention
from ..raster.creation import creation_options
from ..raster.output import Output
from ..window import Shape
from .convert_rules import ResolvedConvertJob
from .grid_tags import SIZE_TAGS, STEP_TAGS

OTB = "otbcli_GridBasedImageResampling"
OTB_TYPES = {
    "uint8": "uint8",
    "int16": "int16",
    "uint16": "uint16",
    "int32": "int32",
    "uint32": "uint32",
    "float32": "float",
    "float64": "double",
}
"""numpy's name of a type -> OTB's."""


def new_shape(resolved: ResolvedConvertJob) -> Shape:
    """Return the nodes that are written (rows, cols)."""
    return node_shape(resolved.size, resolved.new_step)


def strip_rows(resolved: ResolvedConvertJob) -> int:
    """Return how many rows of nodes are written at a time."""
    rows, cols = new_shape(resolved)
    return strip_rows_of((rows, max(cols, resolved.given.shape[1])))


def converted_output(resolved: ResolvedConvertJob) -> Output:
    """Return the file: rows, then columns; for OTB x, then y."""
    shape, job = new_shape(resolved), resolved.job
    blocks, _ = creation_options({}, shape, strip_rows(resolved), 1)
    profile: dict[str, Any] = {
        "driver": "GTiff",
        "height": shape[0],
        "width": shape[1],
        "dtype": "float64",
        "count": 2,
        "nodata": math.nan,
        "crs": resolved.crs_wkt,
        "BIGTIFF": "IF_SAFER",
        "INTERLEAVE": "BAND",
        **blocks,
    }
    if resolved.transform is not None:
        profile["transform"] = resolved.transform
    values = (*resolved.new_step, *resolved.size)
    tags = dict(zip((*STEP_TAGS, *SIZE_TAGS), map(str, values)))
    names = {
        GridConvention.DISPLACEMENT: ("row displacement", "col displacement"),
        GridConvention.OTB_LOC: ("x", "y"),
        GridConvention.OTB_DEF: ("x displacement", "y displacement"),
    }
    meaning = {"descriptions": names.get(job.convention_to, ("row", "col"))}
    return Output(Path(job.dst), profile, meaning=meaning, dataset_tags=tags)


def otb_command(resolved: ResolvedConvertJob) -> str:
    """Return the line with which OTB resamples the source through the output.

    "" where that is no grid of OTB's. Output pixel (0, 0) is the first node, and the
    source is read as if it had no place on the map.
    """
    job, src = resolved.job, resolved.src
    if not job.convention_to.is_otb or src is None:
        return ""
    dst = Path(job.dst).absolute()
    result = dst.with_name(f"{dst.stem}_resampled.tif")
    kind = "def" if job.convention_to is GridConvention.OTB_DEF else "loc"
    name = os.path.abspath(src.name) if os.path.exists(src.name) else src.name
    rows, cols = resolved.size
    words = [OTB, "-io.in", f"{name}?&skipcarto=true"]
    words += ["-io.out", str(result), OTB_TYPES.get(src.dtypes[0], "double")]
    words += ["-grid.in", str(dst), "-grid.type", kind]
    words += ["-out.ulx", "0.5", "-out.uly", "0.5"]
    words += ["-out.sizex", str(cols), "-out.sizey", str(rows)]
    words += ["-out.spacingx", "1", "-out.spacingy", "1", "-interpolator", "bco"]
    return " ".join(map(shlex.quote, words))
