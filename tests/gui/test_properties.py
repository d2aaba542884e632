"""Properties set by the names of their values."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from gui.properties import assign


def test_names_mean_the_values_of_qt(qtbot):
    label = QLabel()
    qtbot.addWidget(label)
    assign(label, alignment="AlignTop|AlignRight", focusPolicy="NoFocus")
    assert label.alignment() == Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight
    assert label.focusPolicy() == Qt.FocusPolicy.NoFocus


@pytest.mark.parametrize(("name", "value"), [("alignment", "AlignUp"), ("alinement", "AlignTop")])
def test_a_misspelt_name_is_not_passed_over(qtbot, name, value):
    label = QLabel()
    qtbot.addWidget(label)
    with pytest.raises(ValueError, match=name):
        assign(label, **{name: value})
