"""Numbers in a report's running text that speak of cells of its tables.

Source: the catalogue of checks §2.G and §4 (how numbers are said, what is never a number of requests).
What is not certain is left out: wrong evidence is worse than none.
"""

from collections.abc import Sequence

from core.prose.contradictions import contradictions
from core.prose.counts import Count, Share, Split, counted
from core.prose.fees import Sum, collected
from core.prose.loading import load
from core.prose.numbers import written_like
from core.prose.passages import Passage, passages
from core.prose.processing import Stated, only, processing
from core.prose.reading import may_state, read
from core.prose.rules import rule_of
from core.prose.sections import section_topic
from core.prose.sentence import Mention
from core.titles import year_and_unit

__all__ = [
    "Count",
    "Known",
    "Mention",
    "Passage",
    "Share",
    "Split",
    "Stated",
    "Sum",
    "collected",
    "contradictions",
    "counted",
    "mentions",
    "mentions_in",
    "only",
    "passages",
    "processing",
    "rule_of",
    "written_like",
]


def mentions(
    paragraphs: Sequence[str], edition: str = "2021", year: int | None = None
) -> tuple[Mention, ...]:
    """Every number in the prose that states a cell of the tables, or a sum of cells, in reading order.

    paragraphs: texts in the order of ``Document.paragraphs``; rows and cells among them are passed over.
    edition: of the form, which decides the cells there are. year: that the report is about; sought in the
    paragraphs where it is not given. Never raises.
    """
    about = year if year is not None else year_and_unit(paragraphs)[0]
    return mentions_in(passages(paragraphs), edition, about)


Known = dict[tuple[str, tuple[int, ...], tuple[int, ...], str], tuple[Mention, ...]]
"""What passages were found to say: by their text, lines, where they begin, and their section's topic."""


def mentions_in(
    text: Sequence[Passage],
    edition: str,
    year: int | None,
    units: tuple[str, ...] = (),
    known: Known | None = None,
) -> tuple[Mention, ...]:
    """The same of passages already made. units: further measure words for requests. known: what was read
    before with the same edition, year and units is taken from here, and what is read now added.
    """
    known = {} if known is None else known
    phrases = load(edition, units)
    found: list[Mention] = []
    section, judged = "", 0
    for number, passage in enumerate(text):
        raw = passage.raw.replace(" ", "").replace("\u3000", "")
        if phrases.words["relevant"].search(raw) and may_state(raw, 0, len(raw), phrases):
            section = section_topic(text[judged : number + 1], section, phrases)
            judged = number + 1
            key = passage.raw, passage.lines, passage.starts, section
            if key not in known:
                known[key] = tuple(read(passage, section, phrases, year))
            found += known[key]
    return tuple(found)
