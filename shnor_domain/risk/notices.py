"""What is told of risk profiles: to who may confirm, as rows of their digests; to who decided or sent, at once."""

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime

from shnor_domain.identity import PersonId
from shnor_domain.notifications.model import KindPolicy, Notice
from shnor_domain.risk.model import Check
from shnor_domain.risk.waiting import Matter, Waiting

WAITS = "risk-waits"
"""To who may confirm: a decision, a closing or a programme waits."""
DECIDED = "risk-decided"
"""To who decided or sent: confirmed, or returned with what has to change."""

POLICIES = (KindPolicy(WAITS, digest=True), KindPolicy(DECIDED))


def subject_of(matter: Matter, ref: int) -> str:
    """Joins what is told of one thing that waits."""
    return f"risk-{matter.value}:{ref}"


def waits(one: Waiting, people: Collection[PersonId]) -> list[Notice]:
    """A row for each who may confirm, in her next digest; what is decided anew has its own rows."""
    since = int(one.since.timestamp())
    return [
        Notice(
            key=f"{WAITS}:{one.matter.value}:{one.ref}:{since}:{person}",
            person=person,
            kind=WAITS,
            subject=subject_of(one.matter, one.ref),
            due=one.since,
            payload={"matter": one.matter.value, "ref": one.ref, "since": since, "case": one.case.id},
        )
        for person in sorted(people)
    ]


def reminds(one: Waiting, person: PersonId, days: int, due: datetime) -> Notice:
    """The same once more, to one who may confirm it after so many working days, in her digest of the day of `due`."""
    [asked] = waits(one, [person])
    return replace(asked, key=f"{asked.key}:{days}", due=due)


def decided(one: Waiting, outcome: Check, now: datetime) -> list[Notice]:
    """To each author, at once but for her night; of several decisions in one night the last goes."""
    return [
        Notice(
            key=f"{DECIDED}:{one.matter.value}:{one.ref}:{int(now.timestamp())}:{person}",
            person=person,
            kind=DECIDED,
            subject=f"{subject_of(one.matter, one.ref)}:decided",
            due=now,
            payload={
                "matter": one.matter.value,
                "ref": one.ref,
                "case": one.case.id,
                "outcome": outcome.value,
                "at": int(now.timestamp()),
            },
            news=True,
        )
        for person in sorted(one.authors)
    ]
