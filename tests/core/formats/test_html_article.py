"""The report among what a site puts round it: found whole, and nothing else taken for it."""

from pathlib import Path

import pytest

from core.errors import ReadError
from core.files import from_bytes
from core.formats import html, registry
from core.forms import TABLES
from core.review import Review
from tests import pages
from tests.layouts import balanced

NUMBERS = balanced()
BODY = pages.body_of(NUMBERS, "2021", pages.pasted)
TITLE = pages.title_of()
PARTS = [
    "一、总体情况",
    "二、主动公开政府信息情况",
    "三、收到和处理政府信息公开申请情况",
    "四、政府信息公开行政复议、行政诉讼情况",
    "五、存在的主要问题及改进情况",
    "六、其他需要报告的事项",
]
CONTENTS = "".join(f'<li><a href="#{n}">{part}</a></li>' for n, part in enumerate(PARTS))
PREFACE = (
    "<p>现公布云岭市青禾区农业农村局2023年政府信息公开工作年度报告，"
    "所列数据的统计期限为2023年1月1日至2023年12月31日。</p>"
)


def before_main(page: str, what: str) -> str:
    return page.replace('<div class="main">', f'{what}<div class="main">')


def at_the_end(page: str, what: str) -> str:
    return page.replace("</body>", f"{what}</body>")


def untitled(page: str, heading: str, site_title: str) -> str:
    """The page with other words for its heading and its title, and none for search engines."""
    page = page.replace(f"<h1>{TITLE}</h1>", heading).replace(f'content="{TITLE}"', 'content=""')
    return page.replace(f"<title>{TITLE}_云岭市青禾区人民政府</title>", f"<title>{site_title}</title>")


NEWS = pages.news(BODY, TITLE)
SITES: dict[str, str] = {
    "a table of contents first": pages.news(f"<ul>{CONTENTS}</ul>{BODY}", TITLE),
    "a table of contents behind the preface": pages.news(f"{PREFACE}<ul>{CONTENTS}</ul>{BODY}", TITLE),
    "headings that are links": NEWS.replace("<p>五、", "<p><a href='#top'>五、").replace(
        "情况</p>", "情况</a></p>"
    ),
    "sentences in the column beside": before_main(
        NEWS, "<p>2022年12月5日，云岭市召开政府信息公开工作推进会，全年收到申请100件。</p><a href=1>更多</a>"
    ),
    "a sentence at the foot, neighbours before it": at_the_end(
        NEWS,
        "<ul><li><a href=2>云岭市民政局2022年政府信息公开工作年度报告</a></ul>"
        "<p>本网站内容由云岭市青禾区人民政府办公室维护，未经允许不得转载、摘编。</p>",
    ),
    "a table of what the document is": pages.news(
        "<table><tr><td>索引号<td>ql-01/2024-00012<td>分类<td>年报"
        f"<tr><td>名称<td colspan=3>{TITLE}</table>{BODY}",
        TITLE,
    ),
    "a calendar": before_main(NEWS, f"<table>{'<tr><td>1<td>2<td>3<td>4<td>5<td>6<td>7' * 4}</table>"),
    "a frame of a table round title and text": (
        f"<table border=1><tr><td>标题<td>{TITLE}<tr><td>内容<td>{BODY}</table>"
    ),
    "a title on two lines": untitled(
        NEWS, "<h1>云岭市青禾区农业农村局</h1><h2>2023年政府信息公开工作年度报告</h2>", "青禾"
    ),
    "a title in the browser's bar only": untitled(NEWS, "", f"{TITLE}-云岭市青禾区人民政府"),
    "a page of Word's within the page": pages.news(
        f"<html><head><title>文档1</title></head><body>{BODY}</body></html>", TITLE
    ),
    "numbers in fields to be filled in": NEWS.replace(">0</font>", "><input value=0></font>"),
    "numbers in tables of their own": pages.news(
        pages.body_of(NUMBERS, "2021", lambda text: f"<table><tr><td>{text}</table>"), TITLE
    ),
    "hardly a tag closed": NEWS.replace("</span>", "")
    .replace("</font>", "")
    .replace("</p>", "")
    .replace("</td>", ""),
}


@pytest.mark.parametrize("site", SITES)
def test_a_sound_report_raises_no_alarm_whatever_stands_round_it(site):
    review = Review(from_bytes(SITES[site].encode(), Path("页.html")))
    assert {c: review.text(c) for c in review.cells} == NUMBERS
    assert review.findings == ()
    assert (review.report.year, review.report.unit) == (2023, "云岭市青禾区农业农村局")


def texts(page: str) -> list[str]:
    return [paragraph.text for paragraph in html.read(page.encode()).paragraphs]


def test_menus_buttons_and_the_foot_of_the_page_are_left_out_and_the_report_is_kept_whole():
    assert texts(NEWS) == texts(pages.bare(BODY, TITLE))


def test_a_sentence_with_a_long_address_in_it_is_no_link():
    address = "http://www.yunling.example/zwgk/col/index.html?uid=123456&pageNum=1"
    said = f"本报告电子版在青禾区政府网站（{address}）上公布，可以下载。"
    page = pages.news(f"<p>{said.replace(address, f'<a href=x>{address}</a>')}</p>{BODY}", TITLE)
    assert said in texts(page)


def test_attachments_named_among_the_text_stay():
    page = pages.news(BODY.replace("<p>五、", "<p><a href=1.xlsx>附表：明细</a></p><p>五、"), TITLE)
    assert "附表：明细" in texts(page)


def test_a_page_of_links_alone_is_read_as_it_is():
    assert texts("<ul><li><a href=1>首页</a><li><a href=2>公开</a></ul>") == ["首页", "公开"]


LONG = "<p>全年主动公开信息十二条，办理申请三件，均按期答复，没有收费。</p>"


@pytest.mark.parametrize(
    ("page", "why"),
    [
        (pages.news(f"{LONG}<p><img src=1.png></p>", TITLE), "有图片"),
        (
            pages.news("<p>附件：<a href='/P1.docx?v=2'>青禾区年报.docx</a></p>", TITLE),
            "附件“青禾区年报.docx”",
        ),
        (pages.news("<iframe src=x.htm></iframe>", TITLE), "套着另外的网页"),
    ],
)
def test_a_page_without_tables_says_where_they_may_be(page, why):
    document = html.read(page.encode())
    assert not document.tables
    assert why in document.notes[0]
    assert all(p.locked and p.anchor is None for p in document.paragraphs)
    assert registry.read(page.encode()).notes == document.notes


def test_a_blank_form_on_a_page_can_be_filled_in():
    body = pages.body_of(dict.fromkeys(NUMBERS, ""))
    review = Review(from_bytes(pages.news(body, TITLE).encode(), Path("页.html")))
    assert len(review.cells) == len(NUMBERS)
    review.set_value("requests.new.natural", "12")
    assert review.text("requests.new.natural") == "12"


def test_a_page_with_its_tables_says_nothing_of_pictures_and_attachments():
    page = pages.news(f"{BODY}<img src=1.png><a href=1.pdf>下载</a>", TITLE)
    assert html.read(page.encode()).notes == ()


@pytest.mark.parametrize(
    ("page", "why"),
    [
        ("<html><frameset cols='20%,80%'><frame src=a.htm><frame src=b.htm></frameset></html>", "另外的网页"),
        ("<html><body><iframe src=a.htm></iframe></body></html>", "另外的网页"),
        ("<html><body><div id=app></div><script>load()</script></body></html>", "没有文字"),
        ("<html><body><img src=1.jpg><img src=2.jpg></body></html>", "图片"),
    ],
)
def test_a_page_without_text_says_why(page, why):
    with pytest.raises(ReadError, match=why):
        html.read(page.encode())


def test_what_stands_between_the_parts_of_a_table_is_prose_all_the_same():
    table = pages.table_of(NUMBERS, "2021", "requests")
    *rows, last = table.removesuffix("</table>").removesuffix("</tr>").split("</tr>")
    said = "<p>以上各项合计，全年共收到政府信息公开申请 99999 件，均已办结。</p>"
    parted = "</tr>".join(rows) + f"</tr></table>{said}<table border=1>{last}</tr></table>"
    page = pages.news(pages.body_of(NUMBERS).replace(table, parted), TITLE)
    review = Review(from_bytes(page.encode(), Path("页.html")))
    assert {c: review.text(c) for c in review.cells} == NUMBERS
    assert any("99999" in review.message(finding) for finding in review.findings)


def test_a_page_of_tables_alone_is_not_joined_by_a_menus_entry_that_is_named_like_a_heading():
    tables = "".join(pages.table_of(NUMBERS, "2021", table) for table in TABLES)
    review = Review(from_bytes(pages.news(tables, TITLE).encode(), Path("页.html")))
    assert {c: review.text(c) for c in review.cells} == NUMBERS
    assert review.findings == ()
    assert [p.text for p in review.report.paragraphs] == [TITLE]
