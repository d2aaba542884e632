"""Where a sentence may end a line."""

import pytest
from PySide6.QtGui import QTextLayout, QTextOption

from gui.punctuation import unbroken


@pytest.mark.parametrize("width", range(20, 200, 5))
def test_no_line_ends_beside_a_number(qapp, width):
    text = unbroken("各项之和 320，总计 14，差 306 件")
    layout = QTextLayout(text)
    layout.setTextOption(QTextOption())
    layout.beginLayout()
    ends = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        ends.append(line.textStart() + line.textLength())
    layout.endLayout()
    assert len(ends) > 1 or width > 100
    assert not any(text[end - 1].isspace() for end in ends)
