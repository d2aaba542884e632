"""The check report as a PDF: searchable Chinese on A4, tables whole, a plain word where no font is found."""

import io
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import SaveError
from core.export import pdf, pdf_fonts
from core.export.contents import check_report
from core.export.pdf import check_pdf
from core.export.pdf_lines import wrap
from core.export.sizes import width
from tests.core.export.sittings import WHEN, sitting
from tests.layouts import balanced

pypdf = pytest.importorskip("pypdf")


@pytest.fixture(scope="module")
def font():
    try:
        return next(pdf_fonts.chinese_fonts())
    except SaveError:
        pytest.skip("no Chinese font is installed")


def made(review):
    return pypdf.PdfReader(io.BytesIO(check_pdf(check_report(review, WHEN), WHEN)))


@pytest.fixture(scope="module")
def clean(font):
    """The check report of a report without errors."""
    return made(sitting())


def squeezed(text: str) -> str:
    return "".join(text.split())


def text_of(reader) -> str:
    return squeezed("".join(page.extract_text() for page in reader.pages))


def test_findings_suggestions_and_tables_can_be_searched(font):
    review = sitting({"requests.unable.not_held.natural": "999", "challenges.later_suit.total": "99"})
    text = text_of(made(review))
    for finding in review.findings:
        assert squeezed(review.message(finding)) in text
    for said in (
        "核对报告",
        "云岭市青禾区农业农村局",
        "改正建议",
        "四、结转下年度继续办理",
        "粗框是建议改的格",
    ):
        assert said in text


def test_pages_are_a4_and_numbered(clean):
    count = len(clean.pages)
    for number, page in enumerate(clean.pages, 1):
        assert [round(float(x)) for x in page.mediabox[2:]] == [595, 842]
        assert f"第{number}页，共{count}页" in squeezed(page.extract_text())


def test_only_the_characters_used_are_embedded(font):
    assert len(check_pdf(check_report(sitting(), WHEN), WHEN)) < 200_000


@pytest.mark.parametrize(
    "changed",
    [{}, {"requests.new.natural": "很长的文字" * 60}, {"challenges.later_suit.total": "123456789012"}],
)
def test_no_text_lies_outside_the_margins(font, changed):
    for page in made(sitting(changed)).pages:
        places: list[tuple[float, float]] = []

        def note(text, _cm, tm, _font, _size, places=places):
            if text.strip():
                places.append((float(tm[4]), float(tm[5])))

        page.extract_text(visitor_text=note)
        assert all(40 <= x <= 552 and 20 <= y <= 800 for x, y in places)


def test_every_table_stands_on_one_page(clean):
    pages = [squeezed(page.extract_text()) for page in clean.pages]
    whole = [page for page in pages if "一、本年新收政府信息公开申请数量" in page]
    assert len(whole) == 1
    assert "四、结转下年度继续办理" in whole[0]


def test_without_a_chinese_font_it_says_so_and_what_to_do(monkeypatch, tmp_path):
    (tmp_path / "broken.ttf").write_bytes(b"no font")
    (tmp_path / "broken.ttc").write_bytes(b"ttcf\0\2\0\0\xff\xff\xff\xff")
    monkeypatch.setattr(
        pdf_fonts,
        "_settings",
        lambda: {"folders": [str(tmp_path)], "names": [], "regions": [], "weights": []},
    )
    with pytest.raises(SaveError, match=r"没有找到.*中文字体.*\.html"):
        check_pdf(check_report(sitting(), WHEN), WHEN)


def test_a_font_that_cannot_be_embedded_gives_way_to_the_next(font, monkeypatch):
    broken = pdf_fonts.FontFile(Path(__file__), 0)
    monkeypatch.setattr(pdf, "chinese_fonts", lambda: iter([broken, font]))
    assert "核对报告" in text_of(made(sitting()))


def test_a_font_without_the_characters_needed_is_passed_over():
    latin = list(Path("/usr/share/fonts").rglob("DejaVuSans.ttf")) if sys.platform == "linux" else []
    if not latin:
        pytest.skip("no Latin font is installed")
    assert pdf_fonts._face(latin[0], ()) is None


TEXT = st.text(st.sampled_from("年报，。（）“”12.,→→ ab第一"), max_size=60)


@given(TEXT, st.integers(4, 20))
def test_lines_are_no_wider_than_the_room_and_nothing_is_lost(text, room):
    lines = wrap(text, room, width)
    assert all(width(line) <= room for line in lines)
    assert squeezed("".join(lines)) == squeezed(text)


def test_numbers_stay_whole_and_punctuation_begins_no_line():
    assert wrap("一共收到申请12345件，办结12345件。", 8, width) == [
        "一共收到申请",
        "12345件，办结",
        "12345件。",
    ]
    assert wrap("按期办结，（一）予以公开", 5, width) == ["按期办结，", "（一）予以", "公开"]
    assert wrap("按期予以办结，全部公开", 6, width) == ["按期予以办", "结，全部公开"]


def test_balanced_numbers_are_all_in_the_tables(clean):
    text = "".join(page.extract_text() for page in clean.pages)
    for value in {v for v in balanced().values() if len(v) > 1}:
        assert value in text
