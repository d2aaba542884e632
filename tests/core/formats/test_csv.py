"""CSV: told by its rows of figures, quoting and encoding kept, a field's bytes changed and nothing else."""

import codecs
import csv
import io
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from core.errors import SaveError
from core.files import from_bytes, open_report, save
from core.formats import csv as separated
from core.formats.detect import format_of
from core.review import Review
from core.tables import Correction
from tests.core.formats.contract import FormatContract
from tests.documents import excel
from tests.layouts import balanced


def written(grid: list[list[str]], sign: str = ",", end: str = "\r\n") -> str:
    """The grid as Python's own csv module, which knows Excel's dialect, writes it."""
    file = io.StringIO(newline="")
    csv.writer(file, delimiter=sign, lineterminator=end).writerows(grid)
    return file.getvalue()


class TestUtf8(FormatContract):
    module: ModuleType = separated
    encoding = "utf-8"
    bom = b""
    sign = ","

    def make(self, grid):
        return self.bom + written(grid, self.sign).encode(self.encoding)

    def parts(self, data):
        return {"": data}


class TestUtf8WithMark(TestUtf8):
    bom = codecs.BOM_UTF8


class TestGb18030(TestUtf8):
    encoding = "gb18030"


class TestSemicolons(TestUtf8):
    sign = ";"


class TestUtf16(TestUtf8):
    bom = codecs.BOM_UTF16_LE
    encoding = "utf-16-le"

    def test_a_correction_leaves_every_other_byte(self, document):
        old = self.cell(document, "3456")
        saved = separated.encode(document, (Correction(old, "3457"),))
        assert saved == document.source.replace("3456".encode("utf-16-le"), "3457".encode("utf-16-le"))


class TestEveryFieldQuoted(TestUtf8):
    def make(self, grid):
        return "".join(",".join(f'"{text}"' for text in row) + "\n" for row in grid).encode()


TEXT = st.text(alphabet='件12,"\n \t甲𠮷', max_size=6)


@settings(max_examples=200, deadline=None)
@given(grid=st.lists(st.tuples(TEXT, TEXT, TEXT), min_size=1, max_size=6), new=TEXT, data=st.data())
def test_fields_are_those_that_another_reader_sees_before_and_after_a_correction(grid, new, data):
    source = written(grid).encode()
    document = separated.read(source)
    (table,) = document.tables
    assert [c.text for c in table.cells] == [text.strip() for row in grid for text in row]
    chosen = data.draw(st.sampled_from(table.cells))
    saved = separated.encode(document, [Correction(chosen, new)]).decode()
    seen = list(csv.reader(io.StringIO(saved, newline="")))
    expected = [[text.strip() for text in row] for row in grid]
    expected[chosen.row][chosen.column] = new.strip()
    assert [[text.strip() for text in row] for row in seen] == expected


def field(data: bytes, text: str):
    document = separated.read(data)
    return document, next(c for c in document.tables[0].cells if c.text == text)


ROWS = '规章,0,1,2\n行政规范性文件,3,"1,234",5\n合计, 7 ,8,9\n'


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("1,234", "5678", '行政规范性文件,3,"5678",5'),
        ("1,234", "5,678", '行政规范性文件,3,"5,678",5'),
        ("3", "1,003", '行政规范性文件,"1,003","1,234",5'),
        ("7", "77", "合计, 77 ,8,9"),
        ("7", "1,007", '合计," 1,007 ",8,9'),
        ("规章", '规章（"略"）', '"规章（""略""）",0,1,2'),
    ],
)
def test_quoting_stays_and_comes_where_it_must(old, new, line):
    document, cell = field(ROWS.encode(), old)
    saved = separated.encode(document, [Correction(cell, new)]).decode()
    assert line in saved.split("\n")
    assert sum(a != b for a, b in zip(ROWS.split("\n"), saved.split("\n"), strict=True)) == 1


def test_a_line_break_between_quotes_ends_no_row():
    document = separated.read('"本年\n收到","12",0\r\n"办结",12,"0"\r\n'.encode())
    assert [(c.text, c.row, c.column) for c in document.tables[0].cells][:4] == [
        ("本年\n收到", 0, 0),
        ("12", 0, 1),
        ("0", 0, 2),
        ("办结", 1, 0),
    ]


def test_a_field_of_another_file_is_refused():
    document, other = separated.read(ROWS.encode()), separated.read(ROWS.replace("3", "4").encode())
    cell = next(c for c in other.tables[0].cells if c.text == "4")
    with pytest.raises(SaveError, match="不在这份文件里"):
        separated.encode(document, [Correction(cell, "5")])


def test_what_the_encoding_lacks_is_refused():
    document, cell = field(ROWS.encode(), "3")
    with pytest.raises(SaveError, match="编码"):
        separated.encode(document, [Correction(cell, "\ud800")])


PROSE = """2023年,本机关共收到申请12件,办结12件,结转0件。
2022年,收到9件,办结9件,无结转。
以上,特此报告,请审阅。
"""


@pytest.mark.parametrize(
    "text",
    [
        PROSE,
        PROSE.replace("\n", "\n\n"),
        "规章 | 1,234 | 5,678 | 9,012\n规范性文件 | 1,000 | 2,000 | 3,000\n合计 | 1,000 | 2,000 | 1,111\n",
        "规章\t1,234\t5,678\n规范性文件\t1,000\t2,000\n合计\t1,000\t2,000\n",
        "规章  1,234  5,678  9,012\n合计  1,234  5,678  9,012\n总计  1,234  5,678  9,012\n",
        "1,2\n3,4\n5,6\n7,8\n",
        "一、总体情况\n" * 5 + "规章,0,1,2\n规范性文件,3,4,5\n合计,7,8,9\n",
    ],
)
def test_a_text_with_commas_stays_a_text(text):
    assert format_of(text.encode()) == "txt"
    assert format_of(text.encode("gb18030")) == "txt"


@pytest.mark.parametrize("sign", [",", ";"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_rows_of_figures_are_told_by_content(sign, encoding):
    rows = [["单位：云岭市青禾区", "", "", "", ""]]
    rows += [["三、本年度办理结果", "（一）予以公开", "12", "", "0"]] * 4
    assert format_of(written(rows, sign).encode(encoding)) == "csv"


@pytest.mark.parametrize("edition", ["2021", "2019"])
@pytest.mark.parametrize("merged", [True, False])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "utf-16"])
def test_a_sheet_saved_as_csv_has_all_its_numbers(edition, merged, encoding):
    numbers = balanced(edition)
    (text,) = sheets(excel(numbers, edition, one_sheet=True, merged=merged))
    review = Review(from_bytes(text.encode(encoding), Path("年报.csv")))
    assert review.report.document.format == "csv"
    assert {c: review.text(c) for c in review.cells} == numbers
    assert review.findings == ()


@pytest.mark.parametrize("merged", [True, False])
def test_each_table_saved_alone_is_told_by_content(merged):
    numbers = balanced()
    _, *texts = sheets(excel(numbers, merged=merged))
    reviews = [Review(from_bytes(text.encode(), Path("表.csv"))) for text in texts]
    assert {c: r.text(c) for r in reviews for c in r.cells} == numbers


def test_a_corrected_number_is_proved_and_saved_over_the_original(tmp_path):
    path = tmp_path / "年报.csv"
    (text,) = sheets(excel(balanced(), one_sheet=True))
    path.write_bytes(text.encode("gb18030"))
    review = Review(open_report(path))
    review.set_value("requests.new.total", "32100")
    save(review.report, review.corrections, path)
    before, after = text.split("\r\n"), path.read_bytes().decode("gb18030").split("\r\n")
    ((old, new),) = [(a, b) for a, b in zip(before, after, strict=True) if a != b]
    assert new == old.replace(",320,", ",32100,")


def sheets(book: bytes) -> list[str]:
    """Each sheet as Excel saves it as CSV: as wide as the sheet, merged cells blank but for the first."""
    found = load_workbook(io.BytesIO(book)).worksheets
    return [written([list(row) for row in sheet.iter_rows(values_only=True)]) for sheet in found]
