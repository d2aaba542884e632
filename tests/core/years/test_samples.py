"""The five published reports: what is told of their years and units, and nothing else."""

import pytest

from core.sitting import open_review
from tests import samples

OWN = ("F", "E12", "E13", "E16")
EXPECTED = {
    "000_smx_2020": [],
    "001_jinhua_2023": [("E12", "warning")],
    "002_naxi_2021": [("E12", "advice")],
    "003_gaoling_2022": [("E12", "warning")],
    "004_licheng_2019": [("E16", "advice")],
}
FOLDER = samples.FOLDER / "reports"


@pytest.mark.skipif(not FOLDER.exists(), reason="the samples are not here")
@pytest.mark.parametrize("name", EXPECTED)
def test_of_a_published_report_only_what_is_so_is_told(name):
    findings = open_review(FOLDER / f"{name}.txt").findings
    assert [(f.rule, f.severity) for f in findings if f.rule.startswith(OWN)] == EXPECTED[name]
