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
from core.review import Review
from core.tables import Correction
from tests.fuzz.corrected import correct
from tests.fuzz.mutants import Target
from tests.fuzz.promises import BrokenPromiseError, spoken

_NEW = ("7", "0", "12", "１２", "1,234", "/", "无", "", " 8 ", "96171.6")
_WHEN = datetime(2024, 1, 2, 3, 4, 5)
CHECKED, CORRECTED, SUGGESTED, EXPORTED = 0.15, 0.3, 0.05, 0.1
"""Of the files that can be read, how many are checked, corrected, and so on."""


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
        spoken(error)
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
        seen |= correct(rng, report)
    if folder is not None:
        seen |= _on_disk(data, folder / name)
    if rng.random() < (EXPORTED if folder or thorough else 0):
        seen |= _export(rng, report)
    return seen


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
            spoken(error)
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
        spoken(error)
    return {"exported"}


def _on_disk(data: bytes, path: Path) -> set[str]:
    """Opened, corrected and saved as a clerk would: the original stays, the copy is all there is."""
    path.write_bytes(data)
    target = corrected_name(path)
    try:
        report = files.open_report(path)
        cells = [c for t in report.document.tables for c in t.cells if c.anchor and not c.locked and c.text]
        files.save(report, [Correction(cell, "7") for cell in cells[:1]], target)
    except GoujiError as error:
        spoken(error)
    left = sorted(os.listdir(path.parent))
    if path.read_bytes() != data:
        raise BrokenPromiseError("the original changed")
    if not set(left) <= {path.name, target.name}:
        raise BrokenPromiseError(f"files left behind: {left}")
    target.unlink(missing_ok=True)
    path.unlink()
    return {"on disk"}
