"""The engine: resampling through a grid, without QGIS.

Importing this package costs nothing; `chain.resample_dataset` works on files and
`resample.resample_array` on arrays.
"""
