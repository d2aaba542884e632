"""PDF files changed: objects dropped, doubled and exchanged, dictionaries, what is drawn on the pages."""

import re
import zlib
from random import Random

from tests.fuzz.octets import changed
from tests.fuzz.words import CANARY, NUMBERS
from tests.pdfs import raw

_OBJECT = re.compile(rb"(\d+) 0 obj\n(.*?)\nendobj", re.DOTALL)
_STREAM = re.compile(rb"^(.*?)/Length \d+>>stream\n(.*)\nendstream$", re.DOTALL)
_TOKEN = re.compile(rb"<[0-9A-Fa-f]+>|\([^)]*\)|-?\d+(?:\.\d+)?|/\w+|[A-Za-z*]+")
_OPERATORS = (
    *(
        b"q",
        b"Q",
        b"BT",
        b"ET",
        b"Tj",
        b"TJ",
        b"Tm",
        b"Td",
        b"Tf",
        b"re",
        b"S",
        b"f",
        b"W",
        b"n",
        b"cm",
        b"m",
        b"l",
        b"h",
        b"Do",
    ),
    *(
        b"3 Tr",
        b"1 0 0 -1 0 0 cm",
        b"0 1 -1 0 0 0 cm",
        b"1e9 0 0 1e9 0 0 cm",
        b"0 0 0 0 0 0 cm",
        b"<0041> Tj",
        b"() Tj",
    ),
    *(
        b"0 0 9999 9999 re f",
        b"BI /W 1 /H 1 ID x EI",
        b"/F1 0 Tf",
        b"/F1 -9 Tf",
        b"/X Do",
        b"[1 0] 0 d",
        b"BX",
        b"EX",
        b"q " * 300,
    ),
)
_ENTRIES = (
    *(
        b"/Rotate 90",
        b"/Rotate 45",
        b"/MediaBox[0 0 0 0]",
        b"/MediaBox[0 0 1e9 1e9]",
        b"/CropBox[9 9 1 1]",
        b"/UserUnit 1e6",
    ),
    *(
        b"/Kids[2 0 R]",
        b"/Parent 1 0 R",
        b"/Count -1",
        b"/Count 99999",
        b"/Contents 1 0 R",
        b"/Contents[11 0 R 11 0 R]",
    ),
    *(
        b"/Filter[/FlateDecode/FlateDecode]",
        b"/Filter/LZWDecode",
        b"/Filter/JBIG2Decode",
        b"/Filter/DCTDecode",
        b"/Length 0",
    ),
    *(
        b"/OpenAction<</S/JavaScript/JS(app.alert(1))>>",
        b"/AA<</O<</S/Launch/F(cmd.exe)>>>>",
        b"/ToUnicode null",
        b"/W[0[0]]",
    ),
    *(
        b"/Encoding/Identity-H",
        b"/Subtype/Type3",
        b"/Type/ObjStm",
        b"/Annots[1 0 R]",
        b"/Encrypt<</Filter/Standard/V 5/R 6>>",
    ),
    b"/F(" + CANARY.encode() + b")",
)


def mutate(rng: Random, data: bytes) -> bytes:
    """A PDF changed in one way; its table of objects is made anew, or left to lie."""
    found = {int(m[1]): m[2] for m in _OBJECT.finditer(data)}
    if len(found) < 2 or rng.random() < 0.2:
        return changed(rng, data)
    number = rng.choice(sorted(found))
    found[number] = rng.choice((_drawn, _drawn, _drawn, _dictionary, _dictionary, _bytes))(rng, found[number])
    kind = rng.random()
    if kind < 0.08:
        del found[number]
    elif kind < 0.16:
        found[rng.choice(sorted(found))] = found[number]
    made = raw({n: text.decode("latin-1") for n, text in found.items()})
    return made if rng.random() < 0.9 else changed(rng, made)


def _drawn(rng: Random, content: bytes) -> bytes:
    """What is drawn, where the object holds that; else its dictionary."""
    stream = _STREAM.match(content)
    if stream is None:
        return _dictionary(rng, content)
    is_packed = b"FlateDecode" in stream[1]
    try:
        text = zlib.decompress(stream[2]) if is_packed else stream[2]
    except zlib.error:
        return _bytes(rng, content)
    tokens = list(_TOKEN.finditer(text))
    if tokens:
        for _ in range(rng.choice((1, 1, 3, 10))):
            match = rng.choice(tokens)
            if match.end() <= len(text):
                text = text[: match.start()] + _replacement(rng, match[0]) + text[match.end() :]
    if rng.random() < 0.02:
        text += b" " * 5_000_000
    made = zlib.compress(text, 1) if is_packed else text
    return b"%b/Length %d>>stream\n%b\nendstream" % (stream[1], len(made), made)


def _replacement(rng: Random, token: bytes) -> bytes:
    if token[:1] in b"<(":
        return rng.choice(
            (
                b"<0041>",
                b"<>",
                b"()",
                token * 2,
                b"<" + b"0031" * 200 + b">",
                b"<00>",
                b"(\\377\\376)",
                token[:-1],
            )
        )
    if token[:1] in b"-0123456789":
        return rng.choice((b"0", b"-1", b"1e9", b"99999999999", b"0.0001", b"-" + token, token + b"9", b""))
    return rng.choice((*_OPERATORS, token + b" " + token, b""))


def _dictionary(rng: Random, content: bytes) -> bytes:
    end = content.find(b">>")
    if rng.random() < 0.5 and end >= 0:
        return content[:end] + rng.choice(_ENTRIES) + content[end:]
    tokens = list(_TOKEN.finditer(content[: max(end, 1)]))
    if not tokens:
        return _bytes(rng, content)
    match = rng.choice(tokens)
    new = rng.choice((b"", b"/X", b"null", b"[" * 300, b"<<" * 300, b"1 0 R", rng.choice(NUMBERS).encode()))
    return content[: match.start()] + new + content[match.end() :]


def _bytes(rng: Random, content: bytes) -> bytes:
    return changed(rng, content)
