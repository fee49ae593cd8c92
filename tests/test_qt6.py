"""What `make lint` finds that QGIS 4 lacks."""

import pytest
import qt6

CORE = "from qgis.core import QgsTask, QgsProcessing, QgsRasterLayer\n"
QT = "from qgis.PyQt.QtCore import Qt, QVariant\n"


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("from PyQt5.QtCore import Qt", "import PyQt5.QtCore as qgis.PyQt has it"),
        ("import sip", "import sip as qgis.PyQt has it"),
        ("from qgis.PyQt.QtCore import QRegExp", "QRegExp is gone"),
        (f"{QT}side = Qt.AlignLeft", "Qt.AlignLeft: name the enumeration, too"),
        (f"{CORE}f(QgsTask.Complete)", "QgsTask.Complete: name the enumeration, too"),
        (f"{QT}kinds = {{str: QVariant.String}}", "QVariant.String: name the"),
        (f"{CORE}dialog.exec_()", "exec_() is gone: take exec()"),
        (f"{QT}self.fontMetrics().width('a')", "take horizontalAdvance()"),
        ("box.activated[str].connect(f)", "take .textActivated"),
    ],
)
def test_what_qt6_lacks_is_found(text, fault):
    ((line, found),) = qt6.faults(text)
    assert line == text.count("\n") + 1
    assert fault in found


@pytest.mark.parametrize(
    "text",
    [
        f"{QT}side = Qt.AlignmentFlag.AlignLeft",
        f"{CORE}def f(kind: QgsProcessing.SourceType): ...",
        f"{CORE}options = QgsRasterLayer.LayerOptions(False)",
        f"{CORE}QgsTask.fromFunction(1)",
        "from .base import Form\nForm.Name",
    ],
)
def test_what_all_have_is_none(text):
    assert qt6.faults(text) == []
