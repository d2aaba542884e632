"""Word documents (OOXML, transitional and strict): tables and paragraphs with the bytes they stand at."""

import posixpath

from core.errors import ReadError
from core.formats.docx_tokens import NOT_WORD, prefixes
from core.formats.docx_walk import Walk
from core.formats.docx_write import encode
from core.formats.package import Package
from core.formats.xmlspans import attribute, checked, tags
from core.tables import Document

__all__ = ("encode", "read")

_RELATIONSHIPS = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/",
    "http://purl.oclc.org/ooxml/officeDocument/relationships/",
)

_SIGNED = "文件带有数字签名，保存改过的副本后签名会失效，需要重新签署"
_PROTECTED = "文件设了编辑限制（保护），保存的副本仍保留这项限制"
_TRACKED = "表格里有别人留下的修订痕迹，程序按接受全部修订后的数核对，改数时保留这些痕迹"


def read(data: bytes) -> Document:
    """A Word document's tables and paragraphs in reading order, as its reader sees them.

    Raises ReadError on a file that is damaged, unsafe or no Word document.
    """
    package = Package(data)
    part = _main_part(package)
    content = package.read(part)
    walk = Walk(content, part, prefixes(content))
    blocks = walk.blocks_between(0, len(content))
    notes = (
        (_SIGNED, any(name.startswith("_xmlsignatures/") for name in package.names)),
        (_PROTECTED, _protected(package, part)),
        (_TRACKED, walk.tracked),
    )
    return Document("docx", data, tuple(blocks), tuple(note for note, holds in notes if holds))


def _main_part(package: Package) -> str:
    part = _related(package, "", "officeDocument")
    if part is None:
        raise ReadError(NOT_WORD)
    return part


def _protected(package: Package, part: str) -> bool:
    settings = _related(package, part, "settings")
    if settings is None:
        return False
    content = package.read(settings)
    if b"documentProtection" not in content:
        return False
    checked(content)
    for tag in tags(content):
        prefix = tag.name.removesuffix(b"documentProtection")
        if prefix != tag.name:
            return attribute(tag.attributes, prefix + b"enforcement") in ("1", "true", "on")
    return False


def _related(package: Package, part: str, kind: str) -> str | None:
    """The part of this kind that ``part`` relates to (the package itself if ``""``), or None."""
    folder, name = posixpath.split(part)
    member = posixpath.join(folder, "_rels", f"{name}.rels")
    if member not in package:
        return None
    content = package.read(member)
    checked(content)
    kinds = [space + kind for space in _RELATIONSHIPS]
    for tag in tags(content):
        if kind.encode() in tag.attributes and attribute(tag.attributes, b"Type") in kinds:
            target = attribute(tag.attributes, b"Target") or ""
            path = posixpath.normpath(posixpath.join("/", folder, target))[1:]
            if path in package:
                return path
    return None
