"""F04: what a unit calls itself; F05: whose requests are told of. A third of the cases was held back."""

import pytest

from core.checks.selves import selves
from tests.core.years.reports import lines, mended, subject, told

BUREAU = "云岭市青禾区农业农村局"
TOWN = "云岭市白石镇人民政府"
VILLAGE = "云岭县大林乡人民政府"
SUBDISTRICT = "云岭市青禾区红旗街道办事处"
COUNTY = "云岭县人民政府"
OFFICE = "云岭县人民政府办公室"
COMMISSION = "云岭市卫生健康委员会"
HOSPITAL = "云岭市第一人民医院"
SCHOOL = "云岭市实验中学"
ZONE = "云岭经济开发区管理委员会"

FOREIGN = [
    (BUREAU, "我镇高度重视政府信息公开工作。", "我镇"),
    (BUREAU, "我局公开信息20条，我乡政务公开栏同步更新。", "我乡"),
    (TOWN, "我局严格落实信息发布审核制度。", "我局"),
    (TOWN, "我委加强组织领导，健全工作机制。", "我委"),
    (TOWN, "2023年我乡未收到政府信息公开申请。", "我乡"),
    (VILLAGE, "2023年我镇未收到政府信息公开申请。", "我镇"),
    (SUBDISTRICT, "我镇通过网站公开信息20条。", "我镇"),
    (SUBDISTRICT, "我局通过网站公开信息20条。", "我局"),
    (COUNTY, "我局收到申请5件，全部答复。", "我局"),
    (COUNTY, "我街道开展培训2次。", "我街道"),
    (COMMISSION, "我委公开信息20条，我委受理申请3件，我委开展培训。下一步，我局将加强学习。", "我局"),
    (BUREAU, "我局公开信息。我局受理申请。我局开展培训。下一步，我委将加强学习。", "我委"),
    (BUREAU, "我局公开信息。我局受理申请。我局开展培训。下一步，我办将加强学习。", "我办"),
    (BUREAU, "我校高度重视信息公开工作。", "我校"),
    (SCHOOL, "我局高度重视信息公开工作。", "我局"),
    (HOSPITAL, "我镇高度重视信息公开工作。", "我镇"),
    # held back
    (BUREAU, "我街道认真贯彻落实《条例》。", "我街道"),
    (TOWN, "我校积极开展信息公开。", "我校"),
    (OFFICE, "我乡没有行政复议案件。", "我乡"),
    (VILLAGE, "我委指定专人负责。", "我委"),
    (COMMISSION, "我镇加强监督检查。", "我镇"),
    (SUBDISTRICT, "我乡政务公开工作领导小组由主任任组长。", "我乡"),
    (COUNTY, "我镇切实提高政务公开水平。", "我镇"),
]

OWN = [
    (BUREAU, "我局认真落实区委、区政府部署，服务我区发展。"),
    (BUREAU, "我市、我县、我区、我省有关部门通力合作。"),
    (BUREAU, "群众来信写道：“我镇的补贴何时发放”，我局及时回应。"),
    (BUREAU, "申请人要求公开《我镇农田建设规划》。"),
    (TOWN, "我镇高度重视，我区督导有力。"),
    (TOWN, "我办理的事项均按时公开。"),
    (TOWN, "加强自我委屈感知，实现自我局限突破。"),
    (VILLAGE, "我乡镇村三级联动，我乡村振兴成效明显。"),
    (SUBDISTRICT, "我办公开信息30条，我街道开展培训，我处认真整改。"),
    (COUNTY, "我县公开信息1200条，我办受理申请5件。"),
    (OFFICE, "我办受理申请5件，我县平台运行平稳。"),
    (OFFICE, "我局公开信息3条。"),
    (COMMISSION, "我委公开信息20条。"),
    (COMMISSION, "我局"),
    (HOSPITAL, "我院公开信息20条，我中心运行正常。"),
    (SCHOOL, "我校公开信息20条。"),
    (ZONE, "我委、我区、我管委会公开信息20条。"),
    ("云岭市白石镇中心卫生院", "我镇居民健康档案已公开，我院设公开栏。"),
    ("景德镇市财政局", "我局公开预算，服务我镇窑业发展。"),
    # held back
    ("云岭市政务服务数据管理局", "我局公开信息12条，我委派专人负责指导。"),
    ("云岭市烟草专卖局", "我公司与我局合署办公。"),
    ("云岭县教育局", "我校园安全信息、我校车安全信息同步公开。"),
    ("国家税务总局云岭市白石镇税务所", "我所服务我镇纳税人。"),
    ("云岭市发展和改革委员会", "我委、我局（粮食和储备局）公开信息。"),
    ("云岭市自然资源局白石镇分局", "我局服务我镇。"),
    (BUREAU, "培训会上学员表示“我校将认真整改”。"),
    (TOWN, "我部分工作人员业务不熟，自我校正不够。"),
]


def found(unit, text, rule):
    texts = lines(unit, told=text)
    return [f for f in selves(subject(texts)) if f.rule == rule], texts


@pytest.mark.parametrize(("unit", "text", "word"), FOREIGN)
def test_a_unit_that_speaks_as_another_kind_is_doubtful(unit, text, word):
    (only,), texts = found(unit, text, "F04")
    assert (only.severity, only.found, told(only, texts)) == ("warning", word, [word])


@pytest.mark.parametrize(("unit", "text"), OWN)
def test_a_unit_s_own_word_its_place_and_the_words_of_others_are_right(unit, text):
    assert found(unit, text, "F04")[0] == []


def test_the_wrong_word_is_replaced_by_the_unit_s_own():
    (only,), texts = found(TOWN, "我局加强培训。", "F04")
    assert "我镇加强培训。" in mended(only, texts)


SUPERIOR = [
    (SUBDISTRICT, "全年向市政府及市政府办公室提出的政府信息公开申请5件。"),
    (TOWN, "公民向县人民政府提出的信息公开申请3件，均已答复。"),
    (BUREAU, "2023年，向区政府提交政府信息公开申请12件。"),
    (TOWN, "2023年，全县共收到政府信息公开申请36件。"),
    (SUBDISTRICT, "全区行政机关共受理政府信息公开申请120件。"),
    (TOWN, "市政府及各部门共收到政府信息公开申请320件。"),
    # held back
    (BUREAU, "向市人民政府办公室提出政府信息公开申请2件。"),
    (VILLAGE, "全县各部门累计办理政府信息公开申请56件。"),
    (BUREAU, "县政府办公室共收到政府信息公开申请12件。"),
]

NOT_SUPERIOR = [
    (COUNTY, "全年向县政府及县政府办公室提出的政府信息公开申请5件。"),
    (COUNTY, "全县共收到政府信息公开申请36件。"),
    (OFFICE, "县政府共收到政府信息公开申请36件。"),
    (BUREAU, "配合办理向区政府提出的政府信息公开申请2件。"),
    (BUREAU, "区政府办公室转来政府信息公开申请2件，已答复。"),
    (BUREAU, "全区农业系统共收到政府信息公开申请6件。"),
    (BUREAU, "全区共收到政府信息公开申请6件。"),
    (TOWN, "我镇收到政府信息公开申请3件，其中1件告知申请人向县政府提出申请。"),
    # held back
    (BUREAU, "区政府收到的政府信息公开申请1件由我局承办。"),
    (TOWN, "引导申请人向市政府提出政府信息公开申请1件。"),
    (TOWN, "向镇政府提出的政府信息公开申请2件。"),
    (TOWN, "全镇共收到政府信息公开申请2件。"),
]


@pytest.mark.parametrize(("unit", "text"), SUPERIOR)
def test_requests_to_a_superior_are_doubtful(unit, text):
    (only,), _ = found(unit, text, "F05")
    assert only.severity == "warning"


@pytest.mark.parametrize(("unit", "text"), NOT_SUPERIOR)
def test_a_government_s_own_requests_and_those_worked_on_for_it_are_right(unit, text):
    assert found(unit, text, "F05")[0] == []


def test_a_text_whose_unit_is_not_known_is_not_judged():
    texts = lines(title="", preamble="", told="我镇我局我乡公开信息。", signed_by="")
    assert list(selves(subject(texts))) == []
