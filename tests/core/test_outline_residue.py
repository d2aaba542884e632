"""What should not stand in a report: old documents, template words, web pages, personal data (E10, E11,
E14, E17)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.checks.outline import edition
from core.checks.outline.private import is_identity_number
from core.files import from_bytes
from core.forms import editions
from core.review import Review
from core.tables import RawCell, RawTable
from tests import samples
from tests.outlines import HEADS, ONE, SIX, judged, report, said, subject

TITLES = {year: (f"云岭市某某局{year}年政府信息公开工作年度报告",) for year in range(2018, 2026)}


@pytest.mark.parametrize(
    ("year", "used", "is_wrong"),
    [
        (2021, "2019", True),
        (2024, "2019", True),
        (2020, "2021", True),
        (2020, "2019", False),
        (2023, "2021", False),
        (2019, "2019", False),
        (2019, "2021", False),
        (None, "2019", False),
    ],
)
def test_the_form_goes_with_the_year(year, used, is_wrong):
    title = TITLES.get(year, ("年度报告",))
    about = subject(report(title=title), year, edition=used, forms=editions()[used].tables)
    assert said(list(edition(about))) == ([("E10", "error")] if is_wrong else [])


def test_the_form_is_not_judged_by_a_year_that_only_the_files_name_says():
    about = subject(report(title=()), 2023, edition="2019", forms=editions()["2019"].tables)
    assert list(edition(about)) == []


def test_the_title_may_stand_in_a_workbooks_cell():
    table = RawTable((RawCell(TITLES[2023][0], 0, 0),))
    about = subject([], 2023, edition="2019", forms=editions()["2019"].tables, tables=(table,))
    assert said(list(edition(about))) == [("E10", "error")]


def test_tables_of_two_forms_are_told_of_elsewhere():
    forms = {**editions()["2019"].tables, "requests": editions()["2021"].tables["requests"]}
    assert list(edition(subject(report(), 2023, edition="2019", forms=forms))) == []


OLD = {
    "根据《关于政府信息公开工作年度报告有关事项的通知》（国办公开办函〔2019〕60号）要求，编制本报告。": (
        "根据《关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》（国办公开办函〔2021〕30号）要求，编制本报告。"
    ),
    "按照《国务院办公厅关于政府信息公开工作年度报告有关事项的通知》(国办公开办函﹝2019﹞60号)编制。": (
        "按照《国务院办公厅关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》(国办公开办函﹝2021﹞30号)编制。"
    ),
    "依据国办公开办函[2019] 60号文件编制本年度报告。": "依据国办公开办函[2021] 30号文件编制本年度报告。",
    "根据《中华人民共和国政府信息公开条例》（国务院令第492号）编制本报告。": (
        "根据《中华人民共和国政府信息公开条例》（国务院令第711号）编制本报告。"
    ),
}


@pytest.mark.parametrize(("line", "mended"), OLD.items())
def test_a_document_no_longer_in_force_is_replaced_by_the_fix(line, mended):
    (found,) = judged(subject(report(intro=[line])))
    assert (found.rule, found.severity) == ("E11", "warning")
    assert found.fixes[0].texts == (("paragraph.1", mended),)


def test_an_old_number_behind_another_title_is_left_to_the_clerk():
    (found,) = judged(
        subject(report(intro=["根据《关于做好年报编制的通知》（国办公开办函〔2019〕60号）编制。"]))
    )
    assert (found.rule, found.fixes) == ("E11", ())


@pytest.mark.parametrize(
    "line",
    [
        "国办公开办函〔2019〕60号已经废止，本报告根据国办公开办函〔2021〕30号编制。",
        "根据《云岭市政府信息公开办法》（云政发〔2019〕60号）编制。",
        "根据《政府信息公开条例》（国务院令第492号公布，国务院令第711号修订）编制。",
        "2019年度报告曾按照国办公开办函〔2019〕60号编制，2019年度以后格式有变。",
    ],
)
def test_an_old_document_that_is_not_this_reports_basis_is_no_fault(line):
    assert judged(subject(report(intro=[line]))) == []


def test_in_2020_the_old_notice_was_in_force():
    lines = report(title=TITLES[2020], intro=["根据国办公开办函〔2019〕60号编制。"], six=["无。"])
    assert judged(subject(lines, 2020)) == []


RESIDUE = (
    "公开各类信息XX条。",
    "公开各类信息 ×× 条。",
    "20XX年，我局公开信息52条。",
    "202X年，我局公开信息52条。",
    "截至X月X日，公开信息52条。",
    "××局公开信息52条。",
    "会同ＸＸ部门公开信息52条。",
    "公开信息____条。",
    "公开信息**条。",
    "公开信息52条（此处填写分类数）。",
    "（请填写主动公开情况）公开信息52条。",
    "【示例】公开信息52条。",
    "单击或点击此处输入文字。公开信息52条。",
    "在“具体政策名称”发布时同步解读。",
    "公开信息[具体数字]条。",
    "公开信息52条（待补充）。",
    "联系人为XXX，公开信息52条。",
)


@pytest.mark.parametrize("line", RESIDUE)
def test_words_of_a_template_that_nobody_replaced_must_go(line):
    lines = report(one=[f"（一）主动公开情况。{line}", *ONE[1:]])
    (found,) = judged(subject(lines))
    assert (found.rule, found.severity) == ("E14", "error")
    place = found.places[0]
    assert place.paragraph == 2
    assert lines[2][place.start : place.end] in line


LOOKALIKES = (
    "公布X光机、CT等价格52条。",
    "网址为http://www.yl.gov.cn/xx/index.html，公开52条。",
    "邮箱xxgk@yl.gov.cn，公开52条。",
    "微信号ylxx，微博XX01，公开52条。",
    "实行7X24小时、5×8小时值守，公开52条。",
    "检出XX-100型产品不合格，公开52条。",
    "扣件长×宽超标，公开52条。",
    "张××的申请已答复，公开52条。",
    "公开52条（具体见下表）。",
    "公开52条（待遇标准、办事指南等）。",
    "可当面填写《申请表》（填写示范文本见网站），公开52条。",
    "详见网站（请在网站首页查阅），公开52条。",
    "移交线索3条（待核实线索另行处理），公开52条。",
    "各单位（可根据实际情况选择公开方式）公开52条。",
    "申请表（示例3份）已上网，公开52条。",
    "请点击此处链接查询，公开52条。",
    "公开《年度报告格式》一份，共52条。",
    "用*号标注重点，公开52条。",
)


@pytest.mark.parametrize("line", LOOKALIKES)
def test_words_that_only_look_like_a_templates_may_stay(line):
    assert judged(subject(report(one=[f"（一）主动公开情况。{line}", *ONE[1:]]))) == []


LEFT = (
    ["云ICP备12345678号-1"],
    ["附件下载", "扫一扫在手机打开当前页"],
    ["相关解读", "图片解读"],
    ["【打印本页】【关闭窗口】"],
    ["上一篇：没有了"],
    ["责任编辑：办公室"],
)


@pytest.mark.parametrize("tail", LEFT)
def test_what_a_web_page_left_behind_the_text_is_advised_away(tail):
    lines = [*report(), *tail]
    (found,) = judged(subject(lines))
    assert (found.rule, found.severity) == ("E14", "advice")
    assert [lines[place.paragraph] for place in found.places] == tail


@pytest.mark.parametrize(
    "head",
    [
        "当前位置：首页>政务公开>年报",
        "发布时间：2024-01-15 09:21 来源：某某局 浏览次数：52",
        "字号：[大 中 小]",
    ],
)
def test_what_a_web_page_left_above_the_text_is_advised_away(head):
    lines = report()
    assert said(judged(subject([head, *lines]))) == [("E14", "advice")]
    assert said(judged(subject([lines[0], head, *lines[1:]]))) == [("E14", "advice")]


def card(first: str) -> str:
    """An identity card number that begins so, with its check digit."""
    return next(first + last for last in "0123456789X" if is_identity_number(first + last))


def test_an_identity_card_number_does_not_belong_in_a_published_text():
    number = card("53010219900307123")
    (found,) = judged(subject(report(six=[*SIX, f"申请人身份证号{number}。"])))
    assert (found.rule, found.severity) == ("E17", "warning")
    assert number not in found.detail


@pytest.mark.parametrize("number", ["530102199003071234", "530102199013071230", "61012602000021" + "0001"])
def test_a_long_number_without_the_right_check_digit_is_none(number):
    assert is_identity_number(number) is False
    assert judged(subject(report(six=[*SIX, f"备案号{number}。"]))) == []


def test_a_mobile_number_in_the_text_is_asked_about():
    assert said(judged(subject(report(six=[*SIX, "申请人张三（13812345678）已获答复。"])))) == [
        ("E17", "advice")
    ]


@pytest.mark.parametrize(
    "line", ["联系电话：13812345678。", "可拨打监督手机13812345678。", "单号20231381234567890。"]
)
def test_a_published_contact_is_no_secret(line):
    assert judged(subject(report(six=[*SIX, line]))) == []
    assert judged(subject(report(intro=[f"如有疑问请与我局（13812345678）联系。{line}"]))) == []


PIECES = [
    *HEADS,
    *ONE,
    *SIX,
    "无。",
    "XX",
    "（文字描述）",
    "扫一扫",
    "根据国办公开办函〔2019〕60号",
    "13812345678",
    "费",
    "。",
    "",
]


@given(
    st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=40)), max_size=30),
    st.sampled_from([None, 2018, 2019, 2020, 2021, 2024]),
    st.sampled_from([None, "云岭市人民政府", "某局"]),
)
def test_no_text_is_too_odd_to_be_judged(lines, year, unit):
    about = subject(lines, year, unit)
    for finding in [*judged(about), *edition(about)]:
        assert finding.detail
        for number, start, end in finding.places:
            assert 0 <= start <= end <= len(lines[number])
        for fix in finding.fixes:
            assert all(id_ != "" and text != lines[int(id_.split(".")[1])] for id_, text in fix.texts)


@pytest.mark.parametrize(
    "filler",
    ["X", "（", "（此处", "收费", "有待加强", "总体情况，", "13812345678", "《", "60号", "无", "一、"],
)
def test_a_monstrous_part_is_judged_at_once(filler):
    huge = filler * (200_000 // len(filler))
    for part in ("intro", "one", "five", "six"):
        judged(subject(report(**{part: [huge]})))


EXPECTED = {
    "000_smx_2020.txt": [("E02", "error"), ("E04", "advice")],
    "001_jinhua_2023.txt": [("E07", "error"), ("E11", "warning")],
    "002_naxi_2021.txt": [("E05", "warning"), ("E07", "advice")],
    "003_gaoling_2022.txt": [("E03", "advice"), ("E04", "error"), ("E14", "advice")],
    "004_licheng_2019.txt": [("E14", "advice")],
}
OWN = ("E01", "E02", "E03", "E04", "E05", "E06", "E07", "E10", "E11", "E14", "E15", "E17", "E18")


@pytest.mark.parametrize("path", [p for p in samples.paths() if p.name in EXPECTED], ids=samples.name)
def test_published_reports_are_told_what_a_superior_would_tell_them(path):
    found = Review(from_bytes(path.read_bytes(), path)).findings
    assert sorted(said([f for f in found if f.rule in OWN])) == EXPECTED[path.name]
