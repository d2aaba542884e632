"""How reports stood when they were last seen: kept in the settings, shown on the start page."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from core.findings import Count
from gui.settings import STANDINGS, Settings
from gui.window.glance import counts, glance

if TYPE_CHECKING:
    from core.review import Review


@dataclass(frozen=True, slots=True)
class Standing:
    """kind: the sign, see ``Glance``. count: the findings. when: it was seen so."""

    kind: str
    count: Count
    when: datetime

    @property
    def text(self) -> str:
        """「必改 3 处 · 疑点 2 处」; of a report without findings what is known of it."""
        calm = _tr("没有找到表格") if self.kind == "warning" else _tr("没有发现问题")
        return counts(self.count) or calm


def standing_of(review: Review, when: datetime) -> Standing:
    """How a report stands now."""
    return Standing(glance(review).kind, review.count, when)


def note(settings: Settings, path: Path, standing: Standing) -> None:
    """Keep how a report stands; what is kept of reports no longer among the recent ones goes."""
    kept = {**standings(settings), path: standing}
    recent = settings.recent
    data = {
        str(p): [s.kind, s.count.error, s.count.warning, s.count.advice, s.when.isoformat(timespec="minutes")]
        for p, s in kept.items()
        if p in recent
    }
    settings.set(STANDINGS, json.dumps(data, ensure_ascii=False))


def standings(settings: Settings) -> Mapping[Path, Standing]:
    """What is kept, by path; an entry that cannot be read counts as none."""
    try:
        data = json.loads(settings.get(STANDINGS) or "{}")
        return {Path(path): _read(*values) for path, values in data.items()}
    except (ValueError, TypeError, AttributeError):
        return {}


def _read(kind: str, error: int, warning: int, advice: int, when: str) -> Standing:
    return Standing(str(kind), Count(int(error), int(warning), int(advice)), datetime.fromisoformat(when))


def day_of(when: datetime, today: date) -> str:
    """「今天 16:20」, 「昨天 9:05」, 「1月8日」, 「2025年12月3日」."""
    time = f"{when:%H:%M}"
    if when.date() == today:
        return _tr("今天 {time}").format(time=time)
    if when.date() == today - timedelta(days=1):
        return _tr("昨天 {time}").format(time=time)
    this = _tr("{when.month}月{when.day}日")
    other = _tr("{when.year}年{when.month}月{when.day}日")
    return (this if when.year == today.year else other).format(when=when)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Standing", text)
