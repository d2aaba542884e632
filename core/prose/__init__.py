"""Numbers in a report's running text that speak of cells of its tables.

Source: the catalogue of checks §2.G and §4 (how numbers are said, what is never a number of requests).
What is not certain is left out: wrong evidence is worse than none.
"""

from collections.abc import Sequence

from core.prose.numbers import written_like
from core.prose.passages import passages
from core.prose.phrases import load
from core.prose.reading import read
from core.prose.rules import rule_of
from core.prose.sections import section_topic
from core.prose.sentence import Mention
from core.titles import year_and_unit

__all__ = ["Mention", "mentions", "rule_of", "written_like"]


def mentions(
    paragraphs: Sequence[str], edition: str = "2021", year: int | None = None
) -> tuple[Mention, ...]:
    """Every number in the prose that states a cell of the tables, or a sum of cells, in reading order.

    paragraphs: texts in the order of ``Document.paragraphs``; rows and cells among them are passed over.
    edition: of the form, which decides the cells there are. year: that the report is about; sought in the
    paragraphs where it is not given. Never raises.
    """
    phrases = load(edition)
    about = year if year is not None else year_and_unit(paragraphs)[0]
    found: list[Mention] = []
    section = ""
    for passage in passages(paragraphs):
        section = section_topic(passage, section, phrases)
        found += read(passage, section, phrases, about)
    return tuple(found)
