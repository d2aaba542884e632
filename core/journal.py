"""Changes that no file holds yet, written down so that they outlive a crash or a power cut.

A journal names the report by path and digest, and every change by what stood there and what stands there now:
where the report is no longer the same, a change can still be told from one that has lost its place.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from core.errors import ReadError
from core.jsonbytes import as_bytes
from core.reading import ordinary_bytes
from core.review import Review
from core.sidecar import Remembered, remembered_of
from core.writing import write_atomic

_VERSION = 1
_LARGEST = 16 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Journal:
    """report: its absolute path. digest: SHA-256 of the file as it was opened. when: of the last change.

    changes: id → (in the file, as it was to be). reasons: why, by id. remembered: what was confirmed.
    """

    report: Path
    digest: str
    when: datetime
    changes: Mapping[str, tuple[str, str]]
    reasons: Mapping[str, str] = field(default_factory=dict)
    remembered: tuple[Remembered, ...] = ()


def digest(review: Review) -> str:
    """Of the file as it was opened; takes a while for a large one."""
    return sha256(review.report.document.source).hexdigest()


def write(path: Path, journal: Journal) -> None:
    """Raises SaveError; then what stood there before still does."""
    data = {
        "gouji": _VERSION,
        "report": str(journal.report),
        "digest": journal.digest,
        "when": journal.when.isoformat(timespec="seconds"),
        "changes": journal.changes,
        "reasons": journal.reasons,
        "remembered": [asdict(each) for each in journal.remembered],
    }
    write_atomic(path, as_bytes(data))


def read(path: Path) -> Journal:
    """Raises ReadError where it cannot be used."""
    try:
        data = json.loads(ordinary_bytes(path, _LARGEST).decode("utf-8", "surrogatepass"))
        return Journal(
            Path(data["report"]),
            str(data["digest"]),
            datetime.fromisoformat(data["when"]),
            {str(id_): (str(old), str(new)) for id_, (old, new) in data["changes"].items()},
            {str(id_): str(why) for id_, why in data["reasons"].items()},
            tuple(map(remembered_of, data["remembered"])),
        )
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise ReadError(f"“{path.name}”里上次没有保存的改动读不出来。") from None


@dataclass(frozen=True, slots=True)
class Recovery:
    """What of a journal can be done again in a review. texts: by id. lost: ids whose place is not found."""

    texts: Mapping[str, str]
    lost: tuple[str, ...]


def recovery(journal: Journal, review: Review) -> Recovery:
    """A change can be done again where the same stands there as stood there then and it may be corrected.

    One that is in the report already is neither to be done nor lost.
    """
    texts: dict[str, str] = {}
    lost: list[str] = []
    for id_, (old, new) in journal.changes.items():
        now = review.text(id_) if id_ in review.cells or id_ in review.paragraphs else None
        if now == old and not review.locked(id_):
            texts[id_] = new
        elif now != new:
            lost.append(id_)
    return Recovery(texts, tuple(lost))
