"""Numbers in the sentences of the reports beside the project: each corrected alone, nothing else differs."""

import re
from pathlib import Path

import pytest

from core import files
from core.errors import ReadError
from core.files import Report
from core.formats import registry
from core.tables import Correction, Document
from tests import samples
from tests.core.formats.test_docx_package import raw_records

FILES = [p for p in sorted(samples.FOLDER.rglob("*")) if p.suffix in (".docx", ".txt")]
SHORTEST = 8
"""Characters of a paragraph from which it is taken for a sentence."""
CHANGES = 12
"""How many numbers are changed in each file."""

pytestmark = pytest.mark.skipif(not FILES, reason="the customer's samples are not on this machine")


def opened(path: Path) -> Report:
    try:
        return files.open_report(path)
    except ReadError:
        pytest.skip("a file that is meant to be refused")


def shown(document: Document) -> list[str]:
    """All texts but those of the paragraphs."""
    return [c.text for table in document.tables if table.layout == "grid" for c in table.cells]


@pytest.mark.parametrize("path", FILES, ids=samples.name)
def test_a_number_of_a_sentence_is_changed_alone(path):
    report = opened(path)
    before = [p.text for p in report.document.paragraphs]
    places = [
        (n, p, match)
        for n, p in enumerate(report.document.paragraphs)
        if len(p.text) >= SHORTEST and not p.locked
        for match in re.finditer(r"\d+", p.text)
    ]
    for n, target, match in places[:: len(places) // CHANGES + 1]:
        new = f"{target.text[: match.start()]}98765{target.text[match.end() :]}"
        saved = files.encode(report, [Correction(target.as_cell(), new)])
        again = registry.read(saved)
        assert [p.text for p in again.paragraphs] == [*before[:n], new, *before[n + 1 :]]
        assert shown(again) == shown(report.document)
        if path.suffix == ".docx":
            old, changed = raw_records(report.document.source), raw_records(saved)
            assert [name for name in old if old[name] != changed[name]] == ["word/document.xml"]


@pytest.mark.parametrize("path", FILES, ids=samples.name)
def test_the_numbers_of_all_sentences_are_changed_at_once(path):
    report = opened(path)
    corrections = [
        Correction(p.as_cell(), re.sub(r"\d+", lambda found: f"{found[0]}7", p.text))
        for p in report.document.paragraphs
        if len(p.text) >= SHORTEST and not p.locked and re.search(r"\d", p.text)
    ]
    wanted = {c.cell.anchor: c.text for c in corrections}
    again = registry.read(files.encode(report, corrections))
    assert [p.text for p in again.paragraphs] == [
        wanted.get(p.anchor, p.text) for p in report.document.paragraphs
    ]
    assert shown(again) == shown(report.document)
