"""The whole Russian catalogue, read as its readers would: words, plurals, lengths, and nothing missing or left over."""

import importlib
import pkgutil
import re

import pytest

import shnor_domain
from handlers.texts import Texts
from shnor_domain.errors import DomainError
from tests.support.markup import visible
from tests.support.text_samples import PLURALS, Read, read_catalogue, samples
from tests.support.texts_used import mentioned, uses

TEXTS = Texts()
READ = read_catalogue()
MESSAGES = sorted(key for key in READ if not key.startswith("-"))
FILES = sorted({read.file for read in READ.values()})

LEVELS = {"a", "b", "c", "d"}
"""Letters of the levels of competence (R164)."""
FOREIGN = LEVELS | {
    "csv", "docx", "excel", "ics", "json", "max", "pdf", "png", "qr", "rutube", "telegram", "utc", "vk", "word",
    "xlsx", "zip", "zoom",
}  # fmt: skip
"""Latin words that a Russian reader knows by sight."""

FORBIDDEN = {
    r"\bшнор": "школа проекта",
    r"низки\w+ результат": "школа проекта",
    r"неуспевающ|отстающ": "школа проекта",
    r"зон\w+ риска": "школы, где важна профилактика",
    r"неявк|прогул|no-show": "консультация не состоялась",
    r"просроч|нарушен\w* срок|эскалац": "срок прошёл …",
    r"отклон[её]н|отказано": "не подтверждено: …",
    r"\bслот|дедлайн|дайджест|\bхост|инвайт|верификац|активац": "время, срок, план на сегодня, ведущий, приглашение",
    r"дефицит|\bуровень [abcавс]\b": "темы, которые стоит обновить",
    r"\bпар[аыуе]\b": "закрепление: наставник и школа",
    r"видеозапис": "видео",
    r"\bкуратор(?!\w* (школ|от институт))": "куратор школы / куратор от института",
}
"""Words of screens.md «Words» and what to say instead."""

NOT_OF_THE_DOMAIN = {"error-broken"}
"""Said when the bot itself is broken."""

COORDINATORS_ONLY: dict[str, str] = {}
"""Keys (or beginnings of keys, with «*») whose readers are coordinators, with the forbidden words they may hold."""

LONG_BUTTONS: set[str] = {"btn-ask-written"}
"""Buttons above 28 letters for a reason: alone in their row and told apart by their first word."""


def domain_errors() -> list[type[DomainError]]:
    for module in pkgutil.walk_packages(shnor_domain.__path__, "shnor_domain."):
        if ".storage" not in module.name:
            importlib.import_module(module.name)
    return [error for error in _below(DomainError) if error.__module__.startswith("shnor_domain.")]


def rendered(key: str, words: str) -> list[str]:
    how = TEXTS.button if key.startswith("btn-") else TEXTS
    return [how(key, **args) for args in samples(READ[key], TEXTS.variables()[key], words)]


def in_(file: str, *, buttons: bool = False) -> list[str]:
    """Keys of what stands in one file of the catalogue and can be sent, or only of its buttons."""
    return [key for key in MESSAGES if READ[key].file == file and (not buttons or key.startswith("btn-"))]


def all_in(file: str) -> list[Read]:
    """Everything of one file, terms too."""
    return [read for read in READ.values() if read.file == file]


@pytest.mark.parametrize("file", FILES)
def test_a_reader_meets_only_words_of_her_language(file: str) -> None:
    foreign = {}
    for read in all_in(file):
        for words in read.words:
            bare = re.sub(r"<[^>]+>|https?://\S*|(?<!\w)/[a-z_]+", " ", words)
            latin = {word.lower() for word in re.findall(r"[A-Za-z]+", bare)}
            if latin - FOREIGN:
                foreign[read.key] = latin - FOREIGN
    assert foreign == {}


@pytest.mark.parametrize("file", FILES)
def test_no_word_hurts_its_reader(file: str) -> None:
    hurting = []
    for read in all_in(file):
        text = " ".join(read.words).lower()
        allowed = [
            words for name, words in COORDINATORS_ONLY.items() if re.fullmatch(name.replace("*", ".*"), read.key)
        ]
        for pattern, instead in FORBIDDEN.items():
            for found in re.finditer(pattern, text):
                if not any(found[0] in words for words in allowed):
                    hurting.append(f"{read.key}: «{found[0]}», say «{instead}»")
    assert hurting == []


@pytest.mark.parametrize("file", FILES)
def test_what_is_counted_has_its_three_forms(file: str) -> None:
    plurals = [(read.key, forms) for read in all_in(file) for forms in read.plurals]
    without = {
        key: sorted(forms) for key, forms in plurals if not (forms >= {"one", "few", "many"} and forms <= PLURALS)
    }
    assert without == {}


@pytest.mark.parametrize("file", FILES)
def test_every_variant_can_be_sent(file: str) -> None:
    for key in in_(file):
        for text in rendered(key, "Образец"):
            assert text.strip() and "{" not in text and "  " not in text, f"{key}: {text}"
            if key.startswith("btn-"):
                assert "<" not in text, f"{key}: a button takes no HTML"
            else:
                assert len(visible(text).encode("utf-16-le")) // 2 <= 4096, key


@pytest.mark.parametrize("file", FILES)
def test_a_button_fits_a_small_phone(file: str) -> None:
    buttons = [key for key in in_(file, buttons=True) if key not in LONG_BUTTONS]
    assert [text for key in buttons for text in rendered(key, "х") if len(text) > 28] == []


def test_every_refusal_of_the_domain_has_words() -> None:
    codes = {error.code for error in domain_errors()}
    assert {"not-allowed", "not-found", "stale", "invalid"} <= codes
    assert sorted(code for code in codes if f"error-{code}" not in TEXTS) == []


def test_no_refusal_without_its_error() -> None:
    codes = {error.code for error in domain_errors()}
    errors = {key for key in MESSAGES if key.startswith("error-")} - NOT_OF_THE_DOMAIN
    assert sorted(key for key in errors if not _is_of(key.removeprefix("error-"), codes)) == []


def test_two_errors_never_share_a_code() -> None:
    codes = [error.code for error in domain_errors()]
    assert sorted({code for code in codes if codes.count(code) > 1}) == []


def test_every_text_that_the_code_asks_for_is_there() -> None:
    missing = [
        f"{use.where}: {use.key}"
        for use in uses()
        if not (any(key.startswith(use.key) for key in MESSAGES) if use.begins else use.key in TEXTS)
    ]
    assert missing == []


def test_every_text_gets_the_arguments_that_it_needs() -> None:
    short = [
        f"{use.where}: {use.key} needs {sorted(TEXTS.variables()[use.key] - use.given)}"
        for use in uses()
        if use.given is not None and not use.begins and use.key in TEXTS and TEXTS.variables()[use.key] - use.given
    ]
    assert short == []


def test_no_text_is_left_over() -> None:
    whole, begun = mentioned()
    referred = {other for read in READ.values() for other in read.references}
    left = [key for key in MESSAGES if key not in whole | referred and not key.startswith(("error-", *begun))]
    assert left == []


def _is_of(name: str, codes: set[str]) -> bool:
    """«invalid-name-too-long» belongs to «invalid»."""
    return any(name == code or name.startswith(f"{code}-") for code in codes)


def _below(error: type[DomainError]) -> list[type[DomainError]]:
    return [found for child in error.__subclasses__() for found in (child, *_below(child))]
