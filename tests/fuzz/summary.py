"""What a record says, as the page that is kept beside the fuzzer."""

from collections import Counter
from pathlib import Path
from typing import Any

from tests.fuzz.record import Record

_MARK = "<!-- counts -->"
_OUTCOMES = (
    ("refused", "refused in words"),
    ("read", "read"),
    ("checked", "checked"),
    ("suggested", "repairs worked out"),
    ("exported", "exported"),
    ("corrected", "corrected, proved, compared"),
    ("not proved", "correction taken back by the proof"),
    ("not saved", "correction refused in words"),
    ("on disk", "opened and saved on disk"),
)


def summary(record: Record) -> str:
    """Counts by reader over all commits, by commit, and the failures by their kind."""
    readers: dict[str, Counter[str]] = {}
    for run in record.runs.values():
        for name, counts in run.items():
            readers.setdefault(name, Counter()).update(_counts(counts))
    total = sum(readers.values(), Counter())
    slowest = max((c["slowest"][0] for run in record.runs.values() for c in run.values()), default=0)
    lines = [
        f"{total['files']:,} files, seed `{record.seed}`; {total['failed']} failures; "
        f"the slowest file took {slowest:.2f} s of processor time.",
        "",
        _row("", *readers, "all"),
        _row(*["---"] * (len(readers) + 2)),
        _row("files", *(f"{c['files']:,}" for c in readers.values()), f"{total['files']:,}"),
    ]
    for key, words in _OUTCOMES:
        lines.append(_row(words, *(f"{c[key]:,}" for c in readers.values()), f"{total[key]:,}"))
    lines.append(_row("failed", *(str(c["failed"]) for c in readers.values()), str(total["failed"])))
    lines += ["", "By commit:", "", _row("commit", "files", "failed"), _row("---", "---", "---")]
    for commit, run in record.runs.items():
        counts = sum((_counts(c) for c in run.values()), Counter())
        lines.append(_row(f"`{commit}`", f"{counts['files']:,}", str(counts["failed"])))
    kinds = Counter((f["commit"], f["target"], f["kind"]) for f in record.failures)
    if kinds:
        lines += ["", "Failures:", "", _row("commit", "reader", "what", "files"), _row(*["---"] * 4)]
        lines += [_row(f"`{c}`", target, f"`{kind}`", str(n)) for (c, target, kind), n in kinds.items()]
    return "\n".join(lines) + "\n"


def put(text: str, page: Path) -> None:
    """Write it into a Markdown page between its two marks."""
    before, _, rest = page.read_text(encoding="utf-8").partition(_MARK)
    _, _, after = rest.partition(_MARK)
    page.write_text(f"{before}{_MARK}\n{text}{_MARK}{after}", encoding="utf-8")


def _counts(counts: dict[str, Any]) -> Counter[str]:
    own = {"files": counts["inputs"], "failed": counts["failures"]}
    return Counter({**counts["outcomes"], **own})


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"
