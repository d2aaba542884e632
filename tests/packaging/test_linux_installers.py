"""The Linux installers, tried with a program that is only a few lines of shell."""

import os
import shutil
import subprocess
import sys

import deb
import project
import pytest
import user_installer

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Linux only")

PROGRAM = """#!/bin/sh
case $1 in
--selftest) [ ! -e "$HOME/faulty" ] || { echo '失败  中文字体：没有'; exit 1; } ;;
--stay) exec sleep 60 ;;
esac
"""


@pytest.fixture
def bundle(tmp_path, monkeypatch, qapp):
    for module in (user_installer, deb):
        monkeypatch.setattr(module, "BUILD", tmp_path / "build")
        monkeypatch.setattr(module, "DIST", tmp_path / "dist")
    folder = tmp_path / "bundle"
    (folder / "lib").mkdir(parents=True)
    (folder / "gouji").write_text(PROGRAM)
    (folder / "gouji").chmod(0o755)
    (folder / "lib" / "数据.txt").write_text("1")
    return folder


@pytest.fixture
def installer(bundle):
    return user_installer.make(bundle, fast=True)


@pytest.fixture
def home(tmp_path):
    folder = tmp_path / "家 目录"
    folder.mkdir()
    return folder


def _install(installer, home, *arguments):
    surroundings = {"HOME": str(home), "PATH": os.environ["PATH"], "LANG": "C.UTF-8"}
    return subprocess.run(
        ["sh", installer, "--quiet", *arguments], env=surroundings, capture_output=True, text=True, timeout=60
    )


def _files(folder):
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def test_it_installs_for_one_user_and_goes_without_rest(installer, home):
    run = _install(installer, home)
    assert run.returncode == 0, run.stderr
    target = home / ".local/opt/gouji"
    assert (target / "VERSION").read_text().strip() == project.version()
    assert (home / ".local/bin/gouji").resolve() == target / "gouji"
    entry = (home / ".local/share/applications/gouji.desktop").read_text(encoding="utf-8")
    assert f'Exec="{target}/gouji" %F' in entry
    away = subprocess.run(
        ["sh", target / "uninstall.sh"], env={"HOME": str(home), "PATH": os.environ["PATH"]}
    )
    assert away.returncode == 0
    assert [name for name in _files(home) if "mimeinfo" not in name] == []


def test_an_update_replaces_everything(installer, home):
    _install(installer, home)
    stale = home / ".local/opt/gouji/lib/old.txt"
    stale.write_text("")
    run = _install(installer, home)
    assert run.returncode == 0
    assert not stale.exists()
    assert "原为" in run.stderr


def _damaged(installer, tmp_path):
    broken = tmp_path / "broken.run"
    broken.write_bytes(installer.read_bytes()[:-1])
    return broken


def test_a_damaged_installer_installs_nothing(installer, home, tmp_path):
    run = _install(_damaged(installer, tmp_path), home)
    assert run.returncode == 1
    assert "不完整" in run.stderr
    assert _files(home) == []


def test_a_program_that_cannot_run_here_is_not_left_behind(installer, home):
    (home / "faulty").touch()
    run = _install(installer, home)
    assert run.returncode == 1
    assert "中文字体" in run.stderr
    assert _files(home) == ["faulty"]


def test_a_failed_update_leaves_the_old_version(installer, home):
    _install(installer, home)
    before = _files(home)
    (home / "faulty").touch()
    assert _install(installer, home).returncode == 1
    assert _files(home) == sorted([*before, "faulty"])


def test_an_older_version_does_not_replace_a_newer_one_unless_told_to(installer, home):
    _install(installer, home)
    (home / ".local/opt/gouji/VERSION").write_text("99.0\n")
    run = _install(installer, home)
    assert run.returncode == 1
    assert "99.0" in run.stderr
    assert _install(installer, home, "--force").returncode == 0


def test_it_takes_no_folder_of_somebody_else(installer, home):
    (home / "报告").mkdir()
    (home / "报告" / "年报.docx").write_text("")
    run = _install(installer, home, "--target", str(home / "报告"))
    assert run.returncode == 1
    assert _files(home) == ["报告/年报.docx"]


def test_a_running_program_is_not_replaced(bundle, home):
    shutil.copyfile("/bin/sleep", bundle / "sleeper")
    (bundle / "sleeper").chmod(0o755)
    installer = user_installer.make(bundle, fast=True)
    _install(installer, home)
    with subprocess.Popen([home / ".local/opt/gouji/sleeper", "60"]) as running:
        run = _install(installer, home)
        running.kill()
    assert run.returncode == 1
    assert "正在运行" in run.stderr
    assert _install(installer, home).returncode == 0


def test_the_same_bundle_gives_the_same_installer(bundle):
    first = user_installer.make(bundle, fast=True).read_bytes()
    assert user_installer.make(bundle, fast=True).read_bytes() == first


@pytest.mark.skipif(not shutil.which("dpkg-deb"), reason="dpkg is not here")
def test_the_debian_package_says_what_it_needs_and_where_everything_goes(bundle):
    made = deb.make(bundle, fast=True)
    control = subprocess.run(["dpkg-deb", "-f", made], capture_output=True, text=True, check=True).stdout
    assert f"Version: {project.version()}\n" in control
    assert "Architecture: amd64\n" in control
    assert "Depends: libc6 (>= 2.28)" in control
    listing = subprocess.run(["dpkg-deb", "-c", made], capture_output=True, text=True, check=True).stdout
    assert all(" root/root " in line for line in listing.splitlines())
    for place in (
        "./usr/bin/gouji -> ../lib/gouji/gouji",
        "./usr/lib/gouji/gouji\n",
        "./usr/share/applications/gouji.desktop",
        "./usr/share/icons/hicolor/256x256/apps/gouji.png",
        "./usr/share/doc/gouji/copyright",
    ):
        assert place in listing
