"""Broken equations as findings (A01–A03, B01–B03 of the catalogue of checks)."""

from collections.abc import Iterator, Mapping

from core.findings import Finding
from core.numerals import Reading, plain
from core.rules import Judgement, Ledger


def arithmetic(ledger: Ledger, readings: Mapping[str, Reading]) -> Iterator[Finding]:
    """A finding for each broken equation."""
    for judgement in ledger.broken:
        yield _broken(judgement, readings)


def _broken(judgement: Judgement, readings: Mapping[str, Reading]) -> Finding:
    """For a sum the total is what was found and its parts say what was expected; for the balance the
    first two items are expected and the last two found.
    """
    equation = judgement.equation
    assert judgement.left is not None
    assert judgement.right is not None
    is_sum = equation.form != "balance"
    expected, found = judgement.right, judgement.left
    if not is_sum:
        expected, found = found, expected
    blank = is_sum and readings[equation.left[0]].kind == "blank"
    return Finding(
        equation.rule,
        "error",
        "table",
        equation.table,
        equation.cells,
        plain(expected),
        None if blank else plain(found),
        equation,
    )
