"""What is asked of a plain file, which is one part with one span for each cell."""

from collections.abc import Iterable

from core.anchors import Span
from core.errors import SaveError
from core.tables import Correction


def by_span(corrections: Iterable[Correction]) -> dict[Span, Correction]:
    """By the place of its cell; the last one of a cell counts. Raises SaveError on a cell that is locked."""
    asked: dict[Span, Correction] = {}
    for correction in corrections:
        anchor = correction.cell.anchor
        if anchor is None:
            raise SaveError(correction.cell.locked or "这一格无法改写")
        asked[anchor.spans[0]] = correction
    return asked
