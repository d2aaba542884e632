"""What a browser shows of an element, as far as the page itself says it."""

import re

from lxml import etree

_UNSEEN = frozenset(
    (
        *("head", "script", "style", "template", "noscript", "title", "xml", "del", "rt", "rp", "select"),
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


def is_hidden(element: etree._Element) -> bool:
    """Whether nothing of it is shown."""
    if element.tag in _UNSEEN:
        return True
    if element.tag in _WHOLE_PAGE:
        return False
    style = element.get("style")
    return element.get("hidden") is not None or (style is not None and bool(_HIDING.search(style)))


def is_block(element: etree._Element) -> bool:
    """Whether its text begins and ends a line."""
    if element.tag in _BLOCKS:
        return True
    style = element.get("style")
    return style is not None and bool(_BLOCK_STYLE.search(style))


def keeps_breaks(element: etree._Element) -> bool:
    """Whether line ends of the source are line ends on the page."""
    if element.tag in _KEPT:
        return True
    style = element.get("style")
    return style is not None and bool(_KEEPING.search(style))


def is_picture(element: etree._Element) -> bool:
    """Whether an image may say something; one some pixels wide or high is a spacer or a line."""
    return not any(_SMALL.match(element.get(side) or "") for side in ("width", "height"))
