"""What people are told of versions and of what stands in them, as rows. Words are made by
`handlers.seminars.programme.notices`."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from shnor_domain.identity import PersonId
from shnor_domain.notifications.model import KindPolicy, Notice
from shnor_domain.seminars.cycle.model import TopicWish
from shnor_domain.seminars.events.model import Event
from shnor_domain.seminars.programme.model import Version, VersionId, VersionState
from shnor_domain.seminars.requests.model import Support

WAITS = "seminar-version-waits"
"""To who decides: a version waits, as a row of the digest."""
RETURNED = "seminar-version-returned"
"""To who has submitted it: it is to be made anew, and why."""
APPROVED = "seminar-version-approved"
"""To the same: it may be published."""
YOU_LEAD = "seminar-you-lead"
"""To who leads an event: it is in the programme, and her hours are taken."""
LEADS_NO_MORE = "seminar-leads-no-more"
"""To who has led it: another does from now on, or nobody."""
ASKED_FOR = "seminar-asked-for"
"""To a school: what it had asked for is in the programme."""
WISHED = "seminar-wished"
"""To a teacher: what she had wished for is."""
PROGRAMME = "seminar-programme"
"""To all other leads of the region, and teachers of project schools: there is a programme, or another one."""

DECIDED = {VersionState.RETURNED: RETURNED, VersionState.APPROVED: APPROVED}
POLICIES = (
    KindPolicy(WAITS, digest=True),
    KindPolicy(RETURNED),
    KindPolicy(APPROVED),
    KindPolicy(YOU_LEAD),
    KindPolicy(LEADS_NO_MORE),
    KindPolicy(ASKED_FOR, rest=True),
    KindPolicy(WISHED, rest=True, optional=True),
    KindPolicy(PROGRAMME, rest=True, optional=True, resend_unknown=False),
)
_KEPT = timedelta(days=90)
"""So long a word about a version leads to it."""


def subject_of(version: VersionId) -> str:
    """All rows about one version."""
    return f"version:{version}"


def waits(
    version: VersionId, people: Iterable[PersonId], due: datetime, until: datetime, about: str = "first"
) -> list[Notice]:
    """A row for each who decides; `until` is the end of the half-year, `about` tells one time from another."""
    return [
        Notice(
            key=f"{WAITS}:{version}:{about}:{person}",
            person=person,
            kind=WAITS,
            subject=subject_of(version),
            due=due,
            payload={"version": version},
            late_after=until,
        )
        for person in people
    ]


def decided(version: Version, author: PersonId, now: datetime) -> Notice:
    """To who has submitted it, of one that is returned or approved."""
    kind = DECIDED[version.state]
    return Notice(
        key=f"{kind}:{version.id}:{author}",
        person=author,
        kind=kind,
        subject=subject_of(version.id),
        due=now,
        payload={"version": version.id},
        over_at=now + _KEPT,
    )


def you_lead(event: Event, host: PersonId, now: datetime) -> Notice:
    """Until its first lesson."""
    first = event.open_lessons[0].starts
    return Notice(
        key=f"{YOU_LEAD}:{event.id}:{host}",
        person=host,
        kind=YOU_LEAD,
        subject=f"event-host:{event.id}",
        due=now,
        payload={"event": event.id},
        late_after=first,
        over_at=first,
    )


def handed_over(event: Event, person: PersonId, now: datetime) -> Notice:
    """To one of the two, of what has lessons ahead still: it is `YOU_LEAD` to who leads it now, for others
    `LEADS_NO_MORE`."""
    ahead = next(each.starts for each in event.open_lessons if each.starts > now)
    kind = YOU_LEAD if event.terms.host == person else LEADS_NO_MORE
    return Notice(
        key=f"{kind}:{event.id}:{event.version}:{person}",
        person=person,
        kind=kind,
        subject=f"event-host:{event.id}",
        due=now,
        payload={"event": event.id, "handed": ahead.isoformat()},
        late_after=ahead,
        over_at=ahead,
    )


def asked_for(support: Support, event: Event, person: PersonId, now: datetime) -> Notice:
    """Until its first lesson; a lead of several schools reads of each."""
    first = event.open_lessons[0].starts
    return Notice(
        key=f"{ASKED_FOR}:{support.id}:{event.id}:{person}",
        person=person,
        kind=ASKED_FOR,
        subject=f"support-asked:{support.id}:{event.id}",
        due=now,
        payload={"support": support.id, "event": event.id},
        late_after=first,
        over_at=first,
    )


def wished(wish: TopicWish, event: Event, person: PersonId, now: datetime) -> Notice:
    """As `asked_for`."""
    first = event.open_lessons[0].starts
    return Notice(
        key=f"{WISHED}:{wish.id}:{event.id}",
        person=person,
        kind=WISHED,
        subject=f"wish:{wish.id}:{event.id}",
        due=now,
        payload={"wish": wish.id, "event": event.id},
        late_after=first,
        over_at=first,
    )


def programme(version: Version, people: Iterable[PersonId], due: datetime, until: datetime) -> list[Notice]:
    """Once a version, with the mailings; `until` is the end of the half-year."""
    return [
        Notice(
            key=f"{PROGRAMME}:{version.id}:{person}",
            person=person,
            kind=PROGRAMME,
            subject=f"programme:{version.id}",
            due=due,
            payload={"version": version.id},
            late_after=until,
            mailing=True,
        )
        for person in people
    ]
