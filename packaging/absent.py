"""Runs first in the frozen program: modules that are left out on purpose, as far as imports ask for them.

fpdf2 derives classes from those that fetch pictures from the web, and takes ``patch`` from unittest.mock to
sign files. Nobody here asks for either, and nothing of this program should reach a network; so it is given
the names, with nothing behind them.
"""

import sys
from importlib import import_module
from types import ModuleType


class _Absent(ModuleType):
    def __getattr__(self, name: str) -> type:
        if name.startswith("__"):
            raise AttributeError(name)
        return type(name, (), {})


for _name in ("http.client", "unittest", "unittest.mock", "urllib.request"):
    sys.modules[_name] = _Absent(_name)
    _package, _, _module = _name.rpartition(".")
    if _package:
        setattr(import_module(_package), _module, sys.modules[_name])
