"""The Windows installer's words and numbers; what it does is rehearsed by packaging/rehearse_windows.sh."""

import re

import windows_bundle
import windows_installer
from checks import dlls
from project import PACKAGING, PRODUCT, ROOT, version

SCRIPT = (PACKAGING / "windows" / "installer.nsi").read_text(encoding="utf-8")


def test_every_exit_code_is_in_the_page_for_it_departments():
    page = (ROOT / "resources" / "manual" / "it.html").read_text(encoding="utf-8")
    codes = set(re.findall(r"(?:SetErrorLevel|GiveUp|StrCpy \$9) (\d+)", SCRIPT))
    assert codes == {"2", "4", "5", "6", "7", "8"}
    for code in codes:
        assert f"<tr><td>{code}</td>" in page


def test_what_is_written_to_the_registry_is_taken_away_again():
    types = re.findall(r'Offer "(\.\w+)"', SCRIPT)
    assert sorted(types) == [".docx", ".txt", ".xlsx"]
    written = [
        (key.replace("${TYPE}", kind), value)
        for key, value in re.findall(r'WriteReg\w+ HKCU "([^"]+)" "([^"]*)"', SCRIPT)
        for kind in types
    ]
    keys = re.findall(r'DeleteRegKey HKCU "([^"]+)"', SCRIPT)
    values = re.findall(r'DeleteRegValue HKCU "([^"]+)" "([^"]+)"', SCRIPT)
    left = {
        (key, value)
        for key, value in written
        if (key, value) not in values and not any(f"{key}\\".startswith(f"{gone}\\") for gone in keys)
    }
    assert left == set()


def test_nothing_is_written_for_all_users():
    assert "HKLM" not in SCRIPT
    assert "SetShellVarContext all" not in SCRIPT
    assert "RequestExecutionLevel user" in SCRIPT


def test_windows_shows_name_and_version_in_the_properties():
    text = windows_bundle.version_resource()
    compile(text, "version.txt", "eval")
    assert f"'ProductName', '{PRODUCT}'" in text
    assert f"'FileVersion', '{version()}'" in text


def test_the_portable_archive_is_one_folder_and_never_varies(tmp_path, monkeypatch):
    monkeypatch.setattr(windows_installer, "DIST", tmp_path)
    bundle = tmp_path / "bundle"
    (bundle / "licences").mkdir(parents=True)
    (bundle / "licences" / "说明.txt").write_text("1", encoding="utf-8")
    (bundle / "gouji.exe").write_bytes(b"MZ")
    first = windows_installer._portable(bundle, fast=True).read_bytes()
    (bundle / "gouji.exe").touch()
    assert windows_installer._portable(bundle, fast=True).read_bytes() == first


def test_the_names_of_system_libraries_are_given_without_suffix():
    assert not [name for name in dlls.WINDOWS if name.endswith(".dll")]
