import logging
import pickle

import pytest
from gridr_qgis.core.feedback import Feedback, Note, tell_notes
from helpers.recording import Log


def test_the_plain_feedback_writes_to_logging_and_never_stops(caplog):
    with caplog.at_level(logging.INFO, "gridr_qgis"):
        assert Feedback().progress(0.5) is True
        Feedback().info("a line of the plan")
        Feedback().warning("something odd")
    assert caplog.record_tuples == [
        ("gridr_qgis", logging.INFO, "a line of the plan"),
        ("gridr_qgis", logging.WARNING, "something odd"),
    ]


def test_notes_are_told_in_their_order_and_odd_ones_as_warnings():
    class Ordered(Log):
        def info(self, message):
            self.lines.append(("info", message))

        def warning(self, message):
            self.lines.append(("warning", message))

    log = Ordered()
    tell_notes(iter([Note("one"), Note("two", True), Note("three", False)]), log)
    assert log.lines == [("info", "one"), ("warning", "two"), ("info", "three")]


@pytest.mark.parametrize("notes", [(), [], iter(())])
def test_no_notes_say_nothing(notes):
    log = Log()
    tell_notes(notes, log)
    assert (log.lines, log.warnings, log.fractions) == ([], [], [])


def test_a_note_is_plain_unless_it_is_called_odd_and_travels():
    assert Note("text") == ("text", False)
    note = Note("text", is_odd=True)
    assert pickle.loads(pickle.dumps(note)) == note
