"""Web pages and web archives changed: by elements, by header lines, by what encodes them."""

import re
from random import Random

from tests.fuzz import markup
from tests.fuzz.markup import Vocabulary
from tests.fuzz.octets import changed
from tests.fuzz.words import CANARY

_LINE = re.compile(rb"[^\r\n]+")
WORDS = Vocabulary(
    tags=tuple(
        b"table thead tbody tfoot tr td th p div span body html head title script style noscript template "
        b"a li ul ol br pre textarea select option form iframe frameset h1 font svg math article x".split()
    ),
    attributes=(
        (b"colspan", ("1", "2", "99999", "0", "-1")),
        (b"rowspan", ("1", "2", "99999", "0", "65534")),
        (
            b"style",
            (
                "display:none",
                "visibility:hidden",
                "position:absolute;left:-9999px",
                "display:table-cell",
                "x",
            ),
        ),
        (b"class", ("content", "TRS_Editor", "nav", "footer", "hidden")),
        (b"id", ("zoom", "content", "UCAP-CONTENT", "")),
        (b"hidden", ("",)),
        (b"href", ("a.docx", "javascript:alert(1)", f"file://{CANARY}", "http://127.0.0.1/a.pdf", "#")),
        (b"src", (f"file://{CANARY}", "http://127.0.0.1/x.js", "data:text/html;base64,PGI+", "")),
        (b"value", ("7", "x")),
        (b"type", ("text", "hidden", "number", "checkbox")),
        (b"content", ("text/html; charset=gb2312", "text/html; charset=utf-16", "0;url=http://127.0.0.1/")),
        (b"http-equiv", ("refresh", "Content-Type")),
        (b"charset", ("gb2312", "utf-8", "utf-7", "x", "utf-16")),
    ),
    pieces=(
        *(
            b"<td>7</td>",
            b"<td colspan=9 rowspan=9>",
            b"<tr>",
            b"</tr>",
            b"<table>",
            b"</table>",
            b"<tr><td>",
            b"</td></tr>",
        ),
        *(
            b"<table><tr><td>7</table>",
            b"<td rowspan=0>",
            b"<script>document.write('<td>9</td>')</script>",
            b"<!---->",
        ),
        *(
            b"<script>",
            b"<style>",
            b"<!--",
            b"-->",
            b"<![CDATA[",
            b"]]>",
            b"<title>",
            b"<textarea>",
            b"<plaintext>",
            b"<xmp>",
        ),
        *(
            b"<input value=7>",
            b"<img src=x>",
            b"<br>",
            b"&nbsp;",
            b"&#65279;",
            b"&#x110000;",
            b"&notanentity;",
            b"<noscript>",
        ),
        *(
            b"<select><option>1<option>2</select>",
            b"<svg><text>7</text></svg>",
            b"<template><td>7</td></template>",
        ),
        *(
            b"<base href='http://127.0.0.1/'>",
            b"<link rel=stylesheet href='http://127.0.0.1/x.css'>",
            b"<p hidden>7</p>",
        ),
        b'<iframe src="file://' + CANARY.encode() + b'"></iframe>',
        b'<meta http-equiv="refresh" content="0;url=http://127.0.0.1/">',
        b'<object data="file://' + CANARY.encode() + b'"></object>',
    ),
)
_HEADERS = (
    *(
        b"MIME-Version: 1.0",
        b"Content-Type: text/html",
        b'Content-Type: multipart/related; boundary="b"',
        b"--b",
        b"--b--",
    ),
    *(
        b"Content-Transfer-Encoding: base64",
        b"Content-Transfer-Encoding: quoted-printable",
        b"Content-Type: text/plain",
    ),
    *(
        b"Content-Transfer-Encoding: x-uuencode",
        b"Content-Transfer-Encoding: 8bit",
        b'Content-Type: text/html; charset="x"',
    ),
    *(
        b"Content-Type: text/html; charset*=utf-8''gb2312",
        b"Content-Location: file://" + CANARY.encode(),
        b"",
        b" ",
        b"\tx",
    ),
    *(
        b'Content-Type: multipart/mixed; boundary=""',
        b"Content-Type: message/rfc822",
        b"Content-Type: " + b"a" * 2000,
    ),
    *(
        b"Content-Type: multipart/related; boundary*0=b; boundary*1=c",
        b"Subject: =?utf-8?B?////?=",
        b"=",
        b"=C3",
        b"=ZZ",
    ),
    *(
        b"Content-Type: multipart/related;\r\n boundary=b",
        b'Content-Type: text/html; charset="=?x?q?=00?="',
        b":",
        b"From x",
    ),
)


def page(rng: Random, data: bytes) -> bytes:
    """A web page changed in one way."""
    return markup.mutate(rng, data, WORDS)


def archive(rng: Random, data: bytes) -> bytes:
    """A web archive changed in one way: the page in it, or what stands around it."""
    kind = rng.random()
    if kind < 0.5:
        return page(rng, data)
    lines = list(_LINE.finditer(data))
    if kind < 0.6 or not lines:
        return changed(rng, data)
    match = rng.choice(lines[: rng.choice((6, 20, len(lines)))])
    new = rng.choice(_HEADERS)
    kept = rng.choice((b"", match[0] + b"\r\n", b""))
    return data[: match.start()] + kept + new + data[match.end() :]
