"""What kind of body a name is, and which names are one unit's. The units do not exist."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.units import kind_of, parse, same_unit

KINDS = [
    ("岭南省人民政府", "government", "province"),
    ("岭南省财政厅", "department", "province"),
    ("云岭市人民政府", "government", "city"),
    ("云岭市青禾区", "government", "county"),
    ("云岭市青禾区人民政府办公室（政务公开办）", "office", "county"),
    ("云岭市人民政府办公厅", "office", "city"),
    ("云岭市青禾区农业农村局", "department", "county"),
    ("云岭市青禾区人民政府信访局", "department", "county"),
    ("云岭县市场监督管理局", "department", "county"),
    ("云岭县乡村振兴局", "department", "county"),
    ("云岭县城市管理综合行政执法局", "department", "county"),
    ("云岭市住房和城乡建设局", "department", "city"),
    ("云岭市卫健委", "department", "city"),
    ("云岭市国有资产监督管理委员会", "department", "city"),
    ("国家税务总局云岭市青禾区税务局", "department", "county"),
    ("市政务服务局", "department", "city"),
    ("市场监督管理局", "department", None),
    ("云岭市白石镇人民政府", "government", "township"),
    ("白石镇", "government", "township"),
    ("云岭县大林乡人民政府", "government", "township"),
    ("云岭旗灰林苏木人民政府", "government", "township"),
    ("云岭市青禾区红旗街道办事处", "subdistrict", "township"),
    ("云岭市青禾区人民政府白石街道办事处", "subdistrict", "township"),
    ("白石办事处", "subdistrict", "township"),
    ("云岭市驻京办事处", "department", "city"),
    ("云岭市第一人民医院", "hospital", "city"),
    ("云岭市青禾区白石街道社区卫生服务中心", "hospital", "township"),
    ("云岭市白石镇中心小学", "school", "township"),
    ("云岭市供水集团有限公司", "company", "city"),
    ("中共云岭市委宣传部", "party", "city"),
    ("云岭市委编办", "party", "city"),
    ("云岭市总工会", "other", "city"),
    ("云岭市青禾区人民法院", "other", "county"),
    ("云岭经济技术开发区管理委员会", "zone", None),
    ("云岭高新区", "zone", None),
    ("云岭经济开发区社会事业局", "department", "county"),
]


@pytest.mark.parametrize(("unit", "body", "level"), KINDS)
def test_a_name_tells_what_kind_of_body_it_is_and_of_which_level(unit, body, level):
    kind = kind_of(unit)
    assert kind is not None
    assert (kind.body, kind.level) == (body, level)


@pytest.mark.parametrize(
    "unit", [None, "", "   ", "关于做好有关工作的通知", "云岭市民政局关于", "2023", "一" * 500]
)
def test_what_is_no_name_has_no_kind(unit):
    assert kind_of(unit) is None


@pytest.mark.parametrize(
    ("unit", "places"),
    [
        ("镇江市丹阳县司法局", ("镇江市", "丹阳县")),
        ("景德镇市财政局", ("景德镇市",)),
        ("萍乡市教育局", ("萍乡市",)),
        ("新乡县人民政府", ("新乡县",)),
        ("赣州市章贡区", ("赣州市", "章贡区")),
        ("枣庄市市中区人民政府", ("枣庄市", "市中区")),
        ("聊城市东昌府区市场监督管理局", ("聊城市", "东昌府区")),
        ("梅河口市市场监督管理局", ("梅河口市",)),
        ("昆山市周市镇人民政府", ("昆山市", "周市镇")),
        ("上海市浦东新区人民政府", ("上海市", "浦东新区")),
        ("恩施州巴东县水布垭镇人民政府", ("恩施州", "巴东县", "水布垭镇")),
    ],
)
def test_places_whose_names_hold_the_word_for_another_level_are_read_whole(unit, places):
    assert parse(unit).places == places


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("云岭市政务服务和大数据管理局", "市政务服务局"),
        ("云岭市政务服务和大数据管理局", "市政务服务和大数据管理局"),
        ("云岭市白石镇人民政府", "白石镇"),
        ("云岭市白石镇人民政府", "白石镇政府"),
        ("云岭市青禾区人民政府", "青禾区"),
        ("云岭市青禾区", "云岭市青禾区人民政府"),
        ("云岭市青禾区白石街道办事处", "白石街道"),
        ("云岭市白石街道办事处", "白石办事处"),
        ("云岭市发展和改革委员会", "云岭市发改委"),
        ("云岭市人力资源和社会保障局", "市人社局"),
        ("云岭市住房和城乡建设局", "住建局"),
        ("云岭市人民政府办公室", "市政府办"),
        ("云岭市 民政局", "云岭市民政局"),
        ("国家税务总局云岭市税务局", "云岭市税务局"),
        ("青岭裕固族自治县人民政府", "青岭县人民政府"),
    ],
)
def test_abbreviated_names_are_one_unit(one, other):
    assert same_unit(one, other)
    assert same_unit(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("云岭市民政局", "云岭市青禾区民政局"),
        ("云岭市青禾区民政局", "云岭市白石区民政局"),
        ("云岭市白石镇人民政府", "云岭市青石镇人民政府"),
        ("云岭市民政局", "云岭市水利局"),
        ("云岭市白石镇人民政府", "云岭市人民政府"),
        ("云岭市人民政府", "云岭市人民政府办公室"),
        ("云岭市公安局", "云岭市公安局交警支队"),
        ("云岭市白石镇人民政府", ""),
    ],
)
def test_other_units_are_not(one, other):
    assert not same_unit(one, other)
    assert not same_unit(other, one)


def test_townships_are_towns_and_subdistricts_but_not_their_offices():
    towns = {unit for unit, _, _ in KINDS if (kind := kind_of(unit)) and kind.is_township}
    assert {"白石镇", "白石办事处"} < towns
    assert "云岭市白石镇中心小学" not in towns


@given(
    st.text("云岭市县区镇乡旗州盟街道办事处局委政府人民管理省场城()（） ", max_size=70),
    st.text("云岭市县区镇乡街道局委政府", max_size=70),
)
def test_any_text_is_taken_apart_and_compared(one, other):
    assert same_unit(one, other) == same_unit(other, one)
    assert set("".join(parse(one).places)) <= {*one, *"街道"}
