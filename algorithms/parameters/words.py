"""What the forms call the options of their lists; scripts store the options."""

from __future__ import annotations

from ..texts import tr


def interpolation() -> dict[str, str]:
    """Return option -> words of the interpolation."""
    return {
        "nearest": tr("Nearest neighbour"),
        "linear": tr("Bilinear (2 x 2)"),
        "cubic": tr("Cubic (4 x 4)"),
        "bspline3": tr("B-spline of order 3"),
        "bspline5": tr("B-spline of order 5"),
        "bspline7": tr("B-spline of order 7"),
        "bspline9": tr("B-spline of order 9"),
        "bspline11": tr("B-spline of order 11"),
    }


def antialias() -> dict[str, str]:
    """Return the same of the anti-alias filter."""
    return {
        "none": tr("No filter"),
        "lanczos": tr("Lanczos"),
        "average": tr("Average"),
        "majority": tr("Majority"),
    }


def boundary() -> dict[str, str]:
    """Return the same of what lies beyond the border."""
    return {
        "none": tr("No padding"),
        "constant": tr("Zeros"),
        "edge": tr("Last pixel repeated"),
        "reflect": tr("Mirrored about the last pixel"),
        "symmetric": tr("Mirrored about the border"),
        "wrap": tr("Other end of the source"),
    }


def source_validity() -> dict[str, str]:
    """Return the same of what makes source pixels invalid."""
    return {
        "none": tr("Nothing further"),
        "any_band": tr("Nodata in any band"),
        "all_bands": tr("Nodata in all bands"),
        "dataset_mask": tr("Alpha band, mask file or nodata"),
    }


def frame() -> dict[str, str]:
    """Return the same of coordinates on the map or in a raster."""
    return {"map": tr("Map coordinates"), "pixel": tr("Pixels (columns and rows)")}


def source_frame() -> dict[str, str]:
    """Return the same of coordinates in a source, which may be found out."""
    return {"auto": tr("Automatic"), **frame()}


def counting() -> dict[str, str]:
    """Return the same of what a grid calls the centre of the first pixel."""
    return {
        "center0": tr("Centre of the first pixel: (0, 0)"),
        "center05": tr("Centre of the first pixel: (0.5, 0.5)"),
        "one_based": tr("Centre of the first pixel: (1, 1)"),
    }


def convention() -> dict[str, str]:
    """Return the same of what a grid holds."""
    return {
        "absolute": tr("Row and column from (0, 0)"),
        "center05": tr("Row and column from (0.5, 0.5)"),
        "one_based": tr("Row and column from (1, 1)"),
        "displacement": tr("Displacement of row and column"),
        "otb_loc": tr("OTB localisation grid"),
        "otb_def": tr("OTB deformation grid"),
    }


def method() -> dict[str, str]:
    """Return the same of what places a source on the map."""
    return {
        "auto": tr("Automatic"),
        "geotransform": tr("Geotransform"),
        "gcp": tr("Control points (GCP)"),
        "rpc": tr("Rational polynomials (RPC)"),
        "geolocation": tr("Geolocation arrays"),
    }


def fit() -> dict[str, str]:
    """Return the same of how control points become positions everywhere."""
    return {
        "auto": tr("Automatic"),
        "polynomial1": tr("Polynomial of order 1"),
        "polynomial2": tr("Polynomial of order 2"),
        "polynomial3": tr("Polynomial of order 3"),
        "tps": tr("Thin plate spline (TPS)"),
        "projective": tr("Projective"),
        "linear": tr("Linear"),
        "helmert": tr("Helmert"),
    }


def heights() -> dict[str, str]:
    """Return the same of what the heights of a DEM count from."""
    return {
        "from_crs": tr("What its coordinate system says"),
        "ellipsoid": tr("Ellipsoid WGS 84"),
        "egm96": tr("Geoid EGM96 (SRTM)"),
        "egm2008": tr("Geoid EGM2008 (Copernicus DEM)"),
    }


def point_of_pixel() -> dict[str, str]:
    """Return the same of which point of a pixel has the place."""
    return {
        "auto": tr("Automatic"),
        "center": tr("Centre of the pixel"),
        "corner": tr("Upper left corner of the pixel"),
    }


def side() -> dict[str, str]:
    """Return the same of where layers of a grid lie."""
    return {"source": tr("Over the source"), "target": tr("On the map of the output")}
