"""Properties of what is seen first, set by the names of their values as a form of Qt Designer sets them.

``Qt.AlignmentFlag`` and the like would do the same, but when Python is asked for the first name of the
namespace ``Qt`` it makes all 1,200 of them, a tenth of the whole start. So modules that are imported before
the first paint build with this, and write ``QtCore.Qt`` where they need a name later.
"""

from PySide6.QtCore import QObject


def assign(thing: QObject, **values: str) -> None:
    """Set properties, for example ``assign(label, alignment="AlignTop|AlignLeft")``.

    Raises ValueError where there is no such property or value.
    """
    for name, value in values.items():
        if not thing.setProperty(name, value):
            raise ValueError(f"{type(thing).__name__}.{name} cannot be {value}")
