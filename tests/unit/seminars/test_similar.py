"""Topics that are alike (rule I6): properties, and topics as schools write them."""

import random

import pytest

from shnor_domain.seminars.requests.similar import ALIKE, OFFERED, alike, most_alike
from tests.support.seminar_requests import request

TOPICS = (
    "Функциональная грамотность на уроках математики",
    "Подготовка к ОГЭ по химии, задание 23",
    "Профилактика выгорания учителя",
    "Формирующее оценивание",
    "Работа с детьми с ОВЗ в обычном классе",
    "Читательская грамотность",
    "и",
    "!!!",
    "",
)


def test_likeness_is_the_same_from_both_sides() -> None:
    assert [(one, other) for one in TOPICS for other in TOPICS if alike(one, other) != alike(other, one)] == []


def test_a_topic_is_wholly_like_itself() -> None:
    assert [topic for topic in TOPICS[:-2] if alike(topic, topic) != 100] == []


def test_what_has_no_words_is_like_nothing() -> None:
    assert [other for other in TOPICS for nothing in ("", "!!!") if alike(nothing, other)] == []


def test_order_case_and_yo_change_nothing() -> None:
    chance = random.Random(4)
    for topic in TOPICS[:-2]:
        words = topic.split()
        chance.shuffle(words)
        other = " ".join(words).upper()
        assert alike(topic, other) == 100
        assert all(alike(topic, each) == alike(other, each) for each in TOPICS)
    assert alike("Учёт объёма работы", "учет объема РАБОТЫ") == 100


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Функциональная грамотность", "Развитие функциональной грамотности"),
        ("Подготовка к ОГЭ по химии", "Как готовить к ОГЭ по химии"),
        ("Формирующее оценивание", "формирующее оцениванье на уроке"),
        ("Работа с детьми с ОВЗ", "Дети с ОВЗ: как работать"),
    ],
)
def test_the_same_wish_in_other_words_is_found(one: str, other: str) -> None:
    assert alike(one, other) >= ALIKE


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Подготовка к ОГЭ по химии", "Профилактика выгорания учителя"),
        ("Формирующее оценивание", "Работа с родителями"),
        ("Наставничество молодых учителей", "Читательская грамотность"),
    ],
)
def test_another_wish_is_not(one: str, other: str) -> None:
    assert alike(one, other) < ALIKE


def test_the_most_alike_come_first_then_the_older_and_no_more_than_eight() -> None:
    near = [request(20 - number, "Функциональная грамотность") for number in range(OFFERED + 2)]
    far = [request(1, "Развитие функциональной грамотности"), request(2, "Профилактика выгорания учителя")]
    found = most_alike("функциональная грамотность", [*far, *near])
    assert [each.id for each in found] == [11, 12, 13, 14, 15, 16, 17, 18]
    assert [each.id for each in most_alike("функциональная грамотность", far)] == [1]
