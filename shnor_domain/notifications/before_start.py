"""Two reminders of what begins at an instant: 24 h and 1 h before, each in its minute (N1–N3)."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from shnor_domain.identity import PersonId
from shnor_domain.notifications.model import Notice

DAY, HOUR = timedelta(hours=24), timedelta(hours=1)


def pair(
    kinds: tuple[str, str],
    name: str,
    person: PersonId,
    subject: str,
    starts: datetime,
    payload: dict[str, int],
    now: datetime,
) -> Iterator[Notice]:
    """Two reminders under `kinds`, those of 24 h and of 1 h; `name` with the start makes their keys. What begins before
    `now` is not made up for. After an outage the 24 h one still goes until an hour before the start, the 1 h one until
    the start (N3)."""
    for kind, before, late_after in zip(kinds, (DAY, HOUR), (starts - HOUR, starts), strict=True):
        if starts - before < now:
            continue
        yield Notice(
            key=f"{kind}:{name}:{int(starts.timestamp())}",
            person=person,
            kind=kind,
            subject=subject,
            due=starts - before,
            payload={**payload, "starts": starts.isoformat()},
            late_after=late_after,
            over_at=starts,
            since=now,
            evening=before == DAY,
        )
