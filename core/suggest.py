"""Which cells are probably wrong in this report, and what they should be.

``question`` takes an immutable picture of a sitting, ``answer`` works it out (off the window's thread if
need be); nothing is ever applied by itself.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from core import history
from core.files import Report
from core.forms import CellPlace, TableForm
from core.numerals import read
from core.prose import Mention
from core.repair import Evidence, Problem, Repair, find_problems
from core.review import Review
from core.subject import Narrative
from core.tables import Correction, RawCell
from core.wording import place_name


@dataclass(frozen=True, slots=True)
class Question:
    """A sitting as it stood at ``revision``.

    values: whole numbers by cell id, blanks as 0. texts: what stands in each cell.
    cells: the raw cells behind the ids. corrections: those made so far.
    narrative: the running text.
    """

    report: Report
    forms: tuple[TableForm, ...]
    revision: int
    values: Mapping[str, int]
    texts: Mapping[str, str]
    cells: Mapping[str, RawCell]
    locked: frozenset[str]
    corrections: tuple[Correction, ...]
    narrative: Narrative
    last_year: tuple[Evidence, ...]


def question(review: Review) -> Question:
    """The picture that ``answer`` needs; cheap, and independent of what happens to the sitting later."""
    arithmetic = {cell: review.reading(cell).arithmetic for cell in review.cells}
    return Question(
        report=review.report,
        forms=review.forms,
        revision=review.revision,
        values={cell: value for cell, value in arithmetic.items() if isinstance(value, int)},
        texts={cell: review.text(cell) for cell in review.cells},
        cells=dict(review.cells),
        locked=frozenset(c for c, raw in review.cells.items() if review.locked(c) and not raw.formula),
        corrections=review.corrections,
        narrative=review.narrative,
        last_year=history.evidence(review.last_year) if review.last_year else (),
    )


def answer(asked: Question) -> tuple[Problem, ...]:
    """The problems of all tables in the report's order, each with its repairs, best first."""
    evidence = (*asked.last_year, *_from_prose(asked.narrative.mentions))
    found: list[Problem] = []
    for form in asked.forms:
        problems = find_problems(
            form, asked.values, texts=asked.texts, locked=asked.locked, evidence=evidence
        )
        if _totals_are_missing(form, asked):
            found += [Problem(p.equations, p.cells, (), _FILL_TOTALS_FIRST) for p in problems]
        else:
            found += [_possible(problem, asked) for problem in problems]
    return tuple(found)


def _totals_are_missing(form: TableForm, asked: Question) -> bool:
    """Whether most totals that should say something are still blank: then nothing tells right from wrong."""
    sums = [e for e in form.equations if e.form != "balance"]
    due = [e for e in sums if any(asked.values.get(cell) for cell in e.right)]
    blank = sum(1 for e in due if read(asked.texts.get(e.left[0], "?")).kind == "blank")
    return blank >= _MANY_TOTALS and blank * 2 > len(due)


_MANY_TOTALS = 3
_FILL_TOTALS_FIRST = "总计大多还没有填，没有把握提出改法；请先填好总计（可用“编辑”菜单里的“按分项重算总计”）"


def _from_prose(mentions: Iterable[Mention]) -> Iterator[Evidence]:
    """What the sentences say, as evidence; its key carries the number as it is written there."""
    for number, mention in enumerate(mentions):
        first, *others = (tuple((cell, 1) for cell in reading) for reading in mention.readings)
        yield Evidence(f"prose {number} {mention.value}", first, mention.value, "prose", tuple(others))


def texts_of(repair: Repair, review: Review) -> dict[str, str]:
    """What accepting a repair writes: cell id → new text. Formula cells follow by themselves."""
    return {
        change.cell: review.written(change.cell, str(change.new))
        for change in repair.changes
        if not review.cells[change.cell].formula
    }


def accept_best(review: Review) -> dict[str, str]:
    """Apply the first repair of every problem that has one; returns why, by cell."""
    reasons: dict[str, str] = {}
    for problem in answer(question(review)):
        for repair in problem.repairs[:1]:
            texts = texts_of(repair, review)
            review.put(texts)
            reasons |= dict.fromkeys(texts, grounds(problem, repair, review.forms))
    return reasons


def _possible(problem: Problem, asked: Question) -> Problem:
    """Without the repairs that would overrule a formula: it follows its cells and nothing else."""
    if not any(asked.cells[change.cell].formula for r in problem.repairs for change in r.changes):
        return problem
    repairs = tuple(repair for repair in problem.repairs if _formulas_agree(repair, asked))
    note = problem.note if repairs else "有关的格是公式，没有可以放心采纳的改法，请检查公式引用的格"
    return Problem(problem.equations, problem.cells, repairs, note)


def _formulas_agree(repair: Repair, asked: Question) -> bool:
    typed = {correction.cell: correction.text for correction in asked.corrections}
    typed |= {asked.cells[c.cell]: str(c.new) for c in repair.changes if not asked.cells[c.cell].formula}
    corrections = [Correction(cell, text) for cell, text in typed.items()]
    followed = asked.report.format.recalculated(asked.report.document, corrections)
    wanted = dict(asked.values) | {change.cell: change.new for change in repair.changes}
    return all(
        read(followed.get(raw, raw.text)).arithmetic == wanted[cell]
        for cell, raw in asked.cells.items()
        if raw.formula and cell in wanted
    )


def describe(problem: Problem, repair: Repair, forms: Iterable[TableForm], texts: Mapping[str, str]) -> str:
    """A repair as a sentence: which cells, from what to what, why, and what holds afterwards.

    texts: what stands in the cells now.
    """
    places = {cell: place for form in forms for cell, place in form.cells.items()}
    steps = "；".join(_step(change.cell, str(change.new), places, texts) for change in repair.changes)
    return f"{steps}：{grounds(problem, repair, forms)}"


def grounds(problem: Problem, repair: Repair, forms: Iterable[TableForm]) -> str:
    """What speaks for a repair: the slip it takes back, what holds afterwards, what says the same."""
    parts = [form.part for form in forms if problem.cells[0] in form.cells]
    held = f"改后{''.join(parts)} {len(problem.equations)} 处勾稽全部成立" if problem.equations else ""
    new = {str(change.new) for change in repair.changes}
    stated = dict.fromkeys(key.split()[2] for key in repair.evidence if key.startswith("prose"))
    said = [value for value in stated if value in new]
    prose = f"正文写的也是 {'、'.join(said)}" if said else ""
    last_year = "与上年报告一致" if any(key.startswith("last_year") for key in repair.evidence) else ""
    return "；".join(part for part in (repair.reason, held, prose, last_year) if part)


def _step(cell: str, new: str, places: Mapping[str, CellPlace], texts: Mapping[str, str]) -> str:
    old = " ".join(texts.get(cell, "").split()) or "空白"
    return f"将{place_name(places[cell])}由 {old} 改为 {new}"
