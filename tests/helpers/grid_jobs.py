"""Jobs that make grids: decided, or refused."""

import dataclasses

import pytest
from affine import Affine
from gridr_qgis.core.errors import GridrError
from gridr_qgis.core.plan.grid_rules import resolve_grid

PLACE = {"transform": Affine(300, 0, 500000, 0, -300, 5500000), "crs": "EPSG:32631"}
"""Of a source with a geotransform."""


def resolved(job, **changed):
    """Return a job with changes, decided."""
    return resolve_grid(dataclasses.replace(job, **changed))


def told(job, **changed):
    """Return the notes of a job as text, odd ones after an exclamation mark."""
    notes = resolved(job, **changed).notes
    return "\n".join("!" * note.is_odd + note.text for note in notes)


def refused(sentence, job, **changed):
    """Expect a job with changes to be refused with a sentence."""
    with pytest.raises(GridrError, match=sentence):
        resolved(job, **changed)
