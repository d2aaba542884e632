"""Spreadsheet formulas, evaluated exactly: the sums and differences that totals are made of.

Values are exact decimals, so no binary rounding ever shows. A formula is first turned into steps for a stack,
so evaluation is a loop and no depth of nesting can exhaust the interpreter. Whatever is not understood to the
letter gives ``UNKNOWN`` instead of a guess.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Context, Decimal, localcontext
from typing import NamedTuple

from core.formats.xlsx.functions import FUNCTIONS, UNKNOWN, Cells, Item, Result, Value, scalar
from core.formats.xlsx.references import Reference, Token, UnsupportedError, tokens

Source = Callable[[Reference], Cells]

_MAX_DEPTH = 64
_LARGEST = 308
_EXACT = Context(prec=60)


class Formula:
    """A formula as far as it can be followed.

    text: without the leading ``=``. names: text of each defined name, folded. down, right: how far a shared
    formula's relative references are moved.
    references: the cells it depends on; None when they cannot all be told.
    """

    def __init__(self, text: str, names: Mapping[str, str], down: int = 0, right: int = 0) -> None:
        self._tokens: list[Token] | None
        self.references: tuple[Reference, ...] | None
        try:
            self._tokens = tokens(text, names, down, right)
            if not self._tokens:
                raise UnsupportedError
            self.references = tuple(token.reference for token in self._tokens if token.reference)
        except UnsupportedError:
            self._tokens = self.references = None

    def evaluate(self, source: Source) -> Result:
        """The formula's value, UNKNOWN where it cannot be told; raises only what ``source`` raises."""
        if self._tokens is None:
            return UNKNOWN
        try:
            with localcontext(_EXACT):
                value = scalar(_run(_Compiler(self._tokens).steps(), source))
        except (UnsupportedError, ArithmeticError):
            return UNKNOWN
        if isinstance(value, Decimal) and abs(value.adjusted()) > _LARGEST:
            return UNKNOWN
        return Decimal(0) if value is None else value


class _Step(NamedTuple):
    """Push a value, push what a reference stands for, or call a function on the last ``arity`` items."""

    value: Value = None
    reference: Reference | None = None
    function: str = ""
    arity: int = 0


def _run(steps: list[_Step], source: Source) -> Item:
    stack: list[Item] = []
    for step in steps:
        if step.reference:
            stack.append(source(step.reference))
        elif step.function:
            start = len(stack) - step.arity
            stack[start:] = [_called(step.function, stack[start:])]
        else:
            stack.append(step.value)
    return stack[-1]


def _called(name: str, items: Sequence[Item]) -> Item:
    """An error becomes a value, because IF may choose the other branch."""
    function = FUNCTIONS.get(name)
    try:
        return function(*items) if function else UNKNOWN
    except (UnsupportedError, ArithmeticError, TypeError):  # TypeError: too few or too many arguments
        return UNKNOWN


_RANK = {"=": 1, "<>": 1, "<": 1, ">": 1, "<=": 1, ">=": 1, "+": 2, "-": 2, "*": 3, "/": 3}
_END = Token("end", "")


class _Compiler:
    """Recursive descent over the tokens, by the rank of the operators."""

    def __init__(self, given: list[Token]) -> None:
        self._tokens: Iterator[Token] = iter(given)
        self._next = next(self._tokens, _END)
        self._steps: list[_Step] = []

    def steps(self) -> list[_Step]:
        self._expression(0, 0)
        if self._next is not _END:
            raise UnsupportedError
        return self._steps

    def _take(self) -> Token:
        token, self._next = self._next, next(self._tokens, _END)
        return token

    def _sees(self, *texts: str) -> bool:
        return self._next.kind == "operator" and self._next.text in texts

    def _expect(self, text: str) -> None:
        if not self._sees(text):
            raise UnsupportedError
        self._take()

    def _expression(self, rank: int, depth: int) -> None:
        if depth > _MAX_DEPTH:
            raise UnsupportedError
        self._operand(depth)
        while self._next.kind == "operator" and _RANK.get(self._next.text, 0) > rank:
            name = self._take().text
            self._expression(_RANK[name], depth + 1)
            self._steps.append(_Step(function=name, arity=2))

    def _operand(self, depth: int) -> None:
        signs = []
        while self._sees("+", "-"):
            signs.append(self._take().text)
        token = self._take()
        if token.kind == "function":
            self._steps.append(_Step(function=token.text, arity=self._arguments(depth)))
        elif token.kind == "operator" and token.text == "(":
            self._expression(0, depth + 1)
            self._expect(")")
        elif token.reference:
            self._steps.append(_Step(reference=token.reference))
        elif token.kind in _CONSTANTS:
            self._steps.append(_Step(value=_CONSTANTS[token.kind](token.text)))
        else:
            raise UnsupportedError
        self._steps += [_Step(function="negative", arity=1)] * (signs.count("-") % 2)
        while self._sees("%"):
            self._take()
            self._steps.append(_Step(function="percent", arity=1))

    def _arguments(self, depth: int) -> int:
        count = 0
        while not (count == 0 and self._sees(")")):
            if self._sees(",", ")"):
                self._steps.append(_Step())
            else:
                self._expression(0, depth + 1)
            count += 1
            if not self._sees(","):
                break
            self._take()
        self._expect(")")
        return count


_CONSTANTS: dict[str, Callable[[str], Value]] = {
    "number": Decimal,
    "text": str,
    "logical": lambda text: text == "TRUE",
}
