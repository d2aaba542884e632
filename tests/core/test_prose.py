"""How published reports say their numbers, each with the cells it states, written by hand."""

import pytest

from core.forms import editions
from core.prose import mentions
from core.prose.loading import data, load

YEAR = 2022
REFUSED = ("secret", "law", "security", "third_party", "internal", "process", "enforcement", "inquiry")
DECLINED = ("petition", "duplicate", "publication", "abusive", "reconfirm")


def row(*names: str) -> tuple[str, ...]:
    return tuple(f"requests.{name}.total" for name in names)


def case(*names: str) -> tuple[str, ...]:
    return tuple(f"challenges.{name}" for name in names)


NEW, CARRIED_IN, CLOSED, CARRIED_OUT = row("new"), row("carried_in"), row("closed"), row("carried_out")
EITHER = (NEW, NEW + CARRIED_IN)
ANY = (*EITHER, CLOSED)
SUITS = case("direct_suit.total", "later_suit.total")
ALL_REFUSED = row(*(f"refused.{r}" for r in REFUSED))
ALL_UNABLE = row("unable.not_held", "unable.not_existing", "unable.unclear")
ALL_DECLINED = row(*(f"declined.{r}" for r in DECLINED))
ANSWERED = (
    row("granted", "partial")
    + ALL_REFUSED
    + ALL_UNABLE
    + ALL_DECLINED
    + row("other.no_correction", "other.unpaid")
)

READINGS = {
    "received": EITHER,
    "handled": ANY,
    "new": (NEW,),
    "carried_in": (CARRIED_IN,),
    "closed": (CLOSED,),
    "carried_out": (CARRIED_OUT,),
    "all_closed": (CARRIED_OUT,),
    "granted": (row("granted"),),
    "partial": (row("partial"),),
    "granted_or_partial": (row("granted", "partial"),),
    "refused": (ALL_REFUSED,),
    "refused.secret": (row("refused.secret"),),
    "refused.enforcement": (row("refused.enforcement"),),
    "refused.inquiry": (row("refused.inquiry"),),
    "unable": (ALL_UNABLE,),
    "unable.not_held": (row("unable.not_held"),),
    "declined": (ALL_DECLINED,),
    "other": (row("other.no_correction", "other.unpaid", "other.misc"),),
    "withdrawn": (row("other.misc"),),
    "reconsideration.total": (case("reconsideration.total"),),
    "litigation.total": (SUITS,),
    "later_suit.total": (case("later_suit.total"),),
    "direct_suit.total": (case("direct_suit.total"),),
    "challenges.total": (case("reconsideration.total") + SUITS,),
    "lost_suits": (case("direct_suit.corrected", "later_suit.corrected"),),
}
"""What a meaning states where the sentence says nothing more."""

INCLUDING = ("received", 13, (NEW + CARRIED_IN,))

SAID = {
    # the catalogue of checks, §4
    "截止2022年12月31日,我镇共收到1例政府信息公开申请并完成办结。": [("received", 1), ("all_closed", 0)],
    "2022年,全区共受理依申请公开件13件(含上年结转1件),办结13件。其中予以公开11件,部分公开1件,"
    "不予公开1件(属机关过程性信息)。": [
        INCLUDING, ("carried_in", 1), ("closed", 13), ("granted", 11), ("partial", 1), ("refused", 1),
    ],
    "办理“依申请公开”66件": [("handled", 66)],
    "2022年,我局未收到政府信息公开申请。": [("received", 0, (NEW,))],
    "2022年,我局收到1件政府信息公开申请,结转至下一年度办理": [("received", 1)],
    "收到政府信息公开申请0宗,无信息公开类行政复议及诉讼案件": [
        ("received", 0), ("litigation.total", 0), ("reconsideration.total", 0),
    ],
    "共收到26份政府信息依申请公开件,其中申请人自行撤销2件,依法依规答复处理24件,办结率100%": [
        ("received", 26), ("withdrawn", 2), ("closed", 24, (CLOSED, ANSWERED)), ("all_closed", 0),
    ],
    "办理政府信息公开申请61件,办结54件,结转下一年办理7件,行政复议7件,复议后起诉1件": [
        ("handled", 61), ("closed", 54), ("carried_out", 7),
        ("reconsideration.total", 7), ("later_suit.total", 1),
    ],
    "共收到政府信息公开申请5件,叠加上年结转申请11件,全年累计办理申请16件,办结率达100%": [
        ("received", 5, (NEW,)), ("carried_in", 11), ("handled", 16), ("all_closed", 0),
    ],
    "接收政府信息公开申请17件。予以公开2件、部分公开5件，本机关不掌握相关政府信息8件，属于行政查询事项2件": [
        ("received", 17), ("granted", 2), ("partial", 5), ("unable.not_held", 8), ("refused.inquiry", 2),
    ],
    "受理政府信息公开申请3259件，答复3278件（含上年度结转申请77件，另有58件顺延到下年度答复）": [
        ("received", 3259), ("closed", 3278), ("carried_in", 77), ("carried_out", 58),
    ],
    "依申请公开方面，受理10件，办理上年度结转申请1件。答复11件": [
        ("received", 10), ("carried_in", 1), ("closed", 11),
    ],
    "依申请公开受理19件，其中11件均按规定程序办结，8件申请人主动撤销": [
        ("received", 19), ("closed", 11, (CLOSED, ANSWERED)), ("withdrawn", 8),
    ],
    "依申请公开3次,行政复议0次,行政诉讼0次": [
        ("handled", 3), ("reconsideration.total", 0), ("litigation.total", 0),
    ],
    "信息公开类行政复议1起,正在办理中": [("reconsideration.total", 1)],
    "省政协提案1件,未发生政府信息公开行政败诉案件": [("lost_suits", 0)],
    # reports published since, wording as found
    "全年新收政府信息公开申请数量0件,上年结转政府信息公开申请数量0件。": [("new", 0), ("carried_in", 0)],
    "共收到信息公开申请7件,上年度结转1件;予以公开3件,无法提供4件,结转下年继续办理1件。": [
        ("received", 7), ("carried_in", 1), ("granted", 3), ("unable", 4), ("carried_out", 1),
    ],
    "共接收政府信息公开申请0件,全年没有发生因政府信息公开申请行政复议和提起行政诉讼的情况。": [
        ("received", 0), ("litigation.total", 0), ("reconsideration.total", 0),
    ],
    "2022年度,长兴岛街道收到和处理政府信息公开申请办理事项为0件。": [("handled", 0)],
    "累计办理公民、法人或其他组织通过市政府门户网站、邮寄等途径依申请公开信息合计12件,已全部按期限答复办结": [
        ("handled", 12), ("all_closed", 0),
    ],
    "全年接收处理依申请公开4237件,应对行政复议66件、行政诉讼33件。": [
        ("handled", 4237), ("reconsideration.total", 66), ("litigation.total", 33),
    ],
    "共收到政府信息公开申请609件。办理结果为:予以公开380件,部分公开43件,因“属于国家秘密”等原因不予公开21件,"
    "无法提供120件,不予处理17件,其他处理20件,结转下年度继续办理8件。全市涉及政府信息公开的行政复议24件": [
        ("received", 609), ("granted", 380), ("partial", 43), ("refused", 21), ("unable", 120),
        ("declined", 17), ("other", 20), ("carried_out", 8), ("reconsideration.total", 24),
    ],
    "市政府办公厅代表市政府共受理政府信息公开申请859件，申请数量较去年回落12.3%；答复政府信息公开申请805件（含上年度"
    "结转申请18件，另有72件申请按照《条例》顺延到下年度答复），予以公开及部分公开258件，占33.9%": [
        ("received", 859), ("closed", 805), ("carried_in", 18), ("granted_or_partial", 258),
    ],
    "收到政府信息公开申请5件,均在规定时限内完成答复;政府信息公开行政复议1件(申请人撤回)、行政诉讼0件。": [
        ("received", 5), ("reconsideration.total", 1), ("litigation.total", 0),
    ],
    "共承办依申请公开政府信息事项14件,无当面申请件。未发生因政府信息公开而引发的行政诉讼。": [
        ("handled", 14), ("litigation.total", 0),
    ],
    "申请公开情况。2022年我局未收到申请公开事项。": [("received", 0, (NEW,))],
    "收到公民、法人或其他组织提交政府信息公开申请0条。政府信息公开行政复议、行政诉讼0条。": [
        ("received", 0), ("challenges.total", 0),
    ],
    "我镇未收到依申请公开请求;没有发生因政府信息公开工作引发举报、投诉、行政复议或行政诉讼等事件。": [
        ("received", 0, (NEW,)), ("litigation.total", 0), ("reconsideration.total", 0),
    ],
    # variations
    "全年收到政府信息公开申请十二件，上年结转两件，共办结十三件，结转下年度一件。": [
        ("received", 12), ("carried_in", 2), ("closed", 13), ("carried_out", 1),
    ],
    "收到政府信息公开申请１２件，办结１，２３４件": [("received", 12), ("closed", 1234)],
    "收到政府信息公开申请13件,2021年结转2件,结转2023年1件": [
        ("received", 13), ("carried_in", 2), ("carried_out", 1),
    ],
    "共收到政府信息公开申请13件(不含上年结转1件)": [("received", 13, (NEW,)), ("carried_in", 1)],
    "收到政府信息公开申请12件，较上年增加3件，同比增长33.3%，办结12件。": [("received", 12), ("closed", 12)],
    "收到政府信息公开申请5件，已办结4件，1件正在办理中": [("received", 5), ("closed", 4), ("carried_out", 1)],
    "政府信息公开申请不予公开2件，其中属于国家秘密1件，属于行政执法案卷不予公开1件": [
        ("refused", 2), ("refused.secret", 1), ("refused.enforcement", 1),
    ],
    "没有公民、法人和其他组织向我局提出政府信息公开申请": [("received", 0, (NEW,))],
    "政府信息公开行政复议、行政诉讼案件共3件": [("challenges.total", 3)],
    "全年政府信息公开行政复议、行政诉讼均为0件": [("challenges.total", 0)],
    "因政府信息公开被申请行政复议3件，被提起行政诉讼2件": [
        ("reconsideration.total", 3), ("litigation.total", 2),
    ],
    "因政府信息公开被提起行政诉讼3件，其中复议后起诉1件": [
        ("litigation.total", 3, (SUITS, case("direct_suit.total"))), ("later_suit.total", 1),
    ],
    "继续保持了省级政府信息公开零败诉的记录": [("lost_suits", 0)],
    "未收到政府信息公开申请行政复议案件": [("reconsideration.total", 0)],
    "全市行政机关共收到政府信息公开申请500件，其中市本级收到20件": [("received", 500)],
    "市政务服务和大数据管理局收到政府信息公开申请3件": [("received", 3)],
}  # fmt: skip


@pytest.mark.parametrize("sentence", SAID, ids=lambda s: s[:24])
def test_a_sentence_states_its_cells(sentence):
    expected = [(m[0], m[1], m[2] if len(m) > 2 else READINGS[m[0]]) for m in SAID[sentence]]
    assert [(m.meaning, m.value, m.readings) for m in mentions([sentence], year=YEAR)] == expected


def test_results_of_a_case_belong_to_the_case_named_last():
    text = (
        "政府信息公开行政复议351件，其中结果维持72件，结果纠正64件，其他结果178件，尚未审结37件；"
        "政府信息公开行政诉讼46件，其中结果维持25件，结果纠正5件。"
    )
    found = {m.meaning: (m.value, m.readings) for m in mentions([text])}
    assert found["reconsideration.corrected"] == (64, (case("reconsideration.corrected"),))
    assert found["reconsideration.pending"] == (37, (case("reconsideration.pending"),))
    assert found["litigation.upheld"] == (25, (case("direct_suit.upheld", "later_suit.upheld"),))
    assert len(found) == 8


def test_a_whole_paragraph_with_its_parts():
    text = (
        "（二）依申请公开。本机关新收政府信息公开申请15件，同比减少2件；上年结转2件；办结16件，其中予以公开9件、部分公开3件、"
        "无法提供2件（本机关不掌握1件、没有现成信息需要另行制作1件）、不予处理1件（重复申请）、其他处理1件；结转下年度1件。"
    )
    assert [(m.meaning, m.value) for m in mentions([text])] == [
        ("new", 15),
        ("carried_in", 2),
        ("closed", 16),
        ("granted", 9),
        ("partial", 3),
        ("unable", 2),
        ("unable.not_held", 1),
        ("unable.not_existing", 1),
        ("declined", 1),
        ("other", 1),
        ("carried_out", 1),
    ]


def test_applicants_are_columns_of_the_new_or_the_closed():
    text = "2022年共收到政府信息公开申请1，234件，其中自然人申请1000件，法人或其他组织申请234件"
    natural, legal = mentions([text], year=YEAR)[1:]
    assert (natural.meaning, natural.value) == ("natural", 1000)
    assert natural.readings[:2] == (("requests.new.natural",), ("requests.closed.natural",))
    assert (legal.meaning, legal.value) == ("legal_persons", 234)
    columns = ("business", "research", "ngo", "legal", "other")
    assert legal.readings[0] == tuple(f"requests.new.{c}" for c in columns)


def test_documents_and_decisions_of_the_second_table():
    text = "制发行政规范性文件3件、废止1件，现行有效行政规范性文件13件。作出行政许可决定84598件"
    assert [(m.readings, m.value) for m in mentions([text])] == [
        ((("disclosure.normative.issued",),), 3),
        ((("disclosure.normative.repealed",),), 1),
        ((("disclosure.normative.in_force",),), 13),
        ((("disclosure.licensing.decisions",),), 84598),
    ]


def test_claims_say_how_they_state_the_number():
    text = "收到政府信息公开申请2件，全部办结。未发生行政复议。"
    assert [(m.claim, m.text) for m in mentions([text])] == [
        ("number", "2"),
        ("all", "全部办结"),
        ("none", "未发生"),
    ]


def test_the_2019_form_has_one_row_for_other_results():
    text = "收到政府信息公开申请9件，其他处理3件，申请人主动撤回1件"
    found = {m.meaning: m.readings for m in mentions([text], "2019")}
    assert found["other"] == (row("other"),)
    assert "withdrawn" not in found


@pytest.mark.parametrize("edition", list(editions()))
def test_every_reading_names_cells_of_the_form(edition):
    cells = {cell for table in editions()[edition].tables.values() for cell in table.cells}
    phrases = load(edition)
    topics = ("any", "requests", "challenges", *data()["subjects"])
    lexicons = [p.readings for topic in topics for p in phrases.lexicons[topic].phrases.values()]
    statements = [s.readings for s in phrases.statements]
    named = {cell for readings in lexicons + statements for reading in readings for cell in reading}
    assert named
    assert named <= cells
    assert all(statements)
