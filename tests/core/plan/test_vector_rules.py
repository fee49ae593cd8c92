"""Grids to see: decided, or refused with what to do about it."""

import dataclasses

import pytest
from affine import Affine
from gridr_qgis.core.errors import GridrError
from gridr_qgis.core.grid_options import VectorsJob
from gridr_qgis.core.plan.vector_rules import resolve_vectors
from helpers.data import noise, turned_grid, write_raster
from helpers.places import gcps, write_with_gcps

STEPS = {"GRID_RESOLUTION_ROW": 4, "GRID_RESOLUTION_COL": 6}
PLACE = {"transform": Affine(30, 0, 5e5, 0, -20, 5.4e6), "crs": "EPSG:32631"}


@pytest.fixture
def job(tmp_path):
    nodes = turned_grid((5, 7), (4, 6), 20, (20, 20))
    grid = write_raster(tmp_path / "grid.tif", nodes, tags=STEPS, **PLACE)
    return VectorsJob(
        grid, write_raster(tmp_path / "src.tif", noise((40, 50), "uint8"))
    )


def refused(sentence, job, **changed):
    with pytest.raises(GridrError, match=sentence):
        resolve_vectors(dataclasses.replace(job, **changed))


def test_over_a_source_without_a_place_layers_lie_as_qgis_draws_it(job):
    found = resolve_vectors(job)
    assert (found.step, found.in_source) == ((4, 6), True)
    assert (found.transform, found.crs_wkt) == (Affine(1, 0, 0, 0, -1, 0), None)
    assert "The source has no georeference: the layers lie as" in found.notes[-1].text
    assert [one.name for one in found.inputs] == [job.src, job.grid, job.grid]


def test_over_a_source_on_the_map_layers_lie_there(job, tmp_path):
    src = write_raster(tmp_path / "map.tif", noise((40, 50), "uint8"), **PLACE)
    found = resolve_vectors(dataclasses.replace(job, src=src))
    assert found.transform == PLACE["transform"]
    assert found.crs_wkt.startswith("PROJCS")
    assert len(found.notes) == 1


def test_over_the_target_layers_lie_in_pixels_of_the_output(job):
    found = resolve_vectors(dataclasses.replace(job, frame="target"))
    # nodes of 30 x 20 m, 6 x 4 pixels apart, the first at the same centre
    expected = Affine(5, 0, 5e5 + 12.5, 0, -5, 5.4e6 - 7.5)
    assert found.transform.almost_equals(expected)
    assert not found.in_source


def test_control_points_are_warned_of(job, tmp_path):
    src = write_with_gcps(tmp_path / "gcps.tif", gcps(8))
    *_, note = resolve_vectors(dataclasses.replace(job, src=src)).notes
    assert note.is_odd
    assert "lies on the map by control points or a sensor model, which" in note.text


@pytest.mark.parametrize("density", [3, 0, -1, 1_000_001])
def test_a_density_must_make_sense(job, density):
    refused(f"must be 4 to 1000000 nodes, got {density}. Give", job, density=density)


def test_what_is_no_grid_is_refused(job):
    refused("has no band 3", job, row_index=3)
    refused("row resolution must be at least 1 output pixel", job, row_step=0)
    refused("The density must be a whole number", job, density=2.5)
    refused("cannot be read as a raster", job, src="nothing.tif")
    with pytest.raises(GridrError, match="There is no VectorFrame 'magic'"):
        dataclasses.replace(job, frame="magic")
