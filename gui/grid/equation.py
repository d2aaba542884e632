"""The equations of one cell as short sentences with their numbers."""

from collections.abc import Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from core.forms import Equation
from core.numerals import Number, Reading, plain, read
from core.review import Review
from core.wording import column_name, group_of, short_label
from gui.grid.following import following_line
from gui.punctuation import listed

_MANY = 8  # a sum of more terms than this is told by what it comes to
_SIDES = {
    "balance": (
        str(QT_TRANSLATE_NOOP("equations", "第一项＋第二项")),
        str(QT_TRANSLATE_NOOP("equations", "第三项总计＋第四项")),
    ),
    "closed": (
        str(QT_TRANSLATE_NOOP("equations", "第三项总计")),
        str(QT_TRANSLATE_NOOP("equations", "（一）至（六）各行之和")),
    ),
    "sum": (
        str(QT_TRANSLATE_NOOP("equations", "总计")),
        str(QT_TRANSLATE_NOOP("equations", "各栏之和")),
    ),
}
"""What the left and the right side of an equation are called."""


def equation_line(review: Review, cell: str, typed: str | None = None) -> str:
    """All equations of a cell in one line; ``typed`` is what stands in its editor just now."""
    return listed(equation_lines(review, cell, typed), "；")


def equation_lines(review: Review, cell: str, typed: str | None = None) -> list[str]:
    """A sentence for each equation of the cell, those that do not hold first; then what it follows from."""
    pending = {} if typed is None else {cell: typed}
    if cell in review.places and not (typed or "").strip() and is_blank(review, review.places[cell].table):
        return [QCoreApplication.translate("equations", "这张表还没有填")]
    judgements = sorted(review.judgements(cell), key=lambda j: j.verdict != "broken")
    lines = [_sentence(review, judgement.equation, pending) for judgement in judgements]
    following = _following(review, cell, pending)
    return [*lines, following] if following else lines


def _following(review: Review, cell: str, pending: Mapping[str, str]) -> str:
    """What the cell is compared with in last year's report, if that is in use."""
    if review.last_year is None or cell not in review.places:
        return ""

    def value(id_: str) -> Number | None:
        values = _values(review, (id_,), pending)
        return values[0] if values else None

    return following_line(review.last_year, review.form_of(cell), cell, value)


def is_blank(review: Review, table: str) -> bool:
    """Whether the table is there but not one number in it."""
    own = [review.reading(cell) for cell in review.cells if review.places[cell].table == table]
    return bool(own) and all(reading.kind == "blank" for reading in own)


def _sentence(review: Review, equation: Equation, pending: Mapping[str, str]) -> str:
    name = _name(review, equation)
    left_name, right_name = (QCoreApplication.translate("equations", s) for s in _SIDES[equation.form])
    left, right = (_values(review, cells, pending) for cells in (equation.left, equation.right))
    if left is None or right is None:
        return _unjudged(review, equation, pending).format(name=name, left=left_name, right=right_name)
    difference: Number = sum(left) - sum(right)
    if not difference:
        holds = QCoreApplication.translate(
            "equations", "{name}：{left}＝{right}，成立（{left_name}＝{right_name}）"
        )
        return holds.format(
            name=name, left=_terms(left), right=_terms(right), left_name=left_name, right_name=right_name
        )
    broken = QCoreApplication.translate(
        "equations", "{name}：{left_name} {left}，{right_name} {right}，不成立，差 {difference}"
    )
    return broken.format(
        name=name,
        left_name=left_name,
        left=_reckoned(left),
        right_name=right_name,
        right=_reckoned(right),
        difference=plain(difference if difference > 0 else -difference),
    )


def _unjudged(review: Review, equation: Equation, pending: Mapping[str, str]) -> str:
    """Why an equation could not be judged: something that is no number, or nothing at all."""
    texts = [pending.get(c, review.text(c)) for c in equation.cells if c in review.cells]
    if any(text.strip() and read(text).kind == "text" for text in texts):
        return QCoreApplication.translate("equations", "{name}：{left}＝{right}，有的格不是数，没有核对")
    return QCoreApplication.translate("equations", "{name}：{left}＝{right}，有的格子没有数，没有核对")


def _values(review: Review, cells: tuple[str, ...], pending: Mapping[str, str]) -> list[Number] | None:
    """The numbers of one side as they stand, None if one of them is none."""
    readings = (read(pending[c]) if c in pending else _reading(review, c) for c in cells)
    values = [reading.arithmetic if reading else None for reading in readings]
    known = [value for value in values if value is not None]
    return known if len(known) == len(values) else None


def _reading(review: Review, cell: str) -> Reading | None:
    return review.reading(cell) if cell in review.cells else None


def _terms(numbers: list[Number]) -> str:
    """「12＋1」; of a longer sum only what is not zero, of a very long one only what it comes to."""
    shown = numbers if len(numbers) <= 2 else [n for n in numbers if n] or [0]
    if len(shown) > _MANY:
        return plain(sum(shown))
    return "＋".join(plain(n) for n in shown)


def _reckoned(numbers: list[Number]) -> str:
    terms = _terms(numbers)
    return f"{terms}＝{plain(sum(numbers))}" if "＋" in terms else terms


def _name(review: Review, equation: Equation) -> str:
    """The column, or for a sum over columns the row, that the equation speaks of."""
    place = review.places[equation.cells[0]]
    if equation.form != "sum":
        return column_name(place).replace("”“", "·").strip("“”")
    return short_label(place.row) if place.row.label else group_of(place.section.columns, place.column)
