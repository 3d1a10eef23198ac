"""A word to who may confirm, and back to who asked; inside an open unit of work."""

from datetime import datetime

from shnor_domain.errors import NotAllowed, Stale
from shnor_domain.identity import Actor, PersonId
from shnor_domain.people.model.audit import AuditEntry
from shnor_domain.risk import notices
from shnor_domain.risk.errors import OwnRiskWork
from shnor_domain.risk.model import Check
from shnor_domain.risk.ports import RiskWork
from shnor_domain.risk.reviewers import Reviewers
from shnor_domain.risk.waiting import Matter, Waiting, waits


async def ask(work: RiskWork, waiting: Waiting | None, now: datetime) -> None:
    """Rows for all who may confirm now; those about what it replaces go no more."""
    if waiting is None:
        return
    await work.notices.cancel(notices.subject_of(waiting.matter, waiting.ref), now)
    people = await Reviewers(work, now).of(waiting)
    await work.notices.plan(*notices.waits(waiting, people))


async def to_review(work: RiskWork, actor: Actor, matter: Matter, ref: int, since: datetime, now: datetime) -> Waiting:
    """What waits since `since`, if this actor may confirm or return it. Its case is seen and held already.

    Raises `Stale` once it was decided or sent anew, `OwnRiskWork` to an author, `NotAllowed` to all others.
    """
    found = await waits(work, matter, ref)
    if found is None or int(found.since.timestamp()) != int(since.timestamp()):
        raise Stale
    if actor.person in found.authors:
        raise OwnRiskWork
    if not await Reviewers(work, now).includes(actor, found):
        raise NotAllowed
    return found


async def answer(work: RiskWork, waiting: Waiting, outcome: Check, reviewer: PersonId, now: datetime) -> None:
    """The authors are told, the others asked no more, and the log keeps who decided."""
    await work.notices.cancel(notices.subject_of(waiting.matter, waiting.ref), now)
    await work.notices.plan(*notices.decided(waiting, outcome, now))
    about = min(waiting.authors, default=None)
    subject = f"risk-{waiting.matter.value}:{waiting.ref}"
    await work.audit.add(
        AuditEntry(
            now, reviewer, f"risk-{waiting.matter.value}-{outcome.value}", subject, about, {"case": waiting.case.id}
        )
    )
