"""What people are told of items, as rows of their digests (L1–L5). Words are made by `handlers.roadmap`."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from shnor_domain.identity import PersonId, Territory
from shnor_domain.notifications.model import KindPolicy, Notice
from shnor_domain.roadmap.ladder import Rung, Step
from shnor_domain.roadmap.model import Item
from shnor_domain.roadmap.periods.model import Window

STEP = "plan-step"
"""To the owner of an item: its day comes, or has passed."""
SCHOOL = "plan-school"
"""To a curator or coordinator: items of one school whose day has passed, counted when it goes."""
DISTRICT = "plan-district"
"""To the region: the same of one municipality, or of the region itself."""

POLICIES = (KindPolicy(STEP, digest=True), KindPolicy(SCHOOL, digest=True), KindPolicy(DISTRICT, digest=True))


def step(item: Item, window: Window, of: Step, person: PersonId, zone: str) -> Notice:
    """A row for the owner. A step whose digest lies before the item was known, came back, or was put off, is not made
    up for (L2, L5, L7). `window` counts from 0 through `item.due`: put off by its reader, the row is about that one
    still when its day has moved (L6); of several that are due alike it is the last."""
    number = max(place for place, each in enumerate(item.due) if each.last == window.last)
    return Notice(
        key=f"{STEP}:{item.id}:{window.last:%Y%m%d}:{of.count}:{of.day:%Y%m%d}:{person}",
        person=person,
        kind=STEP,
        subject=f"item:{item.id}",
        due=midnight(of.day, zone),
        payload={
            "item": item.id,
            "last": window.last.isoformat(),
            "window": number,
            "count": of.count,
            "day": of.day.isoformat(),
        },
        since=item.known_as(window.last),
    )


def escalation(where: Territory, rung: Rung, day: date, person: PersonId, zone: str) -> Notice:
    """A row for a level over the owner, one a school (for the region: a municipality) and day (L4). How many, and which
    level nobody holds, is said as it goes.
    """
    kind = DISTRICT if rung is Rung.REGION or where.school is None else SCHOOL
    name = where.school if kind == SCHOOL else f"{where.region}-{where.municipality or 0}"
    return Notice(
        key=f"{kind}:{name}:{day:%Y%m%d}:{person}",
        person=person,
        kind=kind,
        subject=f"{kind}:{name}",
        due=midnight(day, zone),
        payload={
            "region": where.region,
            "municipality": where.municipality,
            "school": where.school if kind == SCHOOL else None,
            "day": day.isoformat(),
        },
    )


def midnight(day: date, zone: str) -> datetime:
    """The beginning of a day in `zone`, UTC: the digest of that day is the first after it."""
    return datetime.combine(day, time(), ZoneInfo(zone)).astimezone(UTC)
