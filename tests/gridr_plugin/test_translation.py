"""The translations in i18n/: complete, in step with the code, and seen by users."""

import re
import string
import subprocess
import xml.etree.ElementTree as ET
from collections import Counter
from pathlib import Path

import pytest
import translations as script
from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QTranslator

I18N = Path(__file__).resolve().parents[2] / "i18n"
FILES = sorted(I18N.glob("*.ts"))
NBSP = "\u00a0"


@pytest.fixture(scope="module", params=FILES, ids=lambda path: path.stem)
def path(request):
    return request.param


@pytest.fixture(scope="module")
def translated(path):
    """Dictionary: text -> its finished translation."""
    return script.translations(path)


def test_french_is_there():
    assert "gridr_qgis_fr" in {path.stem for path in FILES}


def test_file_has_the_texts_of_the_code_and_no_others(path, translated):
    sources = [source.text for source in ET.parse(path).iter("source")]
    assert sources == script.texts(), "run `make translations`"
    assert translated.keys() == set(sources), "not yet translated"
    assert all(text and text.strip() for text in translated.values())


def test_script_finds_calls_in_any_expression(root):
    """Against a search for the letters `tr(` and their like in the same files."""
    files = [
        path.read_text(encoding="utf-8")
        for pattern in script.SOURCES
        for path in root.glob(pattern)
    ]
    mark = re.compile(rf"\b(?:{'|'.join(script.MARKS)})\(\s*[\"']")
    found = sum(len(mark.findall(text)) for text in files)
    trees = map(script.ast.parse, files)
    calls = [text for tree in trees for text in script.literals(tree)]
    assert found >= len(calls) > len(script.texts()) > 1000


def test_templates_without_words_need_no_translation():
    assert not script.has_words("{first} {last}, ({kind!r:>3}); {b}.".replace(";", ""))
    for words in ("{a} x {b}", "{kind}: {why}", "{share:.0f} %", "of"):
        assert script.has_words(words)


def test_renewing_keeps_translations_and_marks_new_texts(path, translated):
    whole = path.read_text(encoding="utf-8")
    assert script.document(path.stem.rpartition("_")[2], translated) == whole
    known = script.texts()[1:]
    document = script.document("fr", {text: translated[text] for text in known})
    assert document.count('type="unfinished"') == 1


def test_compiled_file_is_up_to_date(path, translated):
    translator = QTranslator()
    assert translator.load(str(path.with_suffix(".qm"))), "run `make translations`"
    for text, translation in translated.items():
        assert translator.translate("gridr", text) == translation, "see above"
    assert not translator.translate("gridr", "no text of ours")


def test_plugin_that_users_install_has_the_compiled_file(path, root):
    if not (root / ".git").exists():
        pytest.skip("this is no clone, and git packs what users install")
    name = f"i18n/{path.stem}.qm"
    command = ["git", "check-attr", "export-ignore", name]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=True)
    assert done.stdout == f"{name}: export-ignore: unspecified\n"


@pytest.mark.parametrize(
    "pattern",
    [
        r"\{\w*\}",  # what `format` fills in
        r"</?\w+>",  # HTML
        r"\b[A-Z][A-Z0-9]*_[A-Z0-9_]+\b|\w+=\w+",  # tags of files, options
        r"\d",  # numbers
        r"\b(?:GridR|QGIS|GDAL|Python|NaN|nan|Float32|Float64)\b|GeoTIFF",
        r"\b(?:[a-z]+_[a-z]+|[a-z]+\d+)\b",  # values of enumerations
    ],
)
def test_translation_keeps_what_is_no_language(translated, pattern):
    for text, translation in translated.items():
        kept = Counter(re.findall(pattern, translation))
        assert kept == Counter(re.findall(pattern, text)), translation


def test_translation_has_the_values_of_its_text(translated):
    for text, translation in translated.items():
        assert fields(translation) == fields(text), translation


def fields(text):
    """Return what `format` fills in, and how."""
    found = string.Formatter().parse(text) if re.search(r"{\w", text) else ()
    return Counter(field[1:] for field in found if field[1] is not None)


def test_translation_calls_others_what_they_are_called(translated):
    """A text in italics that is a label of ours is translated as that label is."""
    links = 0
    for text, translation in translated.items():
        for label in translated.keys() & set(re.findall("<i>(.*?)</i>", text)):
            assert f"<i>{translated[label]}</i>" in translation
            links += 1
    assert links > 3


def test_translation_ends_as_the_text_does(translated):
    for text, translation in translated.items():
        end = re.compile(r"[.:;?!,]?(?:</\w+>)*$")
        assert end.search(translation)[0] == end.search(text)[0], translation
        assert "  " not in translation
        # a clause that follows another one begins with a space, in French a fixed one
        if text[0] in ":;":
            translation = translation.lstrip(NBSP)
        for side in (0, -1):
            assert translation[side].isspace() == text[side].isspace(), translation


def test_french_has_spaces_that_do_not_break_before_signs():
    translated = script.translations(I18N / "gridr_qgis_fr.ts")
    for text in translated.values():
        assert not re.search(r'[^ \u00a0"][:?!»](?=\s|<|$)', text.replace(NBSP, " "))
        assert not re.search(r" [:;?!»%]|« ", text), text
        assert not re.search(r"\w;\s", text), text


def texts(plugin):
    """Return all that a user reads of the forms and models, by its place."""
    shown = {"provider": plugin.provider.longName()}
    for algorithm in plugin.provider.algorithms():
        name = algorithm.name()
        for of in ("displayName", "group", "shortDescription", "about"):
            shown[name, of] = getattr(algorithm, of)()
        shown[name, "help"] = algorithm.shortHelpString()
        shown[name, "tags"] = ",".join(algorithm.tags())
        for definition in algorithm.parameterDefinitions():
            shown[name, definition.name(), "label"] = definition.description()
            shown[name, definition.name(), "help"] = definition.help()
        for definition in algorithm.outputDefinitions():
            shown[name, definition.name(), "result"] = definition.description()
    return shown


def options(plugin):
    """Return the values of all enumerations."""
    return [
        (definition.options(), definition.defaultValue())
        for algorithm in plugin.provider.algorithms()
        for definition in algorithm.parameterDefinitions()
        if definition.type() == "enum"
    ]


def test_every_text_is_french_for_the_french(speak):
    english = texts(speak("en_US"))
    french = texts(speak("fr_FR"))
    assert english.keys() == french.keys()
    same = {text for place, text in english.items() if french[place] == text}
    assert same == {"Interpolation"}
    name = "gridresampling", "displayName"
    assert english[name] == "Resample raster through a grid"
    assert french[name] == "Rééchantillonner un raster par une grille"


def test_values_that_are_stored_are_the_same_in_every_language(speak):
    assert options(speak("fr")) == options(speak("en")) != []


@pytest.mark.parametrize("locale", ["fr", "fr_FR", "fr_CA"])
def test_every_french_is_french(speak, locale):
    assert speak(locale).provider.longName() == "GridR - rééchantillonnage par grilles"


@pytest.mark.parametrize("locale", ["en_US", "en_GB", "de", "C", ""])
def test_others_read_english(speak, locale):
    assert speak(locale).provider.longName() == "GridR - resampling through grids"


def test_unload_takes_the_translation_away(speak):
    plugin = speak("fr")
    provider = plugin.provider
    assert provider.algorithm("buildmask").displayName() == "Construire un masque"
    plugin.unload()
    assert QgsApplication.translate("gridr", "Build mask") == "Build mask"
    plugin.initProcessing()
    assert QgsApplication.translate("gridr", "Build mask") == "Construire un masque"


def test_options_of_processing_are_french(speak):
    from processing.core.ProcessingConfig import ProcessingConfig

    speak("fr")
    shown = ProcessingConfig.getSettings()["GridR"]
    assert shown[1].description == f"Nombre de threads (0{NBSP}: un par processeur)"


def test_french_forms_keep_what_forms_promise(speak):
    for algorithm in speak("fr").provider.algorithms():
        for definition in algorithm.parameterDefinitions():
            help_text = definition.help()
            assert len(definition.description()) <= 60
            assert help_text.endswith(".")
            assert help_text in algorithm.shortHelpString()
            if definition.type() == "enum" and definition.name() != "DATA_TYPE":
                for option in definition.options():
                    assert re.search(rf"\b{option}\b", help_text), option


def test_help_keeps_spaces_that_do_not_break(speak):
    for algorithm in speak("fr").provider.algorithms():
        shown, about = algorithm.shortHelpString(), algorithm.about()
        assert 0 < about.count(NBSP) < shown.count(NBSP)
        assert not re.search(" [:;?!»]", shown)


def test_not_set_is_called_what_qgis_calls_it(speak):
    """QGIS's own French says so in the form."""
    english, french = texts(speak("en")), texts(speak("fr"))
    for place, text in english.items():
        if place[-1] in ("help", "about"):
            count = len(re.findall(r"\bNot set\b", text))
            assert len(re.findall("Non renseigné", french[place])) == count, place


def test_copies_are_french_too(speak):
    for algorithm in speak("fr").provider.algorithms():
        copy = algorithm.create()
        assert copy.displayName() == algorithm.displayName()
        assert copy.shortHelpString() == algorithm.shortHelpString()
