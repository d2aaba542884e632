"""What a check says: frozen data, turned into sentences only by ``core.wording``."""

from dataclasses import dataclass
from typing import Literal

from core.forms import Equation

Severity = Literal["error", "warning", "advice"]
"""``error`` 必改 (never a false alarm), ``warning`` 疑点, ``advice`` 提示."""

Area = Literal["table", "history", "prose", "outline", "number"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong or worth a look.

    rule: public id (interfaces.md §2, or the catalogue of checks). cells: those concerned, in form order.
    expected, found: both sides in digits; ``found`` None where the cell is blank.
    equation: the relation that does not hold, for arithmetic findings.
    detail: the fact in the clerk's words, for findings that are not arithmetic.
    """

    rule: str
    severity: Severity
    area: Area
    table: str = ""
    cells: tuple[str, ...] = ()
    expected: str | None = None
    found: str | None = None
    equation: Equation | None = None
    detail: str = ""
