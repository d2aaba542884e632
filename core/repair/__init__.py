"""Which cell is wrong, and what should it be: the smallest believable changes that make all sums hold."""

from core.repair.evidence import Evidence
from core.repair.problems import find_problems
from core.repair.results import Change, Problem, Repair

__all__ = ["Change", "Evidence", "Problem", "Repair", "find_problems"]
