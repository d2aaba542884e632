"""Word documents (OOXML, transitional and strict): tables and paragraphs with the bytes they stand at."""

import posixpath

from core.errors import ReadError
from core.formats.docx.tokens import NOT_WORD, prefixes
from core.formats.docx.walk import walk
from core.formats.package import Package
from core.formats.xmlspans import attribute, checked, tags
from core.tables import Document

_MAIN_DOCUMENT = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument",
    "http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument",
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
    blocks, tracked = walk(content, part, prefixes(content), 0, len(content))
    notes = (
        (_SIGNED, any(name.startswith("_xmlsignatures/") for name in package.names)),
        (_PROTECTED, _protected(package, part)),
        (_TRACKED, tracked),
    )
    return Document("docx", data, tuple(blocks), tuple(note for note, holds in notes if holds))


def _main_part(package: Package) -> str:
    """The part that the package's relationships call its main document."""
    if "_rels/.rels" in package:
        relations = package.read("_rels/.rels")
        checked(relations)
        for tag in tags(relations):
            if attribute(tag.attributes, b"Type") in _MAIN_DOCUMENT:
                target = attribute(tag.attributes, b"Target") or ""
                part = posixpath.normpath(posixpath.join("/", target))[1:]
                if part in package:
                    return part
    raise ReadError(NOT_WORD)


def _protected(package: Package, part: str) -> bool:
    """Whether editing is restricted; the settings stand beside the main part in every program's files."""
    name = posixpath.join(posixpath.dirname(part), "settings.xml")
    settings = package.read(name) if name in package else b""
    if b"documentProtection" not in settings:
        return False
    checked(settings)
    for tag in tags(settings):
        prefix = tag.name.removesuffix(b"documentProtection")
        if prefix != tag.name:
            return attribute(tag.attributes, prefix + b"enforcement") in ("1", "true", "on")
    return False
