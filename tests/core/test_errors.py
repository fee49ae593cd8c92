import pytest
from gridr_qgis.core.errors import NO_THREAD, GridrError, no_band, telling_shortages


def sentence(error):
    with pytest.raises(GridrError) as caught, telling_shortages():
        raise error
    assert caught.value.__cause__ is error
    return str(caught.value)


def test_what_python_says_of_memory_is_passed_on_with_a_remedy():
    told = sentence(MemoryError("Unable to allocate 3. GiB"))
    assert told.startswith("There is not enough memory (Unable to allocate 3. GiB).")
    assert "lower the memory limit" in told
    assert sentence(MemoryError()).startswith("There is not enough memory. Close")


def test_the_end_of_threads_is_told_with_a_remedy():
    assert "Ask for fewer" in sentence(RuntimeError(NO_THREAD))


@pytest.mark.parametrize(
    "error", [RuntimeError("other"), GridrError("known"), OSError()]
)
def test_other_errors_stay_what_they_are(error):
    with pytest.raises(type(error)) as caught, telling_shortages():
        raise error
    assert caught.value is error


def test_a_raster_without_a_band_tells_what_it_holds():
    assert no_band("'a.nc'", []) == (
        "'a.nc' has no raster band. Give a raster that has one."
    )
    assert no_band("'a.nc'", ["NETCDF:a.nc:x", "NETCDF:a.nc:y"]) == (
        "'a.nc' has no raster band of its own, but holds other rasters. Give one of "
        "them by its name: NETCDF:a.nc:x, NETCDF:a.nc:y."
    )
    many = no_band("'a.nc'", [str(number) for number in range(12)])
    assert many.endswith("name: 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, ... (12 in all).")
