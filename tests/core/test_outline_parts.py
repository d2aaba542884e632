"""Parts that are missing, out of order, misnumbered or misnamed (E01–E03, E18)."""

import io

import pytest
from docx import Document

from core.files import encode, from_bytes
from core.findings import Place
from core.forms import editions
from core.review import Review
from core.tables import RawCell, RawTable
from tests.layouts import HEADINGS, LAYOUTS, balanced
from tests.outlines import HEADS, ONE, SIX, headed, judged, report, right_reports, said, subject

FORMS = editions()["2021"].tables


@pytest.mark.parametrize("right", right_reports(), ids=lambda r: r.name)
def test_of_a_right_report_nothing_is_said(right):
    about = subject(right.lines, right.year, right.unit)
    assert judged(about) == []
    assert [part.key for part in about.narrative.outline.parts] == [1, 2, 3, 4, 5, 6]


def test_the_report_that_others_are_made_from_is_right():
    assert judged(subject(report())) == []


@pytest.mark.parametrize("key", range(1, 7))
def test_a_part_that_is_nowhere_is_missing(key):
    heads = headed(**{f"h{key}": None})
    (found,) = judged(subject(report(heads=heads)))
    assert (found.rule, found.severity, found.expected) == ("E01", "error", HEADS[key - 1])
    assert found.places[0].paragraph == (1 if key == 1 else report(heads=heads).index(HEADS[key - 2]))


def test_two_parts_may_be_missing_and_the_rest_renumbered():
    lines = report(heads=["一、总体情况", None, "二、收到和处理政府信息公开申请情况", *HEADS[3:5], None])
    lines[lines.index(HEADS[3])] = "三、政府信息公开行政复议、行政诉讼情况"
    lines[lines.index(HEADS[4])] = "四、存在的主要问题及改进情况"
    found = judged(subject(lines))
    assert said(found) == [("E01", "error"), ("E01", "error")]
    assert [f.expected for f in found] == [HEADS[1], HEADS[5]]


BOTH = ("存在更新慢的问题，下一步将加快更新。",)
FEES = ("存在更新慢的问题，将加快更新。本年度未收取信息处理费，请各界监督指正。",)
SWALLOWED = {
    "improvements below part six": report(heads=headed(h5=None), five=(), six=(*SIX, *BOTH)),
    "fees below part five": report(heads=headed(h6=None), five=FEES, six=()),
    "part one above all headings": report(heads=headed(h1=None), intro=[line * 4 for line in ONE]),
}


@pytest.mark.parametrize("lines", SWALLOWED.values(), ids=SWALLOWED)
def test_a_part_that_may_stand_under_another_heading_is_only_doubtful(lines):
    assert said(judged(subject(lines))) == [("E01", "warning")]


def test_text_without_tables_may_have_them_in_another_file():
    assert said(judged(subject(report(heads=headed(h2=None, h3=None, h4=None))))) == [("E01", "warning")]


SLIPS = [(1, "总体请况"), (3, "收到和处理政府信息公开审请"), (6, "其他需要报告的事顶")]


@pytest.mark.parametrize("is_automatic", [False, True])
@pytest.mark.parametrize(("key", "slip"), SLIPS)
def test_a_heading_with_a_slip_is_asked_about_not_called_missing(key, slip, is_automatic):
    heads = headed(**{f"h{key}": f"{HEADS[key - 1][:2]}{slip}"})
    lines = report(heads=[head[2:] if is_automatic else head for head in heads])
    found = judged(subject(lines, format="docx"))
    assert [f.severity for f in found if f.rule in ("E01", "E03")] == ["warning"]
    assert "error" not in {f.severity for f in found if f.rule != "E04"}


def test_a_heading_within_a_paragraph_wants_a_paragraph_of_its_own():
    lines = report(heads=headed(h6=None))
    lines[-3] += f"\n{HEADS[5]}\n{SIX[0]}"
    assert said(judged(subject(lines))) == [("E01", "advice")]


@pytest.mark.parametrize(("key", "table"), [(2, "disclosure"), (3, "requests"), (4, "challenges")])
def test_a_table_without_its_heading_is_only_doubtful(key, table):
    about = subject(report(heads=headed(**{f"h{key}": None})), forms={table: FORMS[table]})
    assert said(judged(about)) == [("E01", "warning")]


def test_a_heading_set_in_a_table_is_there():
    table = RawTable((RawCell(HEADS[2], 0, 0), RawCell("一、本年新收政府信息公开申请数量", 1, 0)))
    about = subject(report(heads=headed(h3=None)), tables=(table,), format="docx")
    assert judged(about) == []


def test_tables_with_their_captions_alone_are_no_report_to_judge():
    assert judged(subject([HEADS[1], HEADS[2], HEADS[3]])) == []
    assert judged(subject(["云岭市某某局2023年政府信息公开年报表", *HEADS[1:4], "填表人：某某"])) == []


@pytest.mark.parametrize("layout", LAYOUTS)
def test_tables_alone_are_no_report_to_judge_even_where_their_lines_are_not_known_as_such(layout):
    tables = [
        line for t in FORMS for line in (HEADINGS[t], *LAYOUTS[layout]("2021", t, balanced()).splitlines())
    ]
    assert judged(subject([line for line in tables if line])) == []


def test_a_text_in_which_three_parts_are_not_certain_is_not_called_incomplete():
    assert (
        judged(
            subject(["一、总体情况", *ONE, "二、主要做法", "三、经验体会", "六、其他需要报告的事项", *SIX])
        )
        == []
    )


def test_an_unknown_heading_where_a_part_belongs_is_asked_about():
    (found,) = judged(subject(report(heads=headed(h6="六、工作亮点"))))
    assert (found.rule, found.severity, found.found) == ("E03", "warning", "六、工作亮点")


ORDER = ("一", "二", "三", "四", "五", "六")


def test_parts_in_another_order_are_out_of_order():
    lines = report()
    five, six = lines.index(HEADS[4]), lines.index(HEADS[5])
    swapped = [*lines[:five], *lines[six:-2], *lines[five:six], *lines[-2:]]
    found = judged(subject(swapped))
    assert said(found) == [("E02", "error")]
    assert swapped[found[0].places[0].paragraph] == HEADS[4]


@pytest.mark.parametrize(
    "numerals", ["一三四五六七", "一二三四五五", "一一二三四五", "一二四三五六", "二三四五六七"]
)
def test_wrong_numbers_are_put_right_by_the_fix(numerals):
    heads = [f"{numeral}{head[1:]}" for numeral, head in zip(numerals, HEADS, strict=True)]
    lines = report(heads=heads)
    (found,) = judged(subject(lines))
    assert (found.rule, found.severity) == ("E02", "error")
    for id_, text in found.fixes[0].texts:
        lines[int(id_.removeprefix("paragraph."))] = text
    assert lines == report()


def test_an_introduction_headed_like_part_one_is_one_heading_too_many():
    (found,) = judged(subject(report(intro=["一、总体情况", "根据条例编制本报告。"])))
    assert (found.rule, found.severity, found.fixes) == ("E02", "error", ())
    assert [place.paragraph for place in found.places] == [1, 3]


@pytest.mark.parametrize("extra", ["一、引言", "一、概述"])
def test_a_numbered_introduction_shifts_the_other_numbers(extra):
    heads = [f"{numeral}{head[1:]}" for numeral, head in zip("二三四五六七", HEADS, strict=True)]
    found = judged(subject(report(intro=[extra, "根据条例编制。"], heads=heads)))
    assert said(found)[0][0] == "E02"


def test_a_part_of_its_own_between_the_six_is_one_too_many():
    heads = headed(h6="七、其他需要报告的事项")
    lines = report(heads=heads)
    at = lines.index("七、其他需要报告的事项")
    found = judged(subject([*lines[:at], "六、工作亮点", "获评先进。", *lines[at:]]))
    assert said(found) == [("E02", "warning")]


def test_a_part_behind_the_six_is_no_fault():
    assert judged(subject([*report()[:-2], "七、附表", "见附件。"])) == []


def test_a_stray_letter_before_a_number_can_be_taken_away():
    lines = report(heads=headed(h6="l六、其他需要报告的事项"))
    (found,) = judged(subject(lines))
    assert (found.rule, found.severity) == ("E02", "advice")
    assert found.fixes[0].texts[0][1] == HEADS[5]


def test_a_lost_number_is_put_back_in_plain_text_only():
    lines = report(heads=headed(h4=HEADS[3][2:]))
    (found,) = judged(subject(lines))
    assert (found.rule, found.severity) == ("E02", "advice")
    assert found.fixes[0].texts[0][1] == HEADS[3]
    assert judged(subject(lines, format="docx")) == []


RENAMED = {
    "五、存在问题及下一步工作措施": "advice",
    "五、工作中存在的不足和改进措施": "advice",
    "五、存在的主要问题": "warning",
    "五、下一步工作打算": "warning",
    "二、主动公开情况": "advice",
    "三、依申请公开办理情况": "advice",
    "四、行政复议、诉讼情况": "advice",
    "四、政府信息公开行政复议情况": "warning",
    "六、其他情况": "advice",
    "六、其他": "advice",
    "一、基本情况": "advice",
}


@pytest.mark.parametrize(("heading", "severity"), RENAMED.items())
def test_a_heading_in_other_words_is_put_right_by_the_fix(heading, severity):
    key = ORDER.index(heading[0])
    lines = report(heads=headed(**{f"h{key + 1}": heading}))
    (found,) = judged(subject(lines))
    assert (found.rule, found.severity, found.found) == ("E03", severity, heading[2:])
    ((id_, text),) = found.fixes[0].texts
    assert (id_, text) == (f"paragraph.{lines.index(heading)}", HEADS[key])


ACCEPTED = (
    "二、行政机关主动公开政府信息情况",
    "三、行政机关收到和处理政府信息公开申请情况",
    "四、政府信息公开行政复议行政诉讼情况",
    "四、政府信息公开行政复议和行政诉讼情况",
    "四、政府信息公开行政复议及行政诉讼情况",
    "四、因政府信息公开工作被申请行政复议、提起行政诉讼情况",
    "四、因政府信息公开工作被申请行政复议和提起行政诉讼情况",
    "五、存在问题及改进情况",
    "五、政府信息公开工作中存在的主要问题及改进情况",
    "五、存在的主要问题和改进情况",
)


@pytest.mark.parametrize("heading", ACCEPTED)
def test_a_heading_that_many_offices_use_is_left_alone(heading):
    assert judged(subject(report(heads=headed(**{f"h{ORDER.index(heading[0]) + 1}": heading})))) == []


def test_text_behind_a_heading_stays_when_the_heading_is_put_right():
    lines = report(heads=headed(h5="五、存在的不足及打算：一是不够及时。"))
    (found,) = judged(subject(lines))
    assert found.fixes[0].texts[0][1] == "五、存在的主要问题及改进情况：一是不够及时。"
    assert found.places == (Place(lines.index("五、存在的不足及打算：一是不够及时。"), 2, 10),)


def test_of_two_reports_in_one_file_the_first_is_judged_and_the_second_told_of():
    assert said(judged(subject([*report(), *report()]))) == [("E18", "advice")]
    wrong = report(heads=headed(h6=None))
    assert said(judged(subject([*report(), *wrong]))) == [("E18", "advice")]


def in_text(lines):
    return "\n".join(lines).encode(), "年报.txt"


def in_word(lines):
    document = Document()
    for line in lines:
        document.add_paragraph(line)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue(), "年报.docx"


@pytest.mark.parametrize("written", [in_text, in_word])
@pytest.mark.parametrize(
    "change", [{"h4": "五、政府信息公开行政复议、行政诉讼情况"}, {"h5": "五、存在的不足和打算"}]
)
def test_a_fix_leaves_nothing_to_say_and_changes_its_heading_only(written, change, tmp_path):
    lines = report(heads=headed(**change))
    data, name = written(lines)
    review = Review(from_bytes(data, tmp_path / name))
    (found,) = [f for f in review.findings if f.rule in ("E02", "E03")]
    review.put(review.written_fix(found.fixes[0]))
    assert not [f for f in review.findings if f.rule in ("E01", "E02", "E03")]
    saved = from_bytes(encode(review.report, review.corrections), tmp_path / name)
    assert [paragraph.text for paragraph in saved.paragraphs] == report()
