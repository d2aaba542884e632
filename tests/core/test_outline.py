"""The running text cut into title, parts, signature and leavings, however the headings are written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.files import from_bytes
from core.outline import outline
from core.outline.headings import headings
from core.outline.words import words
from tests import samples
from tests.layouts import HEADINGS, LAYOUTS, LEAVINGS, balanced, report

OFFICIAL = (
    "总体情况",
    "主动公开政府信息情况",
    "收到和处理政府信息公开申请情况",
    "政府信息公开行政复议、行政诉讼情况",
    "存在的主要问题及改进情况",
    "其他需要报告的事项",
)
BODIES = (
    ("2023年，我局认真做好政府信息公开工作。", "（一）主动公开情况。全年主动公开信息52条。"),
    ("有关数据见下表。",),
    ("有关数据见下表。",),
    ("有关数据见下表。",),
    ("一是公开内容不够丰富。", "下一步将加强培训。"),
    ("本年度未收取信息处理费。",),
)
NUMERALS = "一二三四五六"
STYLES = {
    "cn": lambda n, name: f"{NUMERALS[n]}、{name}",
    "cn_full_stop": lambda n, name: f"{NUMERALS[n]}．{name}",
    "cn_comma": lambda n, name: f"{NUMERALS[n]}，{name}",
    "spaced": lambda n, name: f"　　{NUMERALS[n]}、 {' '.join(name)}",
    "part": lambda n, name: f"第{NUMERALS[n]}部分　{name}",
    "part_comma": lambda n, name: f"第{NUMERALS[n]}部分、{name}",
    "arabic": lambda n, name: f"{n + 1}.{name}",
    "arabic_comma": lambda n, name: f"{n + 1}、{name}",
    "parentheses": lambda n, name: f"（{NUMERALS[n]}）{name}",
    "automatic": lambda n, name: name,
    "colon": lambda n, name: f"{NUMERALS[n]}、{name}：",
    "bare_numeral": lambda n, name: f"{NUMERALS[n]}{name}",
    "ordinal": lambda n, name: f"第{NUMERALS[n]}、{name}",
    "semicolon": lambda n, name: f"{NUMERALS[n]}；{name}",
    "half_parenthesis": lambda n, name: f"{NUMERALS[n]}）{name}",
    "radicals": lambda n, name: f"{'⼀⼆三四五六'[n]}、{name.replace('行', '⾏')}",
    "markdown": lambda n, name: f"## {NUMERALS[n]}、{name}",
}


def text(heading, names=OFFICIAL, bodies=BODIES):
    lines = [
        "云岭市财政局2023年政府信息公开工作年度报告",
        "根据《中华人民共和国政府信息公开条例》编制本报告。",
    ]
    for n, name in enumerate(names):
        lines += [heading(n, name), *bodies[n]]
    return [*lines, "云岭市财政局", "2024年1月12日"]


def keys(lines, tabular=()):
    return [part.key for part in outline(lines, tabular).parts]


@pytest.mark.parametrize("style", STYLES)
def test_six_parts_are_found_however_their_headings_are_numbered(style):
    lines = text(STYLES[style])
    found = outline(lines)
    assert [part.key for part in found.parts] == [1, 2, 3, 4, 5, 6]
    for part, body in zip(found.parts, BODIES, strict=True):
        assert tuple(lines[part.first : part.last]) == body
        assert part.naming == "official"
    assert [lines[p.paragraph] for p in found.title] == lines[:1]
    assert found.preamble == (1, 2)
    assert lines[found.closing :] == ["云岭市财政局", "2024年1月12日"]
    assert found.unit.paragraph == found.closing
    assert found.date.paragraph == found.closing + 1


@pytest.mark.parametrize("style", STYLES)
def test_a_heading_is_pointed_at_from_its_number_to_its_last_character(style):
    lines = text(STYLES[style])
    for n, part in enumerate(outline(lines).parts):
        place = part.heading
        shown = lines[place.paragraph][place.start : place.end]
        assert shown.strip("#　 ：") == STYLES[style](n, OFFICIAL[n]).strip("#　 ：")


VARIANTS = {
    1: (
        "2023年总体情况",
        "政府信息公开工作的基本情况",
        "政府信息公开总体工作情况",
        "总体概况",
        "概述",
        "基本情况",
    ),
    2: ("行政机关主动公开政府信息情况", "主动公开政府信息的情况", "主动公开情况", "政府信息主动公开情况"),
    3: ("行政机关收到和处理政府信息公开申请情况", "依申请公开情况", "政府信息公开申请办理情况"),
    4: (
        "政府信息公开行政复议行政诉讼情况",
        "政府信息公开行政复议和行政诉讼情况",
        "政府信息公开行政复议及行政诉讼情况",
        "因政府信息公开工作被申请行政复议、提起行政诉讼情况",
        "因政府信息公开工作被申请行政复议和提起行政诉讼情况",
        "行政复议、诉讼情况",
    ),
    5: (
        "存在问题及下一步工作措施",
        "存在问题及改进情况",
        "政府信息公开工作中存在的主要问题及改进情况",
        "存在的主要问题和改进情况",
        "存在的不足及下一步打算",
        "工作中存在的困难和改进措施",
    ),
    6: ("其它需要报告的事项", "其他需要说明的情况", "需要报告的其他事项", "其他事项"),
}


@pytest.mark.parametrize("style", ["cn", "part", "automatic"])
@pytest.mark.parametrize(("key", "name"), [(k, v) for k, vs in VARIANTS.items() for v in vs])
def test_a_part_is_known_by_other_words_too(style, key, name):
    names = [name if n + 1 == key else official for n, official in enumerate(OFFICIAL)]
    assert keys(text(STYLES[style], names)) == [1, 2, 3, 4, 5, 6]


@pytest.mark.parametrize("length", range(90, 110))
def test_a_number_where_a_long_line_is_cut_makes_no_table_of_contents(length):
    line = "一、总体情况。2023 年，" + "我局" * 60
    lines = text(STYLES["cn"])
    lines[2] = f"{line[: length - 4]} 312 条"
    assert keys(lines) == [1, 2, 3, 4, 5, 6]


def test_text_that_follows_a_broken_heading_is_kept():
    lines = [*text(STYLES["cn"])[:-4], "六、其他需要报告", "的事项无。"]
    assert lines[outline(lines).parts[-1].first :] == ["的事项无。"]


def test_text_on_the_headings_own_line_stays_text():
    lines = [
        "一、总体情况。2023年我局主动公开信息52条。",
        "二、主动公开政府信息情况2023年制发规范性文件3件。",
        "三、收到和处理政府信息公开申请情况：见下表",
        "四、政府信息公开行政复议、行政诉讼情况（无）",
        "五、存在的主要问题及改进情况　一是内容不多。二是人手不足。",
        "六、其他需要报告的事项无",
    ]
    found = outline(lines)
    shown = [lines[p.heading.paragraph][p.heading.start : p.heading.end] for p in found.parts]
    assert shown == [f"{numeral}、{name}" for numeral, name in zip(NUMERALS, OFFICIAL, strict=True)]


@pytest.mark.parametrize("key", range(1, 7))
@pytest.mark.parametrize("at", [5, 9])
def test_a_heading_broken_over_two_lines_is_whole(key, at):
    lines = text(STYLES["cn"])
    n = lines.index(f"{NUMERALS[key - 1]}、{OFFICIAL[key - 1]}")
    if len(lines[n]) <= at:
        return
    broken = [*lines[:n], lines[n][:at], lines[n][at:], *lines[n + 1 :]]
    found = outline(broken)
    assert [(part.key, part.naming) for part in found.parts] == [(n, "official") for n in range(1, 7)]
    assert tuple(broken[found.parts[key - 1].first : found.parts[key - 1].last]) == BODIES[key - 1]


PROSE = (
    "无障碍浏览功能上线。",
    "相关信息已在网站公开。",
    "浏览量达到3万次。",
    "隐私保护到位。",
    "附件：收费标准",
    "下载专区开放，打印服务免费。",
    "审核把关严格。",
)


@pytest.mark.parametrize("line", PROSE)
def test_a_line_of_the_last_part_is_no_leaving(line):
    lines = text(STYLES["cn"], bodies=(*BODIES[:5], (*BODIES[5], line)))
    assert outline(lines).tail == len(lines)


SUBHEADINGS = {
    "parentheses": (
        "（一）主动公开政府信息情况",
        "（二）收到和处理政府信息公开申请情况",
        "（三）政府信息管理情况",
    ),
    "digits": ("1.主动公开情况", "2.依申请公开情况", "3.行政复议、行政诉讼情况"),
    "spelled": ("一是主动公开政府信息情况", "二是依申请公开情况", "三是存在的问题"),
    "bare": ("主动公开情况", "依申请公开情况", "政府信息管理情况"),
}


@pytest.mark.parametrize("heads", ["cn", "part", "automatic", "arabic_comma"])
@pytest.mark.parametrize("subheads", SUBHEADINGS)
def test_sub_headings_of_part_one_are_no_parts(heads, subheads):
    first = tuple(line for head in SUBHEADINGS[subheads] for line in (head, "全年公开信息52条。"))
    lines = text(STYLES[heads], bodies=(first, *BODIES[1:]))
    found = outline(lines)
    assert [part.key for part in found.parts] == [1, 2, 3, 4, 5, 6]
    assert tuple(lines[found.parts[0].first : found.parts[0].last]) == first


def test_a_numbered_list_within_a_part_is_no_part():
    fifth = (
        "一、存在的问题",
        "公开内容不够丰富。",
        "二、改进措施",
        "加强培训。",
        "三、加强组织领导",
        "定期研究。",
    )
    found = outline(text(STYLES["cn"], bodies=(*BODIES[:4], fifth, BODIES[5])))
    assert [(part.key, part.number) for part in found.parts] == list(enumerate(NUMERALS, 1))


def test_an_introduction_headed_like_part_one_belongs_to_the_preamble():
    lines = [
        "云岭市某局2020年政府信息公开工作年度报告",
        "一、 总体情况",
        "根据条例编制。",
        *text(STYLES["cn"])[2:],
    ]
    found = outline(lines)
    assert [part.key for part in found.parts] == [1, 1, 2, 3, 4, 5, 6]
    assert found.preamble == (1, 3)
    assert found.part(1).heading.paragraph == 3


def test_wrong_numbers_are_kept_as_they_stand():
    wrong = "一三四五六七"
    lines = text(lambda n, name: f"{wrong[n]}、{name}")
    assert [(part.key, part.number) for part in outline(lines).parts] == list(enumerate(wrong, 1))


def test_a_slip_of_character_recognition_before_a_number_hides_no_heading():
    lines = text(lambda n, name: f"{'l' if n == 5 else ''}{NUMERALS[n]}、{name}")
    assert keys(lines) == [1, 2, 3, 4, 5, 6]
    assert outline(lines).parts[-1].number == "六"


CONTENTS = {
    "dotted": lambda n, name: f"{NUMERALS[n]}、{name}…………{n + 1}",
    "tabbed": lambda n, name: f"{NUMERALS[n]}、{name}\t{n + 1}",
    "bare": lambda n, name: f"{NUMERALS[n]}、{name}",
    "nested": lambda n, name: f"{NUMERALS[n]}、{name}\n（一）有关情况",
}


@pytest.mark.parametrize("heads", ["cn", "part", "automatic"])
@pytest.mark.parametrize("listed", CONTENTS)
@pytest.mark.parametrize("title", [["目  录"], []])
def test_a_table_of_contents_is_no_outline(heads, listed, title):
    lines = text(STYLES[heads])
    contents = [CONTENTS[listed](n, name) for n, name in enumerate(OFFICIAL)]
    contents = "\n".join([*title, *contents]).splitlines()
    found = outline([lines[0], *contents, *lines[1:]])
    assert [part.key for part in found.parts] == [1, 2, 3, 4, 5, 6]
    assert found.parts[0].heading.paragraph == len(contents) + 2
    assert not found.has_another


@pytest.mark.parametrize("heads", ["cn", "part", "automatic"])
def test_two_reports_in_one_file_are_told_apart(heads):
    lines = text(STYLES[heads])
    found = outline([*lines, *lines])
    assert found.has_another
    assert found.end == len(lines)
    assert [part.key for part in found.parts] == [1, 2, 3, 4, 5, 6]


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("edition", ["2019", "2021"])
def test_rows_of_the_tables_are_no_parts(layout, edition, tmp_path):
    data = report(layout, balanced(edition), edition).encode()
    opened = from_bytes(data, tmp_path / "a.txt")
    lines = [paragraph.text for paragraph in opened.paragraphs]
    for tabular in (opened.tabular, frozenset()):
        assert keys(lines, tabular) == [1, 2, 3, 4, 5, 6]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_tables_headings_are_lines_of_it_too(layout, tmp_path):
    opened = from_bytes(report(layout, balanced()).encode(), tmp_path / "a.txt")
    lines = [paragraph.text for paragraph in opened.paragraphs]
    between = range(lines.index(HEADINGS["disclosure"]), lines.index("五、存在的主要问题及改进情况"))
    prose = [lines[n] for n in between if n not in opened.tabular]
    assert [line for line in prose if line and set(line) - set(" -|")] == list(HEADINGS.values())


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_web_pages_leavings_change_no_number_of_the_tables(layout, tmp_path):
    clean, copied = (
        from_bytes((report(layout, balanced()) + end).encode(), tmp_path / "a.txt") for end in ("", LEAVINGS)
    )
    assert clean.recognition.tables == copied.recognition.tables
    lines = [paragraph.text for paragraph in copied.paragraphs]
    assert "".join(lines[outline(lines, copied.tabular).tail :]).startswith("云ICP备")


def test_a_title_may_stand_on_several_lines():
    rest = text(STYLES["cn"])[1:]
    for rows in (
        ["云岭市人民政府", "2023年政府信息公开工作年度报告"],
        ["云岭市人民政府办公室", "2023年政府信息公开", "工作年度报告"],
        ["云岭市财政局", "政府信息公开工作年度报告", "（2023年度）"],
        ["云岭市财政局政府信息公开工作2023年度报告"],
        ["首页>信息公开>年报", "云岭市财政局", "2023年政府信息公开年报"],
    ):
        found = outline([*rows, *rest])
        assert [rows[p.paragraph] for p in found.title] == [r for r in rows if ">" not in r]


TAILS = (
    ("云ICP备12345678号", "云公网安备 53010202000001号"),
    ("附件下载", "扫一扫在手机上查看当前页面", "相关解读", "文字解读"),
    ("【打印本页】 【关闭窗口】",),
    ("上一篇：没有了", "下一篇：云岭市财政局2022年度部门决算"),
    ("责任编辑：张三", "浏览次数：52"),
    ("主办：云岭市人民政府办公室", "网站标识码：5301000001"),
)


@pytest.mark.parametrize("tail", TAILS)
def test_what_a_web_page_left_behind_is_no_text_of_the_last_part(tail):
    lines = [*text(STYLES["cn"]), *tail]
    found = outline(lines)
    assert tuple(lines[found.tail :]) == tail
    assert lines[found.closing : found.tail] == ["云岭市财政局", "2024年1月12日"]
    assert tuple(lines[found.parts[-1].first : found.parts[-1].last]) == BODIES[-1]


@pytest.mark.parametrize(
    "date",
    [
        "2024年1月12日",
        "2024 年 1 月 12 日",
        "二〇二四年一月十二日",
        "二O二四年一月",
        "2024.1.12",
        "2024-01-12",
    ],
)
def test_a_signature_has_its_date_in_any_writing(date):
    lines = [*text(STYLES["cn"])[:-1], date]
    found = outline(lines)
    assert found.date.paragraph == len(lines) - 1
    assert found.unit.paragraph == len(lines) - 2


def test_unit_and_date_on_one_line_are_told_apart():
    lines = [*text(STYLES["cn"])[:-2], "云岭市财政局　　2024年1月12日"]
    found = outline(lines)
    assert lines[-1][found.unit.start : found.unit.end] == "云岭市财政局"
    assert lines[-1][found.date.start : found.date.end] == "2024年1月12日"


def test_text_without_headings_has_no_parts():
    found = outline(["云岭市财政局关于年度报告的通知", "各单位要认真编制。"])
    assert found.parts == ()
    assert found.title == ()


PIECES = st.sampled_from(
    [*OFFICIAL, "一、", "二、", "（一）", "1.", "第三部分", "六", " ", "\t", "1", "情况", "。", "：", "目录"]
)
LINES = st.lists(st.one_of(st.text(max_size=30), st.lists(PIECES, max_size=5).map("".join)), max_size=40)


@given(LINES, st.sets(st.integers(0, 40)))
def test_any_text_has_an_outline_that_lies_within_it(lines, tabular):
    found = outline(lines, tabular)
    assert 0 <= found.preamble[0] <= len(lines)
    assert found.closing <= found.tail <= found.end <= len(lines)
    for part in found.parts:
        number, start, end = part.heading
        assert number not in tabular
        assert 0 <= start < end <= len(lines[number])
        assert number < part.first <= part.last <= len(lines) or part.first >= part.last


@pytest.mark.parametrize(
    "filler", ["一", "一、", " ", "（", "总体情况", "情况", "·", "1", "二〇二四年", "政府信息公开"]
)
def test_a_monstrous_line_is_read_at_once(filler):
    line = filler * (200_000 // len(filler))
    assert len(outline([line, f"一、{line}", line]).parts) <= 3


def test_every_official_name_is_known_as_such():
    for key, name in words().official.items():
        (found,) = headings([f"一、{name}"], ())
        assert (found.key, found.rank) == (key, 3)


@pytest.mark.parametrize("path", [p for p in samples.paths() if "reports" in p.parts], ids=samples.name)
def test_the_parts_of_published_reports_are_found(path):
    opened = from_bytes(path.read_bytes(), path)
    found = outline([p.text for p in opened.paragraphs], opened.tabular)
    expected = [1, 2, 3, 4, 5, 6]
    assert [part.key for part in found.parts][-6:] == expected
    assert found.keys == set(expected)
