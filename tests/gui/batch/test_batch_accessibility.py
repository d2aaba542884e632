"""The batch window, walked through like the others in ``tests/gui/test_accessibility.py``."""

import pytest
from PySide6.QtWidgets import QTabWidget

from tests.gui.test_accessibility import nameless, without_tab

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def test_every_control_has_a_name_and_a_way_there(checked):
    left = nameless(checked) + without_tab(checked)
    for tabs in checked.findChildren(QTabWidget):
        for number in range(tabs.count()):
            tabs.setCurrentIndex(number)
            left += nameless(checked) + without_tab(checked)
    assert not left
