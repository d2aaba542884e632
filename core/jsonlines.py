"""One report as one JSON object (interfaces.md §4)."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from core.catalogue import rule_of
from core.findings import Finding, Place
from core.numerals import Number, Reading
from core.repair import Problem
from core.review import Review
from core.suggest import describe


def as_json(path: Path, review: Review, problems: Iterable[Problem]) -> dict[str, Any]:
    """The report at ``path`` as checked now, with the problems worked out for it. Numbers are JSON
    numbers; text stands as in the file. The format of a converted document is that of the original: ``doc``,
    ``xls``, ``rtf`` … (``formats.old``).
    """
    report = review.report
    return {
        "file": str(path),
        "format": report.original or report.document.format,
        "status": "checked" if review.forms else "no_tables",
        "edition": report.recognition.edition,
        "year": report.year,
        "unit": report.unit,
        "cells": {
            cell: {"text": review.text(cell), "value": _value(review.reading(cell))} for cell in review.cells
        },
        "findings": [_finding(finding, review) for finding in review.findings],
        "problems": [_problem(problem, review) for problem in problems],
        "accepted": [
            {"rules": [f.rule for f in each.findings], "reason": each.reason, "day": each.day}
            for each in review.accepted
        ],
        "notes": list(report.document.notes),
    }


def _problem(problem: Problem, review: Review) -> dict[str, Any]:
    return {
        "cells": list(problem.cells),
        "rules": list(problem.equations),
        "note": problem.note,
        "repairs": [
            {
                "changes": [
                    {"cell": c.cell, "old": review.text(c.cell), "new": review.written(c.cell, str(c.new))}
                    for c in repair.changes
                ],
                "cost": round(repair.cost, 3),
                "certain": repair.certain,
                "reason": describe(problem, repair, review.forms, review.texts),
            }
            for repair in problem.repairs
        ],
    }


def unreadable_as_json(path: Path, error: str) -> dict[str, Any]:
    """A file that could not be read: what is known of it, and why in the clerk's words."""
    return {
        "file": str(path),
        "format": None,
        "status": "unreadable",
        "error": error,
        "edition": None,
        "year": None,
        "unit": None,
        "cells": {},
        "findings": [],
        "problems": [],
        "accepted": [],
        "notes": [],
    }


def _finding(finding: Finding, review: Review) -> dict[str, Any]:
    rule = rule_of(finding.rule)
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        "area": finding.area,
        "cells": list(finding.cells),
        "expected": finding.expected,
        "found": finding.found,
        "message": review.message(finding),
        "catalogue": rule.id if rule else None,
        "basis": rule.basis if rule else None,
        "places": [_place(place, review) for place in finding.places],
        "fixes": [{"label": fix.label, "texts": dict(fix.texts)} for fix in finding.fixes],
    }


def _place(place: Place, review: Review) -> dict[str, Any]:
    line = review.narrative.lines[place.paragraph]
    return {**place._asdict(), "text": line[place.start : place.end]}


def _value(reading: Reading) -> int | float | None:
    return None if reading.value is None else _json_number(reading.value)


def _json_number(value: Number) -> int | float:
    """JSON has no decimals of its own; up to six places and 15 digits a float prints them exactly."""
    return value if isinstance(value, int) else float(value)
