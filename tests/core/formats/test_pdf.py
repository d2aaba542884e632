"""PDFs as office programs print them: every cell in its place, paragraphs whole, no page numbers."""

import pytest

from core.files import open_report
from core.formats.pdf import read
from core.formats.pdf.cells import Cell
from core.formats.pdf.lines import Line, is_wrapped
from core.formats.pdf.shapes import Box, Glyph
from core.forms import TABLES
from core.review import Review
from core.tables import Paragraph
from tests import pdfs
from tests.layouts import AFTER, BEFORE, HEADINGS, TITLE, YEARS, balanced
from tests.pdfs import Page, Printed, pdf


def review(data: bytes, tmp_path) -> Review:
    path = tmp_path / "年报.pdf"
    path.write_bytes(data)
    return Review(open_report(path))


def paragraphs(data: bytes) -> list[str]:
    return [paragraph.text for paragraph in read(data).paragraphs]


@pytest.mark.parametrize("edition", ["2019", "2021"])
@pytest.mark.parametrize(
    ("border", "again", "shift"),
    [("stroke", False, 0), ("fill", True, 0), ("boxes", False, 20), ("boxes", True, 20)],
)
def test_every_cell_of_a_report_over_several_pages_is_in_its_place(tmp_path, edition, border, again, shift):
    """Ruled in three ways, headings repeated or not, even pages moved aside or not."""
    numbers = balanced(edition)
    opened = review(pdfs.report(numbers, edition, border, again=again, shift=shift), tmp_path)
    assert {cell: opened.text(cell) for cell in opened.cells} == numbers
    assert opened.report.recognition.edition == edition
    assert opened.report.year == YEARS[edition]
    assert not opened.findings


def test_paragraphs_are_whole_and_page_numbers_are_none(tmp_path):
    said = paragraphs(pdfs.report(balanced()))
    year = YEARS["2021"]
    wanted = [TITLE.format(year=year).removeprefix("云岭市"), *BEFORE.splitlines()]
    wanted += [HEADINGS[table] for table in TABLES]
    assert said == [*wanted, *AFTER.format(signed=year + 1).splitlines()]


def test_every_cell_and_paragraph_has_a_place_of_its_own():
    document = read(pdfs.report(balanced()))
    places = [cell.anchor for found in document.tables for cell in found.cells]
    places += [block.anchor for block in document.blocks if isinstance(block, Paragraph)]
    assert None not in places
    assert len(set(places)) == len(places)


def test_a_number_broken_at_the_end_of_a_line_or_page_is_one():
    printed = Printed()
    for _ in range(9):
        printed.paragraph("本机关全年主动公开各类政府信息，" * 5 + "答复申请1234567890件。")
    said = paragraphs(pdf(printed.pages))
    assert len(printed.pages) > 1
    assert said == ["本机关全年主动公开各类政府信息，" * 5 + "答复申请1234567890件。"] * 9


def test_a_header_that_every_page_has_is_no_paragraph():
    printed = Printed()
    for number in range(40):
        printed.paragraph(f"第{number}段说明。")
    for page in printed.pages:
        page.write(200, 60, "某局年度报告 内部资料", 9)
    assert paragraphs(pdf(printed.pages)) == [f"第{number}段说明。" for number in range(40)]


def test_a_row_that_the_end_of_the_page_cuts_in_two_is_one():
    upper, lower = Page(), Page()
    upper.cells([["1.属于国家秘密", "3", "4"], ["2.其他法律行政法规", "5", "6"]], [72, 172, 222, 272], 700)
    lower.cells([["禁止公开", "", ""], ["3.危及“三安全”", "7", "8"]], [72, 172, 222, 272], 80)
    (found,) = read(pdf([upper, lower])).tables
    rows = [[cell.text for cell in found.cells if cell.row == row] for row in range(3)]
    assert rows == [
        ["1.属于国家秘密", "3", "4"],
        ["2.其他法律行政法规禁止公开", "5", "6"],
        ["3.危及“三安全”", "7", "8"],
    ]


def test_a_cut_row_goes_on_below_headings_that_the_next_page_repeats():
    xs, headings = [72, 172, 222], [["项目", "件数"], ["甲类", "乙类"]]
    upper, lower = Page(), Page()
    upper.cells([*headings, ["1.属于国家秘密", "3"], ["2.其他法律行政法规", "5"]], xs, 660)
    lower.cells([*headings, ["禁止公开", ""], ["3.危及“三安全”", "7"]], xs, 80)
    (found,) = read(pdf([upper, lower])).tables
    rows = [[cell.text for cell in found.cells if cell.row == row] for row in range(5)]
    assert rows == [
        *headings,
        ["1.属于国家秘密", "3"],
        ["2.其他法律行政法规禁止公开", "5"],
        ["3.危及“三安全”", "7"],
    ]


def test_a_page_on_which_a_merged_cell_leaves_no_line_goes_on_with_the_table():
    xs = [72, 132, 192, 252, 312, 372, 432]
    upper, lower = Page(), Page()
    upper.box(72, 680, 132, 760)
    upper.write(77, 694, "三、办理")
    upper.cells([[f"{n}.上", "1", "2", "3", "4"] for n in range(4)], xs[1:], 680)
    lower.cells([[f"{n}.下", "5", "6", "7", "8"] for n in range(4)], xs[1:], 80)
    (found,) = read(pdf([upper, lower])).tables
    assert {cell.column for cell in found.cells if cell.text in ("4", "8")} == {5}
    assert [cell.row for cell in found.cells if cell.text.endswith("下")] == [4, 5, 6, 7]


def test_a_header_close_above_a_table_is_still_none():
    pages = [Page(), Page(), Page()]
    for number, page in enumerate(pages):
        page.write(200, 76, "云岭市青禾区农业农村局", 9)
        page.cells([[f"{number}.属于国家秘密", "3"]] * 30, [72, 172, 222], 80)
    document = read(pdf(pages))
    assert len(document.tables) == 1
    assert not list(document.paragraphs)


def test_a_row_that_begins_on_the_next_page_stays_one_of_its_own():
    upper, lower = Page(), Page()
    upper.cells([["1.属于国家秘密", "3"], ["2.其他法律行政法规", ""]], [72, 172, 222], 700)
    lower.cells([["3.危及“三安全”", ""], ["4.保护第三方", "8"]], [72, 172, 222], 80)
    (found,) = read(pdf([upper, lower])).tables
    assert [cell.text for cell in found.cells] == [
        "1.属于国家秘密", "3", "2.其他法律行政法规", "", "3.危及“三安全”", "", "4.保护第三方", "8",
    ]  # fmt: skip


def test_a_number_that_the_end_of_the_page_cuts_in_two_is_one_or_doubtful():
    def found(first: str, rest: str) -> list[tuple[str, bool]]:
        upper, lower = Page(), Page()
        upper.cells([["（七）总计", first]], [72, 172, 202], 700)
        lower.cells([["", rest], ["四、结转", "8"]], [72, 172, 202], 80)
        (joined,) = read(pdf([upper, lower])).tables
        return [(cell.text, bool(cell.unknown)) for cell in joined.cells if cell.column == 1]

    assert found("2655", "8") == [("26558", False), ("8", False)]
    assert found("26", "55") == [("26", True), ("55", True), ("8", False)]


def test_numbers_below_their_headings_on_the_page_before_are_certain():
    upper, lower = Page(), Page()
    upper.cells([["结果维持", "结果纠正", "其他结果"]], [72, 132, 192, 252], 700)
    lower.cells([["12", "0", "3"]], [72, 132, 192, 252], 80)
    (joined,) = read(pdf([upper, lower])).tables
    assert [(c.text, c.row, c.unknown) for c in joined.cells][3:] == [
        ("12", 1, ""),
        ("0", 1, ""),
        ("3", 1, ""),
    ]


def test_how_wide_a_number_is_its_places_say_not_the_font_that_stands_in_for_its_own():
    def figures(text: str, top: float) -> Line:
        boxes = [Box(5.25 * n, top, 5.25 * n + 5.8, top + 10) for n in range(len(text))]
        return Line(tuple(Glyph(c, box, top + 8, 10.5) for c, box in zip(text, boxes, strict=True)))

    cell = Cell(Box(0, 0, 30, 40), 0, 0)
    assert not is_wrapped(figures("26", 0), figures("55", 12), cell)
    assert is_wrapped(figures("2655", 0), figures("8", 12), cell)
