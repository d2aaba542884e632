"""PDFs as office programs print them: every cell in its place, paragraphs whole, no page numbers."""

import pytest

from core.files import open_report
from core.formats.pdf import read
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


def table(page: Page) -> list[str]:
    """The texts of the only table, in reading order."""
    (found,) = read(pdf([page])).tables
    return [cell.text for cell in found.cells]


def doubts(page: Page) -> dict[str, str]:
    """Each cell's text and why it is not certain."""
    (found,) = read(pdf([page])).tables
    return {cell.text: cell.unknown for cell in found.cells}


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


def test_merged_cells_span_what_no_line_parts():
    page = Page()
    page.box(72, 100, 272, 120)
    page.write(80, 114, "申请人情况")
    page.box(72, 120, 122, 180)
    page.write(80, 134, "办理")
    for row, text in enumerate("甲乙丙"):
        page.box(122, 120 + 20 * row, 272, 140 + 20 * row)
        page.write(130, 134 + 20 * row, text)
    (found,) = read(pdf([page])).tables
    assert [(c.text, c.row, c.column, c.row_span, c.column_span) for c in found.cells] == [
        ("申请人情况", 0, 0, 1, 2),
        ("办理", 1, 0, 3, 1),
        ("甲", 1, 1, 1, 1),
        ("乙", 2, 1, 1, 1),
        ("丙", 3, 1, 1, 1),
    ]


def test_a_border_around_text_is_no_table():
    page = Page()
    page.box(60, 60, 540, 780)
    page.write(104, 130, "本年度没有收到申请。", 16)
    document = read(pdf([page]))
    assert not document.tables
    assert [p.text for p in document.paragraphs] == ["本年度没有收到申请。"]
    assert any("框线" in note for note in document.notes)


def test_a_page_that_lies_on_its_side_is_read_upright():
    page = Page()
    for x in (100, 200, 300):
        page.line(x, 100, x, 500)
    for y in (100, 300, 500):
        page.line(100, y, 300, y)
    for x, y, text in ((150, 480, "规章"), (150, 280, "12"), (250, 480, "许可"), (250, 280, "34")):
        page.write(x, y, text, turn="0 1 -1 0")
    assert table(page) == ["规章", "12", "许可", "34"]


def test_a_heading_that_lies_on_its_side_is_read():
    page = Page()
    page.box(72, 100, 92, 200)
    page.write(86, 190, "三、办理结果", turn="0 1 -1 0")
    page.box(92, 100, 192, 200)
    page.write(100, 150, "（一）予以公开")
    assert table(page) == ["三、办理结果", "（一）予以公开"]


def test_a_number_too_long_for_its_column_is_read_over_its_lines():
    page = Page()
    page.cells([["处罚", ""]], [72, 112, 142], 100)
    page.write(117, 109, "3985", 9)
    page.write(117, 118, "758", 9)
    assert table(page) == ["处罚", "3985758"]


def test_two_numbers_below_each_other_in_a_cell_are_not_one():
    page = Page()
    page.cells([["处罚", ""]], [72, 112, 142], 100)
    page.write(117, 109, "0", 9)
    page.write(117, 118, "5", 9)
    assert {text: bool(why) for text, why in doubts(page).items()} == {"处罚": False, "0\n5": True}


def test_bold_type_made_by_drawing_twice_counts_once():
    page = Page()
    page.cells([["总计", "11"]], [72, 172, 272], 100)
    page.write(77.3, 114, "总计")
    page.write(177.3, 114, "11")
    assert table(page) == ["总计", "11"]


def test_watermarks_across_the_page_are_left_out():
    page = Page()
    page.cells([["总计", "11"]], [72, 172, 272], 100)
    page.write(150, 120, "内部资料99", 30, turn="0.7 0.7 -0.7 0.7")
    assert table(page) == ["总计", "11"]


def test_what_was_painted_over_is_not_there():
    page = Page()
    page.cells([["总计", "11"]], [72, 172, 272], 100)
    page.paint(174, 102, 270, 118)
    page.write(177, 114, "25")
    assert table(page) == ["总计", "25"]


def test_shading_behind_a_cell_hides_nothing():
    page = Page()
    page.paint(72, 100, 272, 120, grey=0.8)
    page.cells([["总计", "11"]], [72, 172, 272], 100)
    assert table(page) == ["总计", "11"]


def test_what_is_clipped_away_is_not_there():
    page = Page()
    page.cells([["总计", "11"]], [72, 172, 272], 100)
    page.drawn.append("q 0 0 50 50 re W n")
    page.write(190, 114, "7")
    page.drawn.append("Q")
    assert table(page) == ["总计", "11"]


@pytest.mark.parametrize(
    ("draw", "reason"),
    [
        (lambda page: page.write(177, 114, "12      0"), "隔得太开"),
        (lambda page: (page.write(177, 114, "12"), page.write(177.5, 114, "57")), "叠在一起"),
        (lambda page: (page.write(177, 114, "812"), page.line(177, 110.5, 182, 110.5)), "删除线"),
        (lambda page: (page.write(177, 114, "12"), page.note("FreeText", 175, 102, 200, 118)), "批注"),
        (lambda page: (page.write(177, 114, "12"), page.write(181, 114, "57")), "叠在一起"),
        (lambda page: (page.write(177, 114, "12"), page.write(187.5, 111, "2", 7)), "角标"),
        (lambda page: page.write(160, 114, "123456"), "框线"),
    ],
)
def test_a_number_that_is_not_certain_is_said_to_be_so(draw, reason):
    page = Page()
    page.cells([["总计", ""], ["其他", "4"]], [72, 172, 272], 100)
    draw(page)
    found = doubts(page)
    assert found["4"] == ""
    assert any(reason in why for why in found.values())


def test_numbers_that_are_not_certain_are_said_and_judge_nothing(tmp_path):
    """A stamp over the last rows of 表三: whatever is typed under it, no sum is held against it."""
    numbers = balanced() | {"requests.closed.total": "99999"}
    pages = pdfs.printed(numbers)
    pages[-2].note("Stamp", 60, 90, 540, 420)
    opened = review(pdf(pages), tmp_path)
    (found,) = (f for f in opened.findings if f.rule == "number.uncertain")
    assert "requests.closed.total" in found.cells
    assert not [f for f in opened.findings if f.severity == "error"]
    opened.set_value("requests.closed.total", "9")
    assert opened.reading("requests.closed.total").value == 9


def test_a_highlight_or_link_over_a_number_raises_no_doubt():
    page = Page()
    page.cells([["总计", "11"]], [72, 172, 272], 100)
    page.note("Highlight", 175, 102, 200, 118)
    page.note("Link", 175, 102, 200, 118)
    assert doubts(page) == {"总计": "", "11": ""}


def test_lines_that_do_not_close_leave_their_numbers_uncertain():
    page = Page()
    page.box(72, 100, 272, 160)
    page.line(172, 100, 172, 160)
    page.line(72, 130, 120, 130)
    page.line(172, 130, 272, 130)
    page.line(120, 130, 120, 160)
    for x, y, text in ((80, 120, "甲"), (80, 150, "乙"), (180, 120, "1"), (180, 150, "2")):
        page.write(x, y, text)
    assert {text: bool(why) for text, why in doubts(page).items()} == {
        "甲": True,
        "乙": False,
        "1": False,
        "2": False,
    }


def test_words_that_were_struck_out_are_not_read_as_text():
    page = Page()
    page.write(104, 130, "收到申请812件。", 16)
    page.line(168, 124, 176, 124)
    assert [p.text for p in read(pdf([page])).paragraphs] == ["收到申请12件。"]


def test_an_underline_strikes_nothing_out():
    page = Page()
    page.write(104, 130, "收到申请812件。", 16)
    page.line(168, 132, 192, 132)
    assert [p.text for p in read(pdf([page])).paragraphs] == ["收到申请812件。"]
