"""What the text says 行政事业性收费 of 表二 came to."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from core.findings import Place
from core.prose.clauses import sentences
from core.prose.loading import load
from core.prose.money import Amount, amounts
from core.prose.passages import Passage
from core.prose.phrases import Phrases


class Sum(NamedTuple):
    """A sum said in the text: its digits, or the words that deny, where they stand and as written there.

    amount: None where the words say that there is none.
    """

    place: Place
    text: str
    amount: Amount | None


def collected(text: Sequence[Passage], year: int | None) -> tuple[Sum, ...]:
    """What the text says 行政事业性收费 came to in the year reported on."""
    phrases = load("2021")
    return tuple(
        said
        for passage in text
        if _COLLECTED in passage.raw
        for start, end in sentences(passage.text)
        if is_of_year(passage.text, start, end, year, phrases)
        for said in _collected(passage, start, end, phrases)
    )


_COLLECTED = "行政事业性收费"


def _collected(passage: Passage, start: int, end: int, phrases: Phrases) -> Iterator[Sum]:
    words, text = phrases.words, passage.text
    for amount in amounts(text, start, end):
        said = words["collected"].search(text[start : amount.start])
        if said and words["exact"].match(text, amount.after):
            yield from _sum(passage, amount.start, amount.end, amount)
    for denial in words["nothing_collected"].finditer(text, start, end):
        yield from _sum(passage, *denial.span("mark"), None)


def _sum(passage: Passage, start: int, end: int, amount: Amount | None) -> Iterator[Sum]:
    place = passage.place(start, end)
    if place is not None:
        yield Sum(Place(*place), passage.original(start, end), amount)


def is_of_year(text: str, start: int, end: int, year: int | None, phrases: Phrases) -> bool:
    """Whether a sentence speaks of this year's facts, not of another year or of what is planned."""
    years = {int(found) for found in phrases.words["year"].findall(text, start, end)}
    return (year is None or years <= {year}) and not any(
        phrases.words[name].search(text, start, end) for name in ("other_time", "plan")
    )
