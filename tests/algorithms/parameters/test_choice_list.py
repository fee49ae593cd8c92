"""Lists of choices as the dialogs of Processing show them."""

import pytest
from gridr_qgis.algorithms.parameters.kinds import choice
from qgis.core import (
    QgsProcessingContext,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QComboBox, QDialog, QMainWindow

WORDS = ["Nearest neighbour", "Bilinear (2 x 2)", "Cubic (4 x 4)"]
ONES = ["nearest", "linear", "cubic"]
STATIC = QgsProcessingModelChildParameterSource.fromStaticValue


pytestmark = pytest.mark.usefixtures("without_window")


def lists(widget):
    """Return the lists of interpolations that a widget has."""
    found = widget.findChildren(QComboBox)
    return [each for each in found if each.itemData(0) == "nearest"]


def check_list(each):
    """Words are shown, the options themselves are told by hints."""
    assert [each.itemText(row) for row in range(3)] == WORDS
    hints = [each.itemData(row, Qt.ItemDataRole.ToolTipRole) for row in range(3)]
    assert hints == ONES


@pytest.fixture
def dialog(algorithm):
    from processing.gui.AlgorithmDialog import AlgorithmDialog

    window = QMainWindow()
    made = AlgorithmDialog(algorithm.create(), False, window)
    made.setParameters({"INPUT": "scene.tif", "GRID": "grid.tif"})
    yield made
    made.close()


def test_form_shows_words_and_gives_options(dialog):
    (shown,) = lists(dialog)
    check_list(shown)
    assert shown.currentText() == "Cubic (4 x 4)"
    for option, words in zip(ONES, WORDS):
        shown.setCurrentText(words)
        assert dialog.createProcessingParameters()["INTERPOLATION"] == option


@pytest.mark.parametrize("value", ["linear", 1, "1"])
def test_form_takes_options_of_scripts_and_of_its_history(dialog, value):
    dialog.setParameters({"INTERPOLATION": value})
    (shown,) = lists(dialog)
    assert shown.currentText() == "Bilinear (2 x 2)"
    given = dialog.createProcessingParameters()
    command = dialog.algorithm().asPythonCommand(given, QgsProcessingContext())
    assert "'INTERPOLATION':'linear'" in command


def test_table_of_runs_shows_words_and_gives_options(algorithm):
    from processing.gui.BatchAlgorithmDialog import BatchAlgorithmDialog

    window = QMainWindow()
    dialog = BatchAlgorithmDialog(algorithm.create(), window)
    panel = dialog.mainWidget()
    panel.addRow()
    shown = lists(panel)
    assert len(shown) == panel.batchRowCount() == 2
    for each in shown:
        check_list(each)
    shown[1].setCurrentText("Nearest neighbour")
    column = panel.parameter_to_column["INTERPOLATION"]
    given = [wrappers[column].parameterValue() for wrappers in panel.wrappers]
    assert given == ["cubic", "nearest"]
    dialog.close()


@pytest.fixture
def step(algorithm):
    """Function: source of the interpolation -> the designer's dialog of a step."""
    from processing.modeler.ModelerParametersDialog import ModelerParametersDialog

    made = []

    def step(source, before=""):
        model = QgsProcessingModelAlgorithm("model", "group")
        if before:
            model.addChildAlgorithm(QgsProcessingModelChildAlgorithm(before))
        child = QgsProcessingModelChildAlgorithm(algorithm.id())
        child.setChildId("step")
        child.addParameterSources("INTERPOLATION", [source])
        model.addChildAlgorithm(child)
        made.append(ModelerParametersDialog(algorithm, model, "step"))
        return made[-1]

    yield step
    for dialog in made:
        dialog.close()


def test_designer_shows_words_and_stores_options(step):
    dialog = step(STATIC("linear"))
    (shown,) = lists(dialog)
    check_list(shown)
    assert shown.currentText() == "Bilinear (2 x 2)"
    stored = dialog.createAlgorithm().parameterSources()["INTERPOLATION"]
    assert [source.staticValue() for source in stored] == ["linear"]


def test_designer_has_expressions_and_inputs_of_the_model_as_well(step):
    expression = "if(@fine, 'cubic', 'nearest')"
    dialog = step(QgsProcessingModelChildParameterSource.fromExpression(expression))
    (stored,) = dialog.createAlgorithm().parameterSources()["INTERPOLATION"]
    assert stored.expression() == expression


@pytest.mark.parametrize("before", ["gridr:buildmask", "gridr:gridconvert"])
def test_designer_opens_a_step_after_one_that_has_numbers(step, before):
    dialog = step(STATIC("linear"), before)
    (shown,) = lists(dialog)
    check_list(shown)
    assert shown.currentText() == "Bilinear (2 x 2)"


def list_of(definition):
    """Return what a form has for a choice: who gives its value, the list."""
    from processing.gui.wrappers import WidgetWrapperFactory

    wrapper = WidgetWrapperFactory.create_wrapper(definition, QDialog())
    return wrapper, wrapper.createWrappedWidget(QgsProcessingContext())


def test_model_that_is_copied_shows_words(provider):
    """As QGIS itself loads its file, without our translation of its texts."""
    model = QgsProcessingModelAlgorithm()
    assert model.fromFile(provider.algorithm("registration").sourceFilePath())
    _, shown = list_of(model.parameterDefinition("INTERPOLATION"))
    check_list(shown)


def test_what_may_be_left_open_can_be_left_open():
    words = {"a": "One", "b": "Two"}
    definition = choice("N", "", "", words, words=words)
    wrapper, shown = list_of(definition)
    assert [shown.itemText(row) for row in (1, 2)] == ["One", "Two"]
    assert wrapper.parameterValue() is None
    shown.setCurrentIndex(2)
    assert wrapper.parameterValue() == "b"
