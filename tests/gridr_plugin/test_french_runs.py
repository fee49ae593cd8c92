"""Runs of the forms in a French QGIS: all that the engine says is French."""

import string
from pathlib import Path

import pytest
import rasterio
import translations as script
from gridr_qgis.algorithms import base, texts
from gridr_qgis.core.message import Message
from helpers.data import noise, write_raster
from helpers.points import control, write_points
from helpers.qgis_fixtures import Log
from helpers.swaths import Scanner, write_swath
from qgis.core import (
    QgsApplication,
    QgsExpressionContextScope,
    QgsProcessingContext,
    QgsProcessingException,
)
from qgis.PyQt.QtCore import QSettings
from rasterio.transform import Affine

I18N = Path(__file__).resolve().parents[2] / "i18n"
NBSP = "\u00a0"
GEOREFERENCE = {
    "transform": Affine(50, 0, 500_000, 0, -40, 4_600_000),
    "crs": "EPSG:32631",
}


@pytest.fixture(scope="module")
def french():
    """Dictionary: text -> its translation."""
    return script.translations(I18N / "gridr_qgis_fr.ts")


@pytest.fixture
def told(speak, french, monkeypatch):
    """What the engine says in a French QGIS, each of it as words of a translation."""
    speak("fr")
    said = []

    def worded(message):
        assert isinstance(message, Message), message
        check(message, french)
        said.append(message)
        return texts.worded(message)

    monkeypatch.setattr(base, "worded", worded)
    return said


def check(message, french):
    """Refuse messages, at any depth, that have words and no translation."""
    if script.has_words(message.template):
        assert message.template in french, message.template
        assert texts.translated(message.template) == french[message.template]
    for value in message.values.values():
        if isinstance(value, Message):
            check(value, french)


@pytest.fixture
def run(told, qgis_processing):
    """Function: name of a form, parameters -> its log, in which all came from core."""
    import processing

    def run(name, **parameters):
        told.clear()
        log = Log()
        processing.run(f"gridr:{name}", parameters, feedback=log)
        assert not log.errors
        words = [texts.worded(message) for message in told]
        assert set(words) <= {*log.infos, *log.warnings}
        english = [message for message in told if texts.worded(message) == message]
        assert [m for m in english if script.has_words(m.template)] == []
        return log

    return run


@pytest.fixture
def refuse(told, qgis_processing):
    """Function: name of a form, parameters -> with what sentence it refuses them."""
    import processing

    def refuse(name, **parameters):
        with pytest.raises(QgsProcessingException) as caught:
            processing.run(f"gridr:{name}", parameters, feedback=Log())
        return str(caught.value).rpartition("\n")[2]  # QGIS's own words go before

    return refuse


@pytest.fixture
def dst(tmp_path):
    return str(tmp_path / "dst.tif")


def test_a_run_is_told_in_french(run, scene, grid, dst):
    log = run("gridresampling", INPUT=scene, GRID=grid, OUTPUT=dst)
    lines = {line.partition(NBSP)[0]: line for line in log.infos}
    assert lines["Source"] == (
        f"Source{NBSP}: 30 lignes x 40 colonnes, bande(s) 1, 2, 3 sur 3."
    )
    assert (
        "résolution 4 x 5 (pixels de sortie d'un nœud au suivant)." in lines["Grille"]
    )
    assert f"(par défaut{NBSP}: 1 et 2)" in lines["Nœuds"]
    assert f"résolution{NBSP}: métadonnée." in lines["Nœuds"]
    assert "21 lignes x 31 colonnes, 3 bande(s) de uint16" in lines["Sortie"]
    assert f"nodata (0){'.'}" in " ".join(log.infos)
    assert "WGS 84 / UTM zone 31N (EPSG:32631)" in lines["Géoréférencement"]
    assert lines["Géoréférencement"].count("mètre(s)") == 1
    assert " pixels sur 651 (" in lines["Valides"]
    assert "Mio" in lines["Mémoire"]


def test_warnings_are_french(run, scene, grid, dst, tmp_path):
    log = run(
        "gridresampling",
        **{"INPUT": scene, "GRID": grid, "OUTPUT": dst, "RESOLUTION_ROW": 40},
    )
    (tags, resolution) = log.warnings
    assert tags.startswith(
        "Les métadonnées de la grille disent GRID_RESOLUTION_ROW = 4 et "
        "GRID_RESOLUTION_COL = 5, mais une résolution de 40 x 5 "
    )
    assert resolution.startswith("La résolution de la grille semble fausse")
    with rasterio.open(grid) as dataset:
        nodes = (dataset.read() - 15) * 2 + 15
    coarse = write_raster(tmp_path / "coarse.tif", nodes, **GEOREFERENCE)
    steps = {"RESOLUTION_ROW": 4, "RESOLUTION_COL": 5}
    log = run("gridresampling", INPUT=scene, GRID=coarse, OUTPUT=dst, **steps)
    (aliasing,) = [line for line in log.warnings if "Repliement" in line]
    assert f"100.0{NBSP}% des mailles de la grille ont plus de 1.5 pixels" in aliasing
    assert "ANTIALIAS = lanczos" in aliasing
    assert "Si la sortie doit être aussi fine que la source" in aliasing


def test_errors_are_french(refuse, scene, grid, dst):
    given = {"INPUT": scene, "GRID": grid, "OUTPUT": dst}
    assert refuse("gridresampling", **{**given, "GRID": scene + "x"}) == (
        f"Raster de grille (GRID) ne peut pas être lu comme raster{NBSP}: {scene}x. "
        "Donner un fichier raster ou une couche raster du projet."
    )
    said = refuse("gridresampling", **{**given, "WINDOW": "0,99,0,9"})
    assert said == (
        "Les lignes 0 à 99 de la fenêtre dépassent de la sortie, dont les lignes vont "
        "de 0 à 20. Donner une fenêtre qui s'y trouve entièrement."
    )
    said = refuse("gridresampling", **{**given, "BANDS": [7]})
    assert said.startswith(f"La bande 7 n'existe pas (source){NBSP}: {scene!r} a les ")
    said = refuse("gridresampling", **{**given, "THREADS": 0})
    assert said.startswith(
        f"Exécution{NBSP}: nombre de threads (THREADS) doit être un nombre entier "
        "supérieur ou égal à 1 ou"
    )
    said = refuse("gridresampling", **{**given, "OUTPUT": scene})
    assert "et est aussi une entrée de cette exécution." in said


def test_a_step_of_a_model_says_the_words_of_forms(speak, qgis_app):
    context = QgsProcessingContext()
    scope = QgsExpressionContextScope()
    scope.setVariable("model_name", "anything")
    context.expressionContext().appendScope(scope)
    form = speak("fr").provider.algorithm("gridfromtransform")
    message = Message(
        "The {of} of the source {name!r} has no coordinate system (CRS). Give it as "
        "SOURCE_CRS (src_crs).",
        of=Message("geotransform"),
        name="a.tif",
    )
    told = base.Wording(form, context).advice(texts.worded(message))
    label = f"Source{NBSP}: système de coordonnées"
    assert told.startswith(
        f"Pas de système de coordonnées (SCR) pour{NBSP}: géotransformation de la "
        f"source 'a.tif'. Le donner par {label}. Le modèle n'a pas de champ pour cela "
        f"({label})"
    )


def test_other_forms_are_told_in_french(run, scene, grid, dst, tmp_path):
    log = run("buildmask", TEMPLATE=grid, RESOLUTION_ROW=3, OUTPUT=dst)
    assert f"Sortie{NBSP}: masque de 16 lignes x 7 colonnes" in " ".join(log.infos)
    log = run("gridreport", INPUT=scene, GRID=grid, OUTPUT_HTML=f"{dst}.html")
    assert any(line.startswith(f"Terminé en 0{'.'}") for line in log.infos)
    made = tmp_path / "made.tif"
    log = run("gridconvert", INPUT=grid, TO="displacement", OUTPUT=str(made))
    assert "espacés de 4 x 5 pixels de sortie, en displacement" in " ".join(log.infos)
    log = run(
        "gridtovector",
        **{"INPUT": scene, "GRID": grid, "OUTPUT_NODES": "TEMPORARY_OUTPUT"},
    )
    assert f"Dessinés{NBSP}: toutes les lignes et colonnes" in " ".join(log.infos)


def test_grids_are_made_in_french(run, dst, tmp_path):
    placed = tmp_path / "placed.tif"
    write_raster(placed, noise((1, 40, 50)), **GEOREFERENCE)
    log = run(
        "gridfromtransform",
        **{"INPUT": str(placed), "TARGET_CRS": "EPSG:4326", "OUTPUT": dst},
    )
    said = " ".join(log.infos)
    assert f"La source est géoréférencée par{NBSP}: géotransformation." in said
    assert f"Cible{NBSP}: " in said
    points = write_points(tmp_path / "own.points", control(12))
    scan = write_raster(tmp_path / "scan.tif", noise((1, 60, 80)))
    log = run("gridfrompoints", INPUT=scan, POINTS=points, OUTPUT=dst)
    said = " ".join(log.infos)
    assert "12 points sur 12, ajustement" in said
    assert f"Résidus{NBSP}: " in said
    swath = write_swath(tmp_path, Scanner(height=10))
    log = run("gridfromgeolocation", INPUT=swath[0], OUTPUT=dst)
    assert "Balayages de 10 lignes (comme les tableaux le montrent)" in " ".join(
        log.infos
    )


def test_the_environment_is_checked_in_french(run, dst):
    log = run("environmentcheck", OUTPUT_HTML=f"{dst}.html")
    assert any(line.startswith(f"Machine{NBSP}: ") for line in log.infos)
    assert any("Test de linear par NumPy" in line for line in log.infos)


def test_the_text_for_a_bug_report_stays_english(told, qgis_processing):
    import processing

    text = processing.run("gridr:environmentcheck", {}, feedback=Log())["TEXT"]
    assert "Test of linear by NumPy: passed (" in text


def test_values_of_translations_are_those_of_the_message(told):
    message = Message("{count} points of {total}, fit {fit} in {crs}.",
                      count=3, total=4, fit=Message("linear"), crs="{x}")  # fmt: skip
    assert texts.worded(message) == (
        f"3 points sur 4, ajustement{NBSP}: linéaire, dans {{x}}."
    )
    assert texts.worded("no message {x}") == "no message {x}"


def test_every_template_formats(french):
    """A translation with a field that its text lacks would end a run."""
    for text, translation in french.items():
        if "{" in text and script.has_words(text) and "COMPRESS" not in text:
            fields = {name for _, name, _, _ in string.Formatter().parse(text)}
            values = dict.fromkeys(fields - {None, ""}, 1.0)
            try:
                text.format_map(values)
            except (ValueError, IndexError):  # of whole numbers, or no template
                continue
            assert translation.format_map(values)


def test_qgis_process_is_french(profile, qgis_process, scene, grid, dst):
    ini = QSettings(str(profile / "QGIS" / "QGIS3.ini"), QSettings.Format.IniFormat)
    ini.setValue("locale/overrideFlag", True)
    ini.setValue("locale/userLocale", "fr")
    ini.sync()
    try:
        done = qgis_process(
            *("run", "gridr:gridresampling", f"--INPUT={scene}", f"--GRID={grid}"),
            f"--OUTPUT={dst}",
        )
    finally:
        for name in ("overrideFlag", "userLocale"):
            ini.remove(f"locale/{name}")
        ini.sync()
    assert done.returncode == 0, done.stdout + done.stderr
    assert f"Source{NBSP}: 30 lignes x 40 colonnes, bande(s) 1, 2, 3" in done.stdout
    assert "Valid:" not in done.stdout


def test_the_translation_is_gone_afterwards(qgis_app):
    assert QgsApplication.translate("gridr", "row") == "row"
