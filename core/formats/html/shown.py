"""What a browser shows of an element, as far as the page itself says it."""

import re
from collections.abc import Mapping

_UNSEEN = frozenset(
    (
        *("frame", "script", "style", "template", "noscript", "title", "xml", "del", "rt", "rp", "select"),
        *("datalist", "button", "textarea", "iframe", "frameset", "object", "embed", "applet", "audio"),
        *("video", "canvas", "svg", "math", "map", "noframes"),
    )
)
_BLOCKS = frozenset(
    (
        *("html", "body", "address", "article", "aside", "blockquote", "br", "center", "dd", "details"),
        *("dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1"),
        *("h2", "h3", "h4", "h5", "h6", "header", "hr", "legend", "li", "main", "menu", "nav", "ol", "p"),
        *("pre", "section", "summary", "table", "caption", "thead", "tbody", "tfoot", "tr", "td", "th"),
        *("ul", "listing", "xmp", "plaintext"),
    )
)
_KEPT = frozenset(("pre", "listing", "xmp", "plaintext"))
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.I)
_BLOCK_STYLE = re.compile(r"display\s*:\s*(?:block|flex|grid|table|list-item)", re.I)
_KEEPING = re.compile(r"white-space\s*:\s*(?:pre(?!-line)|break-spaces)", re.I)
_SMALL = re.compile(r"\s*[0-8](?:px)?\s*$", re.I)
_WHOLE_PAGE = ("html", "body")
"""Hidden until a script of the page has run."""


def is_hidden(tag: str, attributes: Mapping[str, str]) -> bool:
    """Whether nothing of an element is shown."""
    if tag in _UNSEEN:
        return True
    if tag in _WHOLE_PAGE:
        return False
    return "hidden" in attributes or bool(_HIDING.search(attributes.get("style", "")))


def is_block(tag: str, attributes: Mapping[str, str]) -> bool:
    """Whether its text begins and ends a line."""
    return tag in _BLOCKS or bool(_BLOCK_STYLE.search(attributes.get("style", "")))


def keeps_breaks(tag: str, attributes: Mapping[str, str]) -> bool:
    """Whether line ends of the source are line ends on the page."""
    return tag in _KEPT or bool(_KEEPING.search(attributes.get("style", "")))


def is_picture(attributes: Mapping[str, str]) -> bool:
    """Whether an image may say something; one some pixels wide or high is a spacer or a line."""
    return not any(_SMALL.match(attributes.get(side, "")) for side in ("width", "height"))
