"""Which paragraphs of a plain text are lines of its statutory tables."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from core.labels import body, fold
from core.numerals import read
from core.recognise.assemble import FormTable
from core.recognise.vocabulary import Words, words
from core.tables import Paragraph


def tabular(paragraphs: Sequence[Paragraph], tables: Iterable[FormTable]) -> frozenset[int]:
    """Numbers of the paragraphs from each table's headings to its last cell, and below it what is left of
    the table where its last rows could not be placed.

    In Word and Excel documents tables are no paragraphs, and none is found. Every line of a plain text has
    an anchor, so that its place among the anchors is its number.
    """
    starts: list[int] = []
    found: set[int] = set()
    for table in tables:
        first, last = _region(table)
        if first > last:
            continue
        starts = starts or [p.anchor.spans[0].start for p in paragraphs if p.anchor is not None]
        begin, end = bisect_left(starts, first), bisect_right(starts, last)
        if begin < end:
            known = words(table.form.edition, table.form.id)
            found.update(_grown(paragraphs, begin, end - 1, known))
    return frozenset(found)


def _region(table: FormTable) -> tuple[int, int]:
    """Byte offsets of the first and last cell in the file; an empty region where they are in a package."""
    starts = [
        raw.anchor.spans[0].start
        for raw in table.cells.values()
        if raw.anchor is not None and not raw.anchor.part
    ]
    return (min(starts), max(starts)) if starts else (1, 0)


def _grown(paragraphs: Sequence[Paragraph], first: int, last: int, known: Words) -> range:
    """With the neighbours that are a heading of the table, whole or broken over lines, or but a number."""
    while first and _belongs(paragraphs[first - 1].text, known):
        first -= 1
    while last + 1 < len(paragraphs) and _belongs(paragraphs[last + 1].text, known):
        last += 1
    return range(first, last + 1)


def _belongs(text: str, known: Words) -> bool:
    if read(text).kind != "text":
        return True
    if len(text) > _LONGEST:
        return False
    return (body(text) or fold(text)) in known.fragments or bool(known.sections.find(text))


_LONGEST = 60
