"""What sentences call parameters: labels and names, in models labels alone."""

import pytest
from gridr_qgis.algorithms.wording import Wording
from helpers.data import noise, write_raster
from qgis.core import QgsExpressionContextScope, QgsProcessingException

LACKS = (
    " The model has no field for this ({}): set it in the step Grid from georeference, "
    "control points or RPCs of the model, or run that by itself."
)


@pytest.fixture
def wording(provider, context):
    """Function: variables of a model -> the wording of a step in it."""

    def wording(*variables):
        scope = QgsExpressionContextScope()
        for name in variables:
            scope.setVariable(name, "anything")
        context.expressionContext().appendScope(scope)
        return Wording(provider.algorithm("gridfromtransform"), context)

    return wording


CASES = {
    "Give it as SOURCE_CRS (src_crs).": (
        "Give it as Source: coordinate system (SOURCE_CRS).",
        "Give it as Source: coordinate system.",
        "Source: coordinate system",
    ),
    "Source raster (INPUT) cannot be read.": (
        "Source raster (INPUT) cannot be read.",
        "Source raster cannot be read.",
        "Source raster",
    ),
    "Give RESOLUTION_ROW and RESOLUTION_COL (row_step, col_step).": (
        "Give Resolution in rows [target pixels] (RESOLUTION_ROW) and Resolution in "
        "columns [target pixels] (RESOLUTION_COL).",
        "Give Resolution in rows [target pixels] and Resolution in columns [target "
        "pixels].",
        "Resolution in rows [target pixels], Resolution in columns [target pixels]",
    ),
    "The DEM has no heights (DEM_OFFSET).": (
        "The DEM has no heights (DEM_OFFSET).",
        "The DEM has no heights (DEM: offset [m]).",
        "DEM: offset [m]",
    ),
    r"'/x/OUTPUT.tif', C:\OUTPUT\a and /INPUT/b-DEM.tif: choose METHOD.": (
        r"'/x/OUTPUT.tif', C:\OUTPUT\a and /INPUT/b-DEM.tif: choose Source: placed by "
        "(METHOD).",
        r"'/x/OUTPUT.tif', C:\OUTPUT\a and /INPUT/b-DEM.tif: choose Source: placed by.",
        "Source: placed by",
    ),
    "Tags GRID_RESOLUTION_ROW and no names.": (
        "Tags GRID_RESOLUTION_ROW and no names.",
        "Tags GRID_RESOLUTION_ROW and no names.",
        "",
    ),
}
"""A sentence -> the same alone, in a model, and which fields it asks for."""


@pytest.mark.parametrize("text", CASES)
def test_names_are_told_with_labels_and_in_models_as_labels(wording, text):
    alone, words, labels = CASES[text]
    by_itself, in_model = wording(), wording("model_name")
    assert (by_itself.words(text), by_itself.advice(text)) == (alone, alone)
    assert in_model.words(text) == words
    assert in_model.advice(text) == words + (LACKS.format(labels) if labels else "")


def test_what_the_model_has_is_not_said_to_be_lacking(wording):
    in_model = wording("model_name", "SOURCE_CRS")
    text = "Give it as SOURCE_CRS (src_crs)."
    assert in_model.advice(text) == "Give it as Source: coordinate system."


def test_mistake_in_a_model_of_ours_is_told_in_words(
    provider, qgis_processing, feedback, tmp_path
):
    import processing

    scene = write_raster(tmp_path / "scene.tif", noise((1, 20, 30), "uint8"))
    given = {"INPUT": scene, "TARGET_CRS": "EPSG:32631"}
    outputs = dict.fromkeys(["grid:GRID", "scene:OUTPUT"], "TEMPORARY_OUTPUT")
    with pytest.raises(QgsProcessingException) as caught:
        processing.run("gridr:swathtomap", {**given, **outputs}, feedback=feedback)
    told = " ".join([str(caught.value), *feedback.errors])
    assert "Give Array of x or longitude and Array of y or latitude" in told
    assert "X_RASTER" not in told
    assert "x_raster" not in told
    assert "The model has no field" not in told
