"""Suggestions for a whole report: right, never applied by themselves, and at peace with formulas."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.cli import main
from core.files import from_bytes
from core.forms import editions
from core.resources import ROOT
from core.review import Review
from core.suggest import accept_best, answer, describe, question, texts_of
from tests import samples
from tests.documents import word
from tests.layouts import balanced, report

CELLS = sorted(editions()["2021"].tables["requests"].cells)


def sitting(numbers: dict[str, str], prose: str = "") -> Review:
    text = report("pipes_padded", numbers).replace("按时办理各类申请。", prose)
    return Review(from_bytes(text.encode(), Path("年报.txt")))


def broken(review: Review) -> list[str]:
    return [f.rule for f in review.findings if f.equation]


def test_a_clean_report_has_no_problems():
    assert answer(question(sitting(balanced()))) == ()


@settings(max_examples=40, deadline=None)
@given(cell=st.sampled_from(CELLS), value=st.integers(0, 9999))
def test_one_wrong_cell_is_named_with_its_value(cell, value):
    numbers = balanced(scale=7)
    review = sitting(numbers | {cell: str(value)})
    problems = answer(question(review))
    if numbers[cell] == str(value):
        assert problems == ()
        return
    best = problems[0].repairs[0]
    assert [(c.cell, c.new) for c in best.changes] == [(cell, int(numbers[cell]))]


@settings(max_examples=25, deadline=None)
@given(slips=st.dictionaries(st.sampled_from(CELLS), st.integers(0, 500), min_size=1, max_size=3))
def test_accepting_the_best_repairs_leaves_nothing_broken(slips):
    review = sitting(balanced(scale=7) | {c: str(v) for c, v in slips.items()})
    accept_best(review)
    assert all(p.repairs == () for p in answer(question(review)))
    unsolved = [p for p in answer(question(review)) if not p.repairs]
    assert bool(broken(review)) == bool(unsolved)


def test_working_out_suggestions_changes_nothing():
    review = sitting(balanced() | {"requests.closed.total": "1"})
    before = review.texts
    answer(question(review))
    assert dict(review.texts) == dict(before)
    assert review.corrections == ()


def test_the_sentence_names_cell_values_reason_and_what_holds_afterwards():
    review = sitting(balanced() | {"challenges.reconsideration.total": "80"})
    problem = answer(question(review))[0]
    told = describe(problem, problem.repairs[0], review.forms, review.texts)
    assert told.startswith("将“行政复议”总计由 80 改为 8：")
    assert "改后第四部分 1 处勾稽全部成立" in told


def test_prose_that_states_the_suggested_number_is_named():
    numbers = balanced()
    total = numbers["requests.new.total"]
    review = sitting(
        numbers | {"requests.new.total": total[::-1] + "0"}, f"全年共收到政府信息公开申请 {total} 件。"
    )
    problem = answer(question(review))[0]
    assert f"正文写的也是 {total}" in describe(problem, problem.repairs[0], review.forms, review.texts)


def test_prose_decides_what_the_sums_of_table_four_cannot():
    numbers = balanced() | {"challenges.direct_suit.upheld": "5"}
    said = "政府信息公开行政诉讼中，未经复议直接起诉 11 件，结果维持 4 件。"
    plain, helped = sitting(numbers), sitting(numbers, said)
    assert len(answer(question(plain))[0].repairs) > 1
    best = answer(question(helped))[0].repairs[0]
    assert [(c.cell, c.new) for c in best.changes] == [("challenges.direct_suit.upheld", 4)]


def test_formula_totals_follow_a_repair_and_are_never_overruled():
    path = next((ROOT / "samples").glob("*.xlsx"))
    review = Review(from_bytes(path.read_bytes(), path))
    cell = "requests.unable.not_held.natural"
    true = review.text(cell)
    review.set_value(cell, "30")
    formulas = {c for c, raw in review.cells.items() if raw.formula}
    assert broken(review)
    problems = answer(question(review))
    for problem in problems:
        for repair in problem.repairs:
            assert set(texts_of(repair, review)).isdisjoint(formulas)
    accept_best(review)
    assert broken(review) == []
    assert review.text(cell) == true


def test_ten_errors_at_once_are_said_to_be_too_many():
    rows = [c for c in CELLS if c.endswith(".natural")][:20:2]
    review = sitting(balanced(scale=7) | {c: str(9000 + 37 * n) for n, c in enumerate(rows)})
    problems = answer(question(review))
    assert problems
    assert all(p.repairs or p.note for p in problems)


@pytest.mark.parametrize("text", ["O", "-7", "22（其中修订16件）", "1.5"])
def test_odd_cells_never_lead_to_an_error(text):
    numbers = balanced() | {"requests.granted.natural": text, "requests.closed.business": "999"}
    for problem in answer(question(sitting(numbers))):
        assert problem.repairs or problem.note


def test_json_holds_the_problems_and_correct_accepts_them(tmp_path, capsys):
    path, target = tmp_path / "错.docx", tmp_path / "改好.docx"
    numbers = balanced(scale=7)
    wrong = dict(numbers)
    wrong["requests.granted.research"] = numbers["requests.granted.research"][::-1] + "1"
    path.write_bytes(word(wrong))
    main(["check", "--json", str(path)])
    problem = json.loads(capsys.readouterr().out)["problems"][0]
    change = problem["repairs"][0]["changes"][0]
    assert change == {
        "cell": "requests.granted.research",
        "old": wrong["requests.granted.research"],
        "new": numbers["requests.granted.research"],
    }
    assert set(problem["cells"]) >= {"requests.granted.research", "requests.closed.research"}
    assert main(["correct", str(path), "-o", str(target), "--accept-best"]) == 0
    assert main(["check", str(target)]) == 0


@pytest.mark.skipif(not samples.FOLDER.exists(), reason="the shared samples are not here")
@pytest.mark.parametrize("path", [p for p in samples.paths("match") if "broken" in p.parts], ids=samples.name)
def test_the_known_slips_of_the_samples_are_put_right_first(path):
    review = Review(from_bytes(path.read_bytes(), path))
    accept_best(review)
    truth = samples.truth(path)
    for change in truth["changes"]:
        assert review.reading(change["cell"]).value == change["true"]


def test_while_the_totals_are_still_blank_nothing_is_suggested_and_it_says_why():
    numbers = dict.fromkeys(balanced(), "") | {
        f"requests.{r}.natural": "2" for r in ("new", "granted", "partial")
    }
    problems = answer(question(sitting(numbers)))
    assert problems
    assert all(not p.repairs and "总计大多还没有填" in p.note for p in problems)


def test_one_blank_total_is_suggested_from_its_parts():
    numbers = balanced()
    review = sitting(numbers | {"requests.granted.total": ""})
    change = answer(question(review))[0].repairs[0].changes[0]
    assert (change.cell, str(change.new)) == ("requests.granted.total", numbers["requests.granted.total"])
