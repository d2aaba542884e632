"""Between the disk and a report: open, notice changes on disk, verify what was encoded, write atomically.

The order of promises holds here: the target is untouched until a re-read of the new bytes has proved that
just the corrected cells differ, and then it is replaced in one step or not at all.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from core.errors import MarkError, ReadError, SaveError
from core.filenames import BACKUP, free_name
from core.formats import registry
from core.formats.registry import Format
from core.marks import Marks
from core.paths import is_same_file, is_there
from core.reading import ordinary_bytes, read_bytes
from core.recognise import Recognition, recognise
from core.recognise.tabular import tabular
from core.suffixes import ANEW, OFFICE
from core.tables import Correction, Document, Paragraph, RawCell, RawTable
from core.titles import year_and_unit
from core.writing import staged, sweep, write_atomic


@dataclass(frozen=True)
class Report:
    """A file opened and recognised; never changes. ``path`` is absolute.

    original: kind of the old document (``formats.old``) that ``document`` is the conversion of, else empty.
    """

    path: Path
    document: Document
    recognition: Recognition
    year: int | None
    unit: str | None
    original: str = ""

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The running text, see ``Document.paragraphs``."""
        return tuple(self.document.paragraphs)

    @cached_property
    def tabular(self) -> frozenset[int]:
        """Numbers of the paragraphs that are lines of the statutory tables (plain text only)."""
        if all(table.layout == "grid" for table in self.document.tables):
            return frozenset()
        return tabular(self.paragraphs, self.recognition.tables.values())

    @property
    def format(self) -> Format:
        return registry.by_name(self.document.format)

    @property
    def is_rewritable(self) -> bool:
        """Whether a corrected file is this one with other numbers; else it is a new document."""
        return self.format.encode is not None

    @property
    def suffix(self) -> str:
        """What the name of a corrected file ends in."""
        return self.path.suffix if self.is_rewritable else ANEW


def open_report(path: Path) -> Report:
    """Read a report from disk. Raises ReadError: which file, why, and what to do."""
    try:
        return from_bytes(read_bytes(path), path)
    except ReadError as error:
        raise ReadError(f"“{path.name}”打不开：{error}。") from None
    except MemoryError:
        raise ReadError(f"“{path.name}”打不开：文件太大，内存不够。") from None


def from_bytes(data: bytes, path: Path) -> Report:
    """Recognise a report from its bytes; ``path`` gives name and place. Raises ReadError."""
    document = registry.read(data)
    if document.format in _PAGES and path.suffix.lower() in OFFICE:
        raise ReadError(_DISGUISED.format(path.suffix, *_PAGES[document.format]))
    year, unit = _year_and_unit(document, path.name)
    return Report(path.absolute(), document, recognise(document, year), year, unit)


_PAGES = {"html": ("网页", ".html"), "mht": ("网页存档", ".mht")}
_DISGUISED = (
    "它的后缀是 {0}，内容其实是{1}；请在 Word 或 WPS 里打开，另存为 .docx（表格另存为 .xlsx）后再打开，"
    "或者把后缀改成 {2}"
)


def _year_and_unit(document: Document, name: str) -> tuple[int | None, str | None]:
    """Of the whole document; of a workbook, whose sheets may be of several years, those of the latest."""
    if document.format != "xlsx":
        return year_and_unit(document.texts, name)
    sheets = [year_and_unit((c.text for c in t.cells if c.text), name) for t in document.tables]
    return max(sheets, key=lambda found: (found[0] or 0, found[1] is not None), default=(None, None))


def is_changed_on_disk(report: Report, earlier: bytes | None = None) -> bool:
    """Whether the file no longer holds the bytes that were opened (a deleted file counts as changed).

    earlier: what the same sitting has saved over the original meanwhile.
    """
    try:
        return ordinary_bytes(report.path) not in (report.document.source, earlier)
    except OSError:
        return True


def encode(report: Report, corrections: Iterable[Correction], marks: Marks | None = None) -> bytes:
    """The corrected file's bytes, proved by re-reading. Raises SaveError; writes nothing.

    marks: leave revision marks, where the format has such (``Format.mark``); what then fails is a MarkError.
    """
    wanted, plain, marked = tuple(corrections), report.format.encode, report.format.mark
    if plain is None:
        raise SaveError(_READ_ONLY.format(report.path.name))
    if marks is None or marked is None:
        return _proved(report, lambda: plain(report.document, wanted), wanted)
    try:
        return _proved(report, lambda: marked(report.document, wanted, marks), wanted)
    except SaveError as error:
        raise MarkError(str(error)) from None


_READ_ONLY = "“{}”不能照原样改写（网页和 PDF 只能读），没有保存；请按官方版式导出为 Word 文件。"


def _proved(report: Report, encoded: Callable[[], bytes], wanted: tuple[Correction, ...]) -> bytes:
    try:
        data = encoded()
    except ReadError as error:
        raise SaveError(_DAMAGED.format(error)) from None
    if wanted:
        _verify(report, data, wanted)
    return data


def save(
    report: Report,
    corrections: Iterable[Correction],
    target: Path,
    *,
    earlier: bytes | None = None,
    marks: Marks | None = None,
) -> Path | None:
    """Write the corrected file to ``target``; returns the backup made, if the original was overwritten.

    earlier: what the same sitting has saved over the original before; then the backup is there already.
    marks: as in ``encode``. Raises SaveError, in the clerk's words, with the target as it was.
    """
    data = encode(report, corrections, marks)
    backup = None
    if is_same_file(target, report.path):
        backup = _replace_original(report, target, data, earlier)
    else:
        write_atomic(target, data)
    sweep(target.parent)
    return backup


def _replace_original(report: Report, target: Path, data: bytes, earlier: bytes | None) -> Path | None:
    """With everything else on the disk it is asked once more whether another program has changed it."""
    known = (None, report.document.source, earlier, data)
    with staged(target, data) as put:
        _refuse_others(target, known)
        backup = None if earlier is not None else _back_up(report, target)
        try:
            _refuse_others(target, known)
            put()
        except (SaveError, OSError):
            if backup is not None and not is_changed_on_disk(report):
                backup.unlink(missing_ok=True)
            raise
    return backup


def _refuse_others(target: Path, known: tuple[bytes | None, ...]) -> None:
    if _bytes_there(target) not in known:
        raise SaveError(
            f"“{target.name}”在打开以后被别的程序改过，没有覆盖它。请重新打开这份文件，或另存为别的名字。"
        )


def _back_up(report: Report, target: Path) -> Path:
    """No more people may read it than the original."""
    backup = free_name(target, BACKUP)
    write_atomic(backup, report.document.source, like=target if is_there(target) else None)
    return backup


def _bytes_there(target: Path) -> bytes | None:
    """What the target holds now, None if there is no such file. Raises OSError."""
    try:
        return ordinary_bytes(target)
    except FileNotFoundError:
        return None


def _verify(report: Report, data: bytes, corrections: tuple[Correction, ...]) -> None:
    """Re-read the new bytes: exactly the corrected cells, and formulas that follow, may differ."""
    calculated = report.format.recalculated(report.document, corrections)
    wanted = {c.cell.anchor: c.text for c in corrections}
    try:
        again = registry.read(data)
    except ReadError as error:
        raise SaveError(_UNVERIFIED.format(f"重新读取失败：{error}")) from None
    old, new = _all_cells(report.document.tables), _all_cells(again.tables)
    for before, after in zip(old, new, strict=False):
        expected = wanted.get(before.anchor, calculated.get(before, before.text))
        if (after.row, after.column) != (before.row, before.column) or after.text.strip() != expected.strip():
            raise SaveError(_UNVERIFIED.format(f"“{before.text}”会变成“{after.text}”"))
    prose = [wanted.get(p.anchor, p.text) for p in _prose(report.document)]
    if len(old) != len(new) or prose != [p.text for p in _prose(again)]:
        raise SaveError(_UNVERIFIED.format("别的内容会跟着变"))


_DAMAGED = "没有保存，原来的文件没有动：保存要用到的一部分内容读不出来（{}）。"
_UNVERIFIED = "保存前的复核没有通过（{}），为保护文件没有写入任何内容。请在 Word 或 WPS 里手工改这一处。"


def _all_cells(tables: Iterable[RawTable]) -> list[RawCell]:
    return [cell for table in tables for cell in table.cells]


def _prose(document: Document) -> list[Paragraph]:
    """The paragraphs that are no cells of a plain text's lines."""
    return [block for block in document.blocks if isinstance(block, Paragraph)]
