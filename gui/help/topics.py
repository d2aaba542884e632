"""What the help has to say: one topic for each check of the catalogue, the keys, the local requirements."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtGui import QKeySequence

from core.catalogue import Rule, rules
from core.profile_file import FILE_NAME
from gui.severities import severity_name
from gui.window.actions import COMMANDS

KEYS, LOCAL = "keys", "local"
"""Topics that are no checks."""

_GROUPS: Mapping[str, str] = {
    "A": str(QT_TRANSLATE_NOOP("Help", "A 表三")),
    "B": str(QT_TRANSLATE_NOOP("Help", "B 表四")),
    "C": str(QT_TRANSLATE_NOOP("Help", "C 表二")),
    "D": str(QT_TRANSLATE_NOOP("Help", "D 跨年")),
    "E": str(QT_TRANSLATE_NOOP("Help", "E 完整性与结构")),
    "F": str(QT_TRANSLATE_NOOP("Help", "F 年度与单位一致")),
    "G": str(QT_TRANSLATE_NOOP("Help", "G 正文与表一致")),
    "H": str(QT_TRANSLATE_NOOP("Help", "H 数字书写")),
}
_GRID_KEYS = (
    ("Return", str(QT_TRANSLATE_NOOP("Help", "确认这一格，往下走；在问题列表里：跳到那一处"))),
    ("Tab", str(QT_TRANSLATE_NOOP("Help", "确认这一格，往右走"))),
    ("F10", str(QT_TRANSLATE_NOOP("Help", "到菜单"))),
)


@dataclass(frozen=True, slots=True)
class Topic:
    """key: a check's number, KEYS or LOCAL. title: in the list. page: as rich text. words: to be searched."""

    key: str
    title: str
    page: str
    words: str

    def holds(self, wanted: str) -> bool:
        """Whether all the words looked for occur."""
        return all(word in self.words for word in wanted.lower().split())


def groups() -> Sequence[tuple[str, Sequence[Topic]]]:
    """The headings of the list with their topics, as it is read."""
    found: list[tuple[str, Sequence[Topic]]] = [(_tr("使用"), (_keys(), _local()))]
    for letter, name in _GROUPS.items():
        topics = tuple(_topic(rule) for id_, rule in rules().items() if id_.startswith(letter))
        if topics:
            found.append((_tr(name), topics))
    return found


def _topic(rule: Rule) -> Topic:
    title = _tr("{id} {name}").format(id=rule.id, name=rule.name)
    severity = severity_name(rule.severity)
    rows = (
        (_tr("级别"), severity),
        (_tr("查什么"), rule.explain),
        (_tr("依据"), rule.basis),
        (_tr("本地要求"), _tr("不做这项检查：off = [{id}]").format(id=f'"{rule.id}"')),
    )
    body = "".join(f"<p><b>{escape(name)}</b><br>{escape(text)}</p>" for name, text in rows)
    words = " ".join((rule.id, rule.name, severity, rule.explain, rule.basis)).lower()
    return Topic(rule.id, title, f"<h2>{escape(title)}</h2>{body}", words)


def _keys() -> Topic:
    title = _tr("快捷键")
    pairs = [
        (_native(command.keys[0]), QCoreApplication.translate("Commands", command.text).rstrip("…"))
        for command in COMMANDS
        if command.keys
    ]
    pairs += [(_native("Ctrl+Z"), _tr("撤销")), (_native("Ctrl+Y"), _tr("重做"))]
    pairs += [(_native(key), _tr(text)) for key, text in _GRID_KEYS]
    rows = "".join(f"<tr><td><b>{escape(k)}</b>&nbsp;&nbsp;</td><td>{escape(t)}</td></tr>" for k, t in pairs)
    words = " ".join(part for pair in pairs for part in (title, *pair)).lower()
    return Topic(KEYS, title, f"<h2>{escape(title)}</h2><table cellpadding='3'>{rows}</table>", words)


def _local() -> Topic:
    title = _tr("本地要求 {name}").format(name=FILE_NAME)
    says = (
        _tr("省、市另有要求时，写一个 {name}，放在报告旁边，或在“设置”里选定；“设置”里可以新建示例文件。"),
        _tr("检查的编号（A01 等）就是这里目录里的编号：off 写不做的检查，[severities] 改级别。"),
    )
    texts = [text.format(name=FILE_NAME) for text in says]
    body = "".join(f"<p>{escape(text)}</p>" for text in texts)
    example = '<pre>off = ["A15", "E15"]\n\n[severities]\nE15 = "疑点"</pre>'
    return Topic(LOCAL, title, f"<h2>{escape(title)}</h2>{body}{example}", " ".join((title, *texts)).lower())


def _native(key: str) -> str:
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Help", text)
