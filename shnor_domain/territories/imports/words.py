"""Reading of cells: weekdays, statuses, years, subjects, in the words people write."""

import re
from collections.abc import Iterable
from datetime import date, datetime
from functools import cache

from shnor_domain.territories.model import SchoolState, SchoolYear, Status, Subject
from shnor_domain.territories.names import words_of
from shnor_domain.territories.words import vocabulary

LONGEST_NAME = 200


def weekday_in(text: str) -> int | None:
    """0 is Monday; None for anything else."""
    found = _normal("weekday").get(_key(text))
    return None if found is None else int(found)


def is_methodist_day(text: str) -> bool:
    """«Методический день» where a subject stands: a setting of the territory, never a subject."""
    return _key(text) in _normal("methodist-day")


def state_in(text: str) -> SchoolState | None:
    """None for an unknown word."""
    found = _normal("state").get(_key(text), text.strip().casefold())
    return next((state for state in SchoolState if state.value == found), None)


def year_in(text: str) -> SchoolYear | None:
    """«2026», «2026/27», «2026-2027 уч. г.» → 2026; None for anything else."""
    found = re.match(r"\s*(20\d\d)\b", text)
    return SchoolYear(int(found.group(1))) if found else None


def is_yes(text: str) -> bool:
    """«да», «+», «1»."""
    return text.strip().casefold() in vocabulary("yes")


def date_in(text: str) -> date | None:
    """ISO or «27.04.2026»; None for anything else."""
    for form in ("%Y-%m-%d", "%d.%m.%Y"):
        try:
            # a date alone has no zone: it belongs to the calendar of its territory
            return datetime.strptime(text.strip(), form).date()  # noqa: DTZ007
        except ValueError:
            continue
    return None


def statuses_in(text: str) -> tuple[tuple[Status, SchoolYear | None], ...] | None:
    """«ШНОР; 500+ (2021)» → ((SHNOR, None), (PROJECT_500, 2021)); None when a part is not understood."""
    found = []
    for part in filter(None, (part.strip() for part in re.split(r"[;,|\n]", text))):
        shape = re.fullmatch(r"(.*?)(?:\s*[(,]?\s*(20\d\d)(?:[/–-]\d{2,4})?\s*\)?)?", part)
        status = _status(shape.group(1)) if shape else None
        if shape is None or status is None:
            return None
        found.append((status, SchoolYear(int(shape.group(2))) if shape.group(2) else None))
    return tuple(found)


def subject_in(text: str, catalogue: Iterable[Subject]) -> Subject | None:
    """The subject that is called so, by code, name or spelling; None when there is none."""
    key = _key(text)
    return next(
        (one for one in catalogue if key and key in (one.code, _key(one.name), *map(_key, one.spellings))),
        None,
    )


def _status(text: str) -> Status | None:
    plain = text.strip().casefold()
    code = vocabulary("status").get(plain) or _normal("status").get(_key(plain), plain)
    return next((status for status in Status if status.value == code), None)


def _key(text: str) -> str:
    return " ".join(words_of(text))


@cache
def _normal(kind: str) -> dict[str, str]:
    return {_key(spelling): code for spelling, code in vocabulary(kind).items() if _key(spelling)}
