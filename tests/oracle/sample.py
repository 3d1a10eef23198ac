"""People and meetings for the oracle's own tests: every figure in them was reckoned by hand.

2, 9, 16, 23 and 30 November 2026 are Mondays; the 4th, a Wednesday, is a public holiday.
"""

from datetime import UTC, datetime

from tests.oracle.facts import Meeting, Person

VERA = Person("Вера", "Asia/Yakutsk")
"""Hosts at UTC+9."""
TEACHER_3 = Person("учитель в Беслане", "Europe/Moscow")
TEACHER_9 = Person("учитель в Якутске", "Asia/Yakutsk")
TEACHER_10 = Person("учитель в Депутатском", "Asia/Vladivostok")
TEACHER_11 = Person("учитель в Хонуу", "Asia/Srednekolymsk")
COORDINATOR = Person("координатор", "Asia/Yakutsk")
LINK = "https://x.example/1"


def utc(day: int, hour: int, minute: int = 0, *, month: int = 11) -> datetime:
    """An instant of 2026."""
    return datetime(2026, month, day, hour, minute, tzinfo=UTC)


def meeting(day: int, hour: int, minute: int = 0, *, month: int = 11, **more: object) -> Meeting:
    """Вера's, at this hour of her own wall."""
    instant = datetime.fromisoformat(f"2026-{month:02}-{day:02}T{hour:02}:{minute:02}+09:00").astimezone(UTC)
    usual: dict[str, object] = {"host": VERA, "zone": "Asia/Yakutsk", "town": "Якутск", "link": LINK}
    return Meeting("химия", starts=instant, **(usual | more))  # type: ignore[arg-type]
