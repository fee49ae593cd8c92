"""Write the models that the plugin ships: steps, parameters and help in one place.

Run by `make models`, which also makes Qt write attributes in the same order each time.
With QGIS 3.22: results of a model that a newer QGIS makes have other names, and those
of ours live in people's scripts.
"""

from __future__ import annotations

import os

from checkout import ROOT, load
from qgis.analysis import QgsNativeAlgorithms
from qgis.core import (
    QgsApplication,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildDependency,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProcessingModelParameter,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterNumber,
)
from qgis.PyQt.QtCore import QPointF

FOLDER = ROOT / "models"
FORM = "gridr:gridresampling"
STATIC = QgsProcessingModelChildParameterSource.fromStaticValue
PARAMETER = QgsProcessingModelChildParameterSource.fromModelParameter
RESULT = QgsProcessingModelChildParameterSource.fromChildOutput
EXPRESSION = QgsProcessingModelChildParameterSource.fromExpression
TARGET = ("TARGET_CRS", "TARGET_EXTENT", "PIXEL_SIZE", "TEMPLATE")
RESOLUTION = ("RESOLUTION_ROW", "RESOLUTION_COL")
LEAST_PERCENT = 50
"""Of a quick look that is valid, for its scene to follow."""


def tr(text: str) -> str:
    """Mark `text` for translators: the plugin translates it when it loads a model."""
    return text


ENOUGH = tr("enough of the quick look is valid")
TOO_FEW = tr("too little is valid: the scene is left out")
"""Conditions, which the log calls by their names."""


def polygon_resampling() -> QgsProcessingModelAlgorithm:
    """Build a mask of polygons, then resample with it."""
    model = new_model(
        tr("Resample inside polygons"),
        tr("Builds a source mask of polygons and resamples with it."),
        tr(
            "<p>Resamples a raster through a grid where its pixels lie inside polygons "
            "of one layer and outside those of another. The mask is built once, in the "
            "geometry of the source, and may be kept: other runs on the same source "
            "can take it as their source mask.</p>"
            "<p>A model of two steps, <i>Build mask</i> and <i>Resample raster through "
            "a grid</i>. "
            "To build on it, right-click it in the toolbox and choose <i>Copy to My "
            "Models</i>.</p>"
        ),
        tr(
            "model,grid,resample,resampling,warp,validity mask,polygon,clip,cut,"
            "nodata,CNES"
        ),
    )
    inputs = ["INPUT", "GRID", "VALID_POLYGONS", "INVALID_POLYGONS", "INTERPOLATION"]
    add_parameters(model, [form_parameter(name) for name in [*inputs, *RESOLUTION]])
    require(model, "VALID_POLYGONS")
    polygons = ("VALID_POLYGONS", "INVALID_POLYGONS")
    for name in polygons:
        unfold(model, name)
    sources = {"TEMPLATE": PARAMETER("INPUT"), **passed_on(*polygons)}
    mask = step("gridr:buildmask", "mask", sources, row=1)
    add_output(mask, "OUTPUT", "SOURCE_MASK", tr("Source mask"))
    model.addChildAlgorithm(mask)
    sources = {
        **passed_on("INPUT", "GRID", "INTERPOLATION", *RESOLUTION),
        "SOURCE_MASK": RESULT("mask", "OUTPUT"),
    }
    scene = step(FORM, "scene", sources, row=2)
    add_output(scene, "OUTPUT", "OUTPUT", tr("Resampled raster"))
    add_output(scene, "OUTPUT_MASK", "OUTPUT_MASK", tr("Validity mask"))
    model.addChildAlgorithm(scene)
    return model


def quicklook_resampling() -> QgsProcessingModelAlgorithm:
    """Resample a quick look, and the scene if enough of that is valid."""
    model = new_model(
        tr("Resample after a quick look"),
        tr("Resamples all of a scene only if enough of its quick look is valid."),
        tr(
            "<p>Resamples a quick look first: one pixel per node of the grid, by "
            "nearest. Only if enough of it is valid the scene follows, in full "
            "resolution; otherwise the log says how much is valid. In a batch over "
            "many scenes and grids this leaves out those that hardly meet.</p>"
            "<p>The coarser the grid, the smaller the quick look: at resolution 10 it "
            "has a hundredth of the pixels, at resolution 1 as many as the scene.</p>"
            "<p>A model of <i>Resample raster through a grid</i>, twice, and a "
            "<i>Conditional branch</i>. "
            "To build on it, right-click it in the toolbox and choose <i>Copy to My "
            "Models</i>.</p>"
        ),
        tr(
            "model,grid,resample,resampling,warp,quick look,quicklook,preview,batch,"
            "CNES"
        ),
    )
    minimum = QgsProcessingParameterNumber(
        "MINIMUM",
        tr("Least share of valid pixels (percent)"),
        defaultValue=LEAST_PERCENT,
        minValue=0,
        maxValue=100,
    )
    minimum.setHelp(
        tr("The scene is resampled if at least so much of the quick look is valid.")
    )
    inputs = [form_parameter(name) for name in ("INPUT", "GRID", "INTERPOLATION")]
    steps = [form_parameter(name) for name in RESOLUTION]
    add_parameters(model, [*inputs, minimum, *steps])
    sources = {
        **passed_on("INPUT", "GRID"),
        **{name: STATIC(1) for name in RESOLUTION},
        "INTERPOLATION": STATIC("nearest"),
    }
    quicklook = step(FORM, "quicklook", sources, row=1)
    add_output(quicklook, "OUTPUT", "QUICK_LOOK", tr("Quick look"))
    model.addChildAlgorithm(quicklook)
    condition = step("native:condition", "condition", {}, row=2, after=["quicklook"])
    valid = "@quicklook_VALID_PERCENT"
    # scripts that leave it out do not get the default of the model
    least = f"coalesce(@MINIMUM, {LEAST_PERCENT})"
    condition.setConfiguration(
        {
            "conditions": [
                {"name": ENOUGH, "expression": f"{valid} >= {least}"},
                {"name": TOO_FEW, "expression": f"{valid} < {least}"},
            ]
        }
    )
    model.addChildAlgorithm(condition)
    scene = step(
        FORM,
        "scene",
        passed_on("INPUT", "GRID", "INTERPOLATION", *RESOLUTION),
        row=3,
        after=[("condition", ENOUGH)],
    )
    add_output(scene, "OUTPUT", "OUTPUT", tr("Resampled raster"))
    add_output(scene, "OUTPUT_MASK", "OUTPUT_MASK", tr("Validity mask"))
    model.addChildAlgorithm(scene)
    return model


def orthorectification() -> QgsProcessingModelAlgorithm:
    """Make a grid of RPCs over a DEM, then resample through it."""
    model = new_model(
        tr("Orthorectify with RPCs and a DEM"),
        tr("Brings a satellite image with RPCs to the map, over the heights of a DEM."),
        tr(
            "<p>Brings an image that has rational polynomials (RPCs), as satellite "
            "images have them, to a map: makes the grid over the heights of a DEM, "
            "then resamples through it. Without a DEM all of it lies at the mean "
            "height of the RPCs. The grid is as coarse as it may be with positions off "
            "by 0.05 source pixels at most; the log tells how exact it is.</p>"
            "<p>A model of two steps, <i>Grid from georeference, control points or "
            "RPCs</i> and <i>Resample raster through a grid</i>. "
            "To build on it, right-click it in the toolbox and choose <i>Copy to My "
            "Models</i>.</p>"
        ),
        tr(
            "model,orthorectify,orthorectification,orthoimage,RPC,"
            "rational polynomial,DEM,DTM,DSM,satellite,reproject,reprojection,"
            "georeference,georeferencing,warp,Pleiades,SPOT,CNES"
        ),
    )
    made = ["INPUT", "DEM", "DEM_HEIGHTS", *TARGET]
    add_target_and_scene(
        model, "gridr:gridfromtransform", made, {"METHOD": STATIC("rpc")}
    )
    unfold(model, "DEM_HEIGHTS")
    return model


def registration() -> QgsProcessingModelAlgorithm:
    """Make a grid of control points, then resample through it."""
    model = new_model(
        tr("Register with control points"),
        tr("Brings a scan or a photo to the map by control points of a file."),
        tr(
            "<p>Brings an image to a map by control points, such as QGIS's "
            "Georeferencer saves (.points) or a CSV file holds them: makes the grid "
            "that the chosen fit gives, then resamples through it. The report tells "
            "how well each point fits, and how well the others foretell it: look at it "
            "before you trust the result.</p>"
            "<p>A model of two steps, <i>Grid from control points</i> and <i>Resample "
            "raster through a grid</i>. "
            "To build on it, right-click it in the toolbox and choose <i>Copy to My "
            "Models</i>.</p>"
        ),
        tr(
            "model,register,registration,coregister,coregistration,co-registration,"
            "georeference,georeferencing,georeferencer,ground control points,GCP,"
            "tie points,scan,rectify,warp,CNES"
        ),
    )
    made = ["INPUT", "POINTS", "FIT", "POINTS_CRS", *TARGET]
    grid = add_target_and_scene(model, "gridr:gridfrompoints", made, {})
    add_output(grid, "OUTPUT_HTML", "REPORT", tr("Report on the control points"))
    model.setChildAlgorithm(grid)
    return model


def swath_to_map() -> QgsProcessingModelAlgorithm:
    """Make a grid of geolocation arrays, then resample through it."""
    model = new_model(
        tr("Swath to map"),
        tr("Brings a swath with longitudes and latitudes of its pixels to the map."),
        tr(
            "<p>Brings a swath, as scanners on satellites see it, to a map: makes the "
            "grid of the longitudes and latitudes that come with it, then resamples "
            "through it, by nearest unless another interpolation is chosen: across the "
            "edges of scans others mix what does not lie side by side. Scans that "
            "overlap (bow-tie) are found by themselves.</p>"
            "<p>A GLT, and arrays with the places of every n-th pixel only, are for "
            "<i>Grid from geolocation arrays</i> by itself.</p>"
            "<p>A model of two steps, <i>Grid from geolocation arrays</i> and "
            "<i>Resample raster through a grid</i>. "
            "To build on it, right-click it in the toolbox and choose <i>Copy to My "
            "Models</i>.</p>"
        ),
        tr(
            "model,swath,geolocation,longitude,latitude,netCDF,HDF,MODIS,VIIRS,"
            "Sentinel-3,bow-tie,georeference,georeferencing,reproject,reprojection,"
            "warp,CNES"
        ),
    )
    made = ["INPUT", "X_RASTER", "Y_RASTER", "ARRAY_CRS", *TARGET]
    add_target_and_scene(model, "gridr:gridfromgeolocation", made, {}, "nearest")
    return model


def add_target_and_scene(
    model: QgsProcessingModelAlgorithm,
    algorithm: str,
    names: list[str],
    more: dict[str, QgsProcessingModelChildParameterSource],
    interpolation: str | None = None,
) -> QgsProcessingModelChildAlgorithm:
    """Add the two steps that bring a source to a map; return that of the grid.

    Parameters
    ----------
    algorithm : str
        Makes the grid.
    names : list of str
        Parameters of it that the model passes on.
    more : dict
        Others of its parameters.
    interpolation : str
        Default of the model; None: that of the form.
    """
    definitions = [form_parameter(name, algorithm) for name in names]
    definitions[0].setHelp(tr("Raster that is brought to the map, all bands of it."))
    method = form_parameter("INTERPOLATION")
    if interpolation is not None:
        method.setDefaultValue(interpolation)
    add_parameters(model, [*definitions, method])
    grid = step(algorithm, "grid", {**passed_on(*names), **more}, row=1)
    add_output(grid, "OUTPUT", "GRID", tr("Grid"))
    model.addChildAlgorithm(grid)
    sources = {**passed_on("INPUT", "INTERPOLATION"), "GRID": RESULT("grid", "OUTPUT")}
    if interpolation is not None:
        # scripts that leave it out do not get the default of the model
        text = f"coalesce(@INTERPOLATION, '{interpolation}')"
        sources["INTERPOLATION"] = EXPRESSION(text)
    scene = step(FORM, "scene", sources, row=2)
    add_output(scene, "OUTPUT", "OUTPUT", tr("Resampled raster"))
    add_output(scene, "OUTPUT_MASK", "OUTPUT_MASK", tr("Validity mask"))
    model.addChildAlgorithm(scene)
    return grid


MODELS = {
    "orthorectification": orthorectification,
    "polygonresampling": polygon_resampling,
    "quicklookresampling": quicklook_resampling,
    "registration": registration,
    "swathtomap": swath_to_map,
}
"""Name of the file, which is the id -> function that makes the model."""


def new_model(
    name: str, summary: str, about: str, tags: str
) -> QgsProcessingModelAlgorithm:
    """Return a model with its texts."""
    model = QgsProcessingModelAlgorithm(name, tr("Models"))
    texts = {"ALG_DESC": about, "SHORT_DESCRIPTION": summary, "TAGS": tags}
    model.setHelpContent(texts)
    return model


def form_parameter(name: str, form: str = FORM) -> QgsProcessingParameterDefinition:
    """Return a parameter as a form has it."""
    form = QgsApplication.processingRegistry().algorithmById(form)
    return form.parameterDefinition(name).clone()


def add_parameters(
    model: QgsProcessingModelAlgorithm,
    definitions: list[QgsProcessingParameterDefinition],
) -> None:
    """Add the parameters in a row at the top of the designer's picture."""
    from gridr_qgis.algorithms.parameters.kinds import list_words, without_words

    for definition in definitions:
        # the model adds the words of lists in the user's language
        plain = without_words(definition.help(), list_words(definition))
        definition.setHelp(plain)
    for number, definition in enumerate(definitions):
        component = QgsProcessingModelParameter(definition.name())
        component.setPosition(QPointF(120 + 220 * number, 60))
        model.addModelParameter(definition, component)
    model.setParameterOrder([definition.name() for definition in definitions])
    # QGIS 3.22 does not store the help of the parameters themselves
    texts = {definition.name(): definition.help() for definition in definitions}
    model.setHelpContent({**model.helpContent(), **texts})


def require(model: QgsProcessingModelAlgorithm, name: str) -> None:
    """Make a parameter of the form a duty of the model."""
    _drop_flag(model, name, QgsProcessingParameterDefinition.Flag.FlagOptional)


def unfold(model: QgsProcessingModelAlgorithm, name: str) -> None:
    """Show a parameter that is folded away in the form."""
    _drop_flag(model, name, QgsProcessingParameterDefinition.Flag.FlagAdvanced)


def _drop_flag(model: QgsProcessingModelAlgorithm, name: str, flag) -> None:
    definition = model.parameterDefinition(name)
    definition.setFlags(definition.flags() & ~flag)


def passed_on(*names: str) -> dict[str, QgsProcessingModelChildParameterSource]:
    """Return parameters of the model as those of a step with the same names."""
    return {name: PARAMETER(name) for name in names}


def step(
    algorithm: str,
    name: str,
    sources: dict[str, QgsProcessingModelChildParameterSource],
    row: int,
    col: int = 1,
    after: list | None = None,
) -> QgsProcessingModelChildAlgorithm:
    """Return a step.

    Parameters
    ----------
    name : str
        Its id and, for expressions, the beginning of the names of its results.
    row, col : int
        Its place in the designer's picture.
    after : list
        Names of steps to wait for, or (name, branch) of a conditional branch.
    """
    child = QgsProcessingModelChildAlgorithm(algorithm)
    child.setChildId(name)
    child.setDescription(name)
    child.setPosition(QPointF(450 * col, 60 + 140 * row))
    for parameter, source in {**defaults(algorithm), **sources}.items():
        child.addParameterSources(parameter, [source])
    waits = [(other, "") if isinstance(other, str) else other for other in after or []]
    child.setDependencies([QgsProcessingModelChildDependency(*wait) for wait in waits])
    return child


def defaults(algorithm: str) -> dict[str, QgsProcessingModelChildParameterSource]:
    """Return the values that a step says itself, else the designer calls it invalid."""
    form = QgsApplication.processingRegistry().algorithmById(algorithm)
    optional = QgsProcessingParameterDefinition.Flag.FlagOptional
    return {
        definition.name(): STATIC(definition.defaultValue())
        for definition in form.parameterDefinitions()
        if definition.defaultValue() is not None and not definition.flags() & optional
    }


def add_output(
    child: QgsProcessingModelChildAlgorithm, result: str, name: str, label: str
) -> None:
    """Make a result of a step one of the model, optional if the step says so."""
    outputs = child.modelOutputs()
    output = QgsProcessingModelOutput(name, label)
    output.setChildId(child.childId())
    output.setChildOutputName(result)
    output.setPosition(child.position() + QPointF(260, 60 + 60 * len(outputs)))
    child.setModelOutputs({**outputs, name: output})


def main():
    """Start QGIS without its window and write all models."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    QgsApplication.setTranslation("en")  # whoever makes them
    application = QgsApplication([], False)
    application.initQgis()
    registry = QgsApplication.processingRegistry()
    registry.addProvider(QgsNativeAlgorithms(registry))
    load()
    from gridr_qgis import classFactory

    plugin = classFactory(None)
    plugin.initProcessing()
    for name, make in MODELS.items():
        make().toFile(str(FOLDER / f"{name}.model3"))
    plugin.unload()
    application.exitQgis()


if __name__ == "__main__":
    main()
