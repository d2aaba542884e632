"""What a release holds besides the installers."""

import hashlib
import re

import release
from project import ROOT

MANUAL = ROOT / "resources" / "manual"
PAGES = sorted(MANUAL.glob("*.html"))


def test_the_checksums_are_those_of_the_files(tmp_path):
    (tmp_path / "甲.exe").write_bytes(b"1")
    (tmp_path / "b.deb").write_bytes(b"2")
    release.seal(tmp_path)
    release.seal(tmp_path)
    lines = (tmp_path / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    assert [line.split("  ")[1] for line in lines] == ["b.deb", "甲.exe"]
    assert lines[1].split()[0] == hashlib.sha256(b"1").hexdigest()


def test_the_manual_as_one_file_needs_no_other():
    for page in PAGES:
        text = release.one_file(page)
        assert "style.css" not in text
        assert not re.findall(r'src="(?!data:)', text)


def test_every_link_and_picture_of_the_manual_is_there():
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        for target in re.findall(r'(?:href|src)="([^"]+)"', text):
            name, _, mark = target.partition("#")
            place = MANUAL / name if name else page
            assert place.exists(), target
            assert not mark or f'id="{mark}"' in place.read_text(encoding="utf-8")


def test_the_manual_asks_nothing_of_the_network():
    for page in (*PAGES, MANUAL / "style.css"):
        assert "://" not in page.read_text(encoding="utf-8")
