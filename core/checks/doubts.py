"""Doubts that take more than sums: nothing but zeros, regulations, sizes (A15, C05, C07, H08)."""

from collections.abc import Iterator

from core import catalogue
from core.checks.numbers import writable
from core.findings import Finding, Fix
from core.forms import TableForm
from core.numerals import plain
from core.subject import Subject
from core.units import Kind, kind_of
from core.wording import cell_name, place_name

_RECEIVED = ("new", "received", "handled")
_FEES = "disclosure.fees.amount"
_LARGEST_FEES = 1_000_000
_LARGEST_COUNT = 100_000_000
_LARGEST = 1_000_000
_LARGEST_OF_DEPARTMENT = 20_000
_LARGEST_OF_TOWNSHIP = 1_000
"""Requests in one cell of 表三."""


def doubts(subject: Subject) -> Iterator[Finding]:
    kind = kind_of(subject.unit)
    if "requests" in subject.forms:
        yield from _all_zero(subject)
    if "disclosure" in subject.forms:
        yield from _regulations(subject, kind)
        yield from _fees(subject, kind)
    yield from _too_large(subject, kind)


def _all_zero(subject: Subject) -> Iterator[Finding]:
    """A15: nothing but zeros where the text does not say that nothing came in."""
    form, readings = subject.forms["requests"], subject.readings
    if subject.total("requests.new.total", "requests.closed.total") != 0:
        return
    own = [cell for cell in form.cells if cell in readings]
    if any(readings[cell].arithmetic != 0 for cell in own):
        return
    if all(readings[cell].kind == "blank" for cell in own):
        return
    if any(m.meaning in _RECEIVED and m.value == 0 for m in subject.narrative.mentions):
        return
    detail = f"{form.name}全是 0，正文也没有写未收到申请；如确实没有收到过申请，就不用改"
    cells = tuple(cell for cell in own if cell.endswith(".total"))
    yield catalogue.finding("A15", detail, table=form.id, cells=cells)


def _regulations(subject: Subject, kind: Kind | None) -> Iterator[Finding]:
    """C05: 规章 in the report of a unit that cannot make any."""
    form = subject.forms["disclosure"]
    cells = tuple(c for c in form.cells if ".regulations." in c and subject.value(c))
    if not cells or kind is None or not _is_without_regulations(kind):
        return
    said = "、".join(f"{form.cells[cell].column.label} {plain(subject.value(cell) or 0)}" for cell in cells)
    detail = (
        f"{form.name}“规章”填了{said}；县级政府及部门、乡镇、街道、市级部门没有规章制定权，一般应填 0，"
        "单位内部的规章制度不是规章，请核对"
    )
    texts = tuple((cell, "0") for cell in writable(cells, subject.cells))
    fixes = (Fix("“规章”都改为 0", texts),) if texts else ()
    yield catalogue.finding("C05", detail, table=form.id, cells=cells, fixes=fixes)


def _is_without_regulations(kind: Kind) -> bool:
    """Nothing is said of a province's bodies; a city government's office reports for the city."""
    if kind.body in ("government", "office"):
        return kind.level in ("county", "township")
    return kind.body == "subdistrict" or (kind.body == "department" and kind.level != "province")


def _fees(subject: Subject, kind: Kind | None) -> Iterator[Finding]:
    """C07: 元 where 万元 is asked for, in a county or below."""
    value = subject.value(_FEES)
    if value is None or value < _LARGEST_FEES or kind is None or kind.level not in ("county", "township"):
        return
    where = cell_name(subject.forms["disclosure"], _FEES)
    detail = f"{where}＝{plain(value)}，合 {plain(value // 10000)} 亿元；本栏单位是万元，请核对是不是按元填的"
    yield catalogue.finding("C07", detail, table="disclosure", cells=(_FEES,), found=plain(value))


def _too_large(subject: Subject, kind: Kind | None) -> Iterator[Finding]:
    """H08."""
    least = _largest_requests(kind)
    large = [cell for cell, r in subject.readings.items() if r.value is not None and r.value > least]
    for form in subject.forms.values() if large else ():
        limit = least if form.id == "requests" else _LARGEST_COUNT
        own = tuple(cell for cell in large if cell in form.cells and _is_over(form, cell, limit, subject))
        if own:
            first = subject.cells[own[0]].text.strip()
            where = f"{form.name}{place_name(form.cells[own[0]])}" if len(own) > 1 else ""
            many = f"等 {len(own)} 格" if len(own) > 1 else ""
            detail = f"{where}是 {first}{many}，大得少见，请核对是否多写了位数、填错了格"
            yield catalogue.finding("H08", detail, table=form.id, cells=own)


def _largest_requests(kind: Kind | None) -> int:
    if kind is None:
        return _LARGEST
    if kind.is_township:
        return _LARGEST_OF_TOWNSHIP
    return _LARGEST_OF_DEPARTMENT if kind.body == "department" else _LARGEST


def _is_over(form: TableForm, cell: str, limit: int, subject: Subject) -> bool:
    value = subject.value(cell)
    return value is not None and value > limit and form.cells[cell].kind != "amount"
