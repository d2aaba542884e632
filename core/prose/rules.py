"""Under which check of the catalogue a mention is judged."""

from collections.abc import Mapping
from functools import cache

from core.prose.loading import data
from core.prose.sentence import Mention


def rule_of(mention: Mention) -> str:
    """Id in the catalogue of checks (``G03``). That there is none of something has checks of its own."""
    own = _rules("denials").get(mention.meaning) if mention.denies else None
    family = mention.meaning.split(".")[0] + "."
    return own or _rules("rules").get(mention.meaning) or _rules("rules")[family]


@cache
def _rules(table: str) -> Mapping[str, str]:
    return {meaning: rule for rule, meanings in data()[table].items() for meaning in meanings}
