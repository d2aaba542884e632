"""The frozen program cannot reach a network, and what it exports does not miss it."""

import json
import subprocess
import sys

from project import PACKAGING, ROOT

from core.resources import ROOT as RESOURCES
from tests.layouts import balanced
from tests.pdfs import report


def test_every_export_works_without_the_modules_left_out(tmp_path):
    sample = next((RESOURCES / "samples").glob("*.txt"))
    code = (
        "import runpy, sys\nsys.modules |= dict.fromkeys(('ssl', '_hashlib', 'asyncio', 'PIL'))\n"
        f"runpy.run_path({str(PACKAGING / 'absent.py')!r})\n"
        "from core.cli import main\n"
        f"sys.exit(main(['export', {str(sample)!r}, '-o', sys.argv[1]]))"
    )
    for kind in ("docx", "xlsx", "html", "pdf"):
        target = tmp_path / f"导出.{kind}"
        run = subprocess.run([sys.executable, "-c", code, target], cwd=ROOT, capture_output=True, text=True)
        assert run.returncode == 0, run.stderr
        assert target.stat().st_size


def test_a_pdf_is_read_without_the_modules_left_out():
    code = (
        "import runpy, sys\nsys.modules |= dict.fromkeys(('ssl', '_hashlib', 'asyncio', 'PIL', 'numpy'))\n"
        f"runpy.run_path({str(PACKAGING / 'absent.py')!r})\n"
        "from gui.entry import main\n"
        "sys.exit(main(['--read-pdf']))"
    )
    data = report(balanced())
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, input=data, capture_output=True)
    assert run.returncode == 0, run.stderr
    assert sum(isinstance(block, list) for block in json.loads(run.stdout)["blocks"]) == 3
