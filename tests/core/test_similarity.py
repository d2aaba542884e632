"""How much of a text is copied: exact, blind to years, numbers and punctuation."""

from hypothesis import given
from hypothesis import strategies as st

from core.similarity import RUN, compare, folded, runs, share

WORK = "全年围绕群众关心的事项主动公开各类信息，及时回应社会关切，把政策讲清楚、讲明白。"
OTHER = "本单位建立发布审核台账，由专人逐条登记，定期对栏目内容进行检查和更新。"


def similarity(one: list[str], other: list[str]) -> float:
    return share(compare(one, runs(other)))


def test_only_other_years_and_numbers_are_a_copy():
    assert similarity([f"2023年，{WORK}共 312 条"], [f"2022年，{WORK} 共２８条"]) == 1.0


def test_other_words_are_none():
    assert similarity([WORK], [OTHER]) == 0.0


def test_half_of_the_letters_copied_is_one_half():
    one, other = folded(WORK), folded(OTHER)
    text = one[: len(other)] + other
    assert similarity([text], [WORK]) == 0.5


def test_paragraphs_are_told_apart():
    found = compare([WORK, OTHER, ""], runs([OTHER]))
    assert [each.share for each in found] == [0.0, 1.0, 0.0]


@given(st.lists(st.text(max_size=60), max_size=5))
def test_a_text_is_wholly_a_copy_of_itself_where_it_is_long_enough(texts):
    for each in compare(texts, runs(texts)):
        assert each.copied == (each.letters if each.letters >= RUN else 0)


@given(
    st.lists(st.text("公开信息数据", max_size=40), max_size=4),
    st.lists(st.text("公开信息", max_size=40), max_size=4),
)
def test_the_share_lies_between_nothing_and_all(one, other):
    found = compare(one, runs(other))
    assert all(0 <= each.copied <= each.letters for each in found)
    assert 0 <= share(found) <= 1
