"""核实无误 is remembered beside the report: the same report stays quiet, a changed one does not."""

import contextlib
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import ReadError
from core.files import from_bytes
from core.findings import Finding, Place
from core.review import Review
from core.sidecar import load, recall, sidecar_path, store
from core.sitting import open_review
from tests.layouts import balanced, report

WRONG = {"requests.granted.natural": "9754", "challenges.direct_suit.total": "99"}


def write(path: Path, **changes: str) -> Path:
    path.write_text(report("pipes_padded", balanced() | WRONG | changes), encoding="utf-8")
    return path


def confirm(path: Path, rule: str = "challenges.sum.direct_suit", reason: str = "与法院核对过") -> Review:
    review = open_review(path)
    review.accept([f for f in review.findings if f.rule == rule], reason)
    store(path, review.remembered)
    return review


def rules(review: Review) -> set[str]:
    return {f.rule for f in review.findings}


def test_what_was_confirmed_is_quiet_when_the_report_is_opened_again(tmp_path):
    path = write(tmp_path / "年报.txt")
    before = path.read_bytes()
    confirm(path)
    again = open_review(path)
    assert "challenges.sum.direct_suit" not in rules(again)
    assert "requests.sum.granted" in rules(again)
    assert [(each.reason, len(each.findings)) for each in again.accepted] == [("与法院核对过", 1)]
    assert path.read_bytes() == before


def test_it_is_asked_again_once_a_number_of_it_is_another(tmp_path):
    path = write(tmp_path / "年报.txt")
    confirm(path)
    write(path, **{"challenges.direct_suit.total": "98"})
    again = open_review(path)
    assert "challenges.sum.direct_suit" in rules(again)
    write(path)
    assert "challenges.sum.direct_suit" not in rules(open_review(path)), "the numbers are those confirmed"


def test_confirmations_that_do_not_hold_today_are_kept(tmp_path):
    path = write(tmp_path / "年报.txt")
    confirm(path)
    write(path, **{"challenges.direct_suit.total": "98"})
    confirm(path, "requests.sum.granted", "另一处")
    write(path)
    assert {each.reason for each in open_review(path).accepted} == {"与法院核对过", "另一处"}


def test_taking_all_back_removes_the_file(tmp_path):
    path = write(tmp_path / "年报.txt")
    confirm(path)
    review = open_review(path)
    review.restore(review.accepted[0])
    store(path, review.remembered)
    assert not sidecar_path(path).exists()
    store(path, review.remembered)


def test_a_finding_in_the_text_is_known_by_its_sentence_not_its_place(tmp_path):
    path = write(tmp_path / "年报.txt")
    review = open_review(path)
    number = next(n for n, line in enumerate(review.narrative.lines) if "公开信息" in line)
    told = Finding("G01", "warning", "prose", detail="两处不一致", places=(Place(number, 0, 3),))
    kept = Review(review.report)
    kept.accept([told], "口径不同")
    moved = Review(from_bytes(("多一行开头\n" + path.read_text(encoding="utf-8")).encode(), path))
    shifted = Finding("G01", "warning", "prose", detail="两处不一致", places=(Place(number + 1, 0, 3),))
    held, rest = recall(kept.remembered, [shifted], moved.texts)
    assert [each.findings for each in held] == [(shifted,)]
    assert not rest
    elsewhere = Finding("G01", "warning", "prose", detail="两处不一致", places=(Place(0, 0, 1),))
    assert not recall(kept.remembered, [elsewhere], moved.texts)[0]


@pytest.mark.parametrize(
    "content", [b"", b"[]", b"{", b'{"confirmed": [{"marks": 3}]}', b"\xff\xfe", b"[" * 9999]
)
def test_a_damaged_file_is_said_to_be_and_changes_nothing(tmp_path, content):
    path = write(tmp_path / "年报.txt")
    sidecar_path(path).write_bytes(content)
    with pytest.raises(ReadError) as error:
        load(path)
    assert sidecar_path(path).name in str(error.value)
    assert "challenges.sum.direct_suit" in rules(open_review(path))
    assert sidecar_path(path).read_bytes() == content


KEYS = st.sampled_from(["confirmed", "marks", "rule", "reason"])
JSON = st.recursive(
    st.none() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=12,
)


@given(data=JSON)
def test_no_json_makes_it_fail(tmp_path_factory, data):
    path = tmp_path_factory.mktemp("x") / "年报.txt"
    sidecar_path(path).write_text(json.dumps(data), encoding="utf-8")
    with contextlib.suppress(ReadError):
        load(path)
