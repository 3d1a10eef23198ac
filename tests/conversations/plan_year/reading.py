"""Messages that reached the chats, read back into the oracle's terms."""

import re
from datetime import date, datetime
from zoneinfo import ZoneInfo

from tests.conversations.plan_year.land import READERS
from tests.oracle.roadmaps.rows import PARTS, WAITING, Row
from tests.oracle.roadmaps.year import Digest, Word
from tests.oracle.walls import MONTHS, WEEKDAYS
from tests.support.screens import Screen

SHOWN = 100
"""Letters of a title that no view cuts."""
HEAD = re.compile(r"План на сегодня, (\w+), (\d+) (\w+)")
OWN = re.compile(r"\d+\. (?P<what>.*): (?P<word>до|был) (?P<day>\d+) (?P<month>\w+)")
WAITS = re.compile(r"\d+\. Ждёт проверки: (?P<what>.*), отправлено (?P<day>\d+) (?P<month>\w+)")
COUNT = re.compile(
    r"\d+\. (?P<what>.*): (?P<items>\d+) пункт(а|ов)?( в (?P<schools>\d+) школ(е|ах))?(, (?P<empty>.*) не назначен)?"
)
MORE = re.compile(r"и ещё (\d+) дел(о|а)?, .*/menu")
WORD = re.compile(r"(?P<no>Не п|П)одтверждено: (?P<title>.*)")
_READERS = {reader.name: reader for reader in READERS}


def read(who: str, at: datetime, screen: Screen) -> Digest | Word:
    """Fails for a message that is neither a digest nor a decision, and for a digest of another day."""
    lines = screen.text.splitlines()
    if found := WORD.fullmatch(lines[0]):
        return Word(who, at, found["title"][:SHOWN], found["no"] == "П")
    head, reader = HEAD.fullmatch(lines[0]), _READERS[who]
    assert head is not None, screen.text
    shown = at.astimezone(ZoneInfo(reader.unit.zone)).date()
    assert head.groups() == (WEEKDAYS[shown.weekday()], str(shown.day), MONTHS[shown.month - 1]), lines[0]
    part, rows, more = "", [], 0
    for line in lines[1:]:
        if line in PARTS:
            assert not part or PARTS.index(line) > PARTS.index(part)
            part = line
        elif told := MORE.fullmatch(line):
            more = int(told[1])
        else:
            rows.append(_row(part, line, shown))
    assert screen.buttons[-1] == "Напомнить завтра"
    return Digest(who, at, tuple(rows), more)


def shortened(told: Digest | Word) -> Digest | Word:
    """The oracle's, as far as a screen shows it."""
    if isinstance(told, Word):
        return Word(told.who, told.at, told.title[:SHOWN], told.confirmed)
    rows = tuple(Row(row.part, row.what[:SHOWN], row.day, row.items, row.schools, row.empty) for row in told.rows)
    return Digest(told.who, told.at, rows, told.more)


def _row(part: str, line: str, today: date) -> Row:
    if part == WAITING and (found := WAITS.fullmatch(line)):
        return Row(part, found["what"][:SHOWN], _day(found, today, passed=True))
    if found := OWN.fullmatch(line):
        return Row(part, found["what"][:SHOWN], _day(found, today, passed=found["word"] == "был"))
    found = COUNT.fullmatch(line)
    assert found is not None, line
    return Row(part, found["what"], None, int(found["items"]), int(found["schools"] or 0), found["empty"] or "")


def _day(found: re.Match[str], today: date, *, passed: bool) -> date:
    """The nearest one before or after today: rows name no year."""
    month, day = MONTHS.index(found["month"]) + 1, int(found["day"])
    years = (today.year, today.year - 1) if passed else (today.year, today.year + 1)
    near = (date(year, month, day) for year in years)
    return next(each for each in near if each == today or (each < today) == passed)


def difference(expected: list[Digest | Word], seen: list[Digest | Word]) -> str:
    """Messages of one list alone, minute by minute; empty when both are the same multiset."""
    left, missing = list(seen), []
    for told in expected:
        if told in left:
            left.remove(told)
        else:
            missing.append(told)
    lines = sorted(
        [(t.at, t.who, "missing", t) for t in missing] + [(t.at, t.who, "unexpected", t) for t in left],
        key=lambda each: each[:3],
    )
    return "\n".join(_shown(*each) for each in lines)


def _shown(at: datetime, who: str, word: str, told: Digest | Word) -> str:
    head = f"{word:<10} {at:%Y-%m-%d %H:%M}Z {who}"
    if isinstance(told, Word):
        return f"{head}: {'подтверждено' if told.confirmed else 'не подтверждено'} {told.title[:40]}"
    rows = "".join(
        f"\n      {row.part}: {row.what[:40]} {row.day or ''} {row.items or ''} {row.schools or ''} {row.empty}"
        for row in told.rows
    )
    return f"{head}{rows}" + (f"\n      и ещё {told.more}" if told.more else "")
