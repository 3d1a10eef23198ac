"""Which announcements have to be looked at: one statement for all that are open, built once."""

from datetime import datetime, timedelta
from functools import cache
from typing import Any

from sqlalchemy import Date, Select, String, and_, bindparam, cast, exists, literal, or_, select

from shnor_domain.announcements.access import ANNOUNCING
from shnor_domain.announcements.model import State
from shnor_domain.notifications.model import NoticeState
from shnor_domain.people.model.person import PersonState
from shnor_domain.storage.schema.announcements import announcement
from shnor_domain.storage.schema.notifications import notification
from shnor_domain.storage.schema.people import person, preferences
from shnor_domain.storage.schema.places import place

_A, _N = announcement.c, notification.c
_SUBJECT = literal("announcement:", String) + cast(_A.id, String)


@cache
def restless() -> Select[Any]:
    """Ids of open announcements that do not surely only wait: by `yesterday` and `tomorrow`, between which every zone
    has its today. Who is found for a day that is not hers is looked at in vain."""
    goes = exists().where(_N.subject == _SUBJECT, _N.state.in_([NoticeState.PLANNED.value, NoticeState.SENDING.value]))
    held = exists().where(
        _N.subject == _SUBJECT,
        _N.state == NoticeState.HELD.value,
        or_(_N.error.is_(None), _N.error != "unreachable"),
    )
    c = place.c
    stands = exists().where(
        c.person_id == _A.sender_id,
        c.verified,
        c.role.in_(sorted(role.value for role in ANNOUNCING)),
        or_(c.region_id.is_(None), c.region_id == _A.region_id),
        or_(c.municipality_id.is_(None), c.municipality_id == _A.municipality_id),
        c.school_id.is_(None),
        c.starts <= bindparam("yesterday", type_=Date),
        or_(c.ends.is_(None), c.ends >= bindparam("tomorrow", type_=Date)),
        person.c.id == c.person_id,
        person.c.state == PersonState.ACTIVE.value,
    )
    on_leave = exists().where(
        preferences.c.person_id == _A.sender_id, preferences.c.leave_until >= bindparam("yesterday", type_=Date)
    )
    put_off = or_(_A.starts_at.is_not(None), _A.starts_day.is_not(None))
    runs = and_(_A.state == State.RUNNING.value, ~_A.asleep, or_(goes, held))
    sleeps = and_(_A.state == State.PAUSED.value, _A.asleep)
    waits = and_(
        or_(runs, sleeps),
        _A.corrected_to.is_(None),
        stands,
        ~and_(put_off, on_leave),
    )
    return select(_A.id).where(~_A.settled, ~waits).order_by(_A.id)


def days_around(now: datetime) -> dict[str, Any]:
    """What `restless` takes."""
    today = now.date()
    return {"yesterday": today - timedelta(days=1), "tomorrow": today + timedelta(days=1)}
