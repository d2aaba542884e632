"""Last year's report is found beside this year's, and nothing else is taken for it."""

from pathlib import Path

import pytest

from core.cli import main
from core.files import open_report
from core.history import misfit
from core.previous import find_last_year, last_year_of
from core.sitting import open_review
from tests.core.test_history import carried_over
from tests.layouts import balanced, report

OWN = "云岭市青禾区农业农村局"
BEFORE = carried_over(balanced())


def write(path: Path, year: int, numbers=BEFORE, unit: str = OWN) -> Path:
    path.parent.mkdir(exist_ok=True)
    text = report("pipes_padded", numbers, "2021", year).replace(OWN, unit)
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return write(tmp_path / "农业农村局2023年报.txt", 2023, balanced())


def found(own: Path) -> str | None:
    other = find_last_year(open_report(own))
    return other.path.relative_to(own.parent).as_posix() if other else None


@pytest.mark.parametrize(
    "name", ["农业农村局2022年报.txt", "去年的.txt", "2022/农业农村局.txt", "2022年度/年报.txt"]
)
def test_it_is_found_by_unit_and_year_whatever_its_name(own, name):
    write(own.parent / name, 2022)
    write(own.parent / "卫健局2022年报.txt", 2022, unit="云岭市青禾区卫生健康局")
    assert found(own) == name


def test_other_units_other_years_and_copies_are_not_taken(own):
    write(own.parent / "卫健局2022年报.txt", 2022, unit="云岭市青禾区卫生健康局")
    write(own.parent / "农业农村局2021年报.txt", 2021)
    write(own.parent / "农业农村局2023年报（已更正）.txt", 2023)
    write(own.parent / "农业农村局2022年报（更正前备份）.txt", 2022)
    (own.parent / "农业农村局2022.docx").write_bytes(b"PK\x03\x04 damaged")
    assert found(own) is None


def test_a_report_of_another_year_is_no_last_year(own):
    own_report = open_report(own)
    same = last_year_of(open_report(write(own.parent / "另一份.txt", 2023)))
    older = last_year_of(open_report(write(own.parent / "更早.txt", 2020)))
    other = last_year_of(open_report(write(own.parent / "别家.txt", 2022, unit="云岭市青禾区卫生健康局")))
    right = last_year_of(open_report(write(own.parent / "上年.txt", 2022)))
    odd = [misfit(own_report.year, own_report.unit, last) for last in (same, older, other, right)]
    assert [m and m.kind for m in odd] == ["same_year", "other_year", "other_unit", None]


def test_the_command_line_says_so_and_does_not_use_it(own, capsys):
    same = write(own.parent / "另一份.txt", 2023, balanced())
    assert main(["check", str(own), "--last-year", str(same)]) == 2
    captured = capsys.readouterr()
    assert "另一份.txt" in captured.err
    assert "上年结转" not in captured.out


def test_another_units_report_only_raises_doubts(own, capsys):
    numbers = BEFORE | {"requests.carried_out.total": "999"}
    other = write(own.parent / "别家.txt", 2022, numbers, unit="云岭市青禾区卫生健康局")
    assert main(["check", str(own), "--last-year", str(other)]) == 0
    assert "别家.txt" in capsys.readouterr().err
    review = open_review(own, last_year_of(open_report(other)))
    assert {f.severity for f in review.findings if f.rule == "history.carried.total"} == {"warning"}


def test_last_year_may_be_taken_and_left_in_the_course_of_a_sitting(own):
    review = open_review(own)
    numbers = BEFORE | {"requests.carried_out.total": "999"}
    review.compare_with(last_year_of(open_report(write(own.parent / "上年.txt", 2022, numbers))))
    assert "history.carried.total" in {f.rule for f in review.findings}
    review.compare_with(None)
    assert "history.carried.total" not in {f.rule for f in review.findings}


TOLD = (
    "我局把政策解读作为主动公开的重点，凡涉及农户切身利益的文件，均在印发当日上网并配发问答，方便查阅。",
    "建立信息发布前的三级审核台账，由股室、分管负责人和保密员逐条把关，全年没有出现错发漏发的情形。",
    "依托区政府门户网站改版，调整了惠农补贴、农机购置、动物防疫等栏目的位置，村民三步之内可以找到。",
    "每季度开展一次内部抽查，结果在局务会上通报，排名靠后的股室说明原因并限期整改，年底纳入考核。",
    "组织窗口人员参加区里的业务培训，重点讲解依申请公开的受理、补正和答复文书，并进行现场测试。",
    "通过村级信息员收集群众意见，对集中反映的耕地地力保护补贴发放时间问题，及时在公示栏作出说明。",
)


def told(path: Path, year: int, sentences=TOLD) -> Path:
    text = report("pipes_padded", BEFORE if year == 2022 else balanced(), "2021", year)
    body = "\n".join(f"{n}．{year}年，{line}" for n, line in enumerate(sentences, 1))
    path.write_text(
        text.replace("二、主动公开政府信息情况", body + "\n二、主动公开政府信息情况", 1), encoding="utf-8"
    )
    return path


def copied(now: Path, then: Path) -> list:
    review = open_review(now, last_year_of(open_report(then)))
    return [f for f in review.findings if f.rule == "D03"]


def test_a_text_taken_over_from_last_year_is_said_to_be(tmp_path):
    (finding,) = copied(told(tmp_path / "本年.txt", 2023), told(tmp_path / "上年.txt", 2022))
    assert finding.severity == "warning"
    assert "与上年报告相似" in finding.detail
    assert len(finding.places) >= len(TOLD)


def test_a_text_of_its_own_is_not(tmp_path):
    other = [line[::-1] for line in TOLD[:3]]
    assert not copied(told(tmp_path / "本年.txt", 2023, other), told(tmp_path / "上年.txt", 2022))
