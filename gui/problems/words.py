"""A problem and its repairs in the clerk's words, ready to be shown; nothing here decides anything."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from core import suggest
from core.findings import Finding, Fix
from core.forms import CellPlace
from core.repair import Problem, Repair
from core.review import Review
from core.wording import brief, group_of, short_label
from gui.punctuation import unbroken
from gui.where import name_of

_SAME = 0.1  # nats; repairs that cost practically the same are shown side by side
_FIGURES = re.compile(r"（\d+→\d+）")


@dataclass(frozen=True, slots=True)
class Step:
    """One cell of a repair: where it stands, what it says, what it should say."""

    place: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Offer:
    """One repair. texts: what each changed cell will say. sentence: all of it in one sentence."""

    repair: Repair
    texts: Mapping[str, str]
    steps: tuple[Step, ...]
    reason: str
    sentence: str

    @property
    def title(self) -> str:
        """「自然人 · 1.本机关不掌握相关政府信息 764 → 746」."""
        first = self.steps[0]
        one = _tr("{place} {old} → {new}").format(place=first.place, old=first.old, new=first.new)
        many = _tr("{one} 等 {count} 格")
        return one if len(self.steps) == 1 else many.format(one=one, count=len(self.steps))


@dataclass(frozen=True, slots=True)
class Told:
    """One problem. findings: those of it that count. lead: how sure the offers are.

    offers: the best repair, or all those that are equally likely; others: the rest. note: why there is none.
    is_partly_accepted: one of its equations was marked 核实无误, so it is not mended unasked.
    """

    problem: Problem
    table: str
    heading: str
    findings: tuple[Finding, ...]
    lines: tuple[str, ...]
    lead: str
    offers: tuple[Offer, ...]
    others: tuple[Offer, ...]
    note: str
    is_partly_accepted: bool

    @property
    def is_tied(self) -> bool:
        """Whether only the clerk can tell which of several repairs is right."""
        return len(self.offers) > 1 or any(offer.repair.tied for offer in self.offers)

    @property
    def is_ready(self) -> bool:
        """Whether its best repair may be taken along with others."""
        return bool(self.offers) and not self.is_partly_accepted and not self.is_tied

    @property
    def cells(self) -> tuple[str, ...]:
        """Where to look: what the best repair changes, else the first thing that is wrong."""
        return tuple(self.offers[0].texts) if self.offers else self.findings[0].cells


def tell_all(problems: Iterable[Problem], review: Review) -> tuple[Told, ...]:
    """The problems of which something counts; those that are wholly accepted are not shown."""
    return tuple(told for told in (_tell(problem, review) for problem in problems) if told.findings)


def _tell(problem: Problem, review: Review) -> Told:
    findings = tuple(f for f in review.findings if _belongs(f, problem))
    accepted = (f for each in review.accepted for f in each.findings)
    form = review.form_of(problem.cells[0])
    offers = tuple(_offer(problem, repair, review) for repair in problem.repairs)
    tied = _tied(problem.repairs)
    leading = offers[:tied]
    return Told(
        problem=problem,
        table=form.id,
        heading=_heading(name_of(form.id), findings),
        findings=findings,
        lines=tuple(brief(finding, review.forms) for finding in findings),
        lead=_lead(problem.repairs, tied),
        offers=leading,
        others=offers[tied:],
        note="" if offers else problem.note,
        is_partly_accepted=any(_belongs(f, problem) for f in accepted),
    )


def _belongs(finding: Finding, problem: Problem) -> bool:
    if finding.rule == "number.negative":
        return finding.cells[0] in problem.cells
    return finding.equation is not None and finding.rule in problem.equations


def _heading(table: str, findings: tuple[Finding, ...]) -> str:
    broken = sum(finding.equation is not None for finding in findings)
    if not broken:
        return _tr("{table} · 出现负数").format(table=table)
    return _tr("{table} · {count} 处勾稽不成立").format(table=table, count=broken)


def _tied(repairs: tuple[Repair, ...]) -> int:
    """How many repairs are as likely as the first, itself included."""
    return sum(repair.cost - repairs[0].cost <= _SAME for repair in repairs)


def _lead(repairs: tuple[Repair, ...], tied: int) -> str:
    if not repairs:
        return ""
    if tied > 1:
        return _tr("以下 {count} 种改法之一，请对照底稿选定").format(count=tied)
    return _tr("建议改为") if repairs[0].certain else _tr("可能应改为")


def _offer(problem: Problem, repair: Repair, review: Review) -> Offer:
    written = suggest.texts_of(repair, review)
    texts = {change.cell: written.get(change.cell, str(change.new)) for change in repair.changes}
    blank = _tr("空白")
    steps = tuple(
        Step(place(review.places[cell]), " ".join(review.text(cell).split()) or blank, new.strip())
        for cell, new in texts.items()
    )
    sentence = suggest.describe(problem, repair, review.forms, review.texts)
    reason = _FIGURES.sub("", suggest.grounds(problem, repair, review.forms))
    return Offer(repair, texts, steps, reason, sentence)


def place(where: CellPlace) -> str:
    """「自然人 · 1.本机关不掌握相关政府信息」, where rows have no heading 「行政复议 · 总计」."""
    if where.row.label:
        return f"{where.column.label} · {short_label(where.row)}"
    return f"{group_of(where.section.columns, where.column)} · {where.column.label}"


def with_table(finding: Finding, review: Review) -> str:
    """What is wrong in one line, with the table it is about."""
    form = next((f for f in review.forms if f.id == finding.table), None)
    if finding.equation is None or form is None:
        return review.message(finding)
    return f"{name_of(form.id)} {brief(finding, review.forms)}"


def consequence(fix: Fix, review: Review) -> str:
    """Which sums a fix would break, empty where it breaks none."""
    broken = review.broken_by(fix)
    if not broken:
        return ""
    one, many = _tr("会使勾稽不成立：{what}"), _tr("会使 {count} 处勾稽不成立，如{what}")
    said = (one if len(broken) == 1 else many).format(what=with_table(broken[0], review), count=len(broken))
    return unbroken(said)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Problems", text)
