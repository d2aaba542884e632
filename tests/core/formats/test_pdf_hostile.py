"""PDFs that cannot be read, or only misread, or were made to harm: each is refused in a sentence, soon."""

import io
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.errors import ReadError
from core.formats.pdf import read
from core.formats.pdf.document import content
from core.review import Review
from tests.fuzz import nearby
from tests.layouts import balanced
from tests.pdfs import FONT, Page, pdf, printed, raw, report

CATALOGUE = {1: "<</Type/Catalog/Pages 2 0 R>>"}
PAGES = {2: "<</Type/Pages/Count 1/Kids[10 0 R]>>"}
TWELVE = b"BT /F1 12 Tf 1 0 0 1 100 700 Tm <00310032> Tj ET\n"


def packed(data: bytes) -> str:
    short = zlib.compress(data, 9).decode("latin-1")
    return f"<</Filter/FlateDecode/Length {len(short)}>>stream\n{short}\nendstream"


def page(drawn: bytes, forms: dict[int, str] | None = None, box: str = "0 0 595 842") -> bytes:
    """A file of one page; form X0 is object 20, X1 21 and so on."""
    forms = forms or {}
    names = "".join(f"/X{number} {20 + number} 0 R" for number in forms)
    return raw(
        {
            **CATALOGUE,
            **PAGES,
            **FONT,
            10: f"<</Type/Page/Parent 2 0 R/MediaBox[{box}]/Contents 11 0 R"
            f"/Resources<</Font<</F1 3 0 R>>/XObject<<{names}>>>>>>",
            11: packed(drawn),
            **{20 + number: form for number, form in forms.items()},
        }
    )


def form(drawn: str, inner: int) -> str:
    return (
        f"<</Subtype/Form/BBox[0 0 999 999]/Resources<</Font<</F1 3 0 R>>/XObject<</X {20 + inner} 0 R>>>>"
        f"/Length {len(drawn)}>>stream\n{drawn}\nendstream"
    )


def without_unicode() -> bytes:
    """Letters by their numbers in a font that does not say what they are."""
    font = {
        **FONT,
        3: FONT[3].replace("UniGB-UCS2-H", "Identity-H"),
        4: FONT[4].replace("(GB1)", "(Identity)"),
    }
    drawn = Page()
    drawn.write(72, 100, "政府信息公开工作年度报告")
    return pdf([drawn], font)


def scan(*, with_text: bool, below: bool = False) -> bytes:
    drawn = Page()
    if below:
        drawn.write(72, 100, "政府信息公开工作年度报告")
    drawn.picture()
    if with_text:
        drawn.write(72, 100, "政府信息公开工作年度报告", mode=3)
    return pdf([drawn])


def locked(password: str) -> bytes:
    pypdf = pytest.importorskip("pypdf")
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(report(balanced())))
    writer.encrypt(password, owner_password="归口")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def refusal(data: bytes) -> str:
    with pytest.raises(ReadError) as error:
        read(data)
    return str(error.value)


def is_read_or_refused(reader: Callable[[bytes], object], data: bytes) -> bool:
    try:
        return reader(data) is not None
    except ReadError as error:
        return bool(str(error))


@pytest.mark.parametrize(
    "data", [scan(with_text=False), scan(with_text=True), scan(with_text=False, below=True)]
)
def test_a_scan_is_refused_even_if_a_program_has_put_words_behind_it(data):
    assert "扫描件" in refusal(data)


def test_a_scan_with_a_page_number_typed_over_it_is_one():
    pages = [Page(), Page()]
    for number, drawn in enumerate(pages, 1):
        drawn.picture()
        drawn.write(290, 800, f"第 {number} 页")
    assert "扫描件" in refusal(pdf(pages))


def test_a_page_that_is_a_picture_among_others_is_said():
    text, picture = Page(), Page()
    text.cells([["总计", "11"]], [72, 172, 272], 100)
    picture.picture()
    document = read(pdf([text, picture]))
    assert any("第 2 页是图片" in note for note in document.notes)


def test_a_file_without_a_word_is_refused():
    assert "没有文字" in refusal(pdf([Page()]))


def test_letters_that_the_font_does_not_name_are_never_guessed():
    assert "乱码" in refusal(without_unicode())


def test_a_file_locked_for_reading_is_refused_one_locked_for_printing_is_read():
    assert "密码" in refusal(locked("开门"))
    assert len(read(locked("")).tables) == 3


@pytest.mark.parametrize("part", [0.001, 0.02, 0.5, 0.9])
def test_a_truncated_file_is_refused(part):
    data = report(balanced())
    assert "损坏" in refusal(data[: int(len(data) * part)])


@pytest.mark.parametrize(
    "pages",
    [
        "<</Type/Pages/Count 3/Kids[2 0 R 2 0 R 2 0 R]>>",
        "<</Type/Pages/Count 100000/Kids[10 0 R]>>",
        "<</Type/Pages/Count 90/Kids[10 0 R]>>",
        "<</Type/Pages/Count -5/Kids[10 0 R]>>",
        "<</Type/Pages/Count 1/Kids 2 0 R>>",
    ],
)
def test_page_trees_that_lie_are_refused(pages):
    single = {10: "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>"}
    assert refusal(raw({**CATALOGUE, 2: pages, **single}))


def test_tables_of_places_that_follow_each_other_for_ever_are_read_once():
    data = report(balanced())
    looped = data.replace(b"/Root 1 0 R", b"/Root 1 0 R/Prev %d" % data.rindex(b"xref\n0"))
    assert read(looped).blocks == read(data).blocks


@pytest.mark.parametrize("box", ["0 0 1e38 1e38", "0 0 -1 99999999999999999999", "0 0 0 0"])
def test_pages_of_any_size_are_read(box):
    assert read(page(TWELVE, box=box)).format == "pdf"


def test_a_form_that_draws_itself_is_drawn_once():
    data = page(b"/X0 Do " + TWELVE, {0: form("/X Do ", 0)})
    assert [p.text for p in read(data).paragraphs] == ["12"]


def test_forms_that_multiply_end_with_their_process():
    forms = {n: form("/X Do " * 10, n + 1) for n in range(12)} | {12: form("0 0 1 1 re f", 12)}
    assert "内部结构异常" in refusal(page(b"/X0 Do " * 10, forms))


@pytest.mark.parametrize(
    "drawn",
    [
        bytes(300_000_000),
        b"0 0 m 5 5 l S " * 300_000,
        b"0 0 m " + b"5 5 l " * 500_000 + b"S",
        TWELVE * 210_000,
    ],
    ids=["nothing", "lines", "one line", "letters"],
)
def test_streams_that_unpack_to_more_than_any_report_are_refused(drawn):
    assert refusal(page(drawn))


@pytest.mark.parametrize("nested", [b"q " * 1_000_000, b"[" * 1_000_000, b"<<" * 1_000_000])
def test_endless_nesting_harms_nothing(nested):
    assert is_read_or_refused(read, page(nested + TWELVE))


def test_more_lines_than_any_table_has_are_no_table():
    lines = [b"%d %d m %d %d l S" % (n % 595, n * 7 % 842, n % 595, n * 13 % 842) for n in range(20_000)]
    document = read(page(b"\n".join(lines) + b"\n" + TWELVE))
    assert not document.tables


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    changes=st.lists(
        st.tuples(st.integers(0, 10**6), st.binary(min_size=1, max_size=8)), min_size=1, max_size=6
    )
)
def test_any_damage_to_a_file_is_read_or_refused(changes):
    """In this process, so that an error of our own cannot hide behind the end of the other."""
    data = bytearray(report(balanced()))
    for place, new in changes:
        place %= len(data)
        data[place : place + len(new)] = new
    assert is_read_or_refused(content, bytes(data))


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(rng=st.randoms(use_true_random=False), edition=st.sampled_from(["2019", "2021"]))
def test_lines_that_are_missing_never_make_a_number_another(rng, edition):
    """Up to four borders anywhere are not drawn: what is read with certainty is still right."""
    numbers = balanced(edition, scale=37)
    pages = printed(numbers, edition)
    borders = sorted({drawn for page in pages for drawn in page.drawn if drawn.endswith("l S")})
    gone = set(rng.sample(borders, rng.randint(1, 4)))
    for page in pages:
        page.drawn = [drawn for drawn in page.drawn if drawn not in gone]
    opened = Review(nearby.pdf(pdf(pages), Path("年报.pdf")))
    certain = {cell: opened.text(cell) for cell, raw in opened.cells.items() if not raw.unknown}
    assert certain.items() <= numbers.items()
    assert not [finding.rule for finding in opened.findings if finding.severity == "error"]
