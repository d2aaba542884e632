"""What is raised where a promise is broken, and what a refusal has to say."""

from core.errors import GoujiError


class BrokenPromiseError(AssertionError):
    """Something that must never happen, other than an exception."""


def spoken(error: GoujiError) -> None:
    """A refusal is a sentence for a clerk, not something from the inside."""
    text = str(error)
    if (
        len(text) < 6
        or not any("\u4e00" <= c <= "\u9fff" for c in text)
        or "Error" in text
        or "Traceback" in text
    ):
        raise BrokenPromiseError(f"a refusal that says nothing: {text!r}")
