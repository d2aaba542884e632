"""Letters that are struck out: a tracked change that was printed before anybody accepted it."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from core.formats.pdf.shapes import Glyph, Rule

_LOWEST, _HIGHEST = 0.12, 0.55
"""Where above the baseline a line strikes a letter out, in the letter's size; an underline lies below."""


def struck(glyphs: Sequence[Glyph], across: Iterable[Rule]) -> tuple[list[Glyph], list[Rule]]:
    """The letters, those marked that are struck out; and the ruling lines without those that only do that."""
    order = sorted(range(len(glyphs)), key=lambda n: glyphs[n].base)
    bases = [glyphs[n].base for n in order]
    tallest = max((glyph.size for glyph in glyphs), default=0.0)
    marked, left = list(glyphs), []
    for rule in across:
        first, last = bisect_left(bases, rule.at), bisect_right(bases, rule.at + _HIGHEST * tallest)
        hit = [n for n in order[first:last] if _strikes(rule, glyphs[n])]
        for n in hit:
            marked[n] = glyphs[n]._replace(struck=True)
        if not hit or not _ends_with(rule, [glyphs[n] for n in hit]):
            left.append(rule)
    return marked, left


def _strikes(rule: Rule, glyph: Glyph) -> bool:
    x, _ = glyph.box.middle
    above = (glyph.base - rule.at) / glyph.size if glyph.size else 0.0
    return _LOWEST <= above <= _HIGHEST and rule.start <= x <= rule.end and not glyph.turned


def _ends_with(rule: Rule, hit: Sequence[Glyph]) -> bool:
    """Whether the line is as long as the words it strikes out, not a border that runs into them."""
    size = hit[0].size
    begins, ends = min(g.box.left for g in hit), max(g.box.right for g in hit)
    return rule.start >= begins - size / 2 and rule.end <= ends + size / 2
