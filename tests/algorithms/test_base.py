"""What all forms have in common, by a form that needs no engine."""

import pytest
from gridr_qgis.algorithms.base import GridrAlgorithm, QgisFeedback
from gridr_qgis.algorithms.parameters import kinds
from gridr_qgis.algorithms.wording import Wording
from gridr_qgis.core.errors import Cancelled, GridrError
from qgis.core import QgsApplication, QgsProcessingException, QgsProcessingOutputNumber


class Halved(GridrAlgorithm):
    """A number -> its half, if it is even."""

    NEEDS_LIBRARIES = False
    fault = None
    """What the engine raises."""

    def about(self):
        return "<p>Halves\n <b>numbers</b>.</p><h3>Limits</h3><p>None.</p>"

    def definitions(self):
        yield kinds.whole_number("NUMBER", "A number", "An even one.")
        yield kinds.whole_number("THREADS", "Threads", "As many.", default=2)

    def results(self):
        yield QgsProcessingOutputNumber("HALF", "Its half")

    def arguments(self, values):
        if values.get("NUMBER", 0) % 2:
            raise GridrError(f"NUMBER must be even, got {values['NUMBER']}.")
        return values

    def compute(self, arguments, feedback):
        if self.fault is not None:
            raise self.fault
        feedback.info("Halving.")
        return {"HALF": arguments["NUMBER"] / 2}


@pytest.fixture
def form(qgis_app):
    return Halved().create()


def test_form_is_called_what_its_file_is_called(form):
    assert form.name() == "test_base"
    assert form.svgIconPath().endswith("icons/test_base.svg")
    assert form.helpUrl().startswith("https://")  # it has no page


def test_copies_are_of_the_same_form(form):
    copy = form.create()
    assert type(copy) is Halved
    assert [each.name() for each in copy.parameterDefinitions()] == [
        "NUMBER",
        "THREADS",
    ]
    assert [each.name() for each in copy.outputDefinitions()] == ["HALF"]


def test_form_returns_what_it_computes(form, context, feedback):
    assert form.run({"NUMBER": "8"}, context, feedback) == ({"HALF": 4}, True)
    assert feedback.infos == ["Halving."]


def test_arguments_are_plain_values_of_what_is_given_or_has_a_default(form, context):
    seen = []
    form.arguments = seen.append
    form.checkParameterValues({"NUMBER": ""}, context)
    form.checkParameterValues({"NUMBER": "8", "THREADS": 3.0}, context)
    assert seen == [{"THREADS": 2}, {"NUMBER": 8, "THREADS": 3}]


@pytest.mark.parametrize(
    ("value", "sentence"),
    [
        (3, "A number (NUMBER) must be even, got 3."),
        (
            "3.5",
            "A number (NUMBER) must be a whole number of at least 1 or empty, got "
            "'3.5'.",
        ),
    ],
)
def test_values_that_do_not_fit_are_refused_before_the_run(
    form, context, feedback, value, sentence
):
    assert form.checkParameterValues({"NUMBER": value}, context) == (False, sentence)
    with pytest.raises(QgsProcessingException, match=r"^A number \(NUMBER\) must be"):
        form.prepareAlgorithm({"NUMBER": value}, context, feedback)


@pytest.mark.parametrize("fault", [GridrError, ImportError, OSError])
def test_faults_are_told_by_their_sentence(form, context, feedback, fault):
    form.fault = fault("No space left.")
    with pytest.raises(QgsProcessingException, match=r"^No space left\.$") as caught:
        form.processAlgorithm({"NUMBER": 2}, context, feedback)
    assert caught.value.__cause__ is form.fault


def test_a_sentence_goes_on_after_a_nul(form, context, feedback):
    form.fault = GridrError("There is no '{name}'. Give another.", name="a\0b")
    with pytest.raises(QgsProcessingException, match=r"no 'a\\0b'\. Give another\."):
        form.processAlgorithm({"NUMBER": 2}, context, feedback)


def test_a_lack_of_memory_is_told_by_a_sentence(form, context, feedback):
    form.fault = MemoryError()
    with pytest.raises(QgsProcessingException, match="not enough memory. Close other"):
        form.processAlgorithm({"NUMBER": 2}, context, feedback)


def test_mistakes_of_ours_are_not_dressed_as_faults(form, context, feedback):
    form.fault = KeyError("NUMBR")
    with pytest.raises(KeyError):
        form.processAlgorithm({"NUMBER": 2}, context, feedback)


def test_cancelled_run_returns_nothing(form, context, feedback):
    form.fault = Cancelled()
    assert form.processAlgorithm({"NUMBER": 2}, context, feedback) == {}
    assert feedback.infos == ["Cancelled. Older results are as they were."]


def test_help_is_one_line_of_html(form):
    assert form.shortHelpString() == (
        "<p>Halves <strong>numbers</strong>.</p><h3>Limits</h3><p>None.</p>"
        "<h3>Parameters</h3>"
        "<p><strong>A number</strong> (NUMBER): An even one.</p>"
        "<p><strong>Threads</strong> (THREADS): As many.</p>"
    )


def test_help_in_the_terminal_is_plain_text(form, monkeypatch):
    monkeypatch.setattr(QgsApplication, "platform", lambda: "qgis_process")
    assert form.shortHelpString() == "Halves numbers.\nLimits\nNone.\n"


def test_form_without_provider_can_run(form):
    assert form.provider() is None
    assert form.canExecute() == (True, "")


def test_feedback_of_qgis_gets_progress_and_lines(form, context, feedback):
    engine = QgisFeedback(feedback, Wording(form, context))
    assert engine.progress(0.25)
    assert feedback.progress() == 25
    engine.info("so")
    engine.warning("odd")
    assert (feedback.infos, feedback.warnings) == (["so"], ["odd"])
    feedback.cancel()
    assert not engine.progress(0.5)
