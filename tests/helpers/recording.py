"""A feedback that remembers, for tests of what a run says."""

from gridr_qgis.core.feedback import Feedback


class Log(Feedback):
    """Keeps what a run says; stops it after some calls of progress."""

    def __init__(self, stop_after=None):
        self.lines, self.warnings, self.fractions = [], [], []
        self.stop_after = stop_after

    def info(self, message):
        self.lines.append(message)

    def warning(self, message):
        self.warnings.append(message)

    def progress(self, fraction):
        self.fractions.append(fraction)
        return self.stop_after is None or len(self.fractions) <= self.stop_after

    def said(self, words):
        return any(words in line for line in self.lines + self.warnings)
