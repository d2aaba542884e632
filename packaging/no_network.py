"""Runs first in the frozen program: the modules that fetch from a network are not there.

fpdf2 derives classes from theirs, for pictures on the web that nobody here asks for; those names are given to
it empty. Without this it could not be imported, since the bundled Python has no ssl.
"""

import http
import sys
import urllib
from types import ModuleType


class _Absent(ModuleType):
    def __getattr__(self, name: str) -> type:
        if name.startswith("__"):
            raise AttributeError(name)
        return type(name, (), {})


for _package, _module in ((http, "client"), (urllib, "request")):
    _name = f"{_package.__name__}.{_module}"
    sys.modules[_name] = _Absent(_name)
    setattr(_package, _module, sys.modules[_name])
