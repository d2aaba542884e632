"""The licences of everything bundled: texts, and a notice in Chinese that says what is whose."""

import shutil
import tomllib
from dataclasses import dataclass
from pathlib import Path

import fetch
from project import INPUTS, PACKAGING, PRODUCT, ROOT, version

TEXTS = PACKAGING / "licences"
LISTS = {"linux": "linux-x86_64", "windows": "windows"}
"""The list of inputs for each system."""


@dataclass(frozen=True)
class Component:
    """One thing bundled. licence: an SPDX expression. source: where its source code can be had."""

    name: str
    version: str
    licence: str
    texts: tuple[str, ...]
    supplier: str
    source: str


def pinned(name: str) -> dict[str, str]:
    """Package name (lower case, with hyphens) → version, as in ``inputs/<name>.txt``."""
    lines = (INPUTS / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    pairs = (line.split()[0].split("==") for line in lines if "==" in line)
    return {package.lower(): number for package, number in pairs}


def components(system: str) -> tuple[Component, ...]:
    """What is bundled for ``linux`` or ``windows``."""
    numbers = pinned(LISTS[system])
    found = []
    for entry in tomllib.loads((PACKAGING / "components.toml").read_text(encoding="utf-8"))["component"]:
        if system in entry.get("systems", LISTS):
            given = entry.get("version", numbers.get(entry["name"].lower()))
            number = given[system] if isinstance(given, dict) else given
            assert number, entry["name"]
            texts, supplier = tuple(entry["texts"]), entry.get("supplier", "")
            source = entry.get("source", "")
            found.append(Component(entry["name"], number, entry["licence"], texts, supplier, source))
    return tuple(found)


def put(folder: Path, system: str) -> None:
    """Write the notice and every licence text into a folder of the bundle."""
    folder.mkdir()
    shutil.copyfile(ROOT / "LICENSE", folder / "Gouji.txt")
    site = fetch.site(LISTS[system])
    for component in components(system):
        for text in component.texts:
            if text == "wheel":
                _copy_from_wheel(site, component, folder)
            else:
                shutil.copyfile(TEXTS / text, folder / text)
    (folder / "说明.txt").write_text(notice(system), encoding="utf-8-sig", newline="\r\n")


def _copy_from_wheel(site: Path, component: Component, folder: Path) -> None:
    """The licence files that the package brings; raises if it brings none."""
    name = component.name.replace("-", "_")
    (info,) = site.glob(f"{name}-{component.version}.dist-info")
    files = [f for f in info.rglob("*") if f.is_file() and _is_licence(f.relative_to(info))]
    assert files, component.name
    for file in files:
        name = file.stem if file.suffix in (".txt", ".md", ".rst") else file.name
        shutil.copyfile(file, folder / f"{component.name}-{name}.txt")


def _is_licence(place: Path) -> bool:
    """By its name; or because it lies where a package keeps those of what it is built from (PEP 639)."""
    return place.name.upper().startswith(("LICEN", "COPYING")) or place.parts[0] == "licenses"


def notice(system: str) -> str:
    """What a user has to be told, in Chinese."""
    lines = [
        f"{PRODUCT} {version()} 按 Apache-2.0 许可发布（Gouji.txt）。随附的其他软件及其许可：",
        "",
        *map(_line, components(system)),
        "",
        "Qt、PySide6、shiboken6、fpdf2 和 lxml 里的 libiconv 按 GNU LGPL v3 使用，",
        "以动态库和单独的文件放在程序的 lib 文件夹中，没有改动；",
        "可以用自己修改、编译的同版本文件替换那里的文件，程序照常启动。源代码可从以下地址取得：",
        *sorted({f"  {c.source}" for c in components(system) if c.source}),
        "为调试对 LGPL 部分所作的修改而进行反向工程，本程序的许可不加限制。",
    ]
    return "\n".join(lines) + "\n"


def _line(component: Component) -> str:
    texts = "、".join(text if text != "wheel" else f"{component.name}-*.txt" for text in component.texts)
    return f"  {component.name} {component.version}　{component.licence}　{texts}".rstrip("　")


def debian_copyright() -> str:
    """/usr/share/doc/gouji/copyright; the texts themselves lie beside the program."""
    place = "许可全文在 /usr/lib/gouji/licences/，Apache-2.0 亦见 /usr/share/common-licenses/Apache-2.0。"
    return f"{notice('linux')}\n{place}\n"
