"""Which format a file is, told by its content, never by its suffix."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from importlib import import_module

from core.formats.detect import format_of
from core.formats.limits import bounded
from core.marks import Marks
from core.tables import Correction, Document, RawCell


@dataclass(frozen=True, slots=True)
class Format:
    """One format's reader and encoder; ``recalculated`` only where cells hold formulas.

    encode: None where files of this format are read but never written (web pages, PDF).
    mark: encodes with revision marks; None where the format has no such thing.
    """

    name: str
    read: Callable[[bytes], Document]
    encode: Callable[[Document, Iterable[Correction]], bytes] | None
    recalculated: Callable[[Document, Iterable[Correction]], Mapping[RawCell, str]]
    mark: Callable[[Document, Iterable[Correction], Marks], bytes] | None


def read(data: bytes) -> Document:
    """Read a file of whatever supported format. Raises ReadError, in the clerk's words."""
    form = by_name(format_of(data))
    document = bounded(form.read(data))
    told = () if form.encode or not document.tables else (_READ_ONLY,)
    return replace(document, notes=(*document.notes, *told)) if told else document


_READ_ONLY = "这种文件只能读，不能照原样改写：改好以后保存，会按官方版式另存为一份 Word 文件，原件不动"


def by_name(name: str) -> Format:
    """The format of that name (``docx``, ``xlsx``, ``txt``); its module is imported only now."""
    module = import_module(f"core.formats.{_MODULES[name]}")
    encode, mark = getattr(module, "encode", None), getattr(module, "mark", None)
    return Format(name, module.read, encode, getattr(module, "recalculated", _nothing), mark)


_MODULES = {
    "docx": "docx",
    "xlsx": "xlsx",
    "txt": "text",
    "csv": "csv",
    "html": "html",
    "mht": "mht",
    "pdf": "pdf",
}


def _nothing(_document: Document, _corrections: Iterable[Correction]) -> Mapping[RawCell, str]:
    return {}
