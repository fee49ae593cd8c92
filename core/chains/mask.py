"""Files in, one mask out: of the full output, from a mask of nodes and polygons."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import closing, contextmanager

from ..errors import telling_shortages
from ..feedback import Feedback
from ..options import MaskJob
from ..plan.outputs import base_profile
from ..plan.plan import make_mask_plan
from ..plan.resolved import ResolvedMaskJob
from ..plan.rules import resolve_mask
from ..raster.cache import gdal_cache
from ..raster.changes import Watch
from ..raster.destination import Destination
from ..raster.output import mask_output
from ..raster.pixels import MaskRaster, mask_raster
from ..raster.reader import Reader
from ..run.full_mask import FullMask, run_mask
from ..run.log_outcome import tell_mask_outcome
from ..run.log_plan import tell_mask_plan
from ..run.tally import Summary


@telling_shortages()
def build_mask_dataset(job: MaskJob, feedback: Feedback | None = None) -> Summary:
    """Build a full-resolution mask into a 1-bit GeoTIFF.

    A pixel is valid if the nodes around it are (all but a thousandth of the bilinear
    weight), it is inside a valid polygon and outside all invalid ones.

    Parameters
    ----------
    job : MaskJob
        What to do.
    feedback : Feedback
        Takes progress, log and the wish to stop; default logs only.

    Returns
    -------
    Summary
        Shape and valid pixels of the mask.

    Raises
    ------
    GridrError
        If the job cannot be done; the output is as it was before.
    Cancelled
        If the feedback said so; the output is as it was before.
    """
    feedback = feedback or Feedback()
    start = time.perf_counter()
    resolved = resolve_mask(job)
    watch = Watch(resolved.inputs)
    plan = make_mask_plan(resolved)
    base = base_profile(resolved.template, resolved.step, resolved.window)
    output = mask_output(job.dst, base, plan.layout.strip_rows)
    destination = Destination([output], resolved.inputs, resolved.window)
    tell_mask_plan(plan, feedback)
    with _nodes(resolved) as nodes, gdal_cache(plan.memory.cache), destination:
        full = FullMask(resolved.step, nodes, resolved.polygons)
        tally = run_mask(plan.layout, full, destination.write, feedback)
        watch.check()
        destination.commit()
    seconds = time.perf_counter() - start
    tell_mask_outcome(plan.layout.shape, tally, seconds, feedback)
    return Summary(*plan.layout.shape, tally.valid)


@contextmanager
def _nodes(resolved: ResolvedMaskJob) -> Iterator[MaskRaster | None]:
    """Open the mask of the nodes, if there is one."""
    if resolved.mask is None:
        yield None
        return
    index, valid = resolved.job.mask_index, resolved.job.mask_valid
    with closing(Reader(resolved.mask.name)) as reader:
        yield mask_raster(reader, resolved.mask, index, valid)
