"""What was marked 核实无误, remembered in a small file beside the report, never inside it.

The file holds no offsets: a finding is known again by its check, its words, what stood in its cells and the
sentences it points to, so that the same report opened again stays quiet and an edited one does not.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from core.accepted import Accepted, accepted
from core.errors import ReadError
from core.filenames import appended, free_name
from core.findings import Finding, paragraph_id
from core.jsonbytes import as_bytes
from core.reading import ordinary_bytes
from core.writing import write_atomic

SUFFIX = ".核实.json"
_DAMAGED = "（读不出来）"
_VERSION = 1
_LARGEST = 4 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Mark:
    """One finding as it is known again. quotes: the paragraphs it points into."""

    rule: str
    detail: str
    cells: Mapping[str, str]
    quotes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Remembered:
    """Findings confirmed together, with the reason and the day (ISO 8601)."""

    marks: tuple[Mark, ...]
    reason: str
    day: str = ""


def sidecar_path(report: Path) -> Path:
    """Where the confirmations of a report are kept: ``报告.docx.核实.json`` beside it."""
    return appended(report, SUFFIX)


def load(report: Path) -> tuple[Remembered, ...]:
    """What was confirmed of a report; nothing where there is no such file.

    Raises ReadError, in the clerk's words, where the file is there and cannot be used.
    """
    path = sidecar_path(report)
    try:
        data = json.loads(ordinary_bytes(path, _LARGEST))
        return tuple(remembered_of(entry) for entry in data["confirmed"])
    except FileNotFoundError:
        return ()
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise ReadError(
            f"“{path.name}”（记着哪些问题已核实）读不出来，这次没有用它；可以删掉这个小文件，再重新标记。"
        ) from None


def remembered_of(entry: Mapping[str, Any]) -> Remembered:
    """A confirmation as JSON keeps it. Raises KeyError, TypeError or AttributeError where it is none."""
    marks = tuple(
        Mark(
            str(mark["rule"]),
            str(mark["detail"]),
            {str(cell): str(text) for cell, text in mark["cells"].items()},
            tuple(map(str, mark["quotes"])),
        )
        for mark in entry["marks"]
    )
    return Remembered(marks, str(entry["reason"]), str(entry.get("day", "")))


def store(report: Path, remembered: Sequence[Remembered]) -> None:
    """Keep what is confirmed now; with nothing to keep the file goes. Raises SaveError or OSError.

    A file there that cannot be read stays, under another name.
    """
    path = sidecar_path(report)
    _put_aside_if_damaged(report, path)
    if not remembered:
        path.unlink(missing_ok=True)
        return
    data = {"gouji": _VERSION, "report": report.name, "confirmed": [asdict(each) for each in remembered]}
    write_atomic(path, as_bytes(data, indent=1))


def _put_aside_if_damaged(report: Path, path: Path) -> None:
    try:
        load(report)
    except ReadError:
        path.rename(free_name(path, _DAMAGED))


def remember(confirmed: Accepted) -> Remembered:
    """A confirmation as it is kept."""
    marks = tuple(_mark(finding, confirmed.texts) for finding in confirmed.findings)
    return Remembered(marks, confirmed.reason, confirmed.day)


def recall(
    remembered: Iterable[Remembered], found: Iterable[Finding], texts: Mapping[str, str]
) -> tuple[tuple[Accepted, ...], tuple[Remembered, ...]]:
    """The confirmations that hold, and the rest.

    One holds where all its findings are here again, with the same numbers and words.
    """
    here = {_key(_mark(finding, texts)): finding for finding in found}
    holding: list[Accepted] = []
    rest: list[Remembered] = []
    for group in remembered:
        findings = [here[key] for mark in group.marks if (key := _key(mark)) in here]
        if findings and len(findings) == len(group.marks):
            holding.append(accepted(findings, texts, group.reason, group.day))
        else:
            rest.append(group)
    return tuple(holding), tuple(rest)


def _mark(finding: Finding, texts: Mapping[str, str]) -> Mark:
    return Mark(
        finding.rule,
        finding.detail,
        {cell: texts.get(cell, "") for cell in finding.cells},
        tuple(dict.fromkeys(texts.get(paragraph_id(p.paragraph), "") for p in finding.places)),
    )


def _key(mark: Mark) -> tuple[object, ...]:
    return (mark.rule, mark.detail, tuple(sorted(mark.cells.items())), mark.quotes)
