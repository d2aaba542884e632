"""The Word files among the customer's samples: read whole, saved unchanged, corrected exactly."""

import io
import json
from pathlib import Path

import docx as python_docx
import pytest
from lxml import etree

from core.errors import ReadError
from core.formats import docx
from core.tables import Correction
from tests.core.formats.test_docx_package import W, parts_of, raw_records, texts

SAMPLES = Path(__file__).resolve().parents[4] / "shared" / "samples"
REFUSED = "refused"
FILES = sorted(SAMPLES.rglob("*.docx"))
READABLE = [path for path in FILES if path.parent.name != REFUSED]

pytestmark = pytest.mark.skipif(not FILES, reason="the customer's samples are not on this machine")


def each(paths: list[Path]):
    return pytest.mark.parametrize("path", paths, ids=lambda path: path.stem)


def expected(path: Path) -> dict:
    return json.loads(path.with_name(path.name + ".json").read_text("utf-8"))


@each(READABLE)
def test_nothing_corrected_nothing_changed(path):
    document = docx.read(path.read_bytes())
    assert docx.encode(document, ()) == path.read_bytes()


@each([path for path in FILES if path.parent.name == REFUSED])
def test_what_must_be_refused_is_refused(path):
    with pytest.raises(ReadError):
        docx.read(path.read_bytes())


@each(READABLE)
def test_the_last_table_is_the_fifteen_numbers(path):
    table = docx.read(path.read_bytes()).tables[-1]
    numbers = [c for c in table.cells if c.row == max(c.row for c in table.cells)]
    assert [c.column for c in numbers] == list(range(15))


@each(
    [path for path in READABLE if path.parent.name == "word" and path.with_name(path.name + ".json").exists()]
)
def test_every_number_that_should_be_there_is_read(path):
    wanted = [str(value) for value in expected(path).get("cells", {}).values() if value is not None]
    shown = [text.strip() for cells in texts(docx.read(path.read_bytes())) for text in cells]
    assert {text for text in wanted if text not in shown} == set()


@each(READABLE)
def test_lxml_sees_the_same_texts(path):
    """Texts of all w:t that are neither deleted nor a second alternative, by a tree and by us."""
    root = etree.fromstring(parts_of(path.read_bytes())["word/document.xml"])
    seen = [
        t.text or ""
        for t in root.iter(f"{{{W}}}t")
        if not any(a.tag in (f"{{{W}}}del", f"{{{W}}}moveFrom") for a in t.iterancestors())
    ]
    document = docx.read(path.read_bytes())
    ours = "".join(
        block.text if hasattr(block, "text") else "".join(c.text for c in block.cells)
        for block in document.blocks
    )
    assert sorted(ours.replace("\n", "").replace("\t", "")) == sorted("".join(seen))


@each(READABLE)
def test_a_correction_of_any_kind_of_cell_reads_back(path):
    document = docx.read(path.read_bytes())
    cells = [c for table in document.tables for c in table.cells]
    before = [c.text for c in cells]
    chosen = [
        n for n, c in enumerate(cells) if not c.locked and (not c.text.strip() or c.text.strip().isdigit())
    ]
    for number in chosen[:: max(1, len(chosen) // 12)]:
        saved = docx.encode(document, [Correction(cells[number], "98765")])
        after = [text for table_texts in texts(docx.read(saved)) for text in table_texts]
        assert after == [*before[:number], "98765", *before[number + 1 :]]
        old, new = raw_records(document.source), raw_records(saved)
        assert [name for name in old if old[name] != new[name]] == ["word/document.xml"]
        opened = python_docx.Document(io.BytesIO(saved))
        assert "98765" in "".join(opened.element.body.itertext())


@each(READABLE)
def test_all_corrections_at_once_read_back(path):
    document = docx.read(path.read_bytes())
    corrections = [
        Correction(c, str(number))
        for number, c in enumerate(c for table in document.tables for c in table.cells)
        if not c.locked and "\n" not in c.text
    ]
    wanted = {correction.cell: correction.text for correction in corrections}
    again = docx.read(docx.encode(document, corrections))
    for old, new in zip(document.tables, again.tables, strict=True):
        assert [c.text for c in new.cells] == [wanted.get(c, c.text) for c in old.cells]
    assert [p.text for p in again.paragraphs] == [p.text for p in document.paragraphs]
