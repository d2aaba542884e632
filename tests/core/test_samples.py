"""Every sample report with known truth: all cells right, exactly the broken rules, refusals in words."""

import pytest

from core.errors import ReadError
from core.files import encode, open_report
from core.review import Review
from core.suffixes import REWRITTEN
from tests import samples

READABLE = [p for e in ("match", "match_or_refuse", "match_or_say_unreadable") for p in samples.paths(e)]
WRITTEN = [p for p in READABLE if p.suffix in REWRITTEN]
EVERY = [p for p in samples.paths() if samples.truth(p)["expect"] != "refuse_clearly"]
pytestmark = pytest.mark.skipif(not samples.FOLDER.exists(), reason="the shared samples are not here")


def value(review: Review, cell: str) -> float | None:
    number = review.reading(cell).value
    return None if number is None else float(number)


@pytest.mark.parametrize("path", READABLE, ids=samples.name)
def test_cells_and_broken_rules_are_the_true_ones(path):
    truth, review = samples.truth(path), Review(open_report(path))
    assert {cell: value(review, cell) for cell in review.cells} == truth["cells"]
    assert {f.rule for f in review.findings if f.equation} == set(truth["broken"])
    assert "check.failed" not in {f.rule for f in review.findings}
    assert review.report.recognition.edition == truth["edition"]


@pytest.mark.parametrize("path", samples.paths("refuse_or_flag"), ids=samples.name)
def test_what_cannot_be_placed_is_said_and_nothing_is_wrong(path):
    truth, review = samples.truth(path), Review(open_report(path))
    assert {f.rule for f in review.findings} & {"table.incomplete", "table.missing"}
    assert {c: value(review, c) for c in review.cells} == {c: truth["cells"][c] for c in review.cells}


@pytest.mark.parametrize("path", samples.paths("found_but_empty"), ids=samples.name)
def test_a_blank_form_is_found_and_said_to_be_empty(path):
    review = Review(open_report(path))
    assert len(review.cells) == 200
    assert all(review.reading(cell).kind == "blank" for cell in review.cells)
    assert {f.rule for f in review.findings} == {"table.empty"}


@pytest.mark.parametrize("path", samples.paths("refuse_clearly"), ids=samples.name)
def test_other_files_under_a_reports_name_are_refused_in_words(path):
    with pytest.raises(ReadError) as error:
        open_report(path)
    assert path.name in str(error.value)


@pytest.mark.parametrize("path", [p for p in EVERY if p.suffix in REWRITTEN], ids=samples.name)
def test_every_sample_saves_unchanged_to_the_same_bytes(path):
    report = open_report(path)
    assert encode(report, ()) == path.read_bytes()


@pytest.mark.parametrize("path", WRITTEN, ids=samples.name)
def test_every_number_of_every_sample_can_be_corrected_alone(path):
    """F3, a selection of cells of every sample: re-reading shows that cell changed and no other."""
    report = open_report(path)
    start = Review(report)
    for cell in [c for c in start.cells if not start.locked(c)][::23]:
        review = Review(report)
        review.set_value(cell, "987")
        from core.files import from_bytes

        again = Review(from_bytes(encode(report, review.corrections), path))
        assert {c for c in again.cells if again.text(c) != start.text(c)} == set(review.changes)
        assert again.text(cell).strip() == review.text(cell).strip()
