"""Which text the official layout has, what each paragraph is in it, and where the tables stand."""

import pytest

from core.export.prose import Line, items, left_out
from core.forms import TABLES
from tests.core.export.sittings import reopened, sitting_of_text, sitting_of_word
from tests.documents import excel, word, word_table
from tests.layouts import AFTER, BEFORE, HEADINGS, LAYOUTS, TITLE, balanced, report


def shape(review) -> list[str]:
    return [f"{i.style}:{i.text}" if isinstance(i, Line) else f"table:{i.id}" for i in items(review)]


def texts(review, style: str) -> list[str]:
    return [i.text for i in items(review) if isinstance(i, Line) and i.style == style]


def test_a_reports_own_text_comes_in_its_order_with_each_table_below_its_heading():
    before, after = BEFORE.splitlines(), AFTER.format(signed=2024).splitlines()
    assert shape(sitting_of_word()) == [
        f"title:{TITLE.format(year=2023)}",
        f"heading:{before[0]}",
        *(f"body:{line}" for line in before[1:]),
        *(line for t in TABLES for line in (f"heading:{HEADINGS[t]}", f"table:{t}")),
        f"heading:{after[0]}",
        f"body:{after[1]}",
        f"heading:{after[2]}",
        f"body:{after[3]}",
        f"closing:{after[4]}",
        f"closing:{after[5]}",
        *(f"body:{line}" for line in after[6:]),
    ]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_of_a_plain_text_the_lines_of_the_tables_are_left_out(layout):
    review = sitting_of_text(report(layout, balanced()))
    wanted = [line.replace("  ", " ") for line in shape(sitting_of_word())]
    assert [line.replace("\u3000", " ").replace("  ", " ") for line in shape(review)] == wanted


def test_a_corrected_paragraph_is_taken_as_it_stands_now():
    review = sitting_of_word()
    id_ = next(i for i in review.paragraphs if "312 条" in review.text(i))
    review.put({id_: review.text(id_).replace("312", "313")})
    assert any("313 条" in line for line in texts(review, "body"))


def test_a_workbook_gets_the_title_and_the_headings_it_lacks():
    review = reopened(excel(balanced()), "年报.xlsx")
    assert shape(review) == [
        f"title:{TITLE.format(year=2023)}",
        *(line for t in TABLES for line in (f"heading:{HEADINGS[t]}", f"table:{t}")),
    ]


def test_a_heading_that_words_its_part_otherwise_is_not_put_in_again():
    text = report("pipes_padded", balanced()).replace(
        HEADINGS["challenges"], "四、因政府信息公开工作被申请行政复议、提起行政诉讼情况"
    )
    assert len(texts(sitting_of_text(text), "heading")) == 6


def test_lines_broken_at_the_edge_of_a_page_are_one_paragraph_again():
    sentence = (
        "围绕社会关注的重点领域，全年通过门户网站、公报、新闻发布会等渠道主动公开政府信息三百余条，" * 3
    )
    broken = [sentence[i : i + 26] for i in range(0, len(sentence), 26)]
    text = report("pipes_padded", balanced()).replace(
        "一、总体情况\n", "一、总体情况\n{}\n".format("\n".join(broken))
    )
    text = text.replace("（一）主动公开情况。全年通过网站公开信息 312 条。\n", "")
    assert sentence in texts(sitting_of_text(text), "body")


def test_a_page_mark_of_a_plain_text_is_no_paragraph():
    text = report("pipes_padded", balanced()).replace("五、存在", "- 5 -\n五、存在")
    assert not any("- 5 -" in line for line in shape(sitting_of_text(text)))


def test_short_lines_of_a_text_are_not_run_together():
    text = report("pipes_padded", balanced()) + "联系人：张三\n联系电话：12345678\n"
    assert texts(sitting_of_text(text), "body")[-2:] == ["联系人：张三", "联系电话：12345678"]


def test_unit_and_date_at_the_end_are_the_signature():
    review = sitting_of_text(report("pipes_padded", balanced()))
    assert texts(review, "closing") == ["云岭市青禾区农业农村局", "2024年1月20日"]


def test_a_title_of_two_lines_is_a_title_in_both():
    title = TITLE.format(year=2023)
    text = report("pipes_padded", balanced()).replace(title, title.replace("2023", "\n2023"))
    assert texts(sitting_of_text(text), "title") == title.replace("2023", "\n2023").split("\n")


def test_a_table_that_is_none_of_the_statutory_ones_is_counted_as_left_out():
    from io import BytesIO

    from docx import Document

    assert left_out(sitting_of_word()) == 0
    document = Document(BytesIO(word(balanced())))
    other = document.add_table(1, 2)
    other.cell(0, 0).text, other.cell(0, 1).text = "网站名称", "云岭市政府网"
    document.add_table(1, 2)
    word_table(document, "2021", "challenges", balanced())
    buffer = BytesIO()
    document.save(buffer)
    assert left_out(reopened(buffer.getvalue(), "年报.docx")) >= 1
