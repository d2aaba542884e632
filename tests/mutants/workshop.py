"""A copy of the program in which mutmut can change any function, decorated ones too."""

import shutil
from collections.abc import Sequence
from pathlib import Path

import libcst as cst

ROOT = Path(__file__).parents[2]
_COPIED = ("core", "tests", "resources")
_CACHES = {"lru_cache", "cache"}
_PROPERTIES = {"property", "cached_property"}

_SETTINGS = """
[tool.mutmut]
source_paths = ["core"]
also_copy = ["resources", "conftest.py"]
only_mutate = {files}
pytest_add_cli_args = {leave}
pytest_add_cli_args_test_selection = {tests}
process_isolation = "forkserver"
timeout_constant = 2.0
use_git_change_detection = false

[tool.pytest.ini_options]
addopts = "-p no:xdist -p no:pytest-qt -p no:cacheprovider"
filterwarnings = ["error"]
"""

_CONFTEST = """
import json
from collections import defaultdict
from pathlib import Path

from hypothesis import Phase, settings

CASES = {cases}

settings.register_profile(
    "mutants", derandomize=True, deadline=None, database=None, phases=[Phase.explicit, Phase.generate]
)
settings.load_profile("mutants")


def pytest_collection_modifyitems(items):
    cases = defaultdict(list)
    for item in items:
        cases[item.parent, item.originalname].append(item)
    items[:] = [item for alike in cases.values() for item in alike[:CASES]]
    stats = Path("mutmut-stats.json")  # mutmut's own notes of how long each test takes
    if stats.exists():
        durations = json.loads(stats.read_text("utf-8"))["duration_by_test"]
        items.sort(key=lambda item: durations.get(item.nodeid, 0.0))
"""


def furnish(
    folder: Path, files: list[str], tests: list[str], leave: Sequence[str] = (), cases: int | None = None
) -> None:
    """Copy the program to ``folder``, with mutmut's settings for these files and tests."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in _COPIED:
        shutil.rmtree(folder / name, ignore_errors=True)
        if name != "core":  # which mutmut brings up to date itself, with what it knows of old mutants
            shutil.rmtree(folder / "mutants" / name, ignore_errors=True)
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for path in (p for pattern in files for p in folder.glob(pattern)):
        path.write_text(undecorated(path.read_text("utf-8")), "utf-8")
    left = [f"--deselect={test}" for test in leave]
    (folder / "pyproject.toml").write_text(_SETTINGS.format(files=files, tests=tests, leave=left), "utf-8")
    (folder / "conftest.py").write_text(_CONFTEST.format(cases=cases), "utf-8")


def undecorated(source: str) -> str:
    """The same program with caches left out and properties made of plain functions.

    mutmut leaves decorated functions alone, and a cache filled before the mutation would hide it.
    """
    return cst.parse_module(source).visit(_Undecorated()).code


class _Undecorated(cst.CSTTransformer):
    def leave_FunctionDef(  # noqa: N802
        self, original_node: cst.FunctionDef, updated_node: cst.FunctionDef
    ) -> cst.FunctionDef | cst.FlattenSentinel[cst.BaseStatement]:
        names = [_name(decorator) for decorator in updated_node.decorators]
        kept = [d for d, name in zip(updated_node.decorators, names, strict=True) if name not in _CACHES]
        kind = next((name for name in names if name in _PROPERTIES), None)
        if kind is None:
            return updated_node.with_changes(decorators=kept)
        name = updated_node.name.value
        plain = updated_node.with_changes(decorators=[], name=cst.Name(f"get_{name}"))
        return cst.FlattenSentinel([plain, cst.parse_statement(f"{name} = {kind}(get_{name})")])


def _name(decorator: cst.Decorator) -> str:
    node = decorator.decorator
    node = node.func if isinstance(node, cst.Call) else node
    return node.value if isinstance(node, cst.Name) else ""
