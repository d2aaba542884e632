"""The reports with known truth that lie beside the project, where they are present."""

import json
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parents[2] / "shared" / "samples"
SUFFIXES = (".txt", ".docx", ".xlsx", ".html", ".pdf")


def paths(expectation: str | None = None) -> list[Path]:
    """Report files, all or those of one expectation; empty where the folder is absent."""
    found = sorted(p for p in FOLDER.rglob("*") if p.suffix in SUFFIXES and truth_path(p).exists())
    return [p for p in found if expectation is None or truth(p)["expect"] == expectation]


def truth_path(path: Path) -> Path:
    return path.with_name(path.name + ".json")


def truth(path: Path) -> dict[str, Any]:
    return json.loads(truth_path(path).read_text(encoding="utf-8"))


def name(path: Path) -> str:
    return path.relative_to(FOLDER).as_posix()
