"""The report held against last year's: what was carried over, which documents are in force.

Relations D01, D02 and C02 of the catalogue of checks; ids ``history.*`` of the public interface (§2).
"""

from collections.abc import Iterator, Mapping

from core.findings import Finding, Severity
from core.forms import TableForm
from core.history import SUCCESSIONS, LastYear, Succession, is_comparable
from core.numerals import Number, Reading, distance, plain
from core.subject import Subject
from core.wording import place_name

_EXPLAIN = "如上年报告有更正，请在报告中说明"


def history(subject: Subject) -> Iterator[Finding]:
    """What of this year's tables does not follow from last year's."""
    last, readings = subject.last_year, subject.readings
    if last is None:
        return
    for source in SUCCESSIONS.values():
        form = subject.forms.get(source.cell.partition(".")[0])
        if form is not None and is_comparable(form.id, subject.edition, last):
            check = _in_force if source.added else _carried
            yield from check(last, source, form, readings)


def _carried(
    last: LastYear, source: Succession, form: TableForm, readings: Mapping[str, Reading]
) -> Iterator[Finding]:
    cell = source.cell
    now, then = _value(readings, cell), last.values.get(source.before)
    if now is None or then is None or now == then:
        return
    detail = (
        f"{form.name}{place_name(form.cells[cell])}＝{plain(now)}，上年报告“四、结转下年度继续办理”"
        f"＝{plain(then)}，相差 {plain(distance(now, then))}；{_EXPLAIN}"
    )
    column = cell.rpartition(".")[2]
    severity: Severity = "error" if column == "total" and last.is_certain else "warning"
    yield _finding(f"history.carried.{column}", severity, form, (cell,), then, now, detail)


def _in_force(
    last: LastYear, source: Succession, form: TableForm, readings: Mapping[str, Reading]
) -> Iterator[Finding]:
    cells = (source.cell, source.added, source.taken)
    now, issued, repealed = (_value(readings, cell) for cell in cells)
    then = last.values.get(source.before)
    if now is None or issued is None or repealed is None or then is None:
        return
    expected = then + issued - repealed
    if now == expected:
        return
    detail = (
        f"{form.name}{place_name(form.cells[cells[0]])}＝{plain(now)}，上年现行有效 {plain(then)}"
        f"＋本年制发 {plain(issued)}－本年废止 {plain(repealed)}＝{plain(expected)}，"
        f"相差 {plain(distance(now, expected))}；有文件失效等情形的请核实"
    )
    row = source.cell.split(".")[1]
    yield _finding(f"history.in_force.{row}", "warning", form, cells, expected, now, detail)


def _finding(
    rule: str,
    severity: Severity,
    form: TableForm,
    cells: tuple[str, ...],
    expected: Number,
    found: Number,
    detail: str,
) -> Finding:
    return Finding(rule, severity, "history", form.id, cells, plain(expected), plain(found), None, detail)


def _value(readings: Mapping[str, Reading], cell: str) -> Number | None:
    reading = readings.get(cell)
    return None if reading is None else reading.arithmetic
