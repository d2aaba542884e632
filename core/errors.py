"""Errors a clerk may see. Each carries one sentence: what happened, why, and what to do."""


class GoujiError(Exception):
    """A failure told in the clerk's words; ``str(error)`` is the whole sentence."""


class ReadError(GoujiError):
    """The file cannot be read as a report."""


class SaveError(GoujiError):
    """The corrected file cannot be written; the target is as it was."""


class MarkError(SaveError):
    """A revision mark cannot be placed; without marks the same corrections may well be saved."""
