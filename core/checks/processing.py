"""What part six says of 信息处理费, held against the tables (A12, C08 of the catalogue of checks).

Source: 政府信息公开信息处理费管理办法 (国办函〔2020〕109号).
"""

from collections.abc import Iterator

from core import catalogue
from core.findings import Finding
from core.narrative import Narrative
from core.numerals import Number, plain
from core.prose import only
from core.subject import Subject
from core.wording import cell_name

_UNPAID = "requests.other.unpaid.total"
_FEES = "disclosure.fees.amount"
_YUAN = 10_000
"""In one 万元, the unit of 表二."""


def processing(subject: Subject) -> Iterator[Finding]:
    unpaid, amount = subject.value(_UNPAID), subject.value(_FEES)
    if unpaid:
        yield from _unpaid(unpaid, subject)
    if amount is not None:
        yield from _received(amount, subject)


def _unpaid(unpaid: Number, subject: Subject) -> Iterator[Finding]:
    """A12: who did not pay in time was asked to, this year or the year before."""
    said, last = only(subject.narrative.processing, "notices"), subject.last_year
    if said is None or said.value or (last is not None and not _is_without_notices(last.narrative)):
        return
    where = cell_name(subject.forms["requests"], _UNPAID)
    detail = f"{where}＝{plain(unpaid)}，第六部分却写没有发出收费通知；如是上年发出的通知，请写明"
    yield catalogue.finding(
        "A12", detail, table="requests", cells=(_UNPAID,), found=plain(unpaid), places=(said.place,)
    )


def _is_without_notices(narrative: Narrative) -> bool:
    said = only(narrative.processing, "notices")
    return said is not None and not said.value


def _received(amount: Number, subject: Subject) -> Iterator[Finding]:
    """C08: the fee for processing is one of all fees."""
    said = only(subject.narrative.processing, "paid")
    if said is None or said.value <= amount * _YUAN:
        return
    where = cell_name(subject.forms["disclosure"], _FEES)
    detail = (
        f"第六部分写实际收取信息处理费 {plain(said.value)} 元，{where}＝{plain(amount)}，合 "
        f"{plain(amount * _YUAN)} 元；信息处理费属于行政事业性收费，应包括在内，请核对"
    )
    yield catalogue.finding("C08", detail, table="disclosure", cells=(_FEES,), places=(said.place,))
