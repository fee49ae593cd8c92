"""What every form promises to QGIS and to its users."""

import ast
import inspect
import re
from dataclasses import fields
from pathlib import Path

import pytest
from gridr_qgis.algorithms import help
from gridr_qgis.algorithms.parameters.values import is_advanced, is_optional
from gridr_qgis.core.grid_options import (
    ArraysJob,
    ConvertJob,
    GridJob,
    PointsJob,
    ReportJob,
    VectorsJob,
)
from gridr_qgis.core.options import Job, MaskJob
from gridr_qgis.gridr_plugin.provider import ALGORITHMS
from qgis.core import QgsApplication, QgsProcessingAlgorithm, QgsProcessingException
from qgis.PyQt.QtCore import QTranslator, QUrl

DELIBERATE = {
    "canExecute",
    "checkParameterValues",
    "createInstance",
    "displayName",
    "group",
    "groupId",
    "helpUrl",
    "icon",
    "initAlgorithm",
    "name",
    "prepareAlgorithm",
    "processAlgorithm",
    "shortDescription",
    "shortHelpString",
    "svgIconPath",
    "tags",
}


NAMES = {
    "gridresampling": """
        INPUT GRID INTERPOLATION
        GRID_ROW_BAND GRID_COL_BAND GRID_COL RESOLUTION_ROW RESOLUTION_COL CONVENTION
        SHIFT_ROW SHIFT_COL GRID_NODATA GRID_MASK GRID_MASK_BAND GRID_MASK_VALID
        BANDS SOURCE_VALIDITY SOURCE_MASK SOURCE_MASK_BAND SOURCE_MASK_VALID
        ANTIALIAS OVERSAMPLING_ROW OVERSAMPLING_COL
        BSPLINE_EPSILON BSPLINE_MASK_INFLUENCE BOUNDARY TRUST_PADDING
        VALID_POLYGONS INVALID_POLYGONS POLYGON_FRAME
        WINDOW_EXTENT WINDOW DATA_TYPE NODATA CREATION_OPTIONS
        MEMORY THREADS STRIP_ROWS TILE_ROWS TILE_COLS SCHEDULER
        OUTPUT OUTPUT_MASK""",
    "gridfromtransform": """
        INPUT TARGET_CRS TARGET_EXTENT PIXEL_SIZE TEMPLATE DEM
        METHOD SOURCE_CRS FIT HEIGHT DEM_BAND DEM_HEIGHTS DEM_OFFSET
        RESOLUTION_ROW RESOLUTION_COL TOLERANCE OPERATION
        OUTPUT OUTPUT_MASK""",
    "gridconvert": """
        INPUT FROM TO SOURCE
        COORDINATES SPACING RESOLUTION_ROW RESOLUTION_COL
        GRID_ROW_BAND GRID_COL_BAND GRID_COL
        GRID_NODATA GRID_MASK GRID_MASK_BAND GRID_MASK_VALID
        OUTPUT""",
    "gridtovector": """
        GRID INPUT FRAME DENSITY
        GRID_ROW_BAND GRID_COL_BAND GRID_COL RESOLUTION_ROW RESOLUTION_COL CONVENTION
        SHIFT_ROW SHIFT_COL GRID_NODATA GRID_MASK GRID_MASK_BAND GRID_MASK_VALID
        OUTPUT_NODES OUTPUT_MESH OUTPUT_WINDOW""",
    "gridfrompoints": """
        INPUT POINTS FIT TARGET_CRS TARGET_EXTENT PIXEL_SIZE TEMPLATE
        POINTS_CRS SOURCE_FRAME RESOLUTION_ROW RESOLUTION_COL TOLERANCE OPERATION
        OUTPUT OUTPUT_MASK OUTPUT_RESIDUALS OUTPUT_HTML""",
    "gridreport": """
        GRID INPUT INTERPOLATION
        GRID_ROW_BAND GRID_COL_BAND GRID_COL RESOLUTION_ROW RESOLUTION_COL CONVENTION
        SHIFT_ROW SHIFT_COL GRID_NODATA GRID_MASK GRID_MASK_BAND GRID_MASK_VALID
        BANDS BOUNDARY TRUST_PADDING TOLERANCE MEMORY THREADS
        OUTPUT_HTML""",
    "gridfromgeolocation": """
        INPUT X_RASTER Y_RASTER GLT_RASTER
        TARGET_CRS TARGET_EXTENT PIXEL_SIZE TEMPLATE
        X_BAND Y_BAND ARRAY_CRS ARRAY_CONVENTION
        LINE_OFFSET LINE_STEP PIXEL_OFFSET PIXEL_STEP SCAN_ROWS FILL_VALUE
        RESOLUTION_ROW RESOLUTION_COL TOLERANCE OPERATION
        OUTPUT OUTPUT_MASK""",
    "buildmask": """
        TEMPLATE VALID_POLYGONS INVALID_POLYGONS MASK MASK_BAND MASK_VALID
        POLYGON_FRAME RESOLUTION_ROW RESOLUTION_COL MEMORY THREADS
        OUTPUT""",
    "sampledata": "OUTPUT OUTPUT_GRID OUTPUT_POLYGONS",
    "environmentcheck": "CLEAR_CACHE COMPILE OUTPUT_HTML",
}
"""They live in models and scripts: a name may come, none may go or change."""

VISIBLE = {
    "gridresampling": "INPUT GRID INTERPOLATION OUTPUT OUTPUT_MASK",
    "gridfromtransform": "INPUT TARGET_CRS TARGET_EXTENT PIXEL_SIZE TEMPLATE DEM "
    "OUTPUT OUTPUT_MASK",
    "gridconvert": "INPUT FROM TO SOURCE OUTPUT",
    "gridtovector": "GRID INPUT FRAME DENSITY OUTPUT_NODES OUTPUT_MESH OUTPUT_WINDOW",
    "gridfrompoints": "INPUT POINTS FIT TARGET_CRS TARGET_EXTENT PIXEL_SIZE TEMPLATE "
    "OUTPUT OUTPUT_MASK OUTPUT_RESIDUALS OUTPUT_HTML",
    "gridreport": "GRID INPUT INTERPOLATION OUTPUT_HTML",
    "gridfromgeolocation": "INPUT X_RASTER Y_RASTER GLT_RASTER TARGET_CRS "
    "TARGET_EXTENT PIXEL_SIZE TEMPLATE OUTPUT OUTPUT_MASK",
    "buildmask": "TEMPLATE VALID_POLYGONS INVALID_POLYGONS MASK OUTPUT",
    "sampledata": "OUTPUT OUTPUT_GRID OUTPUT_POLYGONS",
    "environmentcheck": "CLEAR_CACHE COMPILE OUTPUT_HTML",
}
"""What the form shows before anything is unfolded."""

SUMMARY = {"ROWS", "COLS", "VALID_PIXELS", "VALID_PERCENT"}
OF_GRIDS = {
    *("OUTPUT", "OUTPUT_MASK", "RESOLUTION_ROW", "RESOLUTION_COL"),
    *("ERROR_MAX", "ERROR_99", "NODES", "MASKED_NODES", "INSIDE_PERCENT"),
}
RESULTS = {
    "gridresampling": {*SUMMARY, "OUTPUT", "OUTPUT_MASK"},
    "gridconvert": {
        *("OUTPUT", "OUTPUT_COMMAND", "RESOLUTION_ROW", "RESOLUTION_COL"),
        *("ERROR_MAX", "ERROR_99", "NODES", "DROPPED_NODES", "MASKED_NODES"),
    },
    "gridtovector": {
        *("OUTPUT_NODES", "OUTPUT_MESH", "OUTPUT_WINDOW"),
        *("INSIDE_NODES", "OUTSIDE_NODES", "MASKED_NODES"),
    },
    "gridfrompoints": {
        *OF_GRIDS,
        *("OUTPUT_RESIDUALS", "OUTPUT_HTML", "RMS", "RMS_LEFT_OUT", "WORST_POINT"),
    },
    "gridreport": {
        *("OUTPUT_HTML", "NODES", "MASKED_NODES", "INSIDE_PERCENT", "SCALE_MIN"),
        *("SCALE_MEDIAN", "SCALE_MAX", "ROTATION", "ALIASED_PERCENT", "FOLDED_CELLS"),
        *("ERROR_MAX", "SUGGESTED_RESOLUTION_ROW", "SUGGESTED_RESOLUTION_COL"),
        "MEMORY_NEEDED",
    },
    "gridfromtransform": OF_GRIDS,
    "gridfromgeolocation": OF_GRIDS,
    "buildmask": {*SUMMARY, "OUTPUT"},
    "sampledata": {"OUTPUT", "OUTPUT_GRID", "OUTPUT_POLYGONS"},
    "environmentcheck": {"OUTPUT_HTML", "TEXT", "PASSED"},
}
JOBS = {
    "gridresampling": Job,
    "gridfromtransform": GridJob,
    "gridconvert": ConvertJob,
    "gridtovector": VectorsJob,
    "gridfrompoints": PointsJob,
    "gridreport": ReportJob,
    "gridfromgeolocation": ArraysJob,
    "buildmask": MaskJob,
}
"""Forms with something to give, and what the engine gets of them."""


@pytest.fixture(params=ALGORITHMS, ids=lambda form: form.__name__)
def form(request, provider):
    return provider.algorithm(request.param().name())


@pytest.fixture(params=JOBS)
def job_form(request, provider):
    """A form that cannot run without parameters."""
    return provider.algorithm(request.param)


def test_provider_has_all_forms_and_nothing_else_but_models(provider):
    names = [form().name() for form in ALGORITHMS]
    forms = [a for a in provider.algorithms() if a.group() != "Models"]
    assert sorted(names) == sorted(form.name() for form in forms)


def test_id_is_lower_case_and_the_file_name(form):
    assert form.id() == f"gridr:{Path(inspect.getfile(type(form))).stem}"
    assert form.id() == form.id().lower()


def test_texts_are_there(form):
    assert form.displayName()
    assert form.group()
    assert form.groupId()
    assert form.tags()
    assert form.shortDescription()
    assert form.about().strip()
    assert form.helpUrl().startswith("https://")


def test_help_names_every_parameter(form):
    for definition in form.parameterDefinitions():
        assert definition.help().endswith("."), definition.name()
        assert definition.help() in form.shortHelpString()
        assert f"({definition.name()})" in form.shortHelpString()


def test_every_parameter_has_a_tooltip_of_its_own(form):
    tooltips = [definition.toolTip() for definition in form.parameterDefinitions()]
    for definition, tooltip in zip(form.parameterDefinitions(), tooltips):
        assert definition.help() in tooltip
    assert len(set(tooltips)) == len(tooltips)


def test_help_explains_every_choice(form):
    for definition in form.parameterDefinitions():
        if definition.type() == "enum" and definition.name() != "DATA_TYPE":
            for option in definition.options():
                assert re.search(rf"\b{option}\b", definition.help()), option


def test_labels_are_short_enough_for_the_dialog(form):
    for definition in form.parameterDefinitions():
        assert len(definition.description()) <= 60


def test_what_may_be_left_open_says_what_it_means_then(form):
    for definition in form.parameterDefinitions():
        if is_optional(definition) and not definition.isDestination():
            assert "Not set:" in definition.help(), definition.name()


def test_only_the_simple_case_is_not_folded_away(form):
    shown = [d.name() for d in form.parameterDefinitions() if not is_advanced(d)]
    assert shown == VISIBLE[form.name()].split()


def test_help_leads_to_the_page_of_the_algorithm(form, root, monkeypatch, tmp_path):
    assert (root / "docs" / f"{form.name()}.md").is_file()
    monkeypatch.setattr(help, "FOLDER", tmp_path)
    (tmp_path / f"{form.name()}.html").touch()
    assert QUrl(form.helpUrl()).toLocalFile() == str(tmp_path / f"{form.name()}.html")


def test_bands_follow_their_raster(form):
    rasters = {d.name() for d in form.parameterDefinitions() if d.type() == "raster"}
    for definition in form.parameterDefinitions():
        if definition.type() == "band":
            assert definition.parentLayerParameterName() in rasters


def test_help_has_no_line_breaks(form):
    assert "\n" not in form.shortHelpString()


def test_icon_exists_and_can_be_drawn(form):
    assert Path(form.svgIconPath()).is_file()
    assert not form.icon().pixmap(24, 24).toImage().isNull()


def test_destinations_are_outputs(form):
    outputs = {output.name() for output in form.outputDefinitions()}
    assert {d.name() for d in form.destinationParameterDefinitions()} <= outputs
    assert all(output.description() for output in form.outputDefinitions())


def test_names_are_those_of_the_released_form(form):
    given = [definition.name() for definition in form.parameterDefinitions()]
    assert given == NAMES[form.name()].split()
    results = {definition.name() for definition in form.outputDefinitions()}
    assert results == RESULTS[form.name()]


def test_values_that_pass_as_they_are_belong_to_parameters_and_to_the_job(job_form):
    names = {definition.name() for definition in job_form.parameterDefinitions()}
    assert set(job_form.FIELDS) <= names
    job = JOBS[job_form.name()]
    assert set(job_form.FIELDS.values()) <= {field.name for field in fields(job)}


def test_optional_parameters_without_default_are_those_a_model_may_skip(form):
    for definition in form.parameterDefinitions():
        default = definition.defaultValue()
        assert not (is_optional(definition) and default is not None)


def test_enumerations_are_static_strings(form):
    for definition in form.parameterDefinitions():
        if definition.type() == "enum":
            assert definition.usesStaticStrings()


def test_lists_show_words(form):
    for definition in form.parameterDefinitions():
        if definition.type() == "enum" and definition.name() != "DATA_TYPE":
            words = definition.metadata()["widget_wrapper"]["words"]
            assert len(words) == len(definition.options())
            assert not set(words) & set(definition.options())


def test_no_parameters_are_refused_with_a_sentence(job_form, qgis_processing):
    import processing

    with pytest.raises(QgsProcessingException, match=r"\(\w+\) is not given\."):
        processing.run(job_form.id(), {})


def test_no_parameters_without_check_end_as_an_error(job_form, context, feedback):
    _, ok = job_form.run({}, context, feedback)
    assert not ok
    assert "is not given." in feedback.errors[0]


@pytest.mark.parametrize("cls", ALGORITHMS)
def test_nothing_of_qgis_is_overridden_by_accident(cls):
    ours = {
        name
        for owner in cls.__mro__[: cls.__mro__.index(QgsProcessingAlgorithm)]
        for name in vars(owner)
        if not name.startswith("__")
    }
    assert ours & set(dir(QgsProcessingAlgorithm)) <= DELIBERATE


def test_texts_to_translate_are_literals(root):
    """Translators get what tools/translations.py finds: literals, none in f-strings."""
    for folder in ("algorithms", "gridr_plugin"):
        for path in sorted((root / folder).rglob("*.py")):
            tree = ast.parse(path.read_text(encoding="utf-8"))
            hidden = [call for node in ast.walk(tree) for call in calls_of_tr(node)
                      if isinstance(node, ast.JoinedStr)]  # fmt: skip
            for call in calls_of_tr(tree):
                where = f"{path.name}, line {call.lineno}"
                assert isinstance(call.args[0], ast.Constant), where
                assert len(call.args) == 1, where
                assert call not in hidden, where


def calls_of_tr(tree):
    """Return the calls of `tr` in a part of a program."""
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    return [call for call in calls if ast.unparse(call.func) == "tr"]


def words_of(definition):
    """Return what the list of a choice shows."""
    if getattr(definition, "type", str)() != "enum":
        return []
    return definition.metadata().get("widget_wrapper", {}).get("words", [])


class Marks(QTranslator):
    """Puts each text of ours in angles instead of translating it."""

    def translate(self, context, text, *_):
        return f"\u2039{text}\u203a" if context == "gridr" else None


def test_every_text_of_a_form_can_be_translated(form):
    marks = Marks()
    QgsApplication.installTranslator(marks)
    try:
        marked = form.create()
        definitions = [*marked.parameterDefinitions(), *marked.outputDefinitions()]
        texts = [marked.displayName(), marked.group(), marked.shortDescription()]
        texts += [marked.about(), ",".join(marked.tags())]
        texts += [definition.description() for definition in definitions]
        texts += [definition.help() for definition in marked.parameterDefinitions()]
        texts += [word for each in definitions for word in words_of(each)]
    finally:
        QgsApplication.removeTranslator(marks)
    for text in texts:
        rest, left = None, text
        while rest != left:
            rest, left = left, re.sub("\u2039[^\u2039\u203a]*\u203a", "", left)
        assert left == "", text
