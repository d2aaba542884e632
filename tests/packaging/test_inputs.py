"""What is bundled is pinned, the same for every system, and said in licences and SBOM."""

import json
import re
import tomllib
from importlib.metadata import version

import licences
import pypdfium2
import pytest
import sbom
from lxml import etree
from project import INPUTS, ROOT

LISTS = sorted(path.stem for path in INPUTS.glob("*.txt"))


@pytest.mark.parametrize("name", LISTS)
def test_every_input_has_its_version_and_hash(name):
    lines = (INPUTS / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    entries = [line for line in lines if not line.startswith("#")]
    assert entries
    for line in entries:
        assert re.fullmatch(r"[A-Za-z0-9-]+==[0-9][0-9.]* --hash=sha256:[0-9a-f]{64}", line)


def test_every_source_has_its_hash():
    for line in (INPUTS / "sources.sha256").read_text(encoding="utf-8").splitlines():
        assert re.fullmatch(r"[0-9a-f]{64}  [\w.]+\.orig\.tar\.\w+", line)


def test_both_systems_get_the_same_versions():
    linux, windows = licences.pinned("linux-x86_64"), licences.pinned("windows")
    shared = linux.keys() & windows.keys()
    assert {name: linux[name] for name in shared} == {name: windows[name] for name in shared}
    assert linux.keys() <= windows.keys()


def test_what_the_project_depends_on_is_bundled_in_the_version_it_asks_for():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    pinned = licences.pinned("linux-x86_64")
    for dependency in project["dependencies"]:
        name, relation, number = re.match(r"([\w-]+)([=>]=)([\d.]+)", dependency).groups()
        have = [int(part) for part in pinned[name.lower()].split(".")]
        wanted = [int(part) for part in number.split(".")]
        assert have == wanted if relation == "==" else have >= wanted


@pytest.mark.parametrize("system", licences.LISTS)
def test_every_package_that_is_bundled_is_accounted_for(system):
    hooks = {"pyinstaller-hooks-contrib", "pywin32-ctypes"}
    left_out = {"pillow"}
    build_only = {"altgraph", "packaging", "pefile", "setuptools"} | hooks | left_out
    named = {component.name.lower() for component in licences.components(system)}
    assert licences.pinned(licences.LISTS[system]).keys() - build_only <= named


def test_the_libraries_inside_packages_are_named_in_their_versions():
    numbers, pinned = {}, licences.pinned("linux-x86_64")
    if version("lxml") == pinned["lxml"]:
        numbers["libxml2"] = ".".join(map(str, etree.LIBXML_COMPILED_VERSION))
        numbers["libxslt"] = ".".join(map(str, etree.LIBXSLT_COMPILED_VERSION))
    if version("pypdfium2") == pinned["pypdfium2"]:
        numbers["PDFium"] = str(pypdfium2.PDFIUM_INFO.version).partition("@")[0]
    named = {component.name: component.version for component in licences.components("linux")}
    assert {name: named[name] for name in numbers} == numbers


@pytest.mark.parametrize("system", licences.LISTS)
def test_the_notice_names_everything_and_what_the_lgpl_asks(system):
    notice = licences.notice(system)
    for component in licences.components(system):
        assert f"{component.name} {component.version}" in notice
        assert all((licences.TEXTS / text).exists() for text in component.texts if text != "wheel")
    assert "LGPL" in notice
    assert "替换" in notice


@pytest.mark.parametrize("system", licences.LISTS)
def test_the_bill_of_materials_lists_each_component_once_and_never_varies(system, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    bill = json.loads(sbom.document(system))
    references = [part["bom-ref"] for part in bill["components"]]
    assert len(references) == len(set(references)) == len(licences.components(system))
    assert bill["dependencies"][0]["dependsOn"] == references
    assert sbom.document(system) == sbom.document(system)
    assert bill["metadata"]["timestamp"] == "2023-11-14T22:13:20Z"
