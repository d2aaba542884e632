"""The kinds of rows the dialog of settings is made of. A row shows one option and writes it when asked to."""

from collections.abc import Mapping
from typing import Protocol

from PySide6.QtWidgets import QComboBox, QLineEdit, QSpinBox, QWidget

from gui.settings import Option, Settings
from gui.theme import sizes
from gui.widgets.choices import Check

_WIDTH = 11  # em
_MOST = 60  # characters


class Row(Protocol):
    """label: what stands before it, with the letter that leads there. widget: what is operated."""

    @property
    def label(self) -> str: ...

    @property
    def widget(self) -> QWidget: ...

    def store(self, settings: Settings) -> None:
        """Write what stands there now."""


class ChoiceRow:
    """One of a few values, each by its name; in the option's order."""

    def __init__(
        self, label: str, option: Option[str], names: Mapping[str, str], settings: Settings, parent: QWidget
    ) -> None:
        self.label = label
        self.widget = self._box = QComboBox(parent)
        self._option = option
        for value in option.choices:
            self._box.addItem(names[value], value)
        self._box.setCurrentIndex(self._box.findData(settings.get(option)))
        _narrow(self._box)

    def store(self, settings: Settings) -> None:
        settings.set(self._option, self._box.currentData())


class PercentRow:
    """A number in percent, from ``least`` to ``most`` in steps."""

    def __init__(
        self,
        label: str,
        option: Option[int],
        limits: tuple[int, int, int],
        settings: Settings,
        parent: QWidget,
    ) -> None:
        self.label = label
        self.widget = self._box = QSpinBox(parent)
        self._option = option
        least, most, step = limits
        self._box.setRange(least, most)
        self._box.setSingleStep(step)
        self._box.setSuffix(" %")
        self._box.setValue(settings.get(option))
        _narrow(self._box)

    def store(self, settings: Settings) -> None:
        settings.set(self._option, self._box.value())


def _narrow(box: QWidget) -> None:
    """As wide as any short value needs; all alike."""
    box.setFixedWidth(sizes(box.fontMetrics()).em * _WIDTH)


class SwitchRow:
    """Yes or no, with a sentence that says to what."""

    def __init__(
        self, label: str, option: Option[bool], text: str, settings: Settings, parent: QWidget
    ) -> None:
        self.label = label
        self.widget = self._box = Check(text, parent)
        self._option = option
        self._box.setChecked(settings.get(option))

    def store(self, settings: Settings) -> None:
        settings.set(self._option, self._box.isChecked())


class TextRow:
    """A few words; ``usual``: says what counts while nothing stands there."""

    def __init__(
        self, label: str, option: Option[str], usual: str, settings: Settings, parent: QWidget
    ) -> None:
        self.label = label
        self.widget = self._line = QLineEdit(settings.get(option), parent, maxLength=_MOST)
        self._option = option
        self._line.setPlaceholderText(usual)
        self._line.setFixedWidth(sizes(self._line.fontMetrics()).em * _WIDTH * 2)

    def store(self, settings: Settings) -> None:
        settings.set(self._option, self._line.text().strip())
