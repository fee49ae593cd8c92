"""Which files a run that makes a grid writes."""

from __future__ import annotations

import math
from pathlib import Path

from ..grid.geometry import node_shape, node_transform
from ..grid.make import strip_rows_of
from ..mapping.template import Template
from ..raster.creation import creation_options
from ..raster.output import Output, mask_output
from ..window import Shape
from .grid_tags import SIZE_TAGS, STEP_TAGS


def grid_outputs(
    dst: str, dst_mask: str | None, template: Template, step: Shape
) -> list[Output]:
    """Return the grid, and the mask of its nodes if asked for.

    Parameters
    ----------
    dst, dst_mask : str
        Their names.
    template : Template
        The target.
    step : (int, int)
        Target pixels from node to node (rows, cols).
    """
    nodes = node_shape(template.shape, step)
    base = {
        "driver": "GTiff",
        "height": nodes[0],
        "width": nodes[1],
        "crs": template.crs.to_wkt(),
        "transform": node_transform(template.transform, step),
        "BIGTIFF": "IF_SAFER",
        "INTERLEAVE": "BAND",
    }
    strip_rows = strip_rows_of(nodes)
    blocks, _ = creation_options({}, nodes, strip_rows, 1)
    profile = {**base, "dtype": "float64", "count": 2, "nodata": math.nan, **blocks}
    tags = dict(zip((*STEP_TAGS, *SIZE_TAGS), map(str, (*step, *template.shape))))
    meaning = {"descriptions": ("row", "col")}
    outputs = [Output(Path(dst), profile, meaning=meaning, dataset_tags=tags)]
    if dst_mask:
        outputs.append(mask_output(dst_mask, base, strip_rows))
    return outputs
