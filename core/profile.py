"""What a county's office asks beyond the national rules."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from core.catalogue import rule_of
from core.findings import Finding, Severity


@dataclass(frozen=True, slots=True)
class Profile:
    """Local requirements; the default has none.

    off: catalogue or public ids of checks not to be made. severities: other gravity for some. deadline: month
    and day by which the report must be published (the year after the one reported on). word_limit: of part
    one, in characters. extra_rows: labels of rows that the province adds to the tables. units: further
    measure words for requests in prose.
    """

    name: str = ""
    off: frozenset[str] = frozenset()
    severities: Mapping[str, Severity] = field(default_factory=dict)
    deadline: tuple[int, int] | None = None
    word_limit: int | None = None
    extra_rows: tuple[str, ...] = ()
    units: tuple[str, ...] = ()

    def applied(self, findings: Iterable[Finding]) -> Iterator[Finding]:
        """The findings as this office wants them: without what is off, with its own severities."""
        for finding in findings:
            names = _names(finding) if self.off or self.severities else ()
            if not self.off.intersection(names):
                wanted = next((self.severities[n] for n in names if n in self.severities), None)
                yield replace(finding, severity=wanted) if wanted else finding


def _names(finding: Finding) -> tuple[str, ...]:
    """The ids under which a profile may speak of a finding's check, the most exact first."""
    rule = rule_of(finding.rule)
    return (finding.rule, rule.id) if rule else (finding.rule,)


NATIONAL = Profile()
