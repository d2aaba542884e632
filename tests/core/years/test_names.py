"""F07: the names of units in a report. A third of the cases was held back."""

import pytest

from core.checks.names import names
from tests.core.years.reports import lines, subject, told

BUREAU = "云岭市青禾区农业农村局"
TOWN = "云岭市白石镇人民政府"
SUBDISTRICT = "云岭市青禾区红旗街道办事处"
COUNTY = "云岭县人民政府"
OPENING = "现公布{0}2023年政府信息公开工作年度报告。统计期限为2023年1月1日至12月31日。"


def check(unit, *, stated=None, contact=None, signed=None, name="报告.docx"):
    preamble = OPENING.format(unit if stated is None else stated)
    if contact:
        preamble += f"如有疑问，请与{contact}联系（电话：0900-1234567）。"
    texts = lines(unit, preamble=preamble, signed_by=signed)
    return list(names(subject(texts, name=name))), texts


DIFFERENT = [
    (TOWN, {"signed": "云岭市青石镇人民政府"}),
    (TOWN, {"stated": "云岭市青石镇人民政府"}),
    (TOWN, {"contact": "青石镇人民政府党政办公室"}),
    (TOWN, {"contact": "青石镇人民政府"}),
    (TOWN, {"signed": "云岭市人民政府"}),
    (BUREAU, {"signed": "云岭市青禾区水利局"}),
    (BUREAU, {"stated": "云岭市青禾区教育局"}),
    (BUREAU, {"contact": "云岭市青禾区水利局"}),
    (BUREAU, {"signed": "云岭市白石区农业农村局"}),
    (BUREAU, {"stated": "云岭市农业农村局"}),
    (BUREAU, {"signed": "云岭市青禾区人民政府"}),
    (COUNTY, {"stated": "青岭县人民政府"}),
    (COUNTY, {"contact": "青岭县人民政府办公室"}),
    (SUBDISTRICT, {"signed": "云岭市青禾区白石街道办事处"}),
    (TOWN, {"name": "云岭市青石镇人民政府2023年报.docx"}),
    # held back
    (SUBDISTRICT, {"stated": "云岭市青禾区白石街道"}),
    (COUNTY, {"signed": "云岭县白石镇人民政府"}),
    ("云岭市人民政府", {"contact": "云岭市青禾区人民政府办公室"}),
    ("云岭市财政局", {"signed": "云岭市审计局"}),
    ("云岭县林业局", {"name": "云岭县交通运输局2023年政府信息公开工作年度报告.docx"}),
    (TOWN, {"stated": "云岭县"}),
]

THE_SAME = [
    (TOWN, {"contact": "白石镇人民政府", "signed": "白石镇人民政府"}),
    (TOWN, {"contact": "白石镇党政办公室"}),
    (TOWN, {"stated": "白石镇", "signed": "云岭市白石镇"}),
    (TOWN, {"contact": "云岭市人民政府办公室"}),
    (BUREAU, {"contact": "区农业农村局办公室", "signed": "青禾区农业农村局"}),
    (BUREAU, {"contact": "云岭市青禾区农业农村局办公室"}),
    (BUREAU, {"stated": "我局", "contact": "我局办公室"}),
    (BUREAU, {"stated": "本机关", "contact": "局政务公开办"}),
    (BUREAU, {"contact": "云岭市青禾区人民政府办公室"}),
    (BUREAU, {"signed": "云岭市青禾区农业农村局办公室"}),
    (COUNTY, {"contact": "云岭县人民政府办公室", "signed": "云岭县人民政府办公室"}),
    (COUNTY, {"contact": "县政务公开办公室"}),
    (COUNTY, {"contact": "云岭县大数据局", "signed": "云岭县大数据局"}),
    ("云岭市政务服务和大数据管理局", {"stated": "市政务服务局", "contact": "市政务服务局"}),
    ("云岭市文化广电和旅游局", {"signed": "云岭市文化和旅游局", "contact": "市文旅局"}),
    ("云岭市水利局", {"contact": "云岭市水务局"}),
    (SUBDISTRICT, {"signed": "云岭市青禾区人民政府红旗街道办事处", "contact": "红旗街道"}),
    (TOWN, {"name": "2023年年报（白石镇）.docx"}),
    (TOWN, {"name": "附件1 白石镇2023年报.docx"}),
    (SUBDISTRICT, {"name": "青禾区各街道2023年报.docx"}),
    # held back
    ("云岭市生态环境局青禾分局", {"contact": "云岭市生态环境局青禾分局办公室", "signed": "青禾分局"}),
    ("云岭市青禾区", {"contact": "青禾区人民政府办公室", "signed": "云岭市青禾区人民政府"}),
    ("云岭市卫生健康委员会", {"signed": "云岭市卫健委", "contact": "云岭市卫生健康委办公室"}),
    ("国家税务总局云岭县税务局", {"signed": "云岭县税务局", "contact": "国家税务总局云岭县税务局办公室"}),
    ("云岭市第一人民医院", {"contact": "云岭市卫生健康委员会"}),
    (BUREAU, {"name": "青禾区2023年度报告汇总.docx"}),
    ("云岭市公安局", {"contact": "云岭市公安局办公室信息公开科"}),
    ("云岭经济开发区管理委员会", {"contact": "云岭经济开发区管委会办公室", "signed": "云岭开发区管委会"}),
    (TOWN, {"stated": "中共白石镇委员会、白石镇人民政府"}),
]


@pytest.mark.parametrize(("unit", "where"), DIFFERENT)
def test_the_name_of_another_unit_is_doubtful(unit, where):
    (found,), texts = check(unit, **where)
    other = next(iter(where.values()))
    assert (found.rule, found.severity, found.expected) == ("F07", "warning", unit)
    assert found.found in other
    if "name" not in where:
        assert told(found, texts)[0] == found.found


@pytest.mark.parametrize(("unit", "where"), THE_SAME)
def test_short_names_offices_and_superiors_are_normal(unit, where):
    assert check(unit, **where)[0] == []


def test_without_a_title_the_preamble_tells_the_unit():
    texts = lines(TOWN, title="", signed_by="云岭市青石镇人民政府")
    (found,) = names(subject(texts))
    assert found.expected == TOWN
