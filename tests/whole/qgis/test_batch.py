"""The batch dialog, filled in and run as a user does."""

import time

import numpy as np
import pytest
import rasterio
from gridr_qgis.core.chains.resample import resample_dataset
from gridr_qgis.core.options import Job
from helpers.data import read_raster
from qgis.core import QgsApplication, QgsProcessingContext
from qgis.PyQt.QtWidgets import QMainWindow

PATIENCE = 60  # s, for the slowest machine


@pytest.fixture
def batch(algorithm, without_window):
    """Function: rows of parameters -> runs them in the batch dialog."""
    from processing.gui import BatchAlgorithmDialog

    class Dialog(BatchAlgorithmDialog.BatchAlgorithmDialog):
        errors = None

        def createSummaryTable(self, results, errors):
            """Take what QGIS has to say at the end."""
            self.errors = errors

    def batch(rows):
        window = QMainWindow()
        dialog = Dialog(algorithm.create(), window)
        panel = dialog.mainWidget()
        while panel.batchRowCount() < len(rows):
            panel.addRow()
        for number, row in enumerate(rows):
            fill(panel, number, row)
        dialog.show()  # one that is not seen deletes itself when its last row is done
        dialog.runAlgorithm()
        deadline = time.monotonic() + PATIENCE
        while dialog.errors is None and time.monotonic() < deadline:
            QgsApplication.processEvents()
        assert dialog.errors == []
        dialog.close()

    return batch


def fill(panel, number, row):
    """Set the widgets of a row of the panel."""
    context = QgsProcessingContext()
    for name, value in row.items():
        column = panel.parameter_to_column[name]
        if name.startswith("OUTPUT"):
            # the first row of the table is for filling the others
            panel.tblParameters.cellWidget(number + 1, column).setValue(value)
        else:
            panel.wrappers[number][column].setParameterValue(value, context)


def test_three_bands_in_three_rows(batch, scene, grid, tmp_path):
    rows = [
        {
            "INPUT": scene,
            "GRID": grid,
            "INTERPOLATION": "linear",
            "BANDS": [band],
            "CREATION_OPTIONS": "COMPRESS=LZW",
            "OUTPUT": str(tmp_path / f"band{band}.tif"),
        }
        for band in (1, 2, 3)
    ]
    batch(rows)
    whole = str(tmp_path / "all.tif")
    resample_dataset(
        Job(scene, grid, whole, interpolation="linear", src_validity="none")
    )
    for row, expected in zip(rows, read_raster(whole)):
        with rasterio.open(row["OUTPUT"]) as dataset:
            (pixels,) = dataset.read()
            assert dataset.compression.value == "LZW"
        np.testing.assert_array_equal(pixels[pixels > 0], expected[pixels > 0])
        assert (pixels > 0).mean() > 0.5
    assert sorted(path.name for path in tmp_path.glob("band*")) == [
        "band1.tif",
        "band2.tif",
        "band3.tif",
    ]
