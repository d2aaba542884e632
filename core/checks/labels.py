"""Row and column headings that are recognised though misspelt (E08 of the catalogue of checks)."""

import unicodedata
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import lru_cache
from typing import NamedTuple

from core import catalogue
from core.findings import Finding, Fix, Place, replaced
from core.forms import Heading, TableForm
from core.labels import body, fold, numbering
from core.subject import Subject

_MOST_WRONG = 4
_ALIKE = 0.7
_FEW = 2
_SHOWN_WHOLE = 18
_AROUND = 5
_IDLE = frozenset("的了到度等之")
"""Characters more or less of which no heading is the worse."""


class Slip(NamedTuple):
    """``text[start:end]`` of a heading should be ``right``."""

    start: int
    end: int
    right: str


def labels(subject: Subject) -> Iterator[Finding]:
    """What differs from the official headings; headings cut off or with remarks added do not."""
    for name, table in subject.tables.items():
        form = subject.forms[name]
        told: set[str] = set()
        for heading, text in table.labels:
            slips = misspelt(text, heading, lost=subject.format != "txt")
            if slips and text not in told:
                told.add(text)
                yield from _misspelt(form, text, slips, subject)


def _misspelt(form: TableForm, text: str, slips: tuple[Slip, ...], subject: Subject) -> Iterator[Finding]:
    """In plain text a heading is a line that can be corrected; then only as long as it says so."""
    right = text
    for slip in reversed(slips):
        right = right[: slip.start] + slip.right + right[slip.end :]
    found, expected = _shown(text, right, slips)
    detail = f"{form.name}的标题“{found}”与官方格式不一致，应为“{expected}”"
    places: tuple[Place, ...] = ()
    fixes: tuple[Fix, ...] = ()
    if subject.format == "txt":
        numbers = [n for n, line in enumerate(subject.narrative.lines) if line.strip() == text.strip()]
        if not numbers:
            return
        line = subject.narrative.lines[numbers[0]]
        start = line.index(text.strip())
        place = Place(numbers[0], start, start + len(text.strip()))
        places = (place,)
        fixes = (Fix(f"把“{found}”改为“{expected}”", (replaced(line, place, right.strip()),)),)
    yield catalogue.finding(
        "E08",
        detail,
        severity="advice",
        table=form.id,
        expected=expected,
        found=found,
        places=places,
        fixes=fixes,
    )


def _shown(text: str, right: str, slips: tuple[Slip, ...]) -> tuple[str, str]:
    """Both versions, of a long heading only the words around what differs."""
    wrong, good = " ".join(text.split()), " ".join(right.split())
    if len(wrong) <= _SHOWN_WHOLE:
        return wrong, good
    begin = max(0, slips[0].start - _AROUND)
    end = slips[-1].end + text[slips[-1].end : slips[-1].end + 1].isalnum()
    longer = len(right) - len(text)
    return "".join(text[begin:end].split()), "".join(right[begin : end + longer].split())


@lru_cache(maxsize=1024)
def misspelt(text: str, heading: Heading, *, lost: bool) -> tuple[Slip, ...]:
    """What is wrong with a heading, in order; nothing where it says what one of the accepted labels says.

    lost: whether characters left out count too (in text taken from a PDF they may be lost on the way).
    """
    said = body(text)
    if any(body(label) == said for label in heading.labels):
        return ()
    found = [_slips(text, label, lost=lost) for label in heading.labels]
    return () if () in found else min(found, key=len)


def _slips(text: str, label: str, *, lost: bool) -> tuple[Slip, ...]:
    """Where ``text`` departs from ``label`` in a few characters; remarks in brackets only against a remark
    much like them.
    """
    kept = _kept(text)
    main, remark = _parts("".join(c for c, _ in kept))
    right_main, right_remark = _parts("".join(c for c, _ in _kept(label)))
    slips = list(_differences(main, right_main, kept, 0, lost=lost))
    if remark and right_remark and _ratio(remark, right_remark) >= _ALIKE:
        slips += _differences(remark, right_remark, kept, len(main), lost=lost)
    wrong = sum(max(slip.end - slip.start, len(slip.right)) for slip in slips)
    return tuple(slips) if wrong <= _MOST_WRONG else ()


def _kept(text: str) -> list[tuple[str, int]]:
    """The characters that count, in normal width and without the number, with their place in the text."""
    letters = [(c, n) for n, raw in enumerate(text) for c in fold(unicodedata.normalize("NFKC", raw))]
    number = numbering(text)
    begins = "".join(c for c, _ in letters).startswith(number)
    return letters[len(number) :] if number and begins else letters


def _parts(letters: str) -> tuple[str, str]:
    """What comes before a remark in brackets, and the remark from its bracket on."""
    at = letters.find("(")
    return (letters, "") if at <= 0 else (letters[:at], letters[at:])


def _ratio(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other[: len(one) + 1], autojunk=False).ratio()


def _differences(
    one: str, right: str, kept: list[tuple[str, int]], offset: int, *, lost: bool
) -> Iterator[Slip]:
    """A heading cut off, or with more words at its end, differs in nothing."""
    for tag, a, b, c, d in SequenceMatcher(None, one, right, autojunk=False).get_opcodes():
        if tag == "equal" or (b == len(one) and tag != "replace"):
            continue
        if tag == "insert" and (not lost or d - c > _FEW or _IDLE.issuperset(right[c:d])):
            continue
        if tag == "delete" and (a == 0 or b - a > _FEW or _IDLE.issuperset(one[a:b])):
            continue
        if tag == "replace" and b == len(one) and d - c > b - a:
            d = c + b - a
        start = kept[offset + a][1]
        end = kept[offset + b - 1][1] + 1 if b > a else start
        yield Slip(start, end, right[c:d])
