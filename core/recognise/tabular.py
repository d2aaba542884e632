"""Which paragraphs of a plain text are lines of its statutory tables."""

from collections.abc import Iterable, Sequence

from core.recognise.assemble import FormTable
from core.tables import Paragraph


def tabular(paragraphs: Sequence[Paragraph], tables: Iterable[FormTable]) -> frozenset[int]:
    """Numbers of the paragraphs between the first and the last cell of each table, headings among them.

    In Word and Excel documents tables are no paragraphs, and none is found.
    """
    regions = [_region(table) for table in tables]
    return frozenset(
        number
        for number, paragraph in enumerate(paragraphs)
        if paragraph.anchor is not None
        and not paragraph.anchor.part
        and any(start <= paragraph.anchor.spans[0].start <= end for start, end in regions)
    )


def _region(table: FormTable) -> tuple[int, int]:
    """Byte offsets of the first and last cell in the file; an empty region where they are in a package."""
    starts = [
        raw.anchor.spans[0].start
        for raw in table.cells.values()
        if raw.anchor is not None and not raw.anchor.part
    ]
    return (min(starts), max(starts)) if starts else (1, 0)
