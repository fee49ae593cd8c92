"""What core raises on purpose."""

from __future__ import annotations


class GridrError(ValueError):
    """Something the user can mend; the message is a sentence with the remedy."""


class Cancelled(Exception):  # noqa: N818 - an answer to the user's wish, not an error
    """The run was stopped because `Feedback.progress` returned False."""
