"""What else a file says about the figures: sentences of the same report, and last year's report."""

from collections.abc import Mapping
from random import Random

from core.repair import Evidence
from tests.benchmarks.repair.corrupt import Spoilt, mistyped

WITH_PROSE, COPIED, WRONG_NUMBER = 0.65, 0.25, 0.05
WITH_LAST_YEAR, LAST_YEAR_DISAGREES = 0.5, 0.08
_TYPING = ("off_by_one", "substituted", "lost", "added", "transposed")


def draw_evidence(rng: Random, spoilt: Spoilt) -> list[Evidence]:
    """Evidence as in real files: some right, some wrong, some copied from the wrong table."""
    items: list[Evidence] = []
    if any(spoilt.truth.values.values()) and rng.random() < WITH_PROSE:
        source = spoilt.cells if rng.random() < COPIED else spoilt.truth.values
        items += [_misprinted(rng, e) for e in _sentences(rng, spoilt, source)]
    if spoilt.truth.form.id == "requests" and rng.random() < WITH_LAST_YEAR:
        items += _last_year(rng, spoilt)
    return items


def sentence(key: str, cells: tuple[str, ...], source: Mapping[str, int]) -> Evidence:
    """One number in prose: the sum of ``cells``."""
    return Evidence(key, tuple((c, 1) for c in cells), sum(source[c] for c in cells), "prose")


def _sentences(rng: Random, spoilt: Spoilt, source: Mapping[str, int]) -> list[Evidence]:
    table = spoilt.truth.form.id
    if table == "challenges":
        wanted = [("复议", (f"{table}.reconsideration.total",), 0.7)]
        wanted += [("诉讼", (f"{table}.direct_suit.total", f"{table}.later_suit.total"), 0.6)]
        wanted += [(c, (c,), 0.15) for c in spoilt.grid.ids if not c.endswith("total")]
        return [sentence(key, cells, source) for key, cells, share in wanted if rng.random() < share]
    wanted = [
        ("结转", (f"{table}.carried_in.total",), 0.4),
        ("办结", (f"{table}.closed.total",), 0.6),
        ("结转下年", (f"{table}.carried_out.total",), 0.4),
    ]
    rows = [str(r.id) for r in spoilt.truth.form.sections[0].row_leaves]
    results = [r for r in rows if r not in ("new", "carried_in", "closed", "carried_out")]
    wanted += [(r, (f"{table}.{r}.total",), 0.35 if source[f"{table}.{r}.total"] else 0.03) for r in results]
    groups = {r.split(".")[0] for r in results if "." in r}
    wanted += [
        (g, tuple(f"{table}.{r}.total" for r in results if r.startswith(g + ".")), 0.2)
        for g in sorted(groups)
    ]
    items = [sentence(key, cells, source) for key, cells, share in wanted if rng.random() < share]
    return [_received(rng, table, source), *items] if rng.random() < 0.8 else items


def _received(rng: Random, table: str, source: Mapping[str, int]) -> Evidence:
    """收到 N 件: the new ones, or those with what was carried in."""
    new, both = ((f"{table}.new.total", 1),), ((f"{table}.new.total", 1), (f"{table}.carried_in.total", 1))
    said = both if rng.random() < 0.2 else new
    return Evidence("收到", new, sum(source[c] for c, _ in said), "prose", (both,))


def _misprinted(rng: Random, item: Evidence) -> Evidence:
    wrong = mistyped(rng, item.value, rng.choice(_TYPING)) if rng.random() < WRONG_NUMBER else None
    return item if wrong is None else Evidence(item.key, item.cells, wrong, item.source, item.alternatives)


def _last_year(rng: Random, spoilt: Spoilt) -> list[Evidence]:
    cells = [c for c in spoilt.grid.ids if ".carried_in." in c]
    values = {c: spoilt.truth.values[c] for c in cells}
    if rng.random() < LAST_YEAR_DISAGREES:
        amount = rng.randint(1, 3)
        for cell in (rng.choice(cells[:-1]), cells[-1]):
            values[cell] += amount
    return [Evidence(f"上年:{c}", ((c, 1),), value, "last_year") for c, value in values.items()]
