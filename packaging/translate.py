"""Brings the English texts up to date: ``.venv/bin/python packaging/translate.py``.

Adds what is new in the source to ``resources/i18n/gouji_en.ts`` as unfinished, takes out what is gone, and
makes the ``.qm`` files that the program loads, that of ``gouji_zh.ts`` too (a few words of Qt's own). Says
what is still to be translated; its exit code is 1 then.
"""

import sys
import xml.etree.ElementTree as ET
from pathlib import Path

PACKAGING = Path(__file__).resolve().parent
sys.path.insert(0, str(PACKAGING))

import project  # noqa: E402
import texts  # noqa: E402

TS = project.ROOT / "resources" / "i18n" / "gouji_en.ts"
QM = TS.with_suffix(".qm")
OF_QT = TS.with_name("gouji_zh.ts")
Known = dict[str, dict[str, str]]
"""Context → text → its translation, empty where there is none."""


def read(path: Path = TS) -> Known:
    """What a .ts file holds; an unfinished entry counts as not translated."""
    if not path.exists():
        return {}
    known: Known = {}
    for context in ET.fromstring(path.read_text(encoding="utf-8")).iter("context"):
        entries = known.setdefault(context.findtext("name", ""), {})
        for message in context.iter("message"):
            translation = message.find("translation")
            is_done = translation is not None and "type" not in translation.attrib
            entries[message.findtext("source", "")] = (translation.text or "") if is_done else ""
    return known


def merge(found: texts.Found, known: Known) -> Known:
    """Every text of the source with the translation it has; one known elsewhere is taken over."""
    elsewhere = {text: said for entries in known.values() for text, said in entries.items() if said}
    return {
        context: {
            text: known.get(context, {}).get(text) or elsewhere.get(text, "") for text in sorted(entries)
        }
        for context, entries in sorted(found.texts.items())
    }


def write(known: Known, path: Path = TS) -> None:
    """As Qt Linguist reads it."""
    root = ET.Element("TS", version="2.1", sourcelanguage="zh_CN", language="en")
    for context, entries in known.items():
        element = ET.SubElement(root, "context")
        ET.SubElement(element, "name").text = context
        for text, said in entries.items():
            message = ET.SubElement(element, "message")
            ET.SubElement(message, "source").text = text
            translation = ET.SubElement(message, "translation")
            if said:
                translation.text = said
            else:
                translation.set("type", "unfinished")
    ET.indent(root, " " * 2)
    path.parent.mkdir(exist_ok=True)
    body = ET.tostring(root, encoding="unicode")
    path.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n', encoding="utf-8")


def unfinished(known: Known) -> list[str]:
    """What still waits for a translator, by context."""
    pairs = ((context, text) for context, entries in known.items() for text in entries)
    return [f"{context}: {text}" for context, text in pairs if not known[context][text]]


def main() -> int:
    found = texts.find()
    known = merge(found, read())
    write(known)
    tool = Path(sys.executable).parent / "pyside6-lrelease"
    for source in (TS, OF_QT):
        project.run([tool, "-silent", source, "-qm", source.with_suffix(".qm")])
    faults = [*found.faults, *unfinished(known)]
    print("\n".join(faults))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
