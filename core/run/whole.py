"""What all parts of a run on a cluster have in common."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple, cast

from rasterio.windows import Window

from ..grid.survey import Survey
from ..kernels.loading import plain_seconds
from ..plan.resolved import ResolvedJob
from ..raster.changes import Stamp
from ..raster.destination import is_mosaic
from ..raster.parts import PartsFolder
from .fingerprint import fingerprint
from .needs import VERSION, Needs
from .tally import Tally


class Whole(NamedTuple):
    """What the parts of a run have in common; sent to the workers once."""

    resolved: ResolvedJob
    """The whole run."""
    data: PartsFolder
    """Where parts of the data go."""
    mask: PartsFolder | None
    """Where parts of the mask go."""
    options: dict[str, str]
    """Creation options of the parts of the data."""
    needs: Needs
    """What a worker must find."""
    seconds: float
    """How long each thread takes by NumPy for all that it will do, about."""

    @classmethod
    def of(
        cls, resolved: ResolvedJob, stamps: dict[str, Stamp | None], threads: int
    ) -> Whole:
        """Return what the parts of a run have in common.

        Parameters
        ----------
        resolved : ResolvedJob
            The whole run.
        stamps : dict
            Size and time of each file that it reads.
        threads : int
            Those of all workers.
        """
        job = resolved.job
        # those of one file are for that: parts are copied, and would lose twice
        options = job.creation_options if is_mosaic(job.dst) else {}
        number = fingerprint(resolved, stamps, options)
        names = [job.dst, *([job.dst_mask] if job.dst_mask else [])]
        folders = [PartsFolder(Path(name), number) for name in names]
        pixels = resolved.window.height * resolved.window.width
        bands, support = len(resolved.read_indexes), resolved.method.support
        return cls(
            resolved,
            folders[0],
            folders[1] if len(folders) > 1 else None,
            options,
            Needs(
                VERSION,
                tuple(resolved.inputs),
                stamps,
                tuple(folder.path for folder in folders),
            ),
            plain_seconds(pixels, bands, support, threads),
        )

    @property
    def folders(self) -> list[PartsFolder]:
        """Return the folders of data and mask."""
        return [self.data, *([] if self.mask is None else [self.mask])]

    def counted(self, window: Window) -> Tally | None:
        """Return what was counted in a part, if data and mask of it are there."""
        told = None
        for folder in self.folders:
            told = folder.counted(window)
            if told is None:
                return None
        valid, equal_nodata, survey = cast("list[Any]", told)
        *counts, bounds, is_sample = survey
        seen = Survey._make((*counts, tuple(bounds), is_sample))
        return Tally(valid, equal_nodata, seen)

    def part(self, window: Window, limit: int) -> ResolvedJob:
        """Return the job of a part within a memory limit [MiB]."""
        mask = None if self.mask is None else str(self.mask.part(window))
        job = replace(
            self.resolved.job,
            dst=str(self.data.part(window)),
            dst_mask=mask,
            creation_options=self.options,
            memory_limit=limit,
        )
        return replace(self.resolved, job=job, window=window, threads=1)
