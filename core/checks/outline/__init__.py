"""Whether the report's text is whole and built as the form wants it (E of the catalogue of checks)."""

from collections.abc import Callable, Iterable, Iterator

from core.catalogue import finding
from core.checks.outline.aspects import part_one
from core.checks.outline.basis import edition, outdated
from core.checks.outline.fee import fee
from core.checks.outline.naming import naming
from core.checks.outline.numbering import numbering
from core.checks.outline.parts import missing
from core.checks.outline.private import private
from core.checks.outline.problems import problems
from core.checks.outline.residue import leavings, residue
from core.checks.outline.texts import is_unwritten
from core.findings import Finding, Place
from core.subject import Narrative, Subject

__all__ = ["edition", "outline"]

_CHECKS: tuple[Callable[[Subject], Iterable[Finding]], ...] = (
    missing,
    numbering,
    naming,
    part_one,
    problems,
    fee,
    outdated,
    residue,
    leavings,
    private,
)
_PROSE_PARTS = frozenset((1, 5, 6))
_LEAST = 100


def outline(subject: Subject) -> Iterator[Finding]:
    """All findings about the text's completeness; none where there are tables with their captions alone."""
    found = subject.narrative.outline
    if not found.parts or _is_form(subject):
        return
    if not found.keys & _PROSE_PARTS and not _has_sentences(subject.narrative):
        return
    if found.has_another:
        second = Place(found.end, 0, len(subject.narrative.lines[found.end]))
        yield finding("E18", "这个文件里有两份报告，正文只核对了前一份；请分成两个文件", places=(second,))
    for check in _CHECKS:
        yield from check(subject)


def _has_sentences(narrative: Narrative) -> bool:
    """Whether there is text beside the tables: headings of cells, which may not all be known as lines of a
    table, are no sentences.
    """
    lines = narrative.prose.text.split("\n")
    return sum(len(line) for line in lines if "。" in line) >= _LEAST


def _is_form(subject: Subject) -> bool:
    """Whether it is the form itself: of no year, with the form's prompts where text should be."""
    if subject.year is not None:
        return False
    narrative = subject.narrative
    parts = [part for part in narrative.outline.parts if part.key in _PROSE_PARTS]
    return bool(parts) and all(is_unwritten(narrative, part) for part in parts)
