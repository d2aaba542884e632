"""Plain text: encoding told by content; saving changes the number's bytes and nothing else."""

import codecs
from dataclasses import replace
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import ReadError, SaveError
from core.formats import text
from core.tables import Correction
from tests.core.formats.contract import FormatContract, ProseContract

SENTENCE = "云岭市青禾区农业农村局2023年政府信息公开工作年度报告"

ENCODINGS = ["utf-8", "gb18030", "utf-16-le", "utf-16-be"]


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


def utf16(zeros: int, characters: int) -> bytes:
    """So many characters in UTF-16, without a mark; ASCII, which makes zero bytes, among them as said."""
    return ("1" * zeros + "年" * (characters - zeros)).encode("utf-16-be")


@pytest.mark.parametrize(("zeros", "characters"), [(2, 10), (40, 2048), (2048, 3000)])
def test_utf16_without_a_mark_is_told_by_its_zero_bytes(zeros, characters):
    (cell,) = text.read(utf16(zeros, characters)).tables[0].cells
    assert cell.text == "1" * zeros + "年" * (characters - zeros)


@pytest.mark.parametrize(("zeros", "characters"), [(1, 10), (39, 2048)])
def test_a_stray_zero_byte_makes_no_utf16(zeros, characters):
    with pytest.raises(ReadError, match=r"^文件不是可以识别的文字.*另存为 UTF-8 编码后再试$"):
        text.read(utf16(zeros, characters))


def test_a_mark_whose_text_is_cut_is_refused():
    with pytest.raises(ReadError, match=r"^文件里有不完整的字符.*重新取得这份文件$"):
        text.read(codecs.BOM_UTF8 + "年报".encode()[:-1])


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
    assert text.read(b"1" * text.MAX_BYTES).tables[0].cells[0].text == "1" * text.MAX_BYTES
    with pytest.raises(ReadError, match="有 3 MB"):
        text.read(b"1" * 3 * 1024 * 1024)


@pytest.mark.parametrize("encoding", ["utf-16-le", "gb18030", "utf-8"])
def test_a_character_the_encoding_lacks_is_refused(encoding):
    document = text.read("规章 | 0 | 是\n".encode(encoding))
    with pytest.raises(SaveError, match=f"里有本文件编码（{encoding}）写不出的字"):
        text.encode(document, (Correction(document.tables[0].cells[1], "\ud800"),))


def test_a_cell_without_a_place_is_refused_with_its_reason():
    document = text.read("规章 | 0\n".encode())
    bare = document.tables[0].cells[1]._replace(anchor=None)
    with pytest.raises(SaveError, match=r"^这一格无法改写$"):
        text.encode(document, (Correction(bare, "1"),))
    with pytest.raises(SaveError, match=r"^不能改$"):
        text.encode(document, (Correction(bare._replace(locked="不能改"), "1"),))


def test_a_document_of_another_format_is_refused():
    document = replace(text.read("规章 | 0\n".encode()), extra=None)
    with pytest.raises(SaveError, match="不是按文本打开的"):
        text.encode(document, (Correction(document.tables[0].cells[1], "1"),))


def places(content: str) -> list[tuple[str, int, int, int]]:
    """Text, row, column and width of every cell."""
    document = text.read(content.encode())
    assert document.format == "txt"
    return [(c.text, c.row, c.column, c.column_span) for c in document.tables[0].cells]


def cells(content: str) -> list[str]:
    return [c.text for c in text.read(content.encode()).tables[0].cells]


@pytest.mark.parametrize(
    "line", ["|---|---|---|", "---", "--- | ---", ":---:|---:", "├──┼──┤", "━━━━", "======", "+===+===+", "─"]
)
def test_drawn_lines_of_a_table_are_no_rows(line):
    assert cells(f"规章 | 0 | 1\n{line}\n合计 | 0 | 1\n") == ["规章", "0", "1", "合计", "0", "1"]


@pytest.mark.parametrize("line", ["-|-|-", "-|--|", "||", "联系方式---办公室", "甲 = 乙", "+"])
def test_a_line_with_dashes_that_is_not_drawn_is_a_row(line):
    assert {row for _, row, _, _ in places(f"规章 | 0\n{line}\n合计 | 0\n")} == {0, 1, 2}


@pytest.mark.parametrize("sign", "|｜│┃\t")
def test_every_kind_of_separator_cuts_a_line(sign):
    assert cells(f"规章{sign}0 {sign} 12") == ["规章", "0", "12"]


@pytest.mark.parametrize("end", ["\r\n", "\n", "\r", "\f", "\v"])
def test_every_kind_of_line_end_begins_a_row(end):
    assert places(f"规章{end}合计{end}") == [("规章", 0, 0, 1), ("合计", 1, 0, 1)]


def test_rows_are_counted_with_blank_lines_and_columns_with_blank_cells():
    assert places("规章 | | 12\n\n\u200b\u3000\n合计\t7") == [
        ("规章", 0, 0, 1),
        ("", 0, 1, 1),
        ("12", 0, 2, 1),
        ("合计", 3, 0, 1),
        ("7", 3, 1, 1),
    ]


def test_behind_a_closing_separator_stands_a_cell_without_width():
    assert places("| 规章 | 0 |")[0] == ("", 0, 0, 1)
    assert places("| 规章 | 0 |")[-1] == ("", 0, 3, 0)
    assert places("规章 | 0 | ")[-1] == ("", 0, 2, 0)
    assert places("| |")[1:] == [("", 0, 1, 1), ("", 0, 2, 0)]
    assert places("规章\t0\t")[-1] == ("", 0, 2, 1)
    assert places("规章 | 0")[-1] == ("0", 0, 1, 1)
    assert places("|")[0] == ("", 0, 0, 1)


@pytest.mark.parametrize(
    ("line", "filled"),
    [
        ("规章||12", "规章|5|12"),
        ("规章| |12", "规章| 5|12"),
        ("规章|  |12", "规章| 5 |12"),
        ("规章|   |12", "规章|  5 |12"),
        ("规章|    |12", "规章|  5  |12"),
        ("规章\t\t12", "规章\t5\t12"),
    ],
)
def test_what_fills_a_blank_stands_in_its_middle(line, filled):
    document = text.read(line.encode("gb18030"))
    saved = text.encode(document, (Correction(document.tables[0].cells[1], "5"),))
    assert saved == filled.encode("gb18030")


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("规章  0   12", ["规章", "0", "12"]),
        ("规章　　0\xa0\xa012", ["规章", "0", "12"]),
        ("规章 0 12 7", ["规章", "0", "12", "7"]),
        ("规章 0  12 / 1,234 ５", ["规章", "0", "12", "/", "1,234", "５"]),
        ("规章 -3 +4.5", ["规章", "-3", "+4.5"]),
        ("规章\u2003\u20030 12", ["规章", "0", "12"]),
        ("  规章  0  ", ["规章", "0"]),
        ("规章  小计 1 2", ["规章", "小计", "1", "2"]),
        ("规章 0 12\u200b", ["规章", "0", "12"]),
        ("0 12 7", ["0", "12", "7"]),
        (" 1 2 ", ["1", "2"]),
        ("总  计  3  4", ["总  计", "3", "4"]),
        ("合  计 3 4", ["合  计", "3", "4"]),
        ("总  数  3", ["总", "数", "3"]),
        ("新收 12 件", ["新收 12 件"]),
        ("2023年 12 件  13 件", ["2023年 12 件", "13 件"]),
        ("共 2 件 12", ["共 2 件 12"]),
        ("规章 0 件 12 7", ["规章 0 件", "12", "7"]),
        ("甲  乙" + "丙" * 1996, ["甲", "乙" + "丙" * 1996]),
        ("甲  乙" + "丙" * 1997, ["甲  乙" + "丙" * 1997]),
    ],
)
def test_without_separators_wide_gaps_and_the_closing_numbers_are_cells(line, found):
    assert cells(line) == found


@given(
    st.text(alphabet="规总计0１2,/-|\t \u3000\xa0\u2003\u200b𠮷\n\r", max_size=40), st.sampled_from(ENCODINGS)
)
def test_every_cell_is_tied_to_its_own_bytes(content, encoding):
    data = ("2023年报" + content).encode(encoding)
    document = text.read(data)
    end = 0
    for cell in document.tables[0].cells:
        (span,) = cell.anchor.spans
        assert cell.anchor.part == ""
        assert data[span.start : span.end] == cell.text.encode(encoding)
        assert end <= span.start
        end = span.end


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
