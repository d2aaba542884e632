"""Both ways to make a sentence and the tables agree: change the number in it, or the cell it speaks of."""

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
    """Nothing for words that deny without a number: the sentence would have to be written anew."""
    if mention.claim != "number" and not mention.text.isnumeric():
        return
    line = subject.narrative.lines[mention.paragraph]
    for each in found:
        if isinstance(each.total, int) and each.total >= 0:
            new = written_like(mention.text, each.total)
            yield Fix(f"把正文的 {mention.text} 改为 {new}", (replaced(line, place, new),))


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
    form = subject.forms[cell.split(".")[0]]
    equations = [equation for equation in form.equations if cell in equation.cells]
    now = all(_holds(equation, subject) for equation in equations)
    return not now and all(_holds(equation, subject, (cell, value)) for equation in equations)


def _holds(equation: Equation, subject: Subject, typed: tuple[str, int] | None = None) -> bool:
    left, right = (_sum(side, subject, typed) for side in (equation.left, equation.right))
    return left is None or right is None or left == right


def _sum(cells: Sequence[str], subject: Subject, typed: tuple[str, int] | None) -> Number | None:
    if typed is None or typed[0] not in cells:
        return subject.total(*cells)
    rest = subject.total(*(cell for cell in cells if cell != typed[0]))
    return None if rest is None else rest + typed[1]
