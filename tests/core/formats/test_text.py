"""Plain text: encoding told by content; saving changes the number's bytes and nothing else."""

import codecs
from types import ModuleType

import pytest

from core.errors import ReadError, SaveError
from core.formats import text
from core.tables import Correction
from tests.core.formats.contract import FormatContract, ProseContract

SENTENCE = "云岭市青禾区农业农村局2023年政府信息公开工作年度报告"


class TestPipes(FormatContract):
    module: ModuleType = text

    def make(self, grid):
        return "\n".join(" | ".join(row) for row in grid).encode()

    def parts(self, data):
        return {"": data}


class TestTabsInGb18030WithCrlf(TestPipes):
    def make(self, grid):
        return "\r\n".join("\t".join(row) for row in grid).encode("gb18030")


class TestUtf16(TestPipes):
    def make(self, grid):
        return codecs.BOM_UTF16_LE + "\r\n".join(" | ".join(row) for row in grid).encode("utf-16-le")

    def test_a_correction_leaves_every_other_byte(self, document):
        old = self.cell(document, "3456")
        saved = text.encode(document, (Correction(old, "3457"),))
        assert saved == document.source.replace("3456".encode("utf-16-le"), "3457".encode("utf-16-le"))


class TestProse(ProseContract):
    module: ModuleType = text
    encoding = "utf-8"
    end = "\n"

    def make_prose(self, lines):
        return self.end.join(lines).encode(self.encoding)

    def prose_bytes(self, data):
        return data, self.encoding


class TestProseInGb18030WithCrlf(TestProse):
    encoding = "gb18030"
    end = "\r\n\r\n"


class TestProseInUtf16(TestProse):
    encoding = "utf-16-le"


@pytest.mark.parametrize(
    ("encoding", "bom"),
    [
        ("utf-8", b""),
        ("utf-8", codecs.BOM_UTF8),
        ("gb18030", b""),
        ("utf-16-le", codecs.BOM_UTF16_LE),
        ("utf-16-be", codecs.BOM_UTF16_BE),
        ("utf-16-le", b""),
        ("utf-16-be", b""),
    ],
)
@pytest.mark.parametrize("newline", ["\r\n", "\n", "\r"])
def test_encodings_and_line_ends_are_read_and_kept(encoding, bom, newline):
    lines = [SENTENCE, "规章 | 0 | 12 | 7", "", "五、存在的主要问题"]
    data = bom + newline.join(lines).encode(encoding)
    document = text.read(data)
    assert [c.text for c in document.tables[0].cells] == [
        SENTENCE,
        "规章",
        "0",
        "12",
        "7",
        "五、存在的主要问题",
    ]
    twelve = next(c for c in document.tables[0].cells if c.text == "12")
    lines[1] = "规章 | 0 | 345 | 7"
    assert text.encode(document, (Correction(twelve, "345"),)) == bom + newline.join(lines).encode(encoding)


def test_a_blank_between_separators_can_be_filled():
    document = text.read("规章 |  | 12 | 7\n".encode())
    blank = document.tables[0].cells[1]
    assert blank.text == ""
    saved = text.encode(document, (Correction(blank, "5"),))
    assert [c.text for c in text.read(saved).tables[0].cells] == ["规章", "5", "12", "7"]


@pytest.mark.parametrize(
    "data",
    [
        b"\xff\xfe\x00",
        b"\x80\x81\xff\xfe\xfa" * 9,
        "年报".encode("gb18030")[:-1] + b"\xff",
        b"\x00\x01\x02\x03",
    ],
)
def test_what_is_no_text_is_refused_in_words(data):
    with pytest.raises(ReadError, match=r"编码|字符"):
        text.read(data)


def test_a_huge_text_is_refused():
    with pytest.raises(ReadError, match="MB"):
        text.read(b"1" * (text.MAX_BYTES + 1))


def test_a_character_the_encoding_lacks_is_refused():
    document = text.read("规章 | 0\n".encode("utf-16-le"))
    with pytest.raises(SaveError):
        text.encode(document, (Correction(document.tables[0].cells[1], "\ud800"),))


def test_drawn_lines_of_a_table_are_no_rows():
    document = text.read("规章 | 0 | 1\n|---|---|---|\n合计 | 0 | 1\n".encode())
    assert [c.text for c in document.tables[0].cells] == ["规章", "0", "1", "合计", "0", "1"]


def test_a_paragraph_is_a_line_and_its_cells_are_corrected_each_for_itself():
    document = text.read("  新收 12 件，办结12件。  \n新收12件|办结12件\n".encode("gb18030"))
    line, first, second = document.paragraphs
    corrections = [
        Correction(line.as_cell(), "新收 12 件，办结11件。"),
        Correction(second.as_cell(), "办结10件"),
    ]
    expected = "  新收 12 件，办结11件。  \n新收12件|办结10件\n".encode("gb18030")
    assert text.encode(document, corrections) == expected
    assert first.text == "新收12件"


def test_the_last_correction_of_a_line_counts():
    document = text.read("新收12件\n".encode())
    (line,) = document.paragraphs
    (cell,) = document.tables[0].cells
    saved = text.encode(document, [Correction(line.as_cell(), "新收13件"), Correction(cell, "新收14件")])
    assert saved == "新收14件\n".encode()


def test_a_line_of_another_file_is_refused():
    document, other = text.read("新收12件\n".encode()), text.read("新收15件\n".encode())
    (line,) = other.paragraphs
    with pytest.raises(SaveError, match="不在这份文件里"):
        text.encode(document, [Correction(line.as_cell(), "新收13件")])
