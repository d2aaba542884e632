"""Reports that were really published, with the slips of real reports put in."""

import json
from pathlib import Path
from typing import Any

import pytest

from core.repair import find_problems
from tests.core.repair.tables import form

FOLDER = Path(__file__).resolve().parents[4] / "shared" / "samples" / "broken"
SAMPLES = sorted(FOLDER.glob("*.json"))

pytestmark = pytest.mark.skipif(not SAMPLES, reason="the sample reports are not beside this checkout")


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name.split(".")[0])
def test_the_slips_of_the_samples_are_found(path: Path) -> None:
    report: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    for name in ("requests", "challenges"):
        table = form(report["edition"], name)
        true = {c["cell"]: c["true"] for c in report["changes"] if c["cell"] in table.cells}
        values = {cell: int(report["cells"].get(cell) or 0) for cell in table.cells}
        problems = find_problems(table, values)
        assert sorted(r for p in problems for r in p.equations) == [
            r for r in report["broken"] if r.startswith(name)
        ]
        offered = [{c.cell: c.new for c in r.changes} for p in problems for r in p.repairs[:3]]
        right = [repair for repair in offered if repair.items() <= true.items()]
        assert {cell for repair in right for cell in repair} == true.keys()


@pytest.mark.parametrize("start", ["e01", "e02", "e03", "e13"])
def test_what_the_sums_settle_comes_first_and_for_certain(start: str) -> None:
    path = next(p for p in SAMPLES if p.name.startswith(start))
    report: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    table = form(report["edition"], "requests")
    values = {cell: int(report["cells"].get(cell) or 0) for cell in table.cells}
    (problem,) = find_problems(table, values)
    assert {c.cell: c.new for c in problem.repairs[0].changes} == {
        c["cell"]: c["true"] for c in report["changes"]
    }
    assert problem.repairs[0].certain
