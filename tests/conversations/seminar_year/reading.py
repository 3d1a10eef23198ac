"""Messages that reached the chats, read back into the oracle's terms."""

import re
from collections.abc import Callable, Iterable
from datetime import date, datetime
from zoneinfo import ZoneInfo

from tests.conversations.seminar_year.land import LAND
from tests.conversations.seminar_year.reading_events import OF_PROGRAMMES, Moment, instant
from tests.conversations.seminar_year.reading_seats import OF_SEATS
from tests.oracle.roadmaps.rows import PARTS
from tests.oracle.seminars.office import Facts, Told
from tests.oracle.walls import MONTHS, WEEKDAYS
from tests.support.screens import Screen

HEAD = re.compile(r"План на сегодня, (\w+), (\d+) (\w+)")
REASONS = {
    "пока нет ведущего": "no_host",
    "желающих пока мало": "too_few",
    "подойдёт другая форма помощи": "other_form",
    "эту тему уже ведут в другом месте": "done_elsewhere",
}


def read(who: str, at: datetime, screen: Screen, *, anew: bool) -> Told | None:
    """What a message says; None for an edit that only takes buttons away. Fails for words that no rule knows."""
    text = screen.text
    if not anew:
        found = _SPLIT.fullmatch(text)
        return None if found is None else Told(who, at, "edit: split", found.groups())
    if HEAD.match(text):
        return _digest(who, at, text)
    for kind, lines in _MESSAGES.items():
        if (facts := lines(text, at)) is not None:
            facts = tuple(instant(who, each) if isinstance(each, Moment) else each for each in facts)
            return Told(who, at, kind, facts)
    raise AssertionError(f"nobody knows how to read:\n{text}")


_SPLIT = re.compile(r"Запрос «(.*)» \((.*)\) снова отдельно от других\.")
_LINES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Facts]], ...] = (
    (
        re.compile(r"Ваш запрос «(.*)» объединён с похожим: «(.*)»\. Поддержали: (\d+) .*, ваша \((.*)\) среди них\."),
        lambda found: ("merged", found[1], found[2], int(found[3]), found[4]),
    ),
    (
        re.compile(r"Запрос «(.*)» \((.*)\) в программу этого полугодия не вошёл: (.*)\."),
        lambda found: ("aside", found[1], found[2], REASONS.get(found[3], found[3])),
    ),
    (
        re.compile(r"Запрос «(.*)» \((.*)\) снова рассматривается\."),
        lambda found: ("reopened", found[1], found[2]),
    ),
    (re.compile(r"Запрос «(.*)» \((.*)\) в программе\."), lambda found: ("planned", found[1], found[2])),
    (
        re.compile(r"Запрос «(.*)» \((.*)\) пойдёт (по плану|сверх плана).*\."),
        lambda found: ("route", found[1], found[2], "plan" if found[3] == "по плану" else "extra"),
    ),
)  # fmt: skip


def _request(text: str, at: datetime) -> Facts | None:
    """One message of several lines, each of which says one thing."""
    facts: list[Facts] = []
    for line in text.splitlines():
        found = next(((look, made) for look, made in _LINES if look.fullmatch(line)), None)
        if found is None:
            return None
        match = found[0].fullmatch(line)
        assert match is not None
        facts.append(found[1](match))
    return tuple(facts)


def _catalogue(text: str, at: datetime) -> Facts | None:
    if "Институт предлагает темы:" not in text:
        return None
    topics = re.findall(r"^\d+\. (.*)$", text, re.MULTILINE)
    wishes, requests = re.findall(r"до (?:\w+, )?(\d+ \w+)", text)[:2]
    return (*topics, _day(wishes, at), _day(requests, at))


def _dates_moved(text: str, at: datetime) -> Facts | None:
    found = re.search(r"теперь собирают до (?:\w+, )?(\d+ \w+).*\(было: до (?:\w+, )?(\d+ \w+)", text)
    return None if found is None else (_day(found[1], at), _day(found[2], at))


def _border(text: str, at: datetime) -> Facts | None:
    found = re.match(r"Полугодие закончилось\. Тема «(.*)» \((.*)\) в программу не вошла\.", text)
    return None if found is None else found.groups()


_MESSAGES: dict[str, Callable[[str, datetime], Facts | None]] = {
    **OF_PROGRAMMES,
    **OF_SEATS,
    "catalogue": _catalogue,
    "dates-moved": _dates_moved,
    "request": _request,
    "border": _border,
}
_ROWS: tuple[tuple[str, re.Pattern[str], Callable[[re.Match[str], datetime], Facts]], ...] = (
    (
        "closing",
        re.compile(r"Семинары, .*: запросы школ собирают до (?:\w+, )?(\d+ \w+)\..*"),
        lambda found, at: (_day(found[1], at),),
    ),
    (
        "wishes",
        re.compile(r"Учителя пожелали (\d+) тем\w* семинаров: .*(СОШ № \d+).*"),
        lambda found, at: (int(found[1]), found[2]),
    ),
    ("came", re.compile(r"Новы\w+ запрос\w* на семинары?: (\d+)"), lambda found, at: (int(found[1]),)),
    (
        "withdrew",
        re.compile(
            r"Школа больше не просит тему «(.*)», по ней есть мероприятие\. (?:Ещё просят: (\d+) .*|Больше никто .*)"
        ),
        lambda found, at: (found[1], int(found[2] or 0)),
    ),
    (
        "version-waits",
        re.compile(r"Программа семинаров \(.*\) ждёт утверждения: (\d+) мероприят\w+"),
        lambda found, at: (int(found[1]),),
    ),
    (
        "border-waits",
        re.compile(r"Перенести тему «(.*)» \((.*)\) на следующее полугодие\?"),
        lambda found, at: found.groups(),
    ),
    ("more", re.compile(r"и ещё (\d+) дел(?:о|а)?, .*/menu"), lambda found, at: (int(found[1]),)),
)


def _digest(who: str, at: datetime, text: str) -> Told:
    lines = text.splitlines()
    head = HEAD.fullmatch(lines[0])
    assert head is not None
    shown = at.astimezone(ZoneInfo(LAND.by_name[who].unit.zone)).date()
    assert head.groups() == (WEEKDAYS[shown.weekday()], str(shown.day), MONTHS[shown.month - 1]), lines[0]
    rows = [_row(re.sub(r"^\d+\. ", "", line), at) for line in lines[1:] if line not in PARTS]
    return Told(who, at, "digest", tuple(sorted(rows, key=repr)))


def _row(line: str, at: datetime) -> Facts:
    for kind, look, made in _ROWS:
        if found := look.fullmatch(line):
            return (kind, *made(found, at))
    raise AssertionError(f"nobody knows how to read the row:\n{line}")


def _day(words: str, at: datetime) -> date:
    """«15 сентября», the nearest one to `at`."""
    day, month = words.split()
    days = (date(at.year + more, MONTHS.index(month) + 1, int(day)) for more in (-1, 0, 1))
    return min(days, key=lambda each: abs(each - at.date()))


def difference(expected: Iterable[Told], seen: Iterable[Told]) -> list[str]:
    """What only one of them has, minute by minute; empty when both are the same multiset."""
    left, missing = list(seen), []
    for told in expected:
        if told in left:
            left.remove(told)
        else:
            missing.append(told)
    lines = [(each.at, each.who, f"missing    {each}") for each in missing]
    lines += [(each.at, each.who, f"unexpected {each}") for each in left]
    return [line for _at, _who, line in sorted(lines)]
