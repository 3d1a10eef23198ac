"""The catalogue refuses at start what would surprise a reader, and at a call what a handler forgot."""

from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest
from fluent.runtime import FluentBundle

import handlers.texts as catalogue_texts
from handlers.texts import Safe, Texts
from handlers.texts.catalogue import BrokenTexts, read_language
from handlers.texts.texts import UnknownText, clip


def catalogue(folder: Path, **languages: str) -> Texts:
    for language, source in languages.items():
        (folder / language).mkdir()
        for number, part in enumerate(source.split("=====\n")):
            (folder / language / f"{number}.ftl").write_text(part, "utf-8")
    return Texts(folder)


def test_what_a_person_typed_cannot_become_markup(tmp_path: Path) -> None:
    texts = catalogue(tmp_path, ru="topic = <b>{ $topic }</b>\nbtn-topic = О чём: { $topic }\n")
    assert texts("topic", topic="<i>a</i> & b") == "<b>&lt;i&gt;a&lt;/i&gt; &amp; b</b>"
    assert texts("topic", topic=Safe("<i>a</i>")) == "<b><i>a</i></b>"
    assert texts("topic", topic=texts("topic", topic="<")) == "<b><b>&lt;</b></b>"
    assert texts.button("btn-topic", topic="<i>a</i> & b") == "О чём: <i>a</i> & b"
    assert texts.plain("btn-topic", topic=Safe("<i>a &amp; b</i>")) == "О чём: a & b"


def test_plurals_follow_the_language(tmp_path: Path) -> None:
    texts = catalogue(
        tmp_path,
        ru="hours = { $n ->\n    [one] { $n } час\n    [few] { $n } часа\n   *[many] { $n } часов\n }\n",
    )
    assert [texts("hours", n=n) for n in (1, 2, 5, 11, 21, 0)] == [
        "1 час", "2 часа", "5 часов", "11 часов", "21 час", "0 часов",
    ]  # fmt: skip
    assert texts("hours", n=1.5) == "1,5 часов"


def test_numbers_of_four_digits_are_not_parted(tmp_path: Path) -> None:
    texts = catalogue(tmp_path, ru="n = { $n }\n")
    assert (texts("n", n=2026), texts("n", n=12345)) == ("2026", "12\xa0345")


def test_dates_have_words_only_through_their_functions(tmp_path: Path) -> None:
    texts = catalogue(
        tmp_path,
        ru='day = { CAP(DATE($day, format: "EEEE, d MMMM")) }\nat = { TIME($at) }\nbare = { $day }\n',
    )
    assert texts("day", day=date(2026, 3, 8)) == "Воскресенье, 8 марта"
    assert texts("at", at=time(7, 5)) == "07:05"
    with pytest.raises(TypeError):
        texts("bare", day=date(2026, 3, 8))
    with pytest.raises(TypeError):
        texts("at", at=date(2026, 3, 8))
    with pytest.raises(TypeError, match="reader's clock"):
        texts("day", day=datetime(2026, 3, 8, tzinfo=UTC))


def test_yes_and_no_choose_a_variant(tmp_path: Path) -> None:
    texts = catalogue(tmp_path, ru="place = { $online ->\n    [yes] онлайн\n   *[no] очно\n }\n")
    assert (texts("place", online=True), texts("place", online=False)) == ("онлайн", "очно")


def test_a_long_text_passes_whole(tmp_path: Path) -> None:
    texts = catalogue(tmp_path, ru="n = { $n ->\n    [one] { $list }\n   *[many] Список: { $list }\n }\n")
    assert texts("n", n=5, list="<" * 3000) == "Список: " + "&lt;" * 3000


@pytest.mark.parametrize("args", [{}, {"other": 1}])
def test_a_forgotten_argument_is_an_error(tmp_path: Path, args: dict[str, object]) -> None:
    texts = catalogue(tmp_path, ru="a = { $n } { b }\nb = { $m }\n")
    with pytest.raises(UnknownText, match="needs m, n"):
        texts("a", **args)
    with pytest.raises(UnknownText, match="no text"):
        texts("c")
    with pytest.raises(TypeError):
        texts("b", m=None)


@pytest.mark.parametrize(
    ("source", "why"),
    [
        ("a = { $n\n", "cannot read"),
        ("a = А\na = Б\n", "is already in"),
        ("a = А\n=====\na = Б\n", "is already in"),
        ("a = { -brand }\n", "refers to -brand"),
        ("a = { b }\n", "refers to b"),
        ("a = { PRICE($n) }\n", "refers to PRICE"),
        ("a = { b }\nb = { a }\n", "refers to itself"),
        ("a =\n    .title = А\n", "must have a value"),
    ],
)
def test_a_broken_catalogue_stops_the_start(tmp_path: Path, source: str, why: str) -> None:
    with pytest.raises(BrokenTexts, match=why):
        catalogue(tmp_path, ru=source)


def test_another_language_must_say_the_same_things(tmp_path: Path) -> None:
    (tmp_path / "missing").mkdir()
    with pytest.raises(BrokenTexts, match="sah differs from ru in: b"):
        catalogue(tmp_path / "missing", ru="a = А\nb = Б\n", sah="a = А\n")
    (tmp_path / "different").mkdir()
    with pytest.raises(BrokenTexts, match="sah differs from ru in: a"):
        catalogue(tmp_path / "different", ru="a = { $n }\n", sah="a = { $m }\n")


def test_a_reader_may_have_another_language_and_else_the_first_one(tmp_path: Path) -> None:
    texts = catalogue(
        tmp_path, ru='day = { DATE($day, format: "d MMMM") }\n', sah='day = { DATE($day, format: "d MMMM") }\n'
    )
    day = date(2026, 3, 8)
    assert texts.speaking("sah")("day", day=day) == "8 Кулун тутар"
    assert texts.speaking("en")("day", day=day) == texts("day", day=day) == "8 марта"


def test_no_texts_at_all_stop_the_start(tmp_path: Path) -> None:
    with pytest.raises(BrokenTexts, match="no texts"):
        Texts(tmp_path)


def test_a_long_label_is_cut_at_a_word(tmp_path: Path) -> None:
    texts = catalogue(tmp_path, ru="btn-school = 1. { $name }\n")
    name = "Муниципальное бюджетное общеобразовательное учреждение школа № 6"
    assert texts.button("btn-school", name=name) == "1. Муниципальное бюджетное общеобразовательное учреждение…"
    assert texts.button("btn-school", name="х" * 100) == "1. " + "х" * 60 + "…"
    assert texts.button("btn-school", name="в две\nстроки") == "1. в две строки"
    assert clip("ровно", 5) == "ровно"


@pytest.mark.parametrize(
    ("text", "limit", "seen"),
    [
        ("аб👩‍👩‍👧‍👦в", 6, "аб…"),
        ("аб👩‍👩‍👧‍👦вг", 10, "аб👩‍👩‍👧‍👦…"),
        ("🇷🇺🇷🇺🇷🇺", 4, "🇷🇺…"),
        ("и\u0306и\u0306и\u0306", 4, "и\u0306…"),
        ("👍🏽👍🏽👍🏽", 4, "👍🏽…"),
        ("а" + "\u0301" * 99, 50, "а" + "\u0301" * 48 + "…"),
    ],
)
def test_no_sign_is_torn_in_two(text: str, limit: int, seen: str) -> None:
    assert clip(text, limit) == seen


def test_signs_that_the_texts_use_themselves_are_only_signs(tmp_path: Path) -> None:
    texts = catalogue(tmp_path, ru="both = { $long } { $short }\n")
    assert texts("both", long="х" * 2000, short="\ue000\ue001") == "х" * 2000 + " \ue000\ue001"
    assert texts("both", long="х", short="{ $long } { -term }") == "х { $long } { -term }"


def test_words_that_are_only_put_together_are_what_the_engine_says() -> None:
    language = read_language(Path(catalogue_texts.__file__).parent / "ru")
    engine = FluentBundle(["ru"], use_isolating=False)
    engine.add_resource(language.resource)
    texts, words, compared = Texts(), ["yes", "none", "no", "СОШ <№ 1> & №", "", "Ы" * 200], 0
    for key, needed in language.variables.items():
        pattern = engine.get_message(key).value
        assert pattern is not None
        for first in range(len(words)):
            args = {name: words[(first + at) % len(words)] for at, name in enumerate(sorted(needed))}
            said, errors = engine.format_pattern(pattern, args)
            if not errors:  # DATE() and the like take no words
                assert texts.plain(key, **args) == said
                compared += 1
    assert compared > 5_000


def test_what_is_kept_tells_numbers_from_yes_and_is_never_what_people_wrote(tmp_path: Path) -> None:
    texts = catalogue(tmp_path, ru="said = { $what }\n")
    for _ in range(2):
        said = [texts("said", what=what) for what in (True, 1, 1.0, "1", "Айталина", "<b>", Safe("<b>"))]
        assert said == ["yes", "1", "1", "1", "Айталина", "&lt;b&gt;", "<b>"]
        assert texts.plain("said", what="<b>") == "<b>"
    assert sorted(asked[-1] for asked in texts._kept) == ["{'what': 1.0}", "{'what': 1}", "{'what': True}"]
    for number in range(5_000):
        texts("said", what=number)
    assert len(texts._kept) <= 4_096
