"""Both ways to make a sentence and the tables agree: change the number in it, or the cell it speaks of."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from core.checks.prose.told import Told
from core.checks.prose.wording import name_of
from core.findings import Fix, Place, replaced
from core.forms import Equation
from core.numerals import Number
from core.prose import Mention, written_like
from core.subject import Subject


def fixes(mention: Mention, found: Sequence[Told], place: Place, subject: Subject) -> tuple[Fix, ...]:
    """The sentence first, unless the tables' own sums do not hold and what it says would make them hold."""
    cells = [each.cells[0] for each in found if len(each.cells) == 1 and _is_free(each.cells[0], subject)]
    mending = [cell for cell in cells if _mends(cell, mention.value, subject)]
    others = [cell for cell in cells[:1] if cell not in mending and mention.claim == "number"]
    return tuple(
        chain(
            (_in_table(cell, mention.value, subject) for cell in mending),
            _in_text(mention, found, place, subject),
            (_in_table(cell, mention.value, subject) for cell in others),
        )
    )


def _in_text(mention: Mention, found: Sequence[Told], place: Place, subject: Subject) -> Iterator[Fix]:
    """Each number that the tables give; for words that deny only where a whole clause is of the plainest."""
    line = subject.narrative.lines[mention.paragraph]
    totals = [each.total for each in found if isinstance(each.total, int) and each.total >= 0]
    if mention.claim == "number" or mention.text.isnumeric():
        for total in totals:
            new = written_like(mention.text, total)
            yield Fix(f"把正文的 {mention.text} 改为 {new}", (replaced(line, place, new),))
        return
    denial = _PLAIN_DENIAL.match(line, place.start)
    if denial is not None and totals:
        new = f"{denial['verb']}{denial['noun']}{totals[0]}件"
        whole = place._replace(end=denial.end())
        yield Fix(f"把正文的“{denial[0]}”改为“{new}”", (replaced(line, whole, new),))


_PLAIN_DENIAL = re.compile(
    "(?:未|没有)(?P<verb>收到|接到|受理)(?P<noun>(?:政府)?信息公开申请|依申请公开(?:申请|事项)?)(?=[，。；,;]|$)"
)


def _in_table(cell: str, value: int, subject: Subject) -> Fix:
    form = subject.forms[cell.split(".")[0]]
    old = " ".join(subject.cells[cell].text.split()) or "空白"
    return Fix(f"把{name_of(cell, form)}由 {old} 改为 {value}", ((cell, str(value)),))


def _is_free(cell: str, subject: Subject) -> bool:
    """Whether the cell can be typed into: no formula, nothing that locks it."""
    raw = subject.cells[cell]
    return not raw.formula and not raw.locked


def _mends(cell: str, value: int, subject: Subject) -> bool:
    """Whether sums through the cell are wrong now and all are right with the value."""
    if not any(cell in judgement.equation.cells for judgement in subject.broken):
        return False
    form = subject.forms[cell.split(".")[0]]
    equations = (equation for equation in form.equations if cell in equation.cells)
    return all(_holds(equation, subject, (cell, value)) for equation in equations)


def _holds(equation: Equation, subject: Subject, typed: tuple[str, int]) -> bool:
    left, right = (_sum(side, subject, typed) for side in (equation.left, equation.right))
    return left is None or right is None or left == right


def _sum(cells: Sequence[str], subject: Subject, typed: tuple[str, int]) -> Number | None:
    if typed[0] not in cells:
        return subject.total(*cells)
    rest = subject.total(*(cell for cell in cells if cell != typed[0]))
    return None if rest is None else rest + typed[1]
