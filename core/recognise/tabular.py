"""Which paragraphs of a plain text are lines of its statutory tables."""

from collections.abc import Iterable, Sequence

from core.labels import body, fold
from core.recognise.assemble import FormTable
from core.recognise.vocabulary import Words, words
from core.tables import Paragraph


def tabular(paragraphs: Sequence[Paragraph], tables: Iterable[FormTable]) -> frozenset[int]:
    """Numbers of the paragraphs from each table's headings to its last cell.

    In Word and Excel documents tables are no paragraphs, and none is found.
    """
    starts = [_start(paragraph) for paragraph in paragraphs]
    found: set[int] = set()
    for table in tables:
        first, last = _region(table)
        within = [n for n, start in enumerate(starts) if first <= start <= last]
        if within:
            known = words(table.form.edition, table.form.id)
            found.update(range(_head(paragraphs, within[0], known), within[0]), within)
    return frozenset(found)


def _start(paragraph: Paragraph) -> int:
    """Byte offset in a plain text; -1 in a package."""
    anchor = paragraph.anchor
    return anchor.spans[0].start if anchor is not None and not anchor.part else -1


def _region(table: FormTable) -> tuple[int, int]:
    """Byte offsets of the first and last cell in the file; an empty region where they are in a package."""
    starts = [
        raw.anchor.spans[0].start
        for raw in table.cells.values()
        if raw.anchor is not None and not raw.anchor.part
    ]
    return (min(starts), max(starts)) if starts else (1, 0)


def _head(paragraphs: Sequence[Paragraph], first: int, known: Words) -> int:
    """The first of the headings, whole or broken over lines, that lead up to a table's first cell."""
    while first and _is_heading(paragraphs[first - 1].text, known):
        first -= 1
    return first


def _is_heading(text: str, known: Words) -> bool:
    if len(text) > _LONGEST:
        return False
    return (body(text) or fold(text)) in known.fragments or bool(known.sections.find(text))


_LONGEST = 60
