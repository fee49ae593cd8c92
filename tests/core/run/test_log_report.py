"""What a report says in the log is what a run with the grid says."""

import numpy as np
import pytest
from gridr_qgis.core import Job, ReportJob, report_grid_dataset, resample_dataset
from helpers.data import noise, turned_grid, write_raster
from helpers.recording import Log

STEP = (5, 7)


def grids():
    """Return nodes of grids in which something is odd, and of one where nothing is."""
    plain = turned_grid((40, 50), STEP, 20, (150, 200))
    folded = plain.copy()
    folded[0, 10:20] += np.linspace(0, -200, 10)[:, None]
    masked = plain.copy()
    masked[:, 3:9] = np.nan
    return {
        "plain": plain,
        "mirrored": plain[:, ::-1],
        "folded": folded,
        "masked": masked,
        "aliased": 2.5 * plain,
        "coarse": 40 * turned_grid((40, 50), STEP, 20, (4, 5)),
        "exchanged": turned_grid((40, 50), STEP, 20, (150, 3000))[::-1],
        "elsewhere": plain + 1e5,
        "nowhere": plain * np.nan,
    }


@pytest.mark.parametrize("name", grids())
def test_report_and_run_say_the_same_of_a_grid(tmp_path, name):
    src = write_raster(tmp_path / "src.tif", noise((300, 400), "uint8"))
    if name == "exchanged":
        src = write_raster(tmp_path / "src.tif", noise((300, 4000), "uint8"))
    grid = write_raster(tmp_path / "grid.tif", grids()[name])
    step = {"row_step": STEP[0], "col_step": STEP[1]}
    of_report, of_run = Log(), Log()
    report_grid_dataset(ReportJob(src, grid, **step), of_report)
    resample_dataset(Job(src, grid, str(tmp_path / "dst.tif"), **step), of_run)
    assert of_report.warnings == [w for w in of_run.warnings if "georef" not in w]
    assert bool(of_report.warnings) == (name not in ("plain", "masked"))
    of_grid = "Masked:", "Outside", "Scale:", "Grid:", "Nodes:", "Plan:", "Memory:"
    facts = [line for line in of_run.lines if line.startswith(of_grid)]
    assert [line for line in of_report.lines if line.startswith(of_grid)] == facts


def test_a_resolution_is_suggested(tmp_path):
    src = write_raster(tmp_path / "src.tif", noise((300, 400), "uint8"))
    nodes = turned_grid((100, 100), (1, 1), 20, (150, 200))
    grid, log = write_raster(tmp_path / "grid.tif", nodes), Log()
    report_grid_dataset(ReportJob(src, grid), log)
    assert log.said("Resolution: 32 x 32 would keep the tolerance of 0.05 source")
