"""The five published reports: what must and what must not be said of their figures (domain rules §5)."""

import pytest

from core.files import open_report
from core.previous import last_year_of
from core.review import Review
from tests import samples
from tests.core.figures.sheets import own, rules, the

pytestmark = pytest.mark.skipif(not samples.FOLDER.exists(), reason="the shared samples are not here")


def sample(name: str, last: str | None = None) -> Review:
    before = last_year_of(open_report(samples.FOLDER / last)) if last else None
    return Review(open_report(samples.FOLDER / name), before)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("reports/000_smx_2020.txt", ["A15"]),
        ("reports/001_jinhua_2023.txt", ["E08", "E08"]),
        ("reports/002_naxi_2021.txt", ["E08"]),
        ("reports/003_gaoling_2022.txt", ["A10", "B05", "H02", "H02"]),
        ("reports/004_licheng_2019.txt", []),
    ],
)
def test_published_reports_raise_what_they_should_and_no_more(name, expected):
    assert rules(sample(name)) == expected


def test_the_first_two_misspellings_of_a_heading_are_mended_in_place():
    sitting = sample("reports/001_jinhua_2023.txt")
    said = {(f.found, f.expected) for f in own(sitting)}
    assert ("5.属于三类内容事务信息", "5.属于三类内部事务信息") in said
    assert {found in sitting.report.document.source.decode() for found, _ in said} == {True}
    for finding in own(sitting):
        sitting.put(sitting.written_fix(finding.fixes[0]))
    assert rules(sitting) == []


def test_marks_for_zero_are_counted_as_they_stand_in_the_file():
    sitting = sample("reports/003_gaoling_2022.txt")
    marks = sitting.report.document.source.decode().count("| /")
    assert sum(len(f.cells) for f in own(sitting) if f.rule == "H02") == marks == 172
    assert "85 件" in sitting.message(the("B05", sitting))
    assert "66 件" in sitting.message(the("B05", sitting))


def test_six_decimals_are_a_cent_and_fine():
    sitting = sample("reports/002_naxi_2021.txt")
    assert sitting.text("disclosure.fees.amount") == "15971.774796"
    assert "number.decimal" not in rules(sitting)


@pytest.mark.parametrize("folder", ["word", "text", "excel"])
def test_sound_reports_of_other_offices_raise_nothing_but_ways_of_writing(folder):
    for path in samples.paths("match"):
        if path.parent.name == folder and not samples.truth(path)["broken"]:
            found = [f for f in own(Review(open_report(path))) if f.rule not in ("A15", "E08", "H03", "H06")]
            assert found == [], samples.name(path)


def test_one_citys_two_years_differ_as_years_do():
    sitting = sample("broken/e03_suqian_2024_wrong_column.docx", "broken/e07_suqian_2023_swapped_rows.txt")
    assert not {"A10", "B05", "B06", "B07", "C07", "C10"} & set(rules(sitting))
