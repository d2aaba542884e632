"""XML and HTML changed by elements, attributes, texts and declarations; well-formed or not."""

import re
from random import Random
from typing import NamedTuple

from tests.fuzz.octets import changed
from tests.fuzz.words import DOCTYPES, ENCODINGS, NUMBERS, PLACES, REFERENCES, TEXTS

_TOKEN = re.compile(rb"<[^<>]*>|[^<]+|<")
_NAME = re.compile(rb"</?([^\s/>!?]+)")
_ATTRIBUTE = re.compile(rb"""(\s)([^\s=<>"'/]+)(\s*=\s*)("[^"]*"|'[^']*')""")
_DECLARED = re.compile(rb"""xmlns(:\w+)?=("[^"]*"|'[^']*')""")
_TRIES = 6


class Vocabulary(NamedTuple):
    """What a format knows. tags: names of elements; attributes: name and values; pieces: XML to put in."""

    tags: tuple[bytes, ...]
    attributes: tuple[tuple[bytes, tuple[str, ...]], ...]
    pieces: tuple[bytes, ...]


def mutate(rng: Random, data: bytes, words: Vocabulary) -> bytes:
    """A piece of XML changed in one way."""
    if rng.random() < 0.06:
        return changed(rng, data)
    tokens = _TOKEN.findall(data)
    if len(tokens) < 3:
        return changed(rng, data)
    return rng.choice(_CHANGES)(rng, tokens, words)


def _element(rng: Random, tokens: list[bytes]) -> tuple[int, int]:
    """A random element as start and end among the tokens; where none is found, one token."""
    for _ in range(_TRIES):
        start = rng.randrange(len(tokens))
        name = _NAME.match(tokens[start])
        if name is None or tokens[start].startswith(b"</"):
            continue
        if tokens[start].endswith(b"/>"):
            return start, start + 1
        depth = 0
        for at in range(start, len(tokens)):
            other = _NAME.match(tokens[at])
            if other is not None and other[1] == name[1] and not tokens[at].endswith(b"/>"):
                depth += -1 if tokens[at].startswith(b"</") else 1
                if not depth:
                    return start, at + 1
    start = rng.randrange(len(tokens))
    return start, start + 1


def _dropped(rng: Random, tokens: list[bytes], _words: Vocabulary) -> bytes:
    start, end = _element(rng, tokens)
    return b"".join(tokens[:start] + tokens[end:])


def _doubled(rng: Random, tokens: list[bytes], _words: Vocabulary) -> bytes:
    start, end = _element(rng, tokens)
    times = rng.choice((2, 2, 3, 30 if end - start < 60 else 2))
    return b"".join(tokens[:start] + tokens[start:end] * times + tokens[end:])


def _moved(rng: Random, tokens: list[bytes], _words: Vocabulary) -> bytes:
    start, end = _element(rng, tokens)
    rest = tokens[:start] + tokens[end:]
    at = rng.randrange(len(rest) + 1)
    return b"".join(rest[:at] + tokens[start:end] + rest[at:])


def _swapped(rng: Random, tokens: list[bytes], _words: Vocabulary) -> bytes:
    (a, b), (c, d) = sorted((_element(rng, tokens), _element(rng, tokens)))
    if b > c:
        return b"".join(tokens[:a] + tokens[c:d] + tokens[b:])
    return b"".join(tokens[:a] + tokens[c:d] + tokens[b:c] + tokens[a:b] + tokens[d:])


def _nested(rng: Random, tokens: list[bytes], words: Vocabulary) -> bytes:
    """An element inside many more of its own or another kind."""
    start, end = _element(rng, tokens)
    name = _NAME.match(tokens[start])
    tag = name[1] if name is not None and rng.random() < 0.5 else rng.choice(words.tags)
    depth = rng.choice((1, 1, 2, 5, 40, 400))
    inside = b"".join(tokens[start:end])
    return (
        b"".join(tokens[:start])
        + b"<%b>" % tag * depth
        + inside
        + b"</%b>" % tag * depth
        + b"".join(tokens[end:])
    )


def _unwrapped(rng: Random, tokens: list[bytes], _words: Vocabulary) -> bytes:
    start, end = _element(rng, tokens)
    return b"".join(tokens[:start] + tokens[start + 1 : max(end - 1, start + 1)] + tokens[end:])


def _tag_lost(rng: Random, tokens: list[bytes], _words: Vocabulary) -> bytes:
    at = rng.randrange(len(tokens))
    return b"".join(tokens[:at] + tokens[at + 1 :])


def _renamed(rng: Random, tokens: list[bytes], words: Vocabulary) -> bytes:
    """An element under another name, start and end alike."""
    start, end = _element(rng, tokens)
    new, out = rng.choice(words.tags), list(tokens)
    for at in {start, end - 1}:
        out[at] = _NAME.sub(lambda m: (b"</" if m[0].startswith(b"</") else b"<") + new, out[at], count=1)
    return b"".join(out)


def _attribute(rng: Random, tokens: list[bytes], words: Vocabulary) -> bytes:
    """An attribute with another value, without quotes, twice, gone; or one that was not there."""
    tagged = [n for n, token in enumerate(tokens) if token.startswith(b"<") and b"=" in token]
    out = list(tokens)
    if not tagged or rng.random() < 0.25:
        at, _ = _element(rng, tokens)
        name, values = rng.choice(words.attributes)
        value = rng.choice(values if rng.random() < 0.6 else NUMBERS)
        out[at] = re.sub(rb"(\s*/?>)$", lambda m: b' %b="%b"' % (name, _quoted(value)) + m[1], out[at])
        return b"".join(out)
    at = rng.choice(tagged)
    found = list(_ATTRIBUTE.finditer(out[at]))
    if not found:
        return changed(rng, b"".join(tokens))
    match = rng.choice(found)
    known = dict(words.attributes).get(match[2], ())
    pool = rng.choice((NUMBERS, PLACES, TEXTS, known or NUMBERS, known or PLACES))
    new = match[1] + match[2] + match[3] + b'"%b"' % _quoted(rng.choice(pool))
    new = rng.choice((new, new, new, new, b"", match[0] * 2, match[0].replace(b'"', b"'")))
    out[at] = out[at][: match.start()] + new + out[at][match.end() :]
    return b"".join(out)


def _text(rng: Random, tokens: list[bytes], _words: Vocabulary) -> bytes:
    """Another text between two tags, as it is written in XML or, rarely, as it is not."""
    at = [n for n, token in enumerate(tokens) if not token.startswith(b"<")] or [0]
    out = list(tokens)
    new = _quoted(rng.choice(rng.choice((TEXTS, NUMBERS, PLACES))))
    if rng.random() < 0.25:
        new = rng.choice(REFERENCES).encode()
    place = rng.choice(at)
    out[place] = rng.choice((new, new, out[place] + new, b"<![CDATA[%b]]>" % new, new + b"<!-- %b -->" % new))
    return b"".join(out)


def _piece(rng: Random, tokens: list[bytes], words: Vocabulary) -> bytes:
    """Something the format knows in a place where it may not belong."""
    at = rng.randrange(len(tokens) + 1)
    return (
        b"".join(tokens[:at])
        + rng.choice(words.pieces) * rng.choice((1, 1, 1, 2, 20))
        + b"".join(tokens[at:])
    )


def _aside(rng: Random, tokens: list[bytes], _words: Vocabulary) -> bytes:
    at = rng.randrange(len(tokens) + 1)
    inside = rng.choice(
        (b"", b"<w:t>9</w:t>", b' xmlns:w="x"', b' xmlns:q="&#99999999999;"', b"-", b"]]", b"?", b"&")
    )
    aside = rng.choice((b"<!-- %b -->", b"<?x %b?>", b"<![CDATA[%b]]>", b"<!--%b")) % inside
    return b"".join(tokens[:at]) + aside + b"".join(tokens[at:])


def _doctype(rng: Random, tokens: list[bytes], _words: Vocabulary) -> bytes:
    at = rng.choice((0, 1, 1, 2, rng.randrange(len(tokens))))
    return b"".join(tokens[:at]) + rng.choice(DOCTYPES).encode() + b"".join(tokens[at:])


def _namespace(rng: Random, tokens: list[bytes], _words: Vocabulary) -> bytes:
    """A namespace changed, declared again further in, or under another prefix."""
    data = b"".join(tokens)
    found = list(_DECLARED.finditer(data))
    if not found:
        return data
    match = rng.choice(found)
    new = rng.choice(
        (b"", b"xmlns=" + match[2], b"xmlns:w" + b"=" + match[2], match[0].replace(b"2006", b"2007"))
    )
    if rng.random() < 0.5:
        return data[: match.start()] + new + data[match.end() :]
    at, _ = _element(rng, tokens)
    declared = re.sub(rb"(\s*/?>)$", lambda m: b" " + match[0] + m[1], tokens[at])
    return b"".join([*tokens[:at], declared, *tokens[at + 1 :]])


def _encoded(rng: Random, tokens: list[bytes], _words: Vocabulary) -> bytes:
    """Another encoding, said or meant."""
    data, name = b"".join(tokens), rng.choice(ENCODINGS)
    if rng.random() < 0.5:
        data = data.decode("utf-8", "replace").encode(name, "replace")
    return re.sub(rb'(encoding|charset)="?[\w-]+', lambda m: m[1] + b'="' + name.encode(), data, count=1)


def _respelt(rng: Random, tokens: list[bytes], _words: Vocabulary) -> bytes:
    """The same in other letters: blanks in tags, empty elements in two tags and the reverse."""
    at, end = _element(rng, tokens)
    out, name = list(tokens), _NAME.match(tokens[at])
    if name is None or tokens[at].startswith(b"</"):
        return b"".join(out)
    if out[at].endswith(b"/>"):
        out[at] = out[at][:-2] + b"></%b>" % name[1]
    elif end == at + 2:
        out[at : at + 2] = [out[at][:-1] + b"/>"]
    else:
        out[at] = out[at][:-1] + rng.choice((b" >", b"\n>", b"\t>", b' a=">">', b" a='/'>"))
        out[end - 1] = out[end - 1][:-1] + rng.choice((b">", b" >", b"\n>"))
    return b"".join(out)


def _quoted(text: str) -> bytes:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;").encode()


_CHANGES = (
    *(
        _attribute,
        _attribute,
        _attribute,
        _text,
        _text,
        _text,
        _piece,
        _piece,
        _piece,
        _nested,
        _dropped,
        _dropped,
    ),
    *(
        _doubled,
        _doubled,
        _moved,
        _moved,
        _swapped,
        _unwrapped,
        _renamed,
        _renamed,
        _respelt,
        _respelt,
        _aside,
    ),
    *(_namespace, _encoded, _tag_lost, _doctype),
)
