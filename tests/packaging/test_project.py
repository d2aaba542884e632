"""One version, one changelog, one icon, one menu entry for all installers."""

import configparser
import shutil
import subprocess
from pathlib import Path

import contents
import icons
import project
import pytest
from PySide6.QtCore import QBuffer, QByteArray
from PySide6.QtGui import QImageReader

import core

DRAWING = project.ROOT / "resources" / "icons" / "gouji.svg"


def test_the_version_is_the_programs_own():
    assert project.version() == core.__version__


def test_the_changelog_has_something_to_say_about_this_version():
    assert project.changes(project.version()).startswith("###")


def test_a_section_of_the_changelog_ends_where_the_next_begins(tmp_path, monkeypatch):
    text = "# 更新\n\n## [2.0.0] - 2027-01-01\n\n- 新\n\n## [1.0.0] - 2026-01-01\n\n- 旧\n"
    (tmp_path / "CHANGELOG.md").write_text(text, encoding="utf-8")
    monkeypatch.setattr(project, "ROOT", tmp_path)
    assert project.changes("2.0.0") == "- 新\n"
    assert project.changes("1.0.0") == "- 旧\n"
    with pytest.raises(SystemExit):
        project.changes("3.0.0")


def test_the_menu_entry_offers_the_three_formats_and_takes_files():
    entry = configparser.ConfigParser(interpolation=None)
    entry.optionxform = str
    entry.read(project.PACKAGING / "linux" / "gouji.desktop", encoding="utf-8")
    words = entry["Desktop Entry"]
    assert words["Name[zh_CN]"] == project.PRODUCT
    assert words["Exec"] == "gouji %F"
    types = words["MimeType"].strip(";").split(";")
    assert len(types) == 3
    assert "text/plain" in types
    assert sum("openxmlformats" in kind for kind in types) == 2


@pytest.mark.skipif(not shutil.which("desktop-file-validate"), reason="desktop-file-utils is not here")
def test_the_menu_entry_is_valid():
    command = ["desktop-file-validate", project.PACKAGING / "linux" / "gouji.desktop"]
    said = subprocess.run(command, capture_output=True, text=True)
    assert (said.returncode, said.stdout) == (0, "")


def test_the_windows_icon_holds_every_size(qapp):
    made = QByteArray(icons.ico((side, icons.png(DRAWING, side)) for side in icons.SIZES))
    buffer = QBuffer(made)
    reader = QImageReader(buffer, b"ico")
    sizes = []
    for number in range(reader.imageCount()):
        reader.jumpToImage(number)
        image = reader.read()
        sizes.append(image.width())
        assert image.pixelColor(image.width() // 2, image.height() // 2).alpha() == 255
    assert tuple(sizes) == icons.SIZES


@pytest.mark.parametrize(
    ("place", "source", "wanted"),
    [
        ("PySide6/Qt/plugins/platforms/libqxcb.so", "/site/libqxcb.so", True),
        ("PySide6/Qt/plugins/platforms/libqoffscreen.so", "/site/libqoffscreen.so", True),
        ("PySide6/Qt/plugins/platforms/libqvnc.so", "/site/libqvnc.so", False),
        ("PySide6/Qt/translations/qtbase_zh_CN.qm", "/site/qtbase_zh_CN.qm", True),
        ("PySide6/Qt/translations/qtbase_de.qm", "/site/qtbase_de.qm", False),
        ("PySide6\\plugins\\platforms\\qwindows.dll", "C:\\site\\qwindows.dll", True),
        ("PySide6\\Qt6Network.dll", "C:\\site\\Qt6Network.dll", False),
        ("libstdc++.so.6", "/usr/lib/x86_64-linux-gnu/libstdc++.so.6", False),
        ("libxcb-cursor.so.0", "/usr/lib/x86_64-linux-gnu/libxcb-cursor.so.0", True),
        ("resources/forms/2021.toml", "/project/resources/forms/2021.toml", True),
        ("docx/templates/default-header.xml", "/site/docx/templates/default-header.xml", True),
    ],
)
def test_what_goes_into_the_bundle(place, source, wanted):
    assert contents.is_wanted(place, source) is wanted


@pytest.mark.parametrize("script", sorted(project.PACKAGING.rglob("*.sh")), ids=lambda path: path.name)
def test_every_script_is_valid_shell(script: Path):
    subprocess.run(["sh", "-n", script], check=True)
