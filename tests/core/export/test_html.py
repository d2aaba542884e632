"""The check report as a web page, and the page of changes: complete, well-formed, escaped, self-contained."""

import re
from html.parser import HTMLParser

import pytest

from core.export.changes import changes_page
from core.export.contents import check_report
from core.export.html import check_page
from core.forms import TABLES, editions
from core.layout import drawing
from core.wording import title_of
from tests.core.export.sittings import WHEN, sitting, sitting_of_text, sitting_of_word
from tests.layouts import balanced, report

NASTY = "<script>alert('1')</script>&amp;\"'"
_VOID = frozenset(("meta", "br", "col"))


class Page(HTMLParser):
    """Reads a page, insists on every element being closed in order, and keeps text and cells."""

    def __init__(self, data: bytes) -> None:
        super().__init__()
        self.open: list[str] = []
        self.text = ""
        self.classes: list[tuple[str, str]] = []
        self.tags: set[str] = set()
        self.links: list[str] = []
        self.feed(data.decode("utf-8"))
        self.close()
        assert not self.open

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.links += [value for name, value in attrs if name in ("href", "src", "action", "data")]
        if tag not in _VOID:
            self.open.append(tag)
        self.classes.append((dict(attrs).get("class", ""), ""))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if "style" not in self.open:
            self.text += data
            if self.classes:
                self.classes[-1] = (self.classes[-1][0], data)

    def cells(self, kind: str) -> list[str]:
        return [text for name, text in self.classes if name == kind]


def page(review) -> Page:
    return Page(check_page(check_report(review, WHEN)))


def test_it_says_whose_report_it_is_and_when_it_was_checked():
    text = page(sitting()).text
    for said in (
        "云岭市青禾区农业农村局",
        "2023 年",
        "国办公开办函〔2021〕30号",
        "年报.txt",
        "2024 年 1 月 20 日 09:30",
    ):
        assert said in text


def test_every_finding_is_listed_with_its_basis_and_the_verdict_counts_them():
    review = sitting({"requests.new.total": "999", "challenges.later_suit.total": "99"})
    text = page(review).text
    assert f"必改 {review.count.error} 处" in text
    for finding in review.findings:
        assert review.message(finding) in text
    assert "国办公开办函〔2021〕30号附件表三“总计”列" in text


def test_a_clean_report_is_called_so_and_says_how_much_was_judged():
    found = page(sitting())
    assert "没有发现问题" in found.text
    assert "核对了 42 条勾稽关系，0 条不成立" in found.text
    assert found.cells("verdict good") != []


def test_equations_that_could_not_be_judged_are_counted_apart():
    text = page(sitting_of_word({"challenges.later_suit.other": "不详"})).text
    assert "核对了 41 条勾稽关系" in text
    assert "1 条因缺数或有的格不是数没有核对" in text


def test_the_suggested_figure_stands_in_the_table_beside_what_is_there():
    review = sitting({"requests.unable.not_held.natural": "999"})
    right = balanced()["requests.unable.not_held.natural"]
    found = page(review)
    assert found.cells("suspect") == ["999"]
    assert f"→{right}" in found.text
    assert f"改为 {right}" in found.text


def test_cells_concerned_carry_the_numbers_of_their_findings():
    review = sitting({"requests.new.total": "999"})
    found = page(review)
    numbers = [n for n, f in enumerate(review.findings, 1) if "requests.new.total" in f.cells]
    assert f"[{'、'.join(map(str, numbers))}]" in found.text


@pytest.mark.parametrize("edition", editions())
def test_all_three_tables_are_drawn_as_the_form_draws_them(edition):
    data = check_page(check_report(sitting(edition=edition), WHEN)).decode()
    for table in TABLES:
        assert title_of(table, edition) in data
        plan = drawing(edition, table)
        start = data.index(title_of(table, edition))
        drawn = data[start : data.index("</table>", start)]
        area = sum(
            int((re.search(r'rowspan="(\d+)"', tag) or (0, 1))[1])
            * int((re.search(r'colspan="(\d+)"', tag) or (0, 1))[1])
            for tag in re.findall(r"<t[hd](?: [^>]*)?>", drawn)
        )
        assert area == plan.rows * plan.columns


def test_nothing_outside_the_page_is_referred_to():
    data = check_page(check_report(sitting({"requests.new.total": "999"}), WHEN))
    found = Page(data)
    assert found.links == []
    assert not found.tags & {"script", "link", "img", "iframe", "object"}
    assert b"url(" not in data
    assert b"@import" not in data


def test_what_a_report_says_is_never_markup():
    text = report("pipes_padded", balanced() | {"requests.new.natural": NASTY}).replace(
        "云岭市青禾区农业农村局", f"云岭市{NASTY}局"
    )
    for data in (
        check_page(check_report(sitting_of_text(text), WHEN)),
        changes_page(sitting_of_text(text), WHEN),
    ):
        found = Page(data)
        assert "script" not in found.tags
    assert NASTY in page(sitting_of_text(text)).text


def test_confirmed_findings_are_told_with_their_reason():
    review = sitting({"requests.new.total": "999"})
    review.accept(review.findings, "上级另有口径")
    found = page(review)
    assert "已核实无误" in found.text
    assert "说明：上级另有口径" in found.text
    assert "改正建议" not in found.text


def test_a_report_without_a_table_says_which_is_missing():
    text = report("pipes_padded", balanced())
    start, end = text.index("四、政府信息公开行政复议"), text.index("五、存在")
    found = page(sitting_of_text(text[:start] + text[end:]))
    assert "没有找到表四 政府信息公开行政复议、行政诉讼情况" in found.text


def test_a_blank_form_is_not_called_good():
    found = page(sitting(dict.fromkeys(balanced(), "")))
    assert found.cells("verdict good") == []
    assert "一个数也没有填" in found.text


def test_every_change_is_listed_with_before_after_and_reason():
    review = sitting({"requests.new.natural": "/"})
    review.set_value("requests.new.natural", "12")
    review.set_value("challenges.later_suit.total", "99")
    found = Page(changes_page(review, WHEN, {"requests.new.natural": "漏填"}))
    assert "共改动 2 处" in found.text
    assert found.cells("old") == ["/", balanced()["challenges.later_suit.total"]]
    assert found.cells("new") == ["12", "99"]
    for said in ("一、本年新收政府信息公开申请数量", "自然人", "漏填", "复议后起诉", "表四"):
        assert said in found.text


def test_a_changed_paragraph_is_shown_by_the_words_that_differ():
    review = sitting()
    id_ = next(i for i in review.paragraphs if "312 条" in review.text(i))
    review.put({id_: review.text(id_).replace("312", "313")})
    found = Page(changes_page(review, WHEN))
    (old,), (new,) = found.cells("old"), found.cells("new")
    assert "312 条" in old
    assert "313 条" in new
    assert len(old) < len(review.original(id_)) + 2


def test_without_changes_the_page_says_so():
    assert "没有改动" in Page(changes_page(sitting(), WHEN)).text


def test_the_check_report_of_a_changed_sitting_lists_the_changes_too():
    review = sitting()
    review.set_value("challenges.later_suit.total", "99")
    assert "本次更正" in page(review).text
