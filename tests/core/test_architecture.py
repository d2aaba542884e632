"""What the architecture forbids, checked on the source."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
NEW_DOCUMENTS = (ROOT / "core" / "export", ROOT / "core" / "batch" / "summary")
"""The rooms that make documents, which others enter only when one is wanted."""
PAGES = ROOT / "core" / "formats" / "html"
"""The only room with a parser of others: web pages are too broken for anything but one that forgives."""
CORE = sorted((ROOT / "core").rglob("*.py"))


def imported(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
    return names


@pytest.mark.parametrize("path", CORE, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_core_knows_neither_the_window_nor_a_document_library(path):
    roots = {name.split(".")[0] for name in imported(path)}
    assert not roots & {"gui", "PySide6", "shiboken6"}
    if path.parent != PAGES:
        assert "lxml" not in roots
    if path.parent not in NEW_DOCUMENTS:
        assert not roots & {"docx", "openpyxl", "fpdf", "fontTools"}


@pytest.mark.parametrize("folder", ["packaging", "resources"])
def test_data_folders_are_no_packages(folder):
    assert not (ROOT / folder / "__init__.py").exists()
