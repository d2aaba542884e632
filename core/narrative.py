"""A report's running text as it stands now, and what can be told from it."""

from dataclasses import dataclass, field
from functools import cached_property

from core.joined import Joined
from core.outline import Outline, Part, outline
from core.prose import (
    Known,
    Mention,
    Passage,
    Stated,
    Sum,
    collected,
    contradictions,
    mentions_in,
    passages,
    processing,
)
from core.tables import RawTable


@dataclass(frozen=True)
class Narrative:
    """The running text.

    lines: the paragraphs in the order of ``Document.paragraphs``. tabular: numbers of those that are lines of
    the statutory tables (plain text only). year: that the report is about. units: measure words for requests
    beside the usual ones. tables: of the document as they stand in the file, for text that is set in a table.
    known: what was read of this text before some of it was corrected.
    """

    lines: tuple[str, ...]
    tabular: frozenset[int] = frozenset()
    edition: str | None = None
    year: int | None = None
    units: tuple[str, ...] = ()
    tables: tuple[RawTable, ...] = field(default=(), repr=False)
    known: Known = field(default_factory=dict, repr=False, compare=False)

    @cached_property
    def outline(self) -> Outline:
        return outline(self.lines, self.tabular)

    @cached_property
    def joined(self) -> Joined:
        return Joined(self.lines)

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """The numbers the text states about the tables."""
        return mentions_in(self.passages, self.edition or "2021", self.year, self.units, self.known)

    @cached_property
    def named(self) -> frozenset[tuple[int, int]]:
        """Where these numbers begin: paragraph and character."""
        return frozenset((m.paragraph, m.start) for m in self.mentions)

    @cached_property
    def counted(self) -> frozenset[tuple[str, ...]]:
        """The cells of which some number, not a denial, is stated."""
        return frozenset(m.readings[0] for m in self.mentions if not m.denies and m.claim == "number")

    @cached_property
    def _by_sentence(self) -> dict[str, list[Mention]]:
        found: dict[str, list[Mention]] = {}
        for mention in self.mentions:
            found.setdefault(mention.sentence, []).append(mention)
        return found

    def beside(self, mention: Mention) -> list[Mention]:
        """All numbers of its sentence, itself among them."""
        return self._by_sentence[mention.sentence]

    @cached_property
    def contradictions(self) -> tuple[tuple[Mention, Mention], ...]:
        """Numbers with a later one that says otherwise of the same measure."""
        return tuple(contradictions(self.mentions))

    @cached_property
    def kept(self) -> dict[str, object]:
        """What checks have worked out of this text, each under a name of its own."""
        return {}

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """The paragraphs of this report that are prose, as they are read: lines of a pasted page joined."""
        return passages(self.lines[: self.outline.end], self.tabular)

    @cached_property
    def fees(self) -> tuple[Sum, ...]:
        """What the text says 行政事业性收费 came to."""
        return collected(self.passages, self.year)

    @cached_property
    def processing(self) -> tuple[Stated, ...]:
        """What part six says of 信息处理费."""
        if not any("处理费" in passage.raw or "费通知" in passage.raw for passage in self.passages):
            return ()
        part = self.outline.part(6)
        if part is None:
            return ()
        own = [p for p in self.passages if part.heading.paragraph <= p.lines[0] < part.last]
        return processing(own, self.year)

    @cached_property
    def prose(self) -> Joined:
        """The text of this report, lines of tables and another report in the same file left out."""
        numbers = sorted(set(range(self.outline.end)).difference(self.tabular))
        return Joined([self.lines[n] for n in numbers], numbers)

    @cached_property
    def boxed(self) -> tuple[str, ...]:
        """Text that is set in a table, other than figures and short labels."""
        cells = (cell.text for table in self.tables if table.layout == "grid" for cell in table.cells)
        return tuple(text for text in cells if len(text) >= _SHORTEST)

    def body(self, part: Part) -> str:
        """A part's text without heading and table; no breaks between lines, which may be cut anywhere."""
        number, _, end = part.heading
        return self.lines[number][end:] + "".join(
            self.lines[n] for n in range(part.first, part.last) if n not in self.tabular
        )

    @cached_property
    def is_prose(self) -> bool:
        """Whether there is a report's text at all, not tables alone."""
        return sum(len(line) for n, line in enumerate(self.lines) if n not in self.tabular) >= _LEAST


_LEAST = 200
_SHORTEST = 6
