"""What to call a paragraph, so that a clerk finds it in Word: by its part and its number within."""

from collections.abc import Iterable

from core.flow import Piece
from core.outline import Outline, Part

_NUMERALS = "〇一二三四五六"


def paragraph_names(pieces: Iterable[Piece], outline: Outline) -> dict[int, str]:
    """Names by paragraph: 「标题」, 「引言第 2 段」, 「第一部分第 3 段」, 「第五部分标题」, 「落款第 1 段」.

    Lines of a pasted PDF that are one paragraph have one name. What a web page left behind the report, and
    all of a text without parts, is counted from the beginning: 「第 21 段」.
    """
    names: dict[int, str] = {}
    counts: dict[str, int] = {}
    titles = {place.paragraph for place in outline.title}
    for number, piece in enumerate((p for p in pieces if p.paragraphs), 1):
        first = piece.paragraphs[0]
        headed = next((p for p in outline.parts if p.heading.paragraph == first), None)
        where = _where(first, outline)
        counts[where] = counts.get(where, 0) + 1
        name = f"{where}第 {counts[where] if where else number} 段"
        if first in titles:
            name = "标题"
        elif headed is not None and _part_name(headed):
            name = f"{_part_name(headed)}标题"
        names |= dict.fromkeys(piece.paragraphs, name)
    return names


def _where(paragraph: int, outline: Outline) -> str:
    part = next((p for p in outline.parts if p.first <= paragraph < p.last), None)
    if part is not None:
        return _part_name(part)
    if outline.closing <= paragraph < outline.tail:
        return "落款"
    first, last = outline.preamble
    return "引言" if outline.parts and first <= paragraph < last else ""


def _part_name(part: Part) -> str:
    if part.key:
        return f"第{_NUMERALS[part.key]}部分"
    return f"“{part.number}”部分" if part.number else ""
