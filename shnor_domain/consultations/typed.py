"""What a host types into the form of a slot, as people write it: «в 15», «15.30», «полтора часа», «12 человек»."""

import re
from datetime import time

from shnor_domain.consultations.model import length
from shnor_domain.consultations.rules import LONGEST, MAX_CAPACITY, SHORTEST
from shnor_domain.errors import Invalid
from shnor_domain.links import check_link
from shnor_domain.seats.times import STEP

_HOURS = r"(?:ч|час|часа|часов)\.?"
_MINUTES = r"(?:м|мин|минута|минуты|минут)\.?"
_CLOCK = re.compile(
    rf"(?:в )?(?P<hour>\d{{1,2}})(?: ?[:.,;\-–—] ?(?P<minute>\d\d)| (?P<spaced>\d\d)"
    rf"| ?{_HOURS}(?: ?(?P<worded>\d{{1,2}})(?: ?{_MINUTES})?)?)?(?: (?P<part>утра|дня|вечера))?"
)
_FOUR_DIGITS = re.compile(r"(?:в )?(?P<hour>\d\d)(?P<minute>\d\d)")
_WORDED = {"полчаса": 30, "час": 60, "один час": 60, "полтора часа": 90, "два часа": 120}
_MOST = int(LONGEST.total_seconds()) // 60
_LENGTH_MINUTES = re.compile(rf"(?P<minutes>\d{{1,4}})(?: ?{_MINUTES})?")
_LENGTH_HOURS = re.compile(rf"(?P<hours>\d)(?P<half>[.,]5)? ?{_HOURS}(?: ?(?P<minutes>\d{{1,2}})(?: ?{_MINUTES})?)?")
_LENGTH_CLOCK = re.compile(r"(?P<hours>\d):(?P<minutes>\d\d)")
_COUNT = re.compile(r"(?:до )?(\d{1,9})(?: ?(?:чел|человек|человека|мест|места|место)\.?)?")


def typed_time(text: str) -> time:
    """The wall-clock time in «15:00», «15.00», «15-00», «15 00», «1500», «в 15», «15 ч 30 мин», «3 часа дня».

    Raises `Invalid("starts", …)`: «minutes» for what is no time of day, «grid» for one off the grid of 5 minutes.
    """
    line = _line(text)
    found = _FOUR_DIGITS.fullmatch(line) or _CLOCK.fullmatch(line)
    if found is None:
        raise Invalid("starts", "minutes")
    parts = found.groupdict()
    hour = int(parts["hour"])
    minute = int(parts["minute"] or parts.get("spaced") or parts.get("worded") or 0)
    if parts.get("part") in {"дня", "вечера"} and 1 <= hour < 12:
        hour += 12
    if hour > 23 or minute > 59:
        raise Invalid("starts", "minutes")
    if minute % STEP:
        raise Invalid("starts", "grid")
    return time(hour, minute)


def typed_minutes(text: str, most: int = _MOST) -> int:
    """Minutes in «45», «45 минут», «1 час», «1,5 часа», «полтора часа», «1 ч 30 мин», «1:30».

    Raises `Invalid("minutes", "range")` for anything else, below 10, above `most` or off the grid of 5
    minutes.
    """
    line = _line(text)
    minutes = _WORDED.get(line, 0)
    if (found := _LENGTH_MINUTES.fullmatch(line)) is not None:
        minutes = int(found["minutes"])
    elif (found := _LENGTH_HOURS.fullmatch(line)) is not None:
        minutes = int(found["hours"]) * 60 + (30 if found["half"] else 0) + int(found["minutes"] or 0)
    elif (found := _LENGTH_CLOCK.fullmatch(line)) is not None:
        minutes = int(found["hours"]) * 60 + int(found["minutes"])
    if not SHORTEST <= length(minutes) <= length(most) or minutes % STEP:
        raise Invalid("minutes", "range")
    return minutes


def typed_capacity(text: str) -> int:
    """How many in «12», «12 человек», «до 12»; raises `Invalid("capacity", "range")` outside 1–500."""
    found = _COUNT.fullmatch(_line(text))
    if found is None or not 1 <= int(found[1]) <= MAX_CAPACITY:
        raise Invalid("capacity", "range", most=MAX_CAPACITY)
    return int(found[1])


def typed_link(text: str) -> str:
    """The address as it opens: «meet.example.org/chem» gets its https. Raises `Invalid("link", …)` as `check_link`."""
    link = text.strip()
    if "://" not in link:
        link = f"https://{link}"
    check_link(link)
    return link


def _line(text: str) -> str:
    return " ".join(text.casefold().split()).rstrip(" .!")
