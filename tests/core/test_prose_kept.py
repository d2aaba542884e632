"""What is said of a text while cells are typed into is what a fresh look would say."""

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from core.files import from_bytes
from core.findings import paragraph_id
from core.prose import contradictions, mentions
from core.review import Review
from tests.layouts import AFTER, BEFORE, HEADINGS, TITLE, balanced, pipes_padded

SENTENCES = (
    "全年共收到政府信息公开申请326件，上年结转6件，办结311件，结转下年度继续办理15件。",
    "予以公开16件，部分公开17件，不予公开131件，其中属于国家秘密14件，无法提供39件。",
    "因政府信息公开申请引起的行政复议8件，其中结果维持3件；未发生行政诉讼败诉。",
    "收到自然人申请51件，均已办结，办结率100%。本机关未发生行政复议、行政诉讼。",
    "另收到政府信息公开申请12件，其他处理37件，逾期未补正20件。",
)
TOTALS = [
    *(f"requests.{row}.total" for row in ("new", "carried_in", "granted", "closed", "carried_out")),
    *(f"requests.{row}.natural" for row in ("new", "granted", "closed")),
    "requests.unable.not_held.total",
    "challenges.reconsideration.total",
    "challenges.direct_suit.corrected",
    "challenges.later_suit.total",
]
TYPED = st.sampled_from(["", "/", "0", "8", "14", "15", "51", "311", "320", "326", "若干"])


def report(sentences: tuple[str, ...]) -> bytes:
    tables = "".join(f"{HEADINGS[t]}\n{pipes_padded('2021', t, balanced())}\n" for t in HEADINGS)
    prose = BEFORE.replace("按时办理各类申请。", "".join(sentences))
    return f"{TITLE.format(year=2023)}\n{prose}{tables}{AFTER.format(signed=2024)}".encode()


@settings(max_examples=60, deadline=None)
@given(
    sentences=st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4, unique=True).map(tuple),
    edits=st.lists(st.tuples(st.sampled_from(TOTALS), TYPED), min_size=1, max_size=6),
)
def test_findings_that_stay_are_those_of_a_fresh_look(sentences, edits):
    data = report(sentences)
    typed_into = Review(from_bytes(data, Path("年报.txt")))
    for cell, text in edits:
        typed_into.put({cell: text})
        fresh = Review(from_bytes(data, Path("年报.txt")))
        fresh.put(typed_into.typed)
        assert typed_into.findings == fresh.findings


@settings(max_examples=60, deadline=None)
@given(
    sentences=st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4, unique=True).map(tuple),
    edits=st.lists(
        st.tuples(st.sampled_from(["326", "6", "15", "8", "51", "年"]), TYPED), min_size=1, max_size=6
    ),
)
def test_a_text_read_before_is_read_as_if_it_were_new(sentences, edits):
    data = report(sentences)
    corrected = Review(from_bytes(data, Path("年报.txt")))
    for old, new in edits:
        lines = corrected.narrative.lines
        texts = {paragraph_id(n): line.replace(old, new) for n, line in enumerate(lines) if "申请" in line}
        corrected.put({id_: text for id_, text in texts.items() if not corrected.locked(id_)})
        fresh = Review(from_bytes(data, Path("年报.txt")))
        fresh.put(corrected.typed)
        assert corrected.findings == fresh.findings


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(SENTENCES), max_size=6), st.randoms())
def test_contradictions_are_those_of_every_pair(sentences, random):
    numbers = ["12", "326", "6", "15", "311"]
    lines = [sentence.replace("326", random.choice(numbers)) for sentence in sentences]
    found = mentions(["一、总体情况", *lines], year=2023)
    assert list(contradictions(found)) == list(_slowly(found))


def _slowly(found):
    earlier = []
    for mention in found:
        if mention.claim == "all" or mention.meaning == "handled":
            continue
        other = next((m for m in earlier if _differ(m, mention)), None)
        if other is None:
            earlier.append(mention)
        else:
            yield other, mention


def _differ(one, other):
    if one.meaning != other.meaning or one.value == other.value or one.sentence == other.sentence:
        return False
    if one.denies or other.denies:
        return bool(set(one.readings) & set(other.readings))
    return one.readings == other.readings
