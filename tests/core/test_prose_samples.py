"""The sample reports: every number is borne out by their own tables, but for one known contradiction."""

import pytest

from core.files import open_report
from core.prose import Mention, mentions
from core.review import Review
from tests import samples

UNBROKEN = [
    path
    for path in samples.paths()
    if samples.truth(path)["expect"] != "refuse_clearly"
    and "changes" not in samples.truth(path)
    and path.suffix != ".html"  # leaves its totals blank
]
LOST = ("lost_suits", 0)
BY_ONE_OFFICE = ("received", 17)
EXPECTED = {
    "000_smx_2020.txt": [("litigation.total", 0), ("reconsideration.total", 0)],
    "001_jinhua_2023.txt": [("received", 1), ("all_closed", 0)],
    "002_naxi_2021.txt": [
        ("received", 13), ("carried_in", 1), ("closed", 13), ("granted", 11), ("partial", 1), ("refused", 1),
    ],
    "003_gaoling_2022.txt": [("handled", 66), LOST],
    "004_licheng_2019.txt": [("received", 0)],
}  # fmt: skip
pytestmark = pytest.mark.skipif(not samples.FOLDER.exists(), reason="the shared samples are not here")


ALL = [path for path in samples.paths() if samples.truth(path)["expect"] != "refuse_clearly"]


def read(path) -> tuple[Mention, ...]:
    texts = [paragraph.text for paragraph in open_report(path).document.paragraphs]
    found = mentions(texts, samples.truth(path)["edition"] or "2021")
    assert all(texts[m.paragraph][m.start : m.end] == m.text for m in found)
    return found


@pytest.mark.parametrize("path", UNBROKEN, ids=samples.name)
def test_the_tables_bear_out_every_number(path):
    cells = samples.truth(path)["cells"]
    known = {"003_gaoling_2022.txt": LOST, "hongze_2024.pdf": BY_ONE_OFFICE}.get(path.name)
    for m in read(path):
        sums = {sum(cells.get(cell) or 0 for cell in reading) for reading in m.readings}
        assert m.value in sums or (m.meaning, m.value) == known, m


@pytest.mark.parametrize("name", EXPECTED)
def test_the_reports_say_this_and_nothing_else(name):
    found = read(samples.FOLDER / "reports" / name)
    assert [(m.meaning, m.value) for m in found] == EXPECTED[name]


def test_a_claim_of_no_lost_suit_stands_beside_the_rulings_it_denies():
    path = samples.FOLDER / "reports" / "003_gaoling_2022.txt"
    lost = next(m for m in read(path) if m.meaning == "lost_suits")
    assert (lost.claim, lost.text) == ("none", "未发生")
    assert lost.readings == (("challenges.direct_suit.corrected", "challenges.later_suit.corrected"),)
    cells = samples.truth(path)["cells"]
    assert [cells[cell] for cell in lost.readings[0]] == [18, 2]


def test_a_pasted_page_gives_requests_and_cases():
    found = {m.meaning: m.value for m in read(samples.FOLDER / "text" / "t16_huaian_2024_pdfpaste.txt")}
    assert len(found) == 14
    assert (found["received"], found["closed"], found["reconsideration.total"]) == (3119, 3050, 351)


def said_of(path) -> list[tuple[str, str]]:
    found = Review(open_report(path)).findings
    return [(f.rule, f.severity) for f in found if f.rule[0] == "G" and f.rule[1:].isdigit()]


@pytest.mark.parametrize("path", ALL, ids=samples.name)
def test_sentences_are_only_found_wrong_beside_the_rulings_that_one_of_them_denies(path):
    gaoling = path.name in ("003_gaoling_2022.txt", "e12_gaoling_2022_three_errors.docx")
    hongze = path.name == "hongze_2024.pdf"
    assert said_of(path) == [("G10", "error")] * gaoling + [("G01", "advice")] * hongze
