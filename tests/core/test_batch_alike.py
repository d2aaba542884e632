"""雷同: copied accounts are found among many, with the passages; accounts of one's own are not."""

from random import Random

from core.batch.alike import Account, Finder, side_by_side

WORDS = "主动公开政策解读平台建设监督保障群众关切栏目更新培训考核台账审核网站微信回应答复流程制度责任检查整改"


def lines(seed: int, count: int = 8, length: int = 60) -> tuple[str, ...]:
    """An account of its own: words in an order nobody else has."""
    random = Random(seed)
    return tuple("".join(random.choice(WORDS) for _ in range(length)) + "。" for _ in range(count))


def found(*accounts: Account) -> list[tuple[str, str]]:
    by_name = {account.name: account for account in accounts}
    finder = Finder(by_name.__getitem__)
    for account in accounts:
        finder.add(account)
    return [(pair.one, pair.other) for pair in finder.pairs()]


def account(name: str, text: tuple[str, ...], unit: str | None = None) -> Account:
    return Account(name, unit or f"云岭市青禾区{name}局", text)


def test_accounts_of_ones_own_are_not_alike():
    assert found(*(account(f"第{n}", lines(n)) for n in range(40))) == []


def test_a_copy_with_other_years_numbers_and_names_is_found():
    text = tuple(f"2023年，云岭市青禾区甲局{line}共{n * 37}条" for n, line in enumerate(lines(1)))
    copy = tuple(line.replace("甲局", "乙局").replace("2023", "2022").replace("37", "81") for line in text)
    others = [account(f"第{n}", lines(n)) for n in range(2, 30)]
    assert found(account("甲", text), *others, account("乙", copy)) == [("甲", "乙")]


def test_one_paragraph_in_five_rewritten_is_no_copy():
    text = lines(1, 10)
    assert found(account("甲", text), account("乙", (*text[:8], *lines(2, 2)))) == []
    assert found(account("甲", text), account("乙", (*text, lines(2, 1)[0][:20]))) == [("甲", "乙")]


def test_one_unit_that_hands_in_the_same_twice_copied_from_nobody():
    text = lines(1)
    twice = account("甲.docx", text, "甲局"), account("甲（盖章）.pdf", text, "甲局")
    assert found(*twice) == []
    assert found(*twice, account("乙", text, "乙局")) == [("甲.docx", "乙"), ("甲（盖章）.pdf", "乙")]
    assert found(Account("一", None, text), Account("二", None, text)) == [("一", "二")]


def test_a_short_account_is_no_copy_of_anything():
    short = ("本单位依法公开政府信息，没有收到申请。",)
    assert found(account("甲", short), account("乙", short)) == []


def test_a_template_that_all_took_over_is_told_of_each():
    text = lines(1)
    pairs = found(*(account(f"第{n}", text) for n in range(120)))
    assert {name for pair in pairs for name in pair} == {f"第{n}" for n in range(120)}
    assert len(pairs) < 120 * 119 / 2


def test_the_passages_stand_side_by_side():
    text = lines(1)
    other = (lines(5)[0], text[3], text[0])
    passages = side_by_side(account("甲", text), account("乙", other))
    assert [(passage.one, passage.other) for passage in passages] == [(text[0], text[0]), (text[3], text[3])]
