"""What is told of evidence: to who may decide on it, as rows of their digests, and to who has sent it (L5)."""

from datetime import datetime

from shnor_domain.identity import PersonId
from shnor_domain.notifications.model import KindPolicy, Notice
from shnor_domain.roadmap.evidence import Evidence, EvidenceState
from shnor_domain.roadmap.model import Item

REVIEW = "plan-review"
"""To a reviewer: evidence has waited three working days, to the level above him five."""
DECISION = "plan-decision"
"""To the author: confirmed, or returned with remarks."""

POLICIES = (KindPolicy(REVIEW, digest=True), KindPolicy(DECISION))


def review(item: Item, person: PersonId, due: datetime) -> Notice:
    """A row for one who may decide; one an evidence and person, whichever level she is of. `item.sent` is set."""
    assert item.sent is not None
    sent = int(item.sent.timestamp())
    return Notice(
        key=f"{REVIEW}:{item.id}:{sent}:{person}",
        person=person,
        kind=REVIEW,
        subject=review_subject(item),
        due=due,
        payload={"item": item.id, "sent": sent},
    )


def review_subject(item: Item) -> str:
    """Joins what reviewers are told of one item."""
    return f"review:{item.id}"


def decision(evidence: Evidence, outcome: EvidenceState, person: PersonId, now: datetime) -> Notice:
    """At once, unless it is night there. A version confirmed, opened again and returned is told of each time; of
    several decisions in one night the last one goes."""
    return Notice(
        key=f"{DECISION}:{evidence.id}:{outcome.value}:{int(now.timestamp())}:{person}",
        person=person,
        kind=DECISION,
        subject=f"evidence:{evidence.id}",
        due=now,
        payload={"item": evidence.item, "evidence": evidence.id, "outcome": outcome.value},
        news=True,
    )
