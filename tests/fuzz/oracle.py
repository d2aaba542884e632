"""What must hold for any bytes whatever: read or refused in words, checked, corrected in one place only."""

import os
from datetime import datetime
from pathlib import Path
from random import Random

from core import files, suggest
from core.errors import GoujiError, ReadError, SaveError
from core.export import documents
from core.filenames import corrected_name
from core.files import Report
from core.formats import registry
from core.formats.package import Package
from core.marks import Marks
from core.review import Review
from core.tables import Correction, Document, RawCell
from tests.fuzz.mutants import Target

_NEW = ("7", "0", "12", "１２", "1,234", "/", "无", "", " 8 ", "96171.6")
_WHEN = datetime(2024, 1, 2, 3, 4, 5)
_PLAIN = ("txt", "csv")
CHECKED, CORRECTED, MARKED, SUGGESTED, EXPORTED = 0.15, 0.3, 0.05, 0.05, 0.1
"""Of the files that can be read, how many are checked, corrected, and so on."""


class BrokenPromiseError(AssertionError):
    """Something that must never happen, other than an exception."""


def judge(
    rng: Random, data: bytes, target: Target, folder: Path | None = None, *, thorough: bool = False
) -> set[str]:
    """What became of a file: ``refused`` or ``read``, and ``checked``, ``corrected``, ``not saved``… with it.

    folder: an empty place on disk, to open and save it there as well. thorough: leave nothing to the dice.
    Raises BrokenPromiseError, or whatever came out that should not.
    """

    name = f"报告.{target.name}"

    def lot(share: float) -> bool:
        return thorough or rng.random() < share

    try:
        report = target.read(data, Path(name))
    except ReadError as error:
        _spoken(error)
        return {"refused"}
    seen = {"read"}
    source = report.document.source
    if target.read is files.from_bytes and source != data:
        raise BrokenPromiseError("the source of the document is not the file")
    if report.is_rewritable and files.encode(report, ()) != source:
        raise BrokenPromiseError("without corrections the bytes are not the same")
    if lot(CHECKED):
        seen |= _check(rng, report, lot(SUGGESTED))
    if report.is_rewritable and lot(CORRECTED):
        seen |= _correct(rng, report)
    if folder is not None:
        seen |= _on_disk(data, folder / name)
    if rng.random() < (EXPORTED if folder or thorough else 0):
        seen |= _export(rng, report)
    return seen


def _spoken(error: GoujiError) -> None:
    """A refusal is a sentence for a clerk, not something from the inside."""
    text = str(error)
    if (
        len(text) < 6
        or not any("\u4e00" <= c <= "\u9fff" for c in text)
        or "Error" in text
        or "Traceback" in text
    ):
        raise BrokenPromiseError(f"a refusal that says nothing: {text!r}")


def _check(rng: Random, report: Report, suggestions: bool) -> set[str]:
    review = Review(report)
    for finding in review.findings:
        if not review.message(finding).strip():
            raise BrokenPromiseError(f"a finding without words: {finding}")
    seen = {"checked"}
    open_cells = [cell for cell in review.cells if not review.locked(cell)]
    if open_cells:
        try:
            review.set_value(rng.choice(open_cells), rng.choice(_NEW))
        except SaveError as error:
            _spoken(error)
        _ = review.findings
    if suggestions:
        review.examine()
        for problem in suggest.answer(suggest.question(review)):
            for repair in problem.repairs:
                suggest.describe(problem, repair, review.forms, review.texts)
        seen.add("suggested")
    return seen


def _export(rng: Random, report: Report) -> set[str]:
    """Any of the documents that can be made of it; a PDF takes a second and is like the HTML."""
    kind = rng.choice([kind for kind in documents.KINDS if documents.KINDS[kind].suffix != ".pdf"])
    try:
        documents.make(kind, Review(report), _WHEN, {})
    except SaveError as error:
        _spoken(error)
    return {"exported"}


def _correct(rng: Random, report: Report) -> set[str]:
    """One cell or paragraph corrected: refused in words, or just that one changes (F2, F3)."""
    document = report.document
    cells = [cell for table in document.tables for cell in table.cells if cell.anchor and not cell.locked]
    prose = [p.as_cell() for p in document.paragraphs if p.anchor and not p.locked]
    if not cells and not prose:
        return set()
    if cells and (not prose or rng.random() < 0.7):
        cell, text = rng.choice(cells), rng.choice(_NEW)
    else:
        cell = rng.choice(prose)
        at = rng.randrange(len(cell.text) + 1)
        text = cell.text[:at] + "3" + cell.text[at:]
    correction = Correction(cell, text)
    try:
        if rng.random() < MARKED:
            files.encode(report, (correction,), Marks("张三", _WHEN))
        data = files.encode(report, (correction,))
    except SaveError as error:
        _spoken(error)
        return {"not proved" if "复核" in str(error) else "not saved"}
    _compare(document, registry.read(data), correction)
    _untouched(document, data, cell)
    return {"corrected"}


def _compare(before: Document, after: Document, correction: Correction) -> None:
    followed = registry.by_name(before.format).recalculated(before, (correction,))
    old = [(cell, followed.get(cell, cell.text)) for table in before.tables for cell in table.cells]
    new = [cell for table in after.tables for cell in table.cells]
    wrong = [
        (cell.text, expected, other.text)
        for (cell, expected), other in zip(old, new, strict=True)
        if not _is_as_expected(cell, expected, other.text, correction)
    ]
    lines = [p.text for p in after.paragraphs]
    texts = [correction.text if p.anchor == correction.cell.anchor else p.text for p in before.paragraphs]
    if before.format not in _PLAIN and lines != texts:
        raise BrokenPromiseError(f"paragraphs changed: {correction.cell.text!r} → {correction.text!r}")
    if wrong:
        raise BrokenPromiseError(f"{correction.cell.text!r} → {correction.text!r} changed {wrong[:3]}")


def _is_as_expected(cell: RawCell, expected: str, found: str, correction: Correction) -> bool:
    if cell.anchor is not None and cell.anchor == correction.cell.anchor:
        return found.strip() == correction.text.strip()
    return found == expected


def _untouched(before: Document, data: bytes, cell: RawCell) -> None:
    """All bytes outside the corrected text, or all parts outside the corrected one, are what they were."""
    if cell.anchor is None:
        return
    if before.format in _PLAIN:
        span = cell.anchor.spans[0]
        rest = len(before.source) - span.end
        if data[: span.start] != before.source[: span.start] or (
            rest and data[-rest:] != before.source[-rest:]
        ):
            raise BrokenPromiseError("bytes outside the corrected text changed")
        return
    old, new = Package(before.source), Package(data)
    for name in old.names:
        is_sheet = before.format == "xlsx" and name.startswith("xl/")
        if name != cell.anchor.part and not is_sheet and _part(old, name) != _part(new, name):
            raise BrokenPromiseError(f"part {name} changed")


def _part(package: Package, name: str) -> bytes | None:
    try:
        return package.read(name)
    except ReadError:
        return None


def _on_disk(data: bytes, path: Path) -> set[str]:
    """Opened, corrected and saved as a clerk would: the original stays, the copy is all there is."""
    path.write_bytes(data)
    target = corrected_name(path)
    try:
        report = files.open_report(path)
        cells = [c for t in report.document.tables for c in t.cells if c.anchor and not c.locked and c.text]
        files.save(report, [Correction(cell, "7") for cell in cells[:1]], target)
    except GoujiError as error:
        _spoken(error)
    left = sorted(os.listdir(path.parent))
    if path.read_bytes() != data:
        raise BrokenPromiseError("the original changed")
    if not set(left) <= {path.name, target.name}:
        raise BrokenPromiseError(f"files left behind: {left}")
    target.unlink(missing_ok=True)
    path.unlink()
    return {"on disk"}
