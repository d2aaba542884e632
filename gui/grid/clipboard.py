"""Blocks of cells to and from the clipboard, as tab-separated lines like Word, WPS and Excel write them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication

from core.layout import Box
from core.numerals import read
from gui.grid.model import FormModel
from gui.punctuation import listed


@dataclass(slots=True)
class Paste:
    """What pasting would do. texts: new text by cell. The rest counts what cannot be taken."""

    texts: dict[str, str] = field(default_factory=dict)
    outside: int = 0
    locked: int = 0
    unreadable: int = 0

    def summary(self) -> str:
        """What was pasted and what was not, for the status line."""
        done = QCoreApplication.translate("clipboard", "已粘贴 {count} 格")
        outside = QCoreApplication.translate("clipboard", "{count} 格落在表格外")
        locked = QCoreApplication.translate("clipboard", "{count} 格不能改")
        unreadable = QCoreApplication.translate("clipboard", "{count} 格不是数")
        left_out = QCoreApplication.translate("clipboard", "，没有粘贴：{reasons}")
        skipped = ((outside, self.outside), (locked, self.locked), (unreadable, self.unreadable))
        reasons = [sentence.format(count=count) for sentence, count in skipped if count]
        rest = left_out.format(reasons=listed(reasons, "、")) if reasons else ""
        return done.format(count=len(self.texts)) + rest


def to_text(model: FormModel, cells: Iterable[str]) -> str:
    """The cells as lines of the grid; gaps between them stay empty."""
    boxes = [model.box_of(cell) for cell in cells]
    texts = {(box.row, box.column): " ".join(model.text(box).split()) for box in boxes}
    rows = sorted({box.row for box in boxes})
    columns = sorted({box.column for box in boxes})
    return "\n".join("\t".join(texts.get((row, column), "") for column in columns) for row in rows)


def from_text(model: FormModel, text: str, start: str, chosen: Iterable[str]) -> Paste:
    """Lay a copied block over the form, from ``start`` on; one single value fills all chosen cells."""
    block = _block(text)
    paste = Paste()
    cells = list(chosen)
    if len(block) == 1 and len(block[0]) == 1 and len(cells) > 1:
        for cell in cells:
            _lay(model, paste, cell, block[0][0])
        return paste
    origin = model.box_of(start)
    for row, column, typed in _places(block, origin):
        _lay(model, paste, model.cell_at(model.index(row, column)), typed)
    return paste


def _block(text: str) -> list[list[str]]:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n").split("\n")
    return [[part.strip() for part in line.split("\t")] for line in lines]


def _places(block: list[list[str]], origin: Box) -> Iterator[tuple[int, int, str]]:
    for down, line in enumerate(block):
        for right, typed in enumerate(line):
            yield origin.row + down, origin.column + right, typed


def _lay(model: FormModel, paste: Paste, cell: str, typed: str) -> None:
    """Take one value, or count why not; nothing is lost over an empty one."""
    if cell not in model.review.cells:
        paste.outside += bool(typed)
    elif not model.is_editable(cell):
        paste.locked += 1
    elif read(typed).kind == "text":
        paste.unreadable += 1
    else:
        paste.texts[cell] = model.review.written(cell, typed)
