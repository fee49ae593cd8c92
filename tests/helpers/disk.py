"""A disk that takes no more, for tests of what is written."""

import sys
from contextlib import contextmanager

import pytest

needs_limits = pytest.mark.skipif(
    sys.platform == "win32", reason="sizes of files have no limit"
)


@contextmanager
def full_disk():
    """Let this process, and those that it starts, write no byte into a file."""
    import resource

    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, limits[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
