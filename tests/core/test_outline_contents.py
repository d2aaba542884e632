"""What parts one, five and six must tell of (E04–E07, E15)."""

import pytest

from core.profile import Profile
from core.tables import RawCell, RawTable
from tests.outlines import FIVE, ONE, judged, report, said, subject

ASPECTS = ("主动公开", "依申请公开", "政府信息管理", "政府信息公开平台建设", "监督保障")
NEUTRAL = "2023年，我局高度重视，圆满完成了各项任务。"


@pytest.mark.parametrize(("number", "name"), list(enumerate(ASPECTS)))
def test_an_aspect_that_part_one_says_nothing_of_is_missing(number, name):
    one = [*ONE[:number], *ONE[number + 1 :]]
    (found,) = judged(subject(report(one=one)))
    assert (found.rule, found.severity) == ("E04", "error")
    assert f"没有写到“{name}”；" in found.detail


@pytest.mark.parametrize(("number", "name"), list(enumerate(ASPECTS)))
def test_what_is_missing_is_missing_whether_others_have_headings_or_not(number, name):
    one = [line.split("。", 1)[1] for line in [*ONE[:number], *ONE[number + 1 :]]]
    (found,) = judged(subject(report(one=["".join(one)])))
    assert f"没有写到“{name}”；" in found.detail


@pytest.mark.parametrize(("year", "severity"), [(2021, "error"), (2020, "advice"), (2019, "advice")])
def test_before_the_2021_form_a_missing_aspect_is_advice(year, severity):
    assert said(judged(subject(report(one=[NEUTRAL]), year))) == [("E04", severity)]


def test_the_sentence_that_lists_the_six_parts_tells_of_no_aspect():
    listing = (
        "本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、其他需要报告的事项等组成。"
    )
    (found,) = judged(subject(report(one=[listing])))
    assert all(name in found.detail.split("；")[0] for name in ASPECTS)


def test_an_aspect_split_by_a_line_break_or_in_radicals_is_told_of():
    assert (
        judged(
            subject(
                report(
                    one=[
                        "主动公",
                        "开情况良好，依申",
                        "请公开2件，信息管",
                        "理严格，⽹站",
                        "更新，考",
                        "核到位。",
                    ]
                )
            )
        )
        == []
    )


def test_part_one_set_in_a_table_is_told_of():
    table = RawTable((RawCell("".join(ONE), 0, 0),))
    assert judged(subject(report(one=[NEUTRAL]), tables=(table,), format="docx")) == []


def test_the_forms_own_labels_tell_of_no_aspect():
    labels = ("一、本年新收政府信息公开申请数量", "2.其他法律行政法规禁止公开")
    table = RawTable(tuple(RawCell(label, n, 0) for n, label in enumerate(labels)))
    assert said(judged(subject(report(one=[NEUTRAL]), tables=(table,)))) == [("E04", "error")]


@pytest.mark.parametrize(
    "joined",
    [
        "（一）主动公开、依申请公开办理情况。",
        "（一）主动公开和依申请公开情况",
        "1.政府信息管理及平台建设情况。",
    ],
)
def test_two_aspects_under_one_heading_are_advised_against(joined):
    (found,) = judged(subject(report(one=[joined, "公开52条，收到申请2件。", *ONE[2:]])))
    assert (found.rule, found.severity) == ("E04", "advice")
    assert "合写" in found.detail


@pytest.mark.parametrize("closed", ["", "。", "："])
def test_a_heading_with_nothing_under_it_is_doubtful(closed):
    one = [*ONE[:3], f"（四）平台建设情况{closed}", ONE[4]]
    (found,) = judged(subject(report(one=one)))
    assert (found.rule, found.severity) == ("E04", "warning")
    assert "“平台建设情况”只有标题" in found.detail
    assert found.places[0].paragraph == 5


@pytest.mark.parametrize("below", ["1.网站。增设专栏。", "网站增设专栏。", "一是网站增设专栏。"])
def test_a_heading_with_a_list_or_a_text_under_it_is_not_hollow(below):
    assert judged(subject(report(one=[*ONE[:3], "（四）平台建设情况", below, ONE[4]]))) == []


def test_an_aspect_told_of_in_passing_beside_headed_ones_is_advised():
    one = [*ONE[:2], "（三）平台建设情况。网站内容经审核发布。", "（四）监督保障情况。纳入考核。"]
    (found,) = judged(subject(report(one=one)))
    assert (found.rule, found.severity) == ("E04", "advice")
    assert "没有单独写“政府信息管理”" in found.detail


@pytest.mark.parametrize("prompt", ["（文字描述）", "（此处填写总体情况）", "【请填写】"])
def test_a_part_that_holds_the_templates_prompt_is_said_once(prompt):
    assert said(judged(subject(report(one=[prompt])))) == [("E14", "error")]


def test_of_the_blank_form_itself_nothing_is_said():
    prompts = {part: ["（文字描述）"] for part in ("one", "five", "six")}
    form = report(title=["政府信息公开工作年度报告格式模板"], end=(), **prompts)
    assert judged(subject(form, None)) == []
    assert said(judged(subject(report(**prompts)))) == [("E14", "error")]


SUPERVISED = {
    "（五）监督保障情况。组织培训两次。": "“工作考核”、“社会评议”、“责任追究”",
    "（五）监督保障情况。纳入年终绩效考核，按季度通报。": "“社会评议”、“责任追究”",
    "（五）监督保障情况。开展社会评议，约谈1家单位。": "“工作考核”",
}
GOVERNMENTS = ("云岭市人民政府", "云岭市青禾区", "云岭市白石镇人民政府", "石桥乡人民政府", "云岭市白石镇")


@pytest.mark.parametrize("unit", GOVERNMENTS)
@pytest.mark.parametrize(("line", "names"), SUPERVISED.items())
def test_a_government_tells_of_assessment_review_and_accountability(unit, line, names):
    (found,) = judged(subject(report(one=[*ONE[:4], line]), unit=unit))
    assert (found.rule, found.severity) == ("E05", "warning")
    assert f"没有写到{names}；" in found.detail
    assert found.places[0].paragraph == 6


@pytest.mark.parametrize(
    "unit", ["云岭市财政局", "云岭市人民政府办公室", "云岭市青禾区南门街道办事处", "云岭高新区管委会", None]
)
def test_other_bodies_need_not(unit):
    assert (
        judged(subject(report(one=[*ONE[:4], "（五）监督保障情况。组织培训两次。"], end=()), unit=unit)) == []
    )


def test_without_a_title_the_signature_says_whose_report_it_is():
    lines = report(
        title=(),
        one=[*ONE[:4], "（五）监督保障情况。培训两次。"],
        end=("云岭市白石镇人民政府", "2024年1月2日"),
    )
    assert said(judged(subject(lines))) == [("E05", "warning")]


@pytest.mark.parametrize(
    "five", [(), ("无。",), ("暂无",), ("没有问题。",), ("本单位无存在的问题。",), ("不存在主要问题。",)]
)
def test_part_five_may_not_be_empty_or_none(five):
    assert said(judged(subject(report(five=five)))) == [("E06", "error")]


@pytest.mark.parametrize(
    "five", ["没有专门机构，人员不足。", "无专职人员，更新不及时。", "没有问题清单，将补齐。"]
)
def test_a_problem_that_begins_with_no_is_one(five):
    assert said(judged(subject(report(five=[five])))) == [("E06", "warning")]


@pytest.mark.parametrize(
    ("five", "lacking"),
    [
        (("一是公开的主动性有待加强；二是政策解读形式还需进一步丰富；三是队伍不稳定。",), "改进情况"),
        (("今后我们将继续完善制度，加强培训，进一步提高政府信息公开工作的质量和水平。",), "存在的问题"),
        (
            ("2023年，在上级的正确领导下，政府信息公开工作取得了一定的成绩，获得各方好评。",),
            "存在的问题和改进情况",
        ),
    ],
)
def test_part_five_tells_of_problems_and_of_improvements(five, lacking):
    (found,) = judged(subject(report(five=five)))
    assert (found.rule, found.severity) == ("E06", "warning")
    assert found.detail.endswith(f"没有写{lacking}")


ENOUGH = (
    "一、存在的主要问题。政策解读不够生动。二、改进情况。已通过图解、动漫等形式提高可读性。",
    "对标先进地区，我镇公开质量还有提升空间。下步将学先进、补短板，推动工作再上台阶。",
    "（一）公开意识不强。个别科室认识有偏差。（二）改进措施。加强学习，把公开要求纳入办文流程。",
    "上年度存在的更新迟缓问题已整改到位。本年度主要是部分专栏内容偏少，第一季度充实完毕。",
    "工作虽取得一定成效，但仍有薄弱环节，比如时效性方面。明年我们会把任务分解到科室并按月督办。",
)


@pytest.mark.parametrize("text", ENOUGH)
def test_problems_and_improvements_may_be_told_in_many_ways(text):
    assert judged(subject(report(five=[text]))) == []


LISTS = (
    ("一、意识不强。", "二、队伍不稳。", "下一步：", "一、加强学习，提高认识。", "二、选配专人，稳定队伍。"),
    ("存在更新慢、解读少的问题。", "二、加强学习，提高认识，逐月检查栏目更新。"),
)


@pytest.mark.parametrize("five", LISTS)
def test_lists_within_part_five_belong_to_it(five):
    assert judged(subject(report(five=five))) == []


def test_a_very_short_part_five_is_doubtful():
    assert said(judged(subject(report(five=["解读不够，将加强。"])))) == [("E06", "warning")]


def test_part_five_set_in_a_table_is_not_empty():
    table = RawTable((RawCell("".join(FIVE) * 2, 0, 0),))
    assert judged(subject(report(five=()), tables=(table,), format="docx")) == []


UNTOLD = (
    ("无其他需要报告的事项。",),
    ("无。",),
    ("本年度办理建议提案12件。",),
    (),
    ("我镇没有其他需要报告的情况。",),
)


@pytest.mark.parametrize("six", UNTOLD)
@pytest.mark.parametrize(
    ("year", "expected"), [(2021, [("E07", "error")]), (2024, [("E07", "error")]), (2020, [])]
)
def test_from_2021_on_part_six_tells_of_fees(six, year, expected):
    assert said(judged(subject(report(six=six), year))) == expected


PARTLY = {
    "本年度未收取信息处理费。": "发出收费通知的件数、收费通知的总金额",
    "本年度无收取信息处理费情况。": "发出收费通知的件数、收费通知的总金额",
    "全年收取政府信息公开信息处理费3940元。": "发出收费通知的件数、收费通知的总金额",
    "没有产生收费。": "发出收费通知的件数、收费通知的总金额",
    "发出收费通知2件，实际收取400元。": "收费通知的总金额",
    "发出收费通知2件，总金额400元。": "实际收取的总金额",
    "信息处理费：0元。": "发出收费通知的件数、收费通知的总金额",
    "未就政府信息公开事项向公民、法人收取信息处理费。": "发出收费通知的件数、收费通知的总金额",
    "我街道依申请公开不收费。": "发出收费通知的件数、收费通知的总金额",
    "依申请公开信息处理费总金额为0元。": "发出收费通知的件数、实际收取的总金额",
}


@pytest.mark.parametrize(("six", "lacking"), PARTLY.items())
def test_of_fees_told_in_part_the_rest_is_named(six, lacking):
    (found,) = judged(subject(report(six=[six])))
    assert (found.rule, found.severity) == ("E07", "advice")
    assert f"没有写明{lacking}；" in found.detail


def test_fees_told_of_in_another_part_belong_in_part_six():
    one = [*ONE[:1], "（二）依申请公开情况。收到申请2件，未收取信息处理费。", *ONE[2:]]
    (found,) = judged(subject(report(one=one, six=["无。"])))
    assert (found.rule, found.severity) == ("E07", "warning")
    assert found.places[0].paragraph == 3


def test_a_general_remark_that_requests_cost_nothing_is_no_statement_of_fees():
    one = [*ONE[:1], "（二）依申请公开情况。收到申请2件，申请不收取任何费用。", *ONE[2:]]
    assert said(judged(subject(report(one=one, six=["无。"])))) == [("E07", "error")]


def test_a_local_limit_to_part_one_is_held():
    lines = report(one=[*ONE, "公开" * 500])
    assert judged(subject(lines)) == []
    (found,) = judged(subject(lines, profile=Profile(word_limit=1000)))
    assert (found.rule, found.severity, found.expected) == ("E15", "advice", "1000")
    assert judged(subject(report(), profile=Profile(word_limit=1000))) == []


@pytest.mark.parametrize(
    "heading",
    ["（四）信息化支撑。升级系统1套。", "（四）数字赋能。升级系统1套。", "（四）制度机制。完善制度2项。"],
)
def test_a_heading_that_may_stand_for_the_missing_aspect_makes_it_doubtful(heading):
    one = [*ONE[:3], heading, ONE[4]]
    assert said(judged(subject(report(one=one)))) == [("E04", "warning")]


def test_where_every_heading_is_of_an_aspect_a_missing_one_is_sure():
    assert said(judged(subject(report(one=[*ONE[:3], ONE[4]])))) == [("E04", "error")]


def test_without_headings_one_missing_aspect_is_doubtful_and_most_are_sure():
    text = "".join(line.split("。", 1)[1] for line in ONE[:4])
    assert said(judged(subject(report(one=[text])))) == [("E04", "warning")]
    assert said(judged(subject(report(one=[NEUTRAL])))) == [("E04", "error")]


def test_a_sentence_behind_a_number_is_no_hollow_heading():
    one = [*ONE[:2], "（三）信息管理、平台建设、监督保障等工作按要求推进。"]
    assert ("E04", "warning") not in said(judged(subject(report(one=one))))


@pytest.mark.parametrize(
    "five",
    [
        "专业术语多，群众看了像天书。今后加强通俗化解读，制作一图读懂，扩大传播。",
        "集中申请耗去大量行政资源。下一步，研究规范答复模板，依法引导合理行使权利。",
        "执法案卷公开尺度各异，基层拿捏不定。将制定指引，统一答复口径和文书样式。",
        "业务人员更换频繁，新手对条例掌握不深。已安排每季度一次集中轮训并以老带新。",
    ],
)
def test_a_problem_that_is_told_without_being_called_one_counts(five):
    assert judged(subject(report(five=[five]))) == []


def test_praise_before_the_improvements_is_no_problem_told():
    five = ["我局高度重视，各项任务圆满完成。今后将继续加强学习，丰富形式，扩大公开范围。"]
    (found,) = judged(subject(report(five=five)))
    assert (found.rule, found.severity) == ("E06", "warning")
    assert "没有写存在的问题" in found.detail


def test_requests_answered_free_of_charge_are_a_statement_of_fees():
    assert said(judged(subject(report(six=["所有申请均免费提供。"])))) == [("E07", "advice")]
