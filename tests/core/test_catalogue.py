"""The catalogue of checks names everything that a report can be told."""

import pytest

from core.catalogue import finding, rule_of, rules
from core.findings import Finding
from core.forms import editions
from core.profile import Profile


def test_every_arithmetic_rule_stands_in_the_catalogue():
    for form in editions().values():
        for table in form.tables.values():
            assert all(rule_of(e.rule) is not None for e in table.equations)


@pytest.mark.parametrize("rule", rules().values(), ids=lambda r: r.id)
def test_every_entry_says_on_what_basis_and_what_it_compares(rule):
    assert rule.name
    assert rule.basis
    assert rule.explain.endswith("。")
    assert rule.severity in ("error", "warning", "advice")
    assert rule.area in ("table", "history", "prose", "outline", "number")


@pytest.mark.parametrize(
    ("public", "entry"),
    [
        ("number.unreadable", "H06"),
        ("number.negative", "H05"),
        ("number.decimal", "H04"),
        ("number.uncalculated", "H10"),
        ("number.uncertain", "H11"),
        ("number.unit", "C07"),
        ("table.incomplete", "E08"),
        ("table.missing", "E08"),
        ("table.empty", "E08"),
        ("table.repeated", "E08"),
        ("history.in_force.normative", "C02"),
    ],
)
def test_what_is_reported_under_another_id_has_its_entry_too(public, entry):
    assert rule_of(public).id == entry


def test_public_ids_lead_to_their_entry():
    assert rule_of("requests.balance.natural").id == "A01"
    assert rule_of("challenges.sum.reconsideration").id == "B01"
    assert rule_of("no.such.rule") is None


def test_a_finding_takes_severity_and_area_from_the_catalogue():
    found = finding("A01", "两边不等")
    assert (found.severity, found.area) == (rules()["A01"].severity, rules()["A01"].area)
    assert finding("A01", "两边不等", severity="advice").severity == "advice"


def test_a_profile_turns_checks_off_or_down_by_catalogue_or_public_id():
    balance = Finding("requests.balance.natural", "error", "table")
    total = Finding("requests.sum.new", "error", "table")
    assert list(Profile(off=frozenset(["A01"])).applied([balance, total])) == [total]
    (softer,) = Profile(severities={"requests.sum.new": "warning"}).applied([total])
    assert softer.severity == "warning"
