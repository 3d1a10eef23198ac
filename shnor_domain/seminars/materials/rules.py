"""What a material may be like, and when it is told of; pure."""

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime, timedelta

from shnor_domain.contents import FileType, clean_name, type_of
from shnor_domain.errors import Invalid
from shnor_domain.letters import visible_letters
from shnor_domain.links import check_link
from shnor_domain.seminars.events.model import Event
from shnor_domain.seminars.materials.model import MOST_MATERIALS, TITLE, Given, Material

COLLECTED = timedelta(minutes=30)
"""How long materials of one event are collected for one message."""
MISSED_AFTER = timedelta(days=1)
"""How long after its last lesson who was not there is told where they are."""


def checked(given: Given) -> tuple[Given, FileType | None]:
    """One line of title, and a link that opens, or a file that is what it may be (None for a link).

    Raises `Invalid("title" | "link" | "material", …)`, `BadEvidence`.
    """
    title = " ".join(visible_letters(given.title).split())
    if not title:
        raise Invalid("title", "empty")
    if len(title) > TITLE:
        raise Invalid("title", "long", most=TITLE)
    if given.body is not None:
        kind = type_of(given.body)
        return replace(given, title=title, name=clean_name(given.name, kind) or f"{title[:60]}.{kind.value}"), kind
    link = (given.link or "").strip()
    if not link:
        raise Invalid("material", "empty")
    check_link(link)
    return replace(given, title=title, link=link), None


def check_room(materials: Collection[Material]) -> None:
    """Raises `Invalid("materials", "materials-full")`."""
    if len(materials) >= MOST_MATERIALS:
        raise Invalid("materials", "materials-full", most=MOST_MATERIALS)


def batch(event: Event, materials: Collection[Material], now: datetime) -> tuple[Material, ...]:
    """What is to be told of now in one message: half an hour after the first of them was added, and not before a lesson
    is over."""
    waiting = tuple(each for each in materials if each.told is None)
    begun = bool(event.open_lessons) and event.open_lessons[0].ends <= now
    if not waiting or not begun or min(each.added for each in waiting) + COLLECTED > now:
        return ()
    return waiting


def missed_at(event: Event, now: datetime) -> datetime:
    """When who was not there is told: not before a day after the last lesson."""
    return max(now, event.open_lessons[-1].ends + MISSED_AFTER)
