"""The register of units: who has not handed in, twice, for the wrong year, under another name."""

from pathlib import Path

import pytest
from openpyxl import Workbook

from core.batch.record import Row
from core.batch.register import RegisterError, Unit, read_register, standings, usual_year
from core.batch.run import check_one
from core.batch.store import Store
from core.batch.terms import Terms
from tests.layouts import balanced, report

UNITS = (
    Unit("云岭市青禾区农业农村局"),
    Unit("云岭市青禾区卫生健康局", ("云岭市青禾区卫生和计划生育局",)),
    Unit("云岭市青禾区白石镇人民政府"),
    Unit("云岭市青禾区民政局"),
)


def row(name: str, unit: str | None, year: int | None = 2023) -> Row:
    return Row(Path(name), name, "checked", unit=unit, year=year)


def told(*rows: Row) -> list[tuple[str, str]]:
    return [(each.kind, each.unit.removeprefix("云岭市青禾区")) for each in standings(rows, UNITS, 2023)]


ALL = [row(f"{unit.name}.docx", unit.name) for unit in UNITS]


def test_all_handed_in_is_nothing_to_say():
    assert told(*ALL) == []


def test_what_is_amiss_is_said_once_for_each_unit():
    rows = [
        row("农业.docx", "云岭市青禾区农业农村局"),
        row("农业（新）.docx", "云岭市青禾区农业农村局"),
        row("卫生.docx", "云岭市青禾区卫生和计划生育局"),
        row("白石镇.docx", "白石镇"),
        row("白石镇去年.docx", "云岭市青禾区白石镇人民政府", 2022),
        row("通知.docx", "云岭市青禾区城市管理局"),
    ]
    assert told(*rows) == [
        ("repeated", "农业农村局"),
        ("other_name", "卫生健康局"),
        ("other_name", "白石镇人民政府"),
        ("wrong_year", "白石镇人民政府"),
        ("missing", "民政局"),
        ("stranger", "城市管理局"),
    ]


def test_a_report_of_another_year_alone_does_not_count_as_handed_in_and_is_one_line():
    (standing,) = standings([*ALL[:3], row("民政.docx", UNITS[3].name, 2022)], UNITS, 2023)
    assert standing.kind == "wrong_year"
    assert standing.what == ("没有收到“云岭市青禾区民政局”2023 年度的报告，交来的是“民政.docx”（2022 年度）")


def test_a_report_without_a_unit_is_known_by_its_files_name():
    assert told(*ALL[:3], row("12 云岭市青禾区民政局2023年报.docx", None)) == []


def test_a_file_that_cannot_be_read_is_not_said_to_name_no_unit():
    closed = Row(Path("坏的.docx"), "", "unreadable", "打不开")
    *_, stranger = standings([*ALL, closed], UNITS, 2023)
    assert stranger.what == "“坏的.docx”打不开，看不出是哪个单位的"


def test_a_bureau_is_not_taken_for_the_citys():
    assert ("missing", "民政局") in told(*ALL[:3], row("市局.docx", "云岭市民政局"))


def test_the_year_collected_is_what_most_reports_are_of():
    assert (
        usual_year([row("1", None, 2023), row("2", None, 2022), row("3", None, 2023), row("4", None, None)])
        == 2023
    )
    assert usual_year([row("1", None, 2023), row("2", None, 2022)]) == 2023
    assert usual_year([]) is None


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_csv_files_are_read_as_offices_save_them(tmp_path, encoding):
    path = tmp_path / "名册.csv"
    path.write_bytes("序号,单位名称,曾用名\r\n1,甲局,\r\n2,乙局,丙局、丁局\r\n,,\r\n".encode(encoding))
    assert read_register(path) == (Unit("甲局"), Unit("乙局", ("丙局", "丁局")))


def test_workbooks_are_read_with_or_without_headings(tmp_path):
    book = Workbook()
    for cells in (
        ("2023 年度报送单位名册",),
        ("序号", "报送单位", "联系人"),
        (1, "甲局", "某某"),
        (2, "乙 局", ""),
    ):
        book.active.append(cells)
    book.save(tmp_path / "名册.xlsx")
    assert [unit.name for unit in read_register(tmp_path / "名册.xlsx")] == ["甲局", "乙局"]
    plain = Workbook()
    for name in ("甲局", "乙局", "甲局"):
        plain.active.append((name,))
    plain.save(tmp_path / "名单.xlsx")
    assert [unit.name for unit in read_register(tmp_path / "名单.xlsx")] == ["甲局", "乙局"]


@pytest.mark.parametrize("content", [b"", b"1,2,3\n", b"PK\x03\x04", b"\xff\xff\xff"])
def test_what_is_no_register_is_refused_in_words(tmp_path, content):
    path = tmp_path / "名册.csv"
    path.write_bytes(content)
    with pytest.raises(RegisterError) as error:
        read_register(path)
    assert "名册.csv" in str(error.value)


def test_a_report_signed_after_the_deadline_is_late(tmp_path):
    path = tmp_path / "农业.txt"
    for day, kinds in (("1 月 30 日", []), ("2 月 9 日", ["late"])):
        text = report("pipes_padded", balanced()).replace("2024年1月20日", "2024年" + day.replace(" ", ""))
        path.write_text(text, encoding="utf-8")
        row_ = check_one(path, Terms().sealed(), Store(tmp_path / day))
        assert row_.unit == UNITS[0].name
        assert [each.kind for each in standings([row_], UNITS[:1], 2023)] == kinds
