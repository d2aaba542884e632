"""The cells of a printed table: merged ones, those on their side, and numbers that are not certain."""

import pytest

from core.formats.pdf import read
from tests import pdfs
from tests.core.formats.test_pdf import review
from tests.layouts import balanced
from tests.pdfs import Page, pdf


def table(page: Page) -> list[str]:
    """The texts of the only table, in reading order."""
    (found,) = read(pdf([page])).tables
    return [cell.text for cell in found.cells]


def doubts(page: Page) -> dict[str, str]:
    """Each cell's text and why it is not certain."""
    (found,) = read(pdf([page])).tables
    return {cell.text: cell.unknown for cell in found.cells}


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
