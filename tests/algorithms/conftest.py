"""What a form makes of its parameters: the job, or a sentence that refuses them."""

import pytest
from qgis.core import QgsProcessingException


@pytest.fixture
def job_of(algorithm, context, feedback, monkeypatch):
    """Function: parameters -> the job that the engine would get."""
    jobs = []
    monkeypatch.setattr(
        type(algorithm), "compute", lambda self, job, _: jobs.append(job) or {}
    )

    def job_of(parameters):
        _, ok = algorithm.run(parameters, context, feedback)
        assert ok, feedback.errors
        return jobs[-1]

    return job_of


@pytest.fixture
def refusal(run):
    """Function: parameters -> the sentence that refuses them."""

    def refusal(parameters):
        with pytest.raises(QgsProcessingException) as caught:
            run(parameters)
        return str(caught.value)

    return refusal


@pytest.fixture
def untouched(algorithm, without_window):
    """Function: parameters -> all that the dialog gives for them."""
    from processing.gui import AlgorithmDialog
    from qgis.PyQt.QtWidgets import QMainWindow

    def untouched(parameters):
        window = QMainWindow()
        dialog = AlgorithmDialog.AlgorithmDialog(algorithm.create(), False, window)
        dialog.setParameters(parameters)
        return dialog.createProcessingParameters()

    return untouched
