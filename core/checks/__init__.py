"""All checks of a report, each a function from a ``Subject`` to its findings.

A check yields nothing where what it needs is missing: a report of tables alone has no outline to judge.
"""

import logging
from collections.abc import Iterable, Iterator
from typing import Protocol

from core.checks import prose
from core.checks.blanks import blanks
from core.checks.compared import compared
from core.checks.copied import copied
from core.checks.doubts import doubts
from core.checks.explained import explained
from core.checks.history import history
from core.checks.labels import labels
from core.checks.names import names
from core.checks.numbers import numbers
from core.checks.outline import edition, outline
from core.checks.plausible import plausible
from core.checks.processing import processing
from core.checks.selves import selves
from core.checks.structure import structure
from core.checks.subtotals import subtotals
from core.checks.tables import arithmetic
from core.checks.title import title
from core.checks.writing import writing
from core.checks.years import years
from core.findings import Finding
from core.subject import Subject

__all__ = ["OF_FIGURES", "OF_TEXT", "Check", "arithmetic", "made"]


class Check(Protocol):
    """A function from a report to what is wrong with it."""

    __name__: str

    def __call__(self, subject: Subject, /) -> Iterable[Finding]: ...


_LOG = logging.getLogger("gouji")
_FAILED = "“{}”这项检查出了意外的错误，没有做成；其余检查照常，文件没有动。请把日志交给技术人员。"


def made(checks: Iterable[Check], subject: Subject) -> Iterator[Finding]:
    """What the checks find; one that fails is said to have failed, and the others go on."""
    for check in checks:
        try:
            found = tuple(check(subject))
        except Exception:
            _LOG.exception("check %s", check.__name__)
            name = check.__name__
            found = (Finding("check.failed", "advice", "outline", detail=_FAILED.format(name)),)
        yield from found


OF_TEXT: tuple[Check, ...] = (
    copied,
    labels,
    structure,
    outline,
    edition,
    prose.reported,
    prose.parts,
    prose.growth,
    title,
    years,
    selves,
    names,
)
"""Those that only look at the text and at what the report is about; made again when the text changes."""

OF_FIGURES: tuple[Check, ...] = (
    numbers,
    blanks,
    writing,
    explained,
    subtotals,
    plausible,
    doubts,
    processing,
    history,
    compared,
    prose.against_tables,
    prose.collected,
    prose.repeated,
)
"""Those that look at cells; made again with every change."""
