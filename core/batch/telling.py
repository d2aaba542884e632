"""What stands in a record, in words."""

from collections.abc import Iterable, Mapping
from typing import Any

from core.catalogue import rules
from core.forms import editions
from core.wording import cell_name

STATES = {"checked": "已核对", "blank": "表格空白", "no_tables": "没有法定表格", "unreadable": "打不开"}


def kind_name(kind: str) -> str:
    """A check by its number and name."""
    rule = rules().get(kind)
    return f"{kind} {rule.name}" if rule else kind


def advice_for(record: Mapping[str, Any]) -> dict[str, str]:
    """The suggestion for each broken equation, by its rule id; one for a group stands at its first."""
    found: dict[str, str] = {}
    for problem in record["problems"]:
        repair = next(iter(problem["repairs"]), None)
        said = problem["note"] if repair is None else repair["reason"]
        for number, rule in enumerate(problem["rules"]):
            found[rule] = said if number == 0 else "同上"
    return found


def suggestion(finding: Mapping[str, Any], advice: Mapping[str, str]) -> str:
    """What to do about a finding; advice: of its report. Empty where there is nothing to propose."""
    return advice.get(finding["rule"], "") or "；或".join(fix["label"] for fix in finding["fixes"])


def where(finding: Mapping[str, Any], edition: str | None) -> str:
    """The cells and words a finding points to."""
    names = cell_names(finding["cells"][:3], edition)
    if len(finding["cells"]) > len(names) > 0:
        names[-1] += f"等 {len(finding['cells'])} 格"
    quotes = [f"“{place['text'][:40]}”" for place in finding["places"][:2]]
    return "、".join([*names, *quotes])


def cell_names(cells: Iterable[str], edition: str | None) -> list[str]:
    """In the form's words; of either edition, since a report may mix them."""
    forms = [editions()[edition]] if edition and edition in editions() else []
    tables = [table for form in (*forms, *editions().values()) for table in form.tables.values()]
    tabled = ((id_, next((t for t in tables if id_ in t.cells), None)) for id_ in cells)
    return [cell_name(table, id_) for id_, table in tabled if table is not None]
