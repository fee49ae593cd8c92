"""Words that users type into the search of the toolbox, and what they find."""

import pytest
from gridr_qgis.algorithms.texts import tag_list
from qgis.core import QgsApplication
from qgis.gui import QgsProcessingToolboxProxyModel

RESAMPLING, GRID, POINTS = "gridresampling", "gridfromtransform", "gridfrompoints"
ARRAYS, CONVERT, MASK = "gridfromgeolocation", "gridconvert", "buildmask"
ORTHO, REGISTER, SWATH = "orthorectification", "registration", "swathtomap"
ENGLISH = {
    "orthorectification": (RESAMPLING, GRID, ORTHO),
    "orthorectify": (RESAMPLING, GRID, ORTHO),
    "orthoimage": (RESAMPLING, GRID, ORTHO),
    "registration": (RESAMPLING, GRID, POINTS, REGISTER),
    "coregistration": (RESAMPLING, POINTS, REGISTER),
    "co-registration": (RESAMPLING, POINTS, REGISTER),
    "reprojection": (RESAMPLING, GRID, ARRAYS),
    "georeference": (RESAMPLING, GRID, POINTS, ARRAYS, REGISTER),
    "georeferencing": (RESAMPLING, GRID, POINTS, ARRAYS, REGISTER),
    "warp": (RESAMPLING, GRID, POINTS, ARRAYS, CONVERT, ORTHO, REGISTER, SWATH),
    "resampling": (RESAMPLING, "polygonresampling", "quicklookresampling"),
    "bicubic": (RESAMPLING,),
    "bilinear": (RESAMPLING,),
    "nearest neighbour": (RESAMPLING,),
    "b-spline": (RESAMPLING,),
    "anti-alias": (RESAMPLING,),
    "antialiasing": (RESAMPLING,),
    "aliasing": (RESAMPLING, "gridreport"),
    "displacement": (RESAMPLING, CONVERT, "gridtovector"),
    "displacement grid": (RESAMPLING, CONVERT),
    "displacement field": (RESAMPLING, CONVERT, "gridtovector"),
    "deformation field": (RESAMPLING, CONVERT, "gridtovector"),
    "deformation grid": (RESAMPLING, CONVERT),
    "location grid": (RESAMPLING, GRID, ARRAYS, CONVERT),
    "geolocation": (GRID, ARRAYS, SWATH),
    "swath": (ARRAYS, SWATH),
    "GLT": (ARRAYS,),
    "MODIS": (ARRAYS, SWATH),
    "GCP": (GRID, POINTS, REGISTER),
    "control points": (GRID, POINTS, REGISTER),
    "RPC": (GRID, ORTHO),
    "DEM": (GRID, ORTHO),
    "validity mask": (RESAMPLING, MASK, "polygonresampling"),
    "CNES": (RESAMPLING, GRID, POINTS, ARRAYS, CONVERT, MASK, ORTHO),
    "OTB": (RESAMPLING, CONVERT),
    "Orfeo": (RESAMPLING, CONVERT),
    "lens distortion": (RESAMPLING,),
    "quicklook": ("quicklookresampling",),
    "gridr": (RESAMPLING, "environmentcheck"),
}
"""What people type -> some of what they look for."""
FRENCH = {
    **ENGLISH,
    "orthorectifier": (RESAMPLING, GRID, ORTHO),
    "rééchantillonnage": (RESAMPLING, "polygonresampling"),
    "reechantillonner": (RESAMPLING, "polygonresampling"),
    "recalage": (RESAMPLING, GRID, POINTS, REGISTER),
    "reprojeter": (RESAMPLING, GRID, ARRAYS),
    "géoréférencement": (RESAMPLING, GRID, POINTS, ARRAYS, REGISTER),
    "georeferencement": (RESAMPLING, GRID, POINTS, ARRAYS, REGISTER),
    "grille de localisation": (RESAMPLING, GRID, ARRAYS, CONVERT),
    "grille de déformation": (RESAMPLING, CONVERT),
    "déformation": (RESAMPLING, CONVERT),
    "déplacement": (RESAMPLING, CONVERT, "gridtovector"),
    "champ de déplacement": (RESAMPLING, CONVERT, "gridtovector"),
    "géolocalisation": (GRID, ARRAYS, SWATH),
    "fauchée": (ARRAYS, SWATH),
    "fauchee": (ARRAYS, SWATH),
    "noeud papillon": (ARRAYS, SWATH),
    "masque de validité": (RESAMPLING, MASK, "polygonresampling"),
    "points d'appui": (GRID, POINTS, REGISTER),
    "points de contrôle": (GRID, POINTS, REGISTER),
    "points d'amer": (POINTS, REGISTER),
    "MNT": (GRID, ORTHO),
    "bicubique": (RESAMPLING,),
    "plus proche voisin": (RESAMPLING,),
    "repliement": (RESAMPLING, "gridreport"),
    "distorsion": (RESAMPLING,),
    "correction géométrique": (RESAMPLING,),
    "aperçu": ("quicklookresampling",),
}


@pytest.fixture
def found():
    """Function: what is typed -> names of our algorithms that the toolbox shows."""
    registry = QgsApplication.processingRegistry()

    def found(typed):
        model = QgsProcessingToolboxProxyModel(None, registry)
        model.setFilterString(typed)
        ids, left = set(), [model.index(row, 0) for row in range(model.rowCount())]
        while left:
            index = left.pop()
            left += [model.index(row, 0, index) for row in range(model.rowCount(index))]
            algorithm = model.toolboxModel().algorithmForIndex(model.mapToSource(index))
            if algorithm is not None:
                ids.add(algorithm.id())
        return {name.partition(":")[2] for name in ids if name.startswith("gridr:")}

    return found


@pytest.mark.parametrize(("locale", "words"), [("en", ENGLISH), ("fr", FRENCH)])
def test_every_word_finds_its_algorithms(speak, found, locale, words):
    speak(locale)
    missed = {word: set(names) - found(word) for word, names in words.items()}
    assert {word: names for word, names in missed.items() if names} == {}


def test_search_can_fail(speak, found):
    speak("en")
    assert found("nonsense") == set()
    assert found("fauchée") == set()
    assert found("GLT") == {ARRAYS}


def test_french_finds_all_that_english_finds(speak):
    tags = {}
    for locale in ("en", "fr"):
        algorithms = speak(locale).provider.algorithms()
        tags[locale] = {each.id(): set(each.tags()) for each in algorithms}
    for name, english in tags["en"].items():
        assert english < tags["fr"][name], name


def test_tags_with_accents_are_there_without_them():
    tags = ["fauchée", "nœud", "grid", "fauchee", "noeud"]
    assert tag_list("fauchée,nœud,grid") == tags
