"""Which suite is taken; and the script for Windows, as far as it can be read without Windows."""

import os
import re
import sys

import pytest

from core.formats.old import KINDS
from core.office import suites
from core.office.libreoffice import LibreOffice
from core.office.suites import CHOSEN, suite_for
from core.office.windows import SCRIPT, Automation, is_registered
from tests.office import needs_scripts

WRITTEN = SCRIPT.read_text(encoding="ascii")
WORD = Automation("Word", "Word.Application", "docx")
EXCEL = Automation("Excel", "Excel.Application", "xlsx")


@needs_scripts
def test_it_is_found_on_the_path_and_in_the_places_it_is_installed_to(tmp_path, monkeypatch):
    monkeypatch.delenv(CHOSEN, raising=False)
    program = tmp_path / "libreoffice7.6" / "program" / "soffice"
    program.parent.mkdir(parents=True)
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    monkeypatch.setattr(
        suites, "_PLACES", {sys.platform: (str(tmp_path), ("libreoffice*/program",), "soffice")}
    )
    monkeypatch.setenv("PATH", str(tmp_path))
    assert suite_for(KINDS["doc"]) == LibreOffice(program)
    monkeypatch.setattr(suites, "_PLACES", {})
    assert suite_for(KINDS["doc"]) is None
    monkeypatch.setenv("PATH", str(program.parent))
    assert suite_for(KINDS["doc"]) == LibreOffice(program)


def test_an_office_can_choose_one_or_none(tmp_path, monkeypatch):
    own = tmp_path / "soffice"
    own.touch()
    monkeypatch.setenv(CHOSEN, str(own))
    assert suite_for(KINDS["xls"]) == LibreOffice(own)
    for chosen in (str(tmp_path / "没有"), ""):
        monkeypatch.setenv(CHOSEN, chosen)
        assert suite_for(KINDS["xls"]) is None


def test_each_program_takes_what_it_can_write():
    assert WORD.takes(KINDS["doc"])
    assert WORD.takes(KINDS["wordml"])
    assert not WORD.takes(KINDS["xls"])
    assert not WORD.takes(KINDS["odt"])
    assert EXCEL.takes(KINDS["xls"])


@pytest.mark.skipif(os.name == "nt", reason="there COM may know them")
def test_com_knows_nothing_here():
    assert not is_registered("Word.Application")


def test_without_powershell_the_conversion_has_failed(tmp_path, monkeypatch):
    monkeypatch.setenv("SYSTEMROOT", str(tmp_path))
    ending = WORD.convert(KINDS["doc"], [tmp_path / "0.doc"], tmp_path, 5, lambda: False)
    assert ending == "failed"


@needs_scripts
def test_the_script_is_told_in_its_environment_and_its_text_is_never_changed(tmp_path, monkeypatch):
    shell = tmp_path / "System32" / "WindowsPowerShell" / "v1.0" / "powershell.exe"
    shell.parent.mkdir(parents=True)
    shell.write_text(
        '#!/bin/sh\nprintf "%s\\n" "$@" "$GOUJI_PROGRAM" "$GOUJI_FROM" "$GOUJI_INTO" "$GOUJI_FORMAT"'
        ' > "$GOUJI_INTO/told"\n'
    )
    shell.chmod(0o755)
    monkeypatch.setenv("SYSTEMROOT", str(tmp_path))
    given, into = tmp_path / "a'; calc; '", tmp_path / "into"
    into.mkdir()
    assert WORD.convert(KINDS["doc"], [given / "0.doc"], into, 30, lambda: False) == "done"
    *arguments, program, came_from, went_to, kind = (into / "told").read_text().splitlines()
    assert arguments[-2:] == ["-File", str(SCRIPT)]
    assert (program, came_from, went_to, kind) == ("Word.Application", str(given), str(into), "docx")


def test_the_script_opens_read_only_without_macros_links_and_questions():
    assert "$app.AutomationSecurity = 3" in WRITTEN
    assert "$app.DisplayAlerts = 0" in WRITTEN
    assert "Workbooks.Open($file.FullName, 0, $true, $missing, $password)" in WRITTEN
    assert "Documents.Open($file.FullName, $false, $true, $false, $password)" in WRITTEN
    assert WRITTEN.index("AutomationSecurity") < WRITTEN.index(".Open(")


def test_the_script_always_closes_and_quits_unless_the_clerk_works_in_the_program():
    assert re.search(r"finally \{\s*if \(\$opened -ne \$null\) \{ \$opened\.Close\(\$false\) \}", WRITTEN)
    assert "if ($open -eq 0) { $app.Quit() }" in WRITTEN
    assert WRITTEN.rindex("finally") < WRITTEN.index("$app.Quit()")


def test_the_script_runs_no_text():
    assert not re.search(
        r"Invoke-Expression|\biex\b|Add-Type|Start-Process|DownloadString|Invoke-WebRequest", WRITTEN, re.I
    )
    assert set(re.findall(r"\$env:(\w+)", WRITTEN)) == {
        "GOUJI_PROGRAM",
        "GOUJI_FROM",
        "GOUJI_INTO",
        "GOUJI_FORMAT",
    }
