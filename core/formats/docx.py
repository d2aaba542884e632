"""Word documents (OOXML, transitional and strict): tables and paragraphs with the bytes they stand at."""

import posixpath
from collections.abc import Iterator

from core.errors import ReadError
from core.formats.docx_walk import Walk
from core.formats.package import Package
from core.formats.xmlspans import attribute, checked, tags
from core.tables import Document

_RELATIONSHIPS = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/",
    "http://purl.oclc.org/ooxml/officeDocument/relationships/",
)
_SPACES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m",
    "http://schemas.microsoft.com/office/word/2012/wordml": "w15",
}

_NOT_WORD = "这不是 Word 文档（.docx），可能是别的文件改了扩展名，请用原来的程序打开核对"
_ODD_NAMES = "文件内部的写法少见（同一套标记用了两种前缀），请在 Word 或 WPS 里另存一份后再打开"
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


def prefixes(content: bytes) -> dict[str, str]:
    """What a part calls the namespaces that matter. Raises ReadError if it is not WordprocessingML."""
    found = {_SPACES[uri]: prefix for uri, prefix in checked(content).items() if uri in _SPACES}
    if "" not in found:
        raise ReadError(_NOT_WORD)
    if "?" in found.values():
        raise ReadError(_ODD_NAMES)
    return found


def _main_part(package: Package) -> str:
    for kind, target in _relationships(package, ""):
        if kind == "officeDocument" and target in package:
            return target
    raise ReadError(_NOT_WORD)


def _protected(package: Package, part: str) -> bool:
    for kind, target in _relationships(package, part):
        if kind == "settings" and target in package:
            settings = package.read(target)
            return b"documentProtection" in settings and _enforced(settings)
    return False


def _enforced(settings: bytes) -> bool:
    checked(settings)
    for tag in tags(settings):
        prefix, _, name = tag.name.rpartition(b":")
        if name == b"documentProtection":
            return attribute(tag.attributes, prefix + b":enforcement") in ("1", "true", "on")
    return False


def _relationships(package: Package, part: str) -> Iterator[tuple[str, str]]:
    """Kind (without the namespace) and target of a part's relationships; the package's own for ``""``."""
    folder, name = posixpath.split(part)
    member = posixpath.join(folder, "_rels", f"{name}.rels")
    if member not in package:
        return
    content = package.read(member)
    checked(content)
    for tag in tags(content):
        kind = attribute(tag.attributes, b"Type") or ""
        target = attribute(tag.attributes, b"Target") or ""
        for space in _RELATIONSHIPS:
            if kind.startswith(space):
                yield kind.removeprefix(space), posixpath.normpath(posixpath.join("/", folder, target))[1:]
