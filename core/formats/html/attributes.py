"""Tags with more attributes than any page has, found before the parser meets them.

libxml2 before 2.14, which is what lxml has on Windows, compares each attribute with all before it: a tag with
300,000 of them would hold the program for many minutes.
"""

import re
from collections.abc import Iterator

MAX_ATTRIBUTES = 3000
"""Of a tag; none of a report has twenty."""

_ATTRIBUTE = r"[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s>\"'][^\s>]*+)?+)?+"
_TAG = re.compile(rf"<(?:!--.*?(?:-->|\Z)|([a-z][^\s/>]*+)((?:[\s/]*+{_ATTRIBUTE})*+))", re.I | re.S)
"""A comment, or a tag as far as its attributes go (HTML Living Standard, 13.2.5.32 to 39)."""
_RAW = ("script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes")
"""Elements whose content has no tags."""


def is_overladen(page: str) -> bool:
    """Whether a tag of the page has more than ``MAX_ATTRIBUTES``."""
    return any(map(_is_too_many, _attributes(page)))


def _attributes(page: str) -> Iterator[str]:
    """Of each tag, as they are written."""
    at = 0
    while tag := _TAG.search(page, at):
        at, name = tag.end(), (tag[1] or "").lower()
        yield tag[2] or ""
        if name in _RAW:
            end = re.compile(f"</{name}", re.I).search(page, at)
            at = end.start() if end else len(page)


def _is_too_many(attributes: str) -> bool:
    return len(attributes) > MAX_ATTRIBUTES and len(re.findall(_ATTRIBUTE, attributes)) > MAX_ATTRIBUTES
