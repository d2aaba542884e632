"""A cell or a few corrected in the bytes: just these change, and nothing beside them (F1 to F3)."""

from datetime import datetime
from random import Random

from core import files
from core.errors import ReadError, SaveError
from core.files import Report
from core.formats import registry
from core.formats.package import Package
from core.marks import Marks
from core.tables import Correction, Document, RawCell
from tests.fuzz.promises import BrokenPromiseError, spoken

_NEW = ("7", "0", "12", "１２", "1,234", "/", "无", "", " 8 ", "96171.6")
_PLAIN = ("txt", "csv")
_MARKED = 0.05
_WHEN = datetime(2024, 1, 2, 3, 4, 5)


def correct(rng: Random, report: Report) -> set[str]:
    """One place corrected, or up to three: refused in words, or just these change when it is read again."""
    document = report.document
    cells = [cell for table in document.tables for cell in table.cells if cell.anchor and not cell.locked]
    prose = [p.as_cell() for p in document.paragraphs if p.anchor and not p.locked]
    if not cells and not prose:
        return set()
    made = [_correction(rng, cells, prose) for _ in range(rng.choice((1, 1, 1, 3)))]
    wanted = tuple({correction.cell.anchor: correction for correction in made}.values())
    try:
        if rng.random() < _MARKED:
            files.encode(report, wanted, Marks("张三", _WHEN))
        data = files.encode(report, wanted)
    except SaveError as error:
        spoken(error)
        return {"not proved" if "复核" in str(error) else "not saved"}
    _compare(document, registry.read(data), wanted)
    if len(wanted) == 1:
        _untouched(document, data, wanted[0].cell)
    return {"corrected"}


def _correction(rng: Random, cells: list[RawCell], prose: list[RawCell]) -> Correction:
    if cells and (not prose or rng.random() < 0.7):
        return Correction(rng.choice(cells), rng.choice(_NEW))
    cell = rng.choice(prose)
    at = rng.randrange(len(cell.text) + 1)
    return Correction(cell, cell.text[:at] + "3" + cell.text[at:])


def _compare(before: Document, after: Document, corrections: tuple[Correction, ...]) -> None:
    wanted = {correction.cell.anchor: correction.text for correction in corrections}
    followed = registry.by_name(before.format).recalculated(before, corrections)
    old = [cell for table in before.tables for cell in table.cells]
    new = [cell for table in after.tables for cell in table.cells]
    wrong = []
    for cell, found in zip(old, new, strict=True):
        if cell.anchor is not None and cell.anchor in wanted:
            is_right = found.text.strip() == wanted[cell.anchor].strip()
        else:
            is_right = found.text == followed.get(cell, cell.text)
        if not is_right:
            wrong.append((cell.text, found.text))
    lines = [p.text for p in after.paragraphs]
    texts = [p.text if p.anchor is None else wanted.get(p.anchor, p.text) for p in before.paragraphs]
    if wrong or (before.format not in _PLAIN and lines != texts):
        meant = [(correction.cell.text, correction.text) for correction in corrections]
        raise BrokenPromiseError(f"meant to change {meant}, changed {wrong[:3]} or paragraphs")


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
