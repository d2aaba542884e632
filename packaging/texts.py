"""Finds the texts of the window in its source: what is given to ``tr``, ``translate`` and QT_TRANSLATE_NOOP.

lupdate would miss those that a module hands through its own ``_tr``; here its context is read off it.
"""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from project import ROOT

WINDOW = ROOT / "gui"
_WORDS = re.compile("[\u4e00-\u9fff（）“”：，。；、]")


@dataclass
class Found:
    """texts: context → text → where first. faults: what could not be translated at run time, as sentences."""

    texts: dict[str, dict[str, str]] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)

    def add(self, context: str, text: str, place: str) -> None:
        """Keep it, if it has any words: placeholders and signs are the same in every language."""
        if _WORDS.search(text):
            self.texts.setdefault(context, {}).setdefault(text, place)


def find(folder: Path = WINDOW) -> Found:
    """All texts of the modules in a folder and below it."""
    found = Found()
    for path in sorted(folder.rglob("*.py")):
        _Reader(found, path, path.relative_to(folder.parent).as_posix()).read()
    return found


class _Reader(ast.NodeVisitor):
    """Of one module."""

    def __init__(self, found: Found, path: Path, place: str) -> None:
        self._found = found
        self._tree = ast.parse(path.read_text(encoding="utf-8"))
        self._place = place
        self._class = ""
        self._own = _own_context(self._tree)

    def read(self) -> None:
        self.visit(self._tree)

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        before, self._class = self._class, node.name
        self.generic_visit(node)
        self._class = before

    def visit_Call(self, node: ast.Call) -> None:
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        count = len(node.args)
        if name == "_tr" and count == 1:
            self._take(self._own, node.args[0])
        elif name == "tr" and count == 1:
            self._take_of_class(node)
        elif name in ("translate", "QT_TRANSLATE_NOOP") and count == 2:
            context = node.args[0]
            if isinstance(context, ast.Constant) and isinstance(context.value, str):
                self._take(context.value, node.args[1])
        self.generic_visit(node)

    def _take_of_class(self, node: ast.Call) -> None:
        """Qt looks it up under the class of the object: only of ``self`` is that known here."""
        assert isinstance(node.func, ast.Attribute)
        if isinstance(node.func.value, ast.Name) and node.func.value.id == "self" and self._class:
            self._take(self._class, node.args[0])
        else:
            self._fault(node, "tr() of another object than self")

    def _take(self, context: str, argument: ast.expr) -> None:
        for part in _branches(argument):
            if isinstance(part, ast.Constant) and isinstance(part.value, str):
                self._found.add(context, part.value, f"{self._place}:{part.lineno}")
            elif isinstance(part, ast.JoinedStr | ast.BinOp | ast.Call):
                self._fault(part, "a text made up before it is translated")

    def _fault(self, node: ast.expr, why: str) -> None:
        self._found.faults.append(f"{self._place}:{node.lineno}: {why}")


def _branches(argument: ast.expr) -> Iterator[ast.expr]:
    if isinstance(argument, ast.IfExp):
        yield from _branches(argument.body)
        yield from _branches(argument.orelse)
    else:
        yield argument


def _own_context(tree: ast.Module) -> str:
    """The context that the module's ``_tr`` looks under."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and node.name == "_tr":
            for call in ast.walk(node):
                context = call.args[0] if isinstance(call, ast.Call) and len(call.args) == 2 else None
                if isinstance(context, ast.Constant):
                    return str(context.value)
    return ""
