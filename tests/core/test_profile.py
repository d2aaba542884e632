"""Local requirements: what an office may ask, and a clear word with the line where its file is wrong."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.cli import main
from core.files import from_bytes
from core.profile import NATIONAL
from core.profile_file import ProfileError, load, profile_for
from core.resources import ROOT
from core.review import Review
from tests.layouts import balanced, report


def write(folder, text, encoding="utf-8"):
    path = folder / "gouji.toml"
    path.write_bytes(text.encode(encoding))
    return path


def test_the_example_that_ships_is_a_valid_file():
    profile = load(ROOT / "checks" / "gouji.toml")
    assert (profile.deadline, profile.word_limit) == ((1, 26), 1000)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_notepads_encodings_are_read(tmp_path, encoding):
    path = write(tmp_path, 'name = "青禾区政务公开办"\r\nunits = ["宗"]\r\n', encoding)
    assert load(path).name == "青禾区政务公开办"
    assert load(path).units == ("宗",)


def test_severities_are_said_in_chinese_or_english(tmp_path):
    path = write(tmp_path, '[severities]\nA01 = "疑点"\n"requests.sum.new" = "advice"\na03 = "提示"\n')
    assert load(path).severities == {"A01": "warning", "requests.sum.new": "advice", "A03": "advice"}


WRONG = {
    'name = "甲"\noff = ["A01", "Z99"]\n': ("第 2 行", "Z99"),
    'name = "甲"\n\ndeadline = "2-30"\n': ("第 3 行", "deadline"),
    "word_limit = 0\n": ("第 1 行", "word_limit"),
    'name = "甲"\ncolour = "红"\n': ("第 2 行", "colour"),
    'name = "甲\n': ("第 1 行", "引号"),
    "off = [“A01”]\n": ("第 1 行", "中文标点"),
    '[severities]\nA01 = "严重"\n': ("第 2 行", "A01"),
    "off = [\n": ("第 1 行", "括号"),
    'severities = "疑点"\n': ("第 1 行", "severities"),
}


@pytest.mark.parametrize(("text", "said"), WRONG.items(), ids=[s[1] for s in WRONG.values()])
def test_what_is_wrong_is_said_with_its_line(tmp_path, text, said):
    with pytest.raises(ProfileError) as error:
        load(write(tmp_path, text))
    assert "gouji.toml" in str(error.value)
    assert all(words in str(error.value) for words in said)


@given(st.text(max_size=60))
def test_no_text_makes_it_fail_otherwise(tmp_path_factory, text):
    path = write(tmp_path_factory.mktemp("p"), text.encode("utf-8", "replace").decode())
    with contextlib.suppress(ProfileError):
        load(path)


def test_the_file_chosen_counts_before_the_one_beside_the_report(tmp_path):
    write(tmp_path, 'name = "旁边的"\n')
    chosen = tmp_path / "另一份.toml"
    chosen.write_text('name = "选定的"\n', encoding="utf-8")
    assert profile_for(tmp_path / "年报.docx").name == "旁边的"
    assert profile_for(tmp_path / "年报.docx", chosen).name == "选定的"
    assert profile_for(tmp_path / "别处" / "年报.docx") == NATIONAL


def test_a_check_turned_off_is_not_reported(tmp_path):
    path = tmp_path / "年报.txt"
    path.write_text(
        report("pipes_padded", balanced() | {"challenges.direct_suit.total": "99"}), encoding="utf-8"
    )
    review = Review(from_bytes(path.read_bytes(), path))
    assert "challenges.sum.direct_suit" in {f.rule for f in review.findings}
    assert main(["check", str(path)]) == 1
    write(tmp_path, 'off = ["B01"]\n')
    assert main(["check", str(path)]) == 0


def test_the_command_line_stops_at_a_wrong_file_and_says_why(tmp_path, capsys):
    path = tmp_path / "年报.txt"
    path.write_text(report("pipes_padded", balanced()), encoding="utf-8")
    write(tmp_path, 'off = ["Z99"]\n')
    assert main(["check", str(path)]) == 2
    assert "第 1 行" in capsys.readouterr().err
