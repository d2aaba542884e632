"""Tables to mend: right ones of any size, a small form that can be searched by brute force, and helpers."""

from collections.abc import Iterable, Mapping
from random import Random

from core.forms import Equation, Heading, Section, TableForm, editions
from core.repair import Problem
from tests.benchmarks.repair.truth import draw_truth


def form(edition: str, table: str) -> TableForm:
    return editions()[edition].tables[table]


def right_table(table: TableForm, seed: int) -> dict[str, int]:
    """A right table; every size from all zeros to thousands comes up over the seeds."""
    return draw_truth(Random(seed), table).values


def broken(table: TableForm, values: Mapping[str, int]) -> set[str]:
    """Rules that do not hold, reckoned here and not by the code under test."""
    return {
        e.rule
        for e in table.equations
        if all(c in values for c in e.cells)
        and sum(values[c] for c in e.left) != sum(values[c] for c in e.right)
    }


def mended(values: Mapping[str, int], problems: Iterable[Problem], choice: int = 0) -> dict[str, int]:
    """The figures after one repair of every problem is accepted."""
    after = dict(values)
    for problem in problems:
        after |= {change.cell: change.new for change in problem.repairs[choice].changes}
    return after


def small_form() -> TableForm:
    """表三 in little: two kinds of applicants and two results, 18 cells, 12 equations."""
    rows = ("new", "carried_in", "granted", "partial", "closed", "carried_out")
    columns = ("natural", "business", "total")
    cell = "requests.{}.{}".format
    equations = [
        *(
            _equation("balance", c, [cell(r, c) for r in rows[:2]], [cell(r, c) for r in rows[4:]])
            for c in columns
        ),
        *(_equation("closed", c, [cell("closed", c)], [cell(r, c) for r in rows[2:4]]) for c in columns),
        *(_equation("sum", r, [cell(r, "total")], [cell(r, c) for c in columns[:2]]) for r in rows),
    ]
    section = Section(tuple(Heading(r, r) for r in rows), tuple(Heading(c, c) for c in columns))
    return TableForm("requests", "小表", "", "", (), "small", (section,), tuple(equations))


def _equation(kind: str, end: str, left: list[str], right: list[str]) -> Equation:
    return Equation(f"requests.{kind}.{end}", "requests", kind, tuple(left), tuple(right))


def small_table(figures: Iterable[int]) -> dict[str, int]:
    """A right small table from eight figures: granted, partial, carried_out, carried_in by column.

    ``new`` is what is left, so carried_in is cut to what was settled or carried on.
    """
    g1, g2, p1, p2, out1, out2, in1, in2 = figures
    natural = {"granted": g1, "partial": p1, "closed": g1 + p1, "carried_out": out1}
    business = {"granted": g2, "partial": p2, "closed": g2 + p2, "carried_out": out2}
    for column, carried in ((natural, in1), (business, in2)):
        every = column["closed"] + column["carried_out"]
        column["carried_in"] = min(carried, every)
        column["new"] = every - column["carried_in"]
    values = {f"requests.{r}.natural": v for r, v in natural.items()}
    values |= {f"requests.{r}.business": v for r, v in business.items()}
    values |= {f"requests.{r}.total": natural[r] + business[r] for r in natural}
    return {c: values[c] for c in small_form().cells}
