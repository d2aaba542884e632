"""The catalogue of checks: what each is called, how grave it is, on what basis it rests.

Read from ``resources/checks/catalogue``, one file a group (A 表三 … H 数字书写). Source: domain rules §2.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from core.findings import Area, Finding, Fix, Place, Severity
from core.resources import ROOT


@dataclass(frozen=True, slots=True)
class Rule:
    """One check.

    id: of the catalogue (``G10``). name: in a few words. basis: regulation, notice or local practice, as the
    clerk would cite it. explain: what is compared and why, two sentences at most (the help shows it).
    ids: the public ids it is reported under where they are not its own (``requests.balance.`` for A01; one
    that ends in a dot stands for all that begin so).
    """

    id: str
    name: str
    severity: Severity
    area: Area
    basis: str
    explain: str
    ids: tuple[str, ...] = ()


@cache
def rules() -> Mapping[str, Rule]:
    """Every check by its catalogue id, in the catalogue's order."""
    found: dict[str, Rule] = {}
    for path in sorted((ROOT / "checks" / "catalogue").glob("*.toml")):
        for id_, entry in tomllib.loads(path.read_text(encoding="utf-8")).items():
            found[id_] = _rule(id_, entry)
    return found


def _rule(id_: str, entry: Mapping[str, Any]) -> Rule:
    return Rule(
        id_,
        entry["name"],
        entry["severity"],
        entry["area"],
        entry["basis"],
        entry["explain"],
        tuple(entry.get("ids", ())),
    )


def rule_of(public: str) -> Rule | None:
    """The check that reports under this public id, None where the catalogue has none."""
    return rules().get(public) or next((r for prefix, r in _prefixes() if _is_under(public, prefix)), None)


@cache
def _prefixes() -> tuple[tuple[str, Rule], ...]:
    return tuple((prefix, rule) for rule in rules().values() for prefix in rule.ids)


def _is_under(public: str, prefix: str) -> bool:
    return public == prefix or (prefix.endswith(".") and public.startswith(prefix))


def finding(
    rule: str,
    detail: str,
    *,
    severity: Severity | None = None,
    table: str = "",
    cells: tuple[str, ...] = (),
    expected: str | None = None,
    found: str | None = None,
    places: tuple[Place, ...] = (),
    fixes: tuple[Fix, ...] = (),
) -> Finding:
    """A finding of a catalogue rule, with its area and, unless one is given, its severity."""
    entry = rules()[rule]
    return Finding(
        rule,
        severity or entry.severity,
        entry.area,
        table,
        cells,
        expected,
        found,
        detail=detail,
        places=places,
        fixes=fixes,
    )
