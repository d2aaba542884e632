"""One file in the list: what was found in it, and what has become of it in the main window since."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from core.batch.record import Row

Doing = Literal["opened", "edited", "saved"]


@dataclass(frozen=True, slots=True)
class Live:
    """How the report stands in the main window, where it is open. doing: ``edited`` is not saved yet."""

    errors: int
    warnings: int
    advices: int
    kinds: tuple[str, ...]
    doing: Doing


class Entry:
    """file: path as shown, from the folder on. key: by which the list is sorted now."""

    __slots__ = ("_words", "file", "key", "live", "row")

    def __init__(self, row: Row, file: str) -> None:
        self.file = file
        self.live: Live | None = None
        self.key: tuple[object, ...] = ()
        self.take(row)

    def take(self, row: Row) -> None:
        """What the file holds now."""
        self.row = row
        self._words = f"{row.unit or ''}\n{self.file}".lower()

    @property
    def path(self) -> Path:
        return self.row.path

    @property
    def counts(self) -> tuple[int, int, int]:
        """必改, 疑点, 提示 as they stand now."""
        now = self.live or self.row
        return now.errors, now.warnings, now.advices

    @property
    def kinds(self) -> tuple[str, ...]:
        return (self.live or self.row).kinds

    @property
    def tags(self) -> tuple[str, ...]:
        """Under which choices it is shown."""
        if self.row.state != "checked" and self.live is None:
            return (ALL, self.row.state)
        errors, warnings, advices = self.counts
        pairs = ((errors, "error"), (warnings, "warning"), (advices, "advice"))
        found = tuple(tag for count, tag in pairs if count)
        return (ALL, *(found or ("clean",)))

    def holds(self, words: Iterable[str]) -> bool:
        """Whether unit or file name hold all these words (in small letters)."""
        return all(word in self._words for word in words)


ALL = "all"


@dataclass(frozen=True, slots=True)
class Choice:
    """Which entries are shown. tag: see ``Entry.tags``. kind: of a check, empty for all. words: searched."""

    tag: str = ALL
    kind: str = ""
    words: tuple[str, ...] = ()

    def takes(self, entry: Entry) -> bool:
        return (
            (self.tag == ALL or self.tag in entry.tags)
            and (not self.kind or self.kind in entry.kinds)
            and entry.holds(self.words)
        )
