"""The drivers in plain NumPy: what the compiled ones do, short and to be read.

Both give the same bits, so that a run may change from one to the other at any call.
Names, arguments and results are those of `kernels.compiled`, whose docstrings tell
shapes and units.
"""
