"""How reports stood when they were last seen: kept in the settings, shown on the start page."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QByteArray, QCoreApplication, QJsonDocument

from gui.settings import STANDINGS, Settings
from gui.severities import counts

if TYPE_CHECKING:
    from datetime import datetime

    from core.review import Review


class Standing(NamedTuple):
    """kind: the sign, see ``Glance``. found: errors, warnings, pieces of advice. when: it was seen so."""

    kind: str
    found: tuple[int, int, int]
    when: datetime

    @property
    def text(self) -> str:
        """「必改 3 处 · 疑点 2 处」; of a report without findings what is known of it."""
        calm = _tr("没有找到表格") if self.kind == "warning" else _tr("没有发现问题")
        return counts(self.found) or calm


def standing_of(review: Review, when: datetime) -> Standing:
    """How a report stands now."""
    from gui.window.glance import glance

    return Standing(glance(review).kind, review.count, when)


def note(settings: Settings, path: Path, standing: Standing) -> None:
    """Keep how a report stands; what is kept of reports no longer among the recent ones goes."""
    import json

    kept = {**standings(settings), path: standing}
    recent = settings.recent
    data = {
        str(p): [s.kind, *s.found, s.when.isoformat(timespec="minutes")]
        for p, s in kept.items()
        if p in recent
    }
    settings.set(STANDINGS, json.dumps(data, ensure_ascii=False))


def standings(settings: Settings) -> Mapping[Path, Standing]:
    """What is kept, by path; an entry that cannot be read counts as none."""
    stored = QByteArray(settings.get(STANDINGS).encode())
    kept: Mapping[str, Any] = QJsonDocument.fromJson(stored).object()
    try:
        return {Path(path): _read(*values) for path, values in kept.items()}
    except (ValueError, TypeError):
        return {}


def _read(kind: str, error: int, warning: int, advice: int, when: str) -> Standing:
    from datetime import datetime

    return Standing(str(kind), (int(error), int(warning), int(advice)), datetime.fromisoformat(when))


def day_of(when: datetime, now: datetime) -> str:
    """「今天 16:20」, 「昨天 9:05」, 「1月8日」, 「2025年12月3日」."""
    time = f"{when:%H:%M}"
    days = (now.date() - when.date()).days
    if days in (0, 1):
        said = _tr("昨天 {time}") if days else _tr("今天 {time}")
        return said.format(time=time)
    this = _tr("{when.month}月{when.day}日")
    other = _tr("{when.year}年{when.month}月{when.day}日")
    return (this if when.year == now.year else other).format(when=when)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Standing", text)
