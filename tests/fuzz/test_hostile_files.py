"""A few hostile files of each kind in every test run; the oracle and the run themselves tested."""

import json
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core import files
from tests.fuzz.mutants import TARGETS, Target, changed, mutant
from tests.fuzz.oracle import judge
from tests.fuzz.promises import BrokenPromiseError
from tests.fuzz.run import Plan, run


@pytest.fixture(params=sorted(TARGETS))
def target(request: pytest.FixtureRequest) -> Target:
    return TARGETS[request.param]


def test_every_seed_is_read_whole(target):
    for seed in target.seeds():
        outcome = "refused" if target.is_only_told else "read"
        assert outcome in judge(Random(1), seed, target, thorough=True)


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[
        HealthCheck.function_scoped_fixture,
        HealthCheck.too_slow,
        HealthCheck.data_too_large,
    ],
)
@given(dice=st.randoms(use_true_random=False))
def test_a_hostile_file_is_refused_in_words_or_read_checked_and_corrected(target, dice):
    judge(dice, changed(dice, target), target, thorough=True)


def test_the_same_number_gives_the_same_file(target):
    assert mutant(target, "a", 7)[1] == mutant(target, "a", 7)[1]
    assert len({mutant(target, "a", number)[1] for number in range(40)}) > 30


def test_hostile_files_are_neither_all_refused_nor_all_harmless(target):
    if target.is_only_told:
        pytest.skip("all of them are refused")
    outcomes = [judge(*mutant(target, "b", number), target) for number in range(60)]
    assert 0 < sum("refused" in outcome for outcome in outcomes) < 58


@pytest.mark.parametrize("failure", [ValueError, RecursionError, MemoryError, KeyError])
def test_the_oracle_notices_an_exception(failure):
    def broken(_data, _path):
        raise failure

    with pytest.raises(failure):
        judge(Random(1), b"x", replace(TARGETS["txt"], read=broken))


def test_the_oracle_notices_a_neighbour_that_changed(monkeypatch):
    encode, label = files.encode, "结果维持".encode()

    def careless(report, corrections):
        data = encode(report, corrections)
        return data.replace(label, b"x" * len(label)) if corrections else data

    monkeypatch.setattr(files, "encode", careless)
    with pytest.raises(BrokenPromiseError, match="changed"):
        judge(Random(1), TARGETS["txt"].seeds()[0], TARGETS["txt"], thorough=True)


def test_a_run_counts_every_file_and_goes_on_where_it_stopped(tmp_path):
    record = tmp_path / "record.json"
    for count in (300, 700):
        run(Plan(count, "t", 1, (), record, tmp_path / "failing"))
    known = json.loads(record.read_text(encoding="utf-8"))
    (readers,) = known["runs"].values()
    assert sum(reader["inputs"] for reader in readers.values()) == 700
    assert {name: reader["inputs"] for name, reader in readers.items()} == known["next"]
    assert all(r["outcomes"]["refused"] + r["outcomes"]["read"] == r["inputs"] for r in readers.values())
    assert known["failures"] == []
    assert not Path(tmp_path / "failing").exists()
