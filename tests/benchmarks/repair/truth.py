"""Right tables such as public bodies publish: their sizes, rows full of zeros, ways to write zero."""

from dataclasses import dataclass
from random import Random

from core.forms import TableForm, editions

SIZES = ((10, 0, 0), (28, 1, 5), (24, 6, 40), (22, 40, 300), (11, 300, 1500), (5, 1500, 9000))
GROUP_SIZES = ((30, 0, 0), (36, 1, 5), (24, 6, 40), (10, 40, 300))
"""(weight, least, most) requests a table, cases a group of 表四."""

ROWS = {
    "granted": 0.45,
    "unable.not_held": 0.22,
    "partial": 0.08,
    "other": 0.06,
    "other.misc": 0.06,
    "refused.inquiry": 0.03,
    "declined.petition": 0.03,
    "unable.unclear": 0.02,
    "other.no_correction": 0.02,
    "declined.duplicate": 0.015,
}
COLUMNS = {"natural": 0.88, "business": 0.07}
OUTCOMES = {"upheld": 0.55, "corrected": 0.15, "other": 0.15, "pending": 0.15}
ZEROS = (("0", 80), ("/", 13), ("", 7))
FORMS = (("2021", "requests", 72), ("2019", "requests", 9), ("2021", "challenges", 19))

OWN_REQUESTS = (
    {"new": 12, "carried_in": 1, "granted": 11, "partial": 1, "refused.process": 1},
    {"new": 66, "granted": 66},
)
OWN_CHALLENGES = ((7, 11, 7, 4, 29, 16, 18, 1, 10, 45, 5, 2, 0, 4, 11),)


@dataclass(frozen=True)
class Truth:
    """A table without a fault. zero: how its zeros are written."""

    form: TableForm
    values: dict[str, int]
    zero: str


def draw_form(rng: Random) -> TableForm:
    edition, table, _ = rng.choices(FORMS, [weight for *_, weight in FORMS])[0]
    return editions()[edition].tables[table]


def draw_truth(rng: Random, form: TableForm) -> Truth:
    """A right table of ``form``."""
    zero = rng.choices([z for z, _ in ZEROS], [w for _, w in ZEROS])[0]
    values = _challenges(rng, form) if form.id == "challenges" else _requests(rng, form)
    return Truth(form, values, zero)


def _size(rng: Random, sizes: tuple[tuple[int, int, int], ...]) -> int:
    _, least, most = rng.choices(sizes, [weight for weight, *_ in sizes])[0]
    return rng.randint(least, most)


def _perturbed(rng: Random, shares: dict[str, float]) -> list[float]:
    return [share * rng.gammavariate(1.2, 1 / 1.2) for share in shares.values()]


def _requests(rng: Random, form: TableForm) -> dict[str, int]:
    table = form.id
    columns = [str(c.id) for c in form.sections[0].column_leaves if c.id != "total"]
    rows = [str(r.id) for r in form.sections[0].row_leaves]
    results = [r for r in rows if r not in ("new", "carried_in", "closed", "carried_out")]
    values = dict.fromkeys(form.cells, 0)
    if rng.random() < 0.06:
        values |= {f"{table}.{row}.natural": count for row, count in rng.choice(OWN_REQUESTS).items()}
    else:
        size = _size(rng, SIZES)
        row_shares = _perturbed(rng, {r: ROWS.get(r, 0.01) for r in results})
        column_shares = _perturbed(rng, {c: COLUMNS.get(c, 0.0125) for c in columns})
        waiting, earlier = rng.gammavariate(1.0, 0.05), rng.gammavariate(1.0, 0.05)
        for column in rng.choices(columns, column_shares, k=size):
            into = "carried_in" if rng.random() < earlier else "new"
            out = "carried_out" if rng.random() < waiting else rng.choices(results, row_shares)[0]
            values[f"{table}.{into}.{column}"] += 1
            values[f"{table}.{out}.{column}"] += 1
    for column in columns:
        values[f"{table}.closed.{column}"] = sum(values[f"{table}.{r}.{column}"] for r in results)
    for row in rows:
        values[f"{table}.{row}.total"] = sum(values[f"{table}.{row}.{c}"] for c in columns)
    return values


def _challenges(rng: Random, form: TableForm) -> dict[str, int]:
    if rng.random() < 0.12:
        return dict(zip(form.cells, rng.choice(OWN_CHALLENGES), strict=True))
    values: dict[str, int] = {}
    for group in ("reconsideration", "direct_suit", "later_suit"):
        drawn = rng.choices(list(OUTCOMES), _perturbed(rng, OUTCOMES), k=_size(rng, GROUP_SIZES))
        values |= {f"{form.id}.{group}.{outcome}": drawn.count(outcome) for outcome in OUTCOMES}
        values[f"{form.id}.{group}.total"] = len(drawn)
    return values
