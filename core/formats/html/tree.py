"""A page's source into a tree, by lxml's forgiving HTML parser, within limits."""

import re
from collections.abc import Iterator

from lxml import etree

from core.errors import ReadError

MAX_TAGS = 400_000
"""Most ``<`` in a page; a report pasted from Word has some ten thousand."""
MAX_ATTRIBUTES = 3000
"""Of a tag; the parser compares each with all before it. None has twenty."""

_ATTRIBUTE = r"[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s>\"'][^\s>]*+)?+)?+"
_TAG = re.compile(rf"<(?:!--.*?(?:-->|\Z)|([a-z][^\s/>]*+)((?:[\s/]*+{_ATTRIBUTE})*+))", re.I | re.S)
"""A comment, or a tag as far as its attributes go (HTML Living Standard, 13.2.5.32 to 39)."""
_RAW = ("script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes")
"""Elements whose content has no tags."""
_ENDS = re.compile(r"</(?:html|body)\s*>", re.I)
"""Pages pasted into a page end in the middle of it; browsers read on, the parser would not."""
_TOO_DEEP = "ERR_RESOURCE_LIMIT"
_BROKEN = "网页的内部结构不完整，请在浏览器里重新打开、另存后再试"


def parse(page: str) -> etree._Element:
    """The tree without comments. Raises ReadError when the page is hostile or damaged."""
    if page.count("<") > MAX_TAGS or any(map(_is_overladen, _attributes(page))):
        raise ReadError("网页里的标记太多，不像一份年度报告，请检查是否选错了文件")
    parser = etree.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=True
    )
    try:
        root = etree.fromstring(_ENDS.sub("<br>", page).encode("utf-8", "replace"), parser)
    except etree.LxmlError:
        raise ReadError(_BROKEN) from None
    if root is None:
        raise ReadError("网页是空的，请检查是否选错了文件")
    if any(entry.type_name == _TOO_DEEP for entry in parser.error_log):
        raise ReadError(f"网页里的标记套得太深，{_BROKEN}")
    return root


def _attributes(page: str) -> Iterator[str]:
    """Of each tag, as they are written."""
    at = 0
    while tag := _TAG.search(page, at):
        at, name = tag.end(), (tag[1] or "").lower()
        yield tag[2] or ""
        if name in _RAW:
            end = re.compile(f"</{name}", re.I).search(page, at)
            at = end.start() if end else len(page)


def _is_overladen(attributes: str) -> bool:
    return len(attributes) > MAX_ATTRIBUTES and len(re.findall(_ATTRIBUTE, attributes)) > MAX_ATTRIBUTES
