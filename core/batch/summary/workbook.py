"""What stands in the summary, sheet by sheet."""

import io
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from core.batch.alike import Pair
from core.batch.record import Row
from core.batch.register import KINDS, Standing
from core.batch.summary.forms import add_forms
from core.batch.summary.sheets import Heads, Value, add_list
from core.batch.telling import STATES, advice_for, cell_names, kind_name, suggestion, where
from core.batch.totals import Difference, Totals
from core.wording import SEVERITIES

_PROBLEMS: Heads = (
    ("单位", 30),
    ("级别", 8),
    ("编号", 8),
    ("问题", 70),
    ("格或位置", 40),
    ("建议", 60),
    ("依据", 40),
    ("文件", 40),
)
_UNREAD: Heads = (("文件", 40), ("情况", 14), ("说明", 80))
_REGISTER: Heads = (("情况", 14), ("单位", 36), ("说明", 80))
_DIFFERENCES: Heads = (
    ("格", 46),
    ("本级报告", 14),
    ("各单位合计", 14),
    ("相差", 14),
    ("合计由哪些单位构成", 70),
)
_PAIRS: Heads = (("相似", 10), ("报告", 40), ("报告", 40))
_CLEAN = "没有问题"
_MOST_PARTS = 12


@dataclass(frozen=True)
class Findings:
    """All there is to tell of a run.

    rows: one a file. record: gives all that was found in one. standings: against the register, None where
    none was given. totals, differences: 汇总, and against the superior's report. pairs: reports alike.
    """

    rows: Sequence[Row]
    record: Callable[[Row], Mapping[str, Any]]
    standings: Sequence[Standing] | None = None
    totals: Totals | None = None
    differences: Sequence[Difference] | None = None
    pairs: Sequence[Pair] = ()


def summary(found: Findings) -> bytes:
    """The workbook: 总览, 单位与问题, 问题清单, and what else there is to tell."""
    book = Workbook(write_only=True)
    _overview(book, found)
    _matrix(book, found)
    _problems(book, found)
    unread = [row for row in found.rows if row.state != "checked"]
    if unread:
        rows = ((r.path.name, STATES[r.state], r.error) for r in unread)
        add_list(book, "没有核对的文件", _UNREAD, rows)
    if found.standings is not None:
        add_list(book, "名册核对", _REGISTER, ((KINDS[s.kind], s.unit, s.what) for s in found.standings))
    if found.totals is not None and found.totals.sums:
        add_forms(book, found.totals)
    if found.differences is not None:
        add_list(book, "与本级报告的差异", _DIFFERENCES, map(_difference, found.differences))
    if found.pairs:
        add_list(book, "雷同", _PAIRS, ((f"{p.similarity:.0%}", p.one, p.other) for p in found.pairs))
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _overview(book: Workbook, found: Findings) -> None:
    rows = found.rows
    states: Counter[str] = Counter(row.state for row in rows)
    checked = [row for row in rows if row.state == "checked"]
    lines: list[tuple[Value, Value]] = [("报告文件", len(rows))]
    lines += [(f"　{STATES[state]}", states[state]) for state in STATES if states[state]]
    lines += [
        ("有必改问题的报告", sum(1 for row in checked if row.errors)),
        ("只有疑点或提示的报告", sum(1 for r in checked if not r.errors and (r.warnings or r.advices))),
        ("没有问题的报告", sum(1 for r in checked if not (r.errors or r.warnings or r.advices))),
        ("必改（处）", sum(row.errors for row in checked)),
        ("疑点（处）", sum(row.warnings for row in checked)),
        ("提示（处）", sum(row.advices for row in checked)),
    ]
    for kind, number in Counter(s.kind for s in found.standings or ()).items():
        lines.append((f"名册：{KINDS[kind]}", number))
    if found.pairs:
        lines.append(("正文雷同（对）", len(found.pairs)))
    kinds = Counter(kind for row in checked for kind in row.kinds)
    lines += [(f"有这类问题的报告：{kind_name(kind)}", number) for kind, number in kinds.most_common()]
    add_list(book, "总览", (("项目", 60), ("数量", 12)), lines)


def _matrix(book: Workbook, found: Findings) -> None:
    kinds = sorted({kind for row in found.rows for kind in row.kinds})
    heads = [("单位", 34), ("年度", 8), ("格式", 8), ("情况", 12), ("必改", 8), ("疑点", 8), ("提示", 8)]
    heads += [(kind_name(kind), 9) for kind in kinds] + [("文件", 40)]
    add_list(book, "单位与问题", heads, (_unit_row(row, kinds, found) for row in found.rows))


def _unit_row(row: Row, kinds: Sequence[str], found: Findings) -> Sequence[Value]:
    counts: Counter[str] = Counter()
    if row.kinds:
        counts.update(f["catalogue"] or f["rule"] for f in found.record(row)["findings"])
    state = STATES[row.state] if row.state != "checked" or row.kinds else _CLEAN
    severities = (row.errors, row.warnings, row.advices)
    about = (row.unit or "（没有写明）", row.year, row.edition, state)
    return (*about, *(n or None for n in severities), *(counts[k] or None for k in kinds), row.path.name)


def _problems(book: Workbook, found: Findings) -> None:
    add_list(book, "问题清单", _PROBLEMS, _problem_rows(found))


def _problem_rows(found: Findings) -> Iterator[Sequence[Value]]:
    for row in found.rows:
        if not row.kinds:
            continue
        record = found.record(row)
        advice = advice_for(record)
        for finding in record["findings"]:
            yield (
                row.unit or "（没有写明）",
                SEVERITIES[finding["severity"]],
                finding["catalogue"] or "",
                finding["message"],
                where(finding, record["edition"]),
                suggestion(finding, advice),
                finding["basis"] or "",
                row.path.name,
            )


def _difference(found: Difference) -> Sequence[Value]:
    parts = [f"{part.unit or Path(part.file).name} {part.value}" for part in found.parts[:_MOST_PARTS]]
    rest = len(found.parts) - len(parts)
    more = f"……另有 {rest} 个单位" if rest > 0 else ""
    (name,) = cell_names([found.cell], None) or [found.cell]
    return name, found.own, found.total, found.own - found.total, "、".join(parts) + more
