"""Money: 行政事业性收费 against 表二 (G13), and whether part six agrees with itself on 信息处理费 (G14)."""

from collections.abc import Iterator
from decimal import Decimal

from core.catalogue import finding
from core.checks.prose.told import is_told
from core.checks.prose.wording import name_of, quoted
from core.findings import Finding, Fix, Severity, replaced
from core.numerals import Number, plain
from core.prose import Stated, Sum, only, written_like
from core.prose.loading import load
from core.subject import Subject

_AMOUNT = "disclosure.fees.amount"
_YUAN = 10_000
"""In one 万元, the unit of 表二."""
_BELIEVABLE = 10**12


def collected(subject: Subject) -> Iterator[Finding]:
    """Amounts of 行政事业性收费 in the text that are not 表二's, rounding allowed for."""
    for said in subject.narrative.fees:
        amount = subject.value(_AMOUNT)
        if amount is None or amount > _BELIEVABLE or not is_told(_AMOUNT, subject):
            return
        yuan, half = (said.amount.yuan, said.amount.half) if said.amount else (Decimal(0), Decimal(0))
        if abs(amount * _YUAN - yuan) > half:
            yield _differing(said, amount, yuan / _YUAN, subject)


def _differing(said: Sum, amount: Number, stated: Decimal, subject: Subject) -> Finding:
    line, form = subject.narrative.lines[said.place.paragraph], subject.forms["disclosure"]
    fixes: list[Fix] = []
    if said.amount is not None:
        new = _rounded(said, amount)
        fixes.append(Fix(f"把正文的 {said.text} 改为 {new}", (replaced(line, said.place, new),)))
        if not subject.cells[_AMOUNT].formula and not subject.cells[_AMOUNT].locked:
            value = plain(stated)
            label = f"把{name_of(_AMOUNT, form)}由 {plain(amount)} 改为 {value}"
            fixes.append(Fix(label, ((_AMOUNT, value),)))
    return finding(
        "G13",
        f"正文写“{quoted(line, said.place)}”，{name_of(_AMOUNT, form)}为 {plain(amount)}，两处不一致",
        table="disclosure",
        cells=(_AMOUNT,),
        expected=plain(amount),
        found=plain(stated),
        places=(said.place,),
        fixes=tuple(fixes),
    )


def _rounded(said: Sum, amount: Number) -> str:
    """The table's amount in the sentence's unit, with as many decimals as are written there."""
    assert said.amount is not None
    exponent = said.amount.written.as_tuple().exponent
    unit = Decimal(amount) * _YUAN / said.amount.unit
    value = unit.quantize(Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0))
    return written_like(said.text, format(value, "f"))


def reported(subject: Subject) -> Iterator[Finding]:
    """What part six says of 信息处理费, where it contradicts itself or the scale of charges."""
    said = subject.narrative.processing
    yield from _contradictions(said, subject)
    for stated in said:
        if stated.kind in ("due", "paid") and stated.value % _STEP:
            yield _finding(stated, f"信息处理费按件、按页计收，金额应是 {_STEP} 元的整数倍，请核对", subject)


_STEP = 10
"""Yuan: every charge is a multiple of it (国办函〔2020〕109号: 10, 20 or 40 a page, 100 a request)."""


def _contradictions(said: tuple[Stated, ...], subject: Subject) -> Iterator[Finding]:
    notices, due, paid, none = (only(said, kind) for kind in ("notices", "due", "paid", "none"))
    if none and paid and paid.value:
        if not _is_divided(paid, none, subject):
            yield _finding(paid, f"同时又写“{none.text}信息处理费”，前后矛盾", subject, "error")
        return
    if notices and paid and not notices.value and paid.value and due is None:
        if not _is_divided(paid, notices, subject):
            yield _finding(paid, "收费通知却写没有发出；如有上年通知、今年缴纳的请核实", subject)
        return
    if notices and due and not notices.value and due.value:
        yield _finding(due, "收费通知却写 0 件，前后矛盾", subject, "error")
    elif notices and due and notices.value and not due.value:
        yield _finding(due, f"收费通知却写 {plain(int(notices.value))} 件，总金额不应是 0，请核对", subject)
    elif due and paid and paid.value > due.value:
        why = f"多于收费通知的总金额 {plain(due.value)} 元；如有上年通知、今年缴纳的请核实"
        yield _finding(paid, why, subject)


def _is_divided(one: Stated, other: Stated, subject: Subject) -> bool:
    """Whether the two may speak of different bodies, requests or fees (本级未收取，乡镇收取200元)."""
    lines = {subject.narrative.lines[stated.place.paragraph] for stated in (one, other)}
    return load("2021").words["divided"].search("".join(lines)) is not None


def _finding(stated: Stated, why: str, subject: Subject, severity: Severity = "warning") -> Finding:
    line = subject.narrative.lines[stated.place.paragraph]
    return finding(
        "G14",
        f"第六部分写“{quoted(line, stated.place)}”，{why}",
        severity=severity,
        found=plain(stated.value),
        places=(stated.place,),
    )
