"""Tables that are laid out otherwise than the form: rows it does not have, 表四 in rows (B09, E09)."""

from collections.abc import Iterator

from core import catalogue
from core.findings import Finding
from core.forms import TableForm
from core.labels import fold
from core.subject import Subject

_LONGEST = 18


def structure(subject: Subject) -> Iterator[Finding]:
    for name, table in subject.tables.items():
        form = subject.forms[name]
        if len(table.cells) == len(form.cells):  # else an unknown row may be the one that is missing
            yield from _extra(form, table.extra, subject)
    if subject.format == "docx" and "challenges" in subject.tables:
        yield from _in_rows(subject)


def _extra(form: TableForm, extra: tuple[str, ...], subject: Subject) -> Iterator[Finding]:
    """E09: what the province adds is said in the profile."""
    allowed = tuple(fold(label) for label in subject.profile.extra_rows)
    rows = [row for row in dict.fromkeys(extra) if not fold(row).startswith(allowed)]
    if rows:
        said = "、".join(f"“{_line(row)}”" for row in rows)
        detail = f"{form.name}多出官方格式没有的行：{said}；这些行照样保留，不参与核对"
        yield catalogue.finding("E09", detail, table=form.id)


def _line(text: str) -> str:
    line = "".join(text.split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"


def _in_rows(subject: Subject) -> Iterator[Finding]:
    """B09: one row of 15 numbers."""
    form, table = subject.forms["challenges"], subject.tables["challenges"]
    rows = {raw.row for raw in table.cells.values()}
    if len(rows) > 1:
        detail = f"{form.name}排成了 {len(rows)} 行，官方格式是一行 {len(form.cells)} 个数"
        yield catalogue.finding("B09", detail, table=form.id)
