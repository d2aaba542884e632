"""What every format promises, tested once for all of them (F1 to F3 of the architecture).

A format's test module subclasses ``FormatContract`` and says how a small table is made in that format, and
``ProseContract`` where the format has paragraphs.
"""

from types import ModuleType

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.tables import Correction, Document, RawCell

GRID = [
    ["项目", "本年制发件数", "本年废止件数", "现行有效件数"],
    ["规章", "0", "12", "3456"],
    ["行政规范性文件", "１２", "1,234", "/"],
    ["合计", "7", "0", "96171.6"],
]
NEW_TEXTS = st.from_regex(r"[0-9０-９]{1,7}", fullmatch=True)


class FormatContract:
    """F1 no corrections → identical bytes; F2 only the cells' bytes change; F3 re-reading shows just that."""

    module: ModuleType

    def make(self, grid: list[list[str]]) -> bytes:
        """A file of this format that holds ``grid`` as its only table."""
        raise NotImplementedError

    def parts(self, data: bytes) -> dict[str, bytes]:
        """The file's parts by name, uncompressed; a plain file is one part."""
        raise NotImplementedError

    @pytest.fixture
    def document(self) -> Document:
        return self.module.read(self.make(GRID))

    @staticmethod
    def texts(document: Document) -> list[str]:
        return [cell.text for table in document.tables for cell in table.cells]

    @staticmethod
    def cell(document: Document, text: str) -> RawCell:
        return next(cell for table in document.tables for cell in table.cells if cell.text == text)

    def test_every_cell_is_read_as_it_stands(self, document):
        assert [t for t in self.texts(document) if t] == [t for row in GRID for t in row]

    def test_no_corrections_give_the_same_bytes(self, document):
        assert self.module.encode(document, ()) == document.source

    def test_a_correction_changes_that_cell_and_no_other(self, document):
        before = self.texts(document)
        old = self.cell(document, "3456")
        after = self.texts(self.module.read(self.module.encode(document, (Correction(old, "78"),))))
        assert after == ["78" if text == "3456" else text for text in before]

    def test_a_correction_leaves_every_other_byte(self, document):
        old = self.cell(document, "3456")
        saved = self.module.encode(document, (Correction(old, "3457"),))
        before, after = self.parts(document.source), self.parts(saved)
        assert list(before) == list(after)
        changed = [name for name in before if before[name] != after[name]]
        assert changed == [old.anchor.part]
        assert after[changed[0]] == before[changed[0]].replace(b"3456", b"3457")

    def test_writing_the_same_text_again_gives_the_same_content(self, document):
        old = self.cell(document, "12")
        saved = self.module.encode(document, (Correction(old, "12"),))
        assert self.texts(self.module.read(saved)) == self.texts(document)

    @settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.differing_executors])
    @given(new=st.dictionaries(st.sampled_from(["0", "12", "3456", "１２", "/", "7", "96171.6"]), NEW_TEXTS))
    def test_any_set_of_corrections_reads_back_exactly(self, new):
        document = self.module.read(self.make(GRID))
        wanted = dict(new)
        corrections, expected = [], []
        for cell in (c for t in document.tables for c in t.cells):
            text = wanted.pop(cell.text, None)
            if text is not None:
                corrections.append(Correction(cell, text))
            expected.append(cell.text if text is None else text)
        saved = self.module.encode(document, corrections)
        assert self.texts(self.module.read(saved)) == expected


PROSE = [
    "一、总体情况",
    "2023年，本机关共收到政府信息公开申请12件，比上年增加2件。",
    "其中予以公开9件、部分公开1件，结转下年度2件；行政复议0件。",
]
WORDS = st.text(alphabet="0123456789０９十件年申请，𠮷", min_size=1, max_size=6)


class ProseContract:
    """F1 to F3 for paragraphs, each corrected as a whole; what the format makes of it is its own affair."""

    module: ModuleType

    def make_prose(self, lines: list[str]) -> bytes:
        """A file of this format with these paragraphs."""
        raise NotImplementedError

    def prose_bytes(self, data: bytes) -> tuple[bytes, str]:
        """The part the paragraphs stand in, and its encoding."""
        raise NotImplementedError

    @staticmethod
    def lines(document: Document) -> list[str]:
        return [p.text for p in document.paragraphs]

    def test_every_paragraph_is_read_and_can_be_corrected(self):
        document = self.module.read(self.make_prose(PROSE))
        assert self.lines(document) == PROSE
        assert all(p.anchor is not None and not p.locked for p in document.paragraphs)

    def test_a_paragraph_that_stays_changes_no_byte(self):
        document = self.module.read(self.make_prose(PROSE))
        same = [Correction(p.as_cell(), p.text) for p in document.paragraphs]
        assert self.module.encode(document, same) == document.source

    def test_a_corrected_number_changes_its_own_bytes_only(self):
        document = self.module.read(self.make_prose(PROSE))
        (target,) = [p for p in document.paragraphs if "共收到" in p.text]
        saved = self.module.encode(document, [Correction(target.as_cell(), target.text.replace("12", "345"))])
        (before, encoding), (after, _) = self.prose_bytes(document.source), self.prose_bytes(saved)
        old, new = "申请12件".encode(encoding), "申请345件".encode(encoding)
        assert after == before.replace(old, new)

    @settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.differing_executors])
    @given(data=st.data())
    def test_any_correction_of_any_paragraphs_reads_back_exactly(self, data):
        document = self.module.read(self.make_prose(PROSE))
        expected, corrections = [], []
        for target in document.paragraphs:
            text = target.text
            if data.draw(st.booleans()):
                first = data.draw(st.integers(0, len(text)))
                last = data.draw(st.integers(first, min(first + 4, len(text))))
                text = text[:first] + data.draw(WORDS) + text[last:]
                corrections.append(Correction(target.as_cell(), text))
            expected.append(text)
        saved = self.module.encode(document, corrections)
        assert self.lines(self.module.read(saved)) == expected
        content, encoding = self.prose_bytes(document.source)
        for old, new in zip(reversed(PROSE), reversed(expected), strict=True):
            start = content.rindex(old.encode(encoding))
            content = content[:start] + new.encode(encoding) + content[start + len(old.encode(encoding)) :]
        assert self.prose_bytes(saved)[0] == content
