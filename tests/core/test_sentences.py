"""Our own sentences beside known tables: what must be said of them is, and hardly anything else."""

from collections import Counter
from dataclasses import replace

import pytest

from core.findings import paragraph_number
from tests.benchmarks.sentences import measure, share
from tests.sentences import compared, corpus, judged

SETS = ("tuned", "held", "later")
LEAST = 320


@pytest.fixture(scope="module")
def counts():
    totals = [Counter(), Counter(), Counter()]
    for name in SETS:
        for total, count in zip(totals, measure(name), strict=True):
            total.update(count)
    return totals


def test_nearly_all_that_is_said_is_right_and_nearly_all_that_is_wrong_is_said(counts):
    right, needless, missed = (count.total() for count in counts)
    assert share(right, needless) >= 0.99
    assert share(right, missed) >= 0.95


def test_no_error_is_said_without_need(counts):
    assert not [said for said in counts[1] if said[1] == "error"]


def test_every_check_has_sentences_that_it_speaks_up_at(counts):
    spoken = {said[0] for said in counts[0]}
    assert spoken == {f"G{n:02}" for n in range(1, 20)}


def test_there_are_enough_sentences_and_a_third_is_held_back():
    sizes = {name: len(corpus(name)) for name in SETS}
    assert sum(sizes.values()) >= LEAST
    assert sizes["held"] * 3 >= sum(sizes.values())


@pytest.mark.parametrize("name", SETS)
def test_every_finding_can_be_pointed_at(name):
    for sentence in corpus(name):
        right, _, _ = compared(sentence)
        assert all(words for _, _, words in right)


@pytest.mark.parametrize("name", SETS)
def test_every_mended_sentence_is_left_in_peace(name):
    """A fix in the text takes its own finding away and brings no other about that number."""
    for sentence in corpus(name):
        for found in judged(sentence.subject):
            for fix in found.fixes:
                ((id_, text),) = fix.texts
                number = paragraph_number(id_)
                if number is None:
                    continue
                lines = list(sentence.lines)
                lines[number] = text
                again = judged(replace(sentence, lines=tuple(lines)).subject)
                assert (found.rule, found.places[0][:2]) not in [(f.rule, f.places[0][:2]) for f in again]
