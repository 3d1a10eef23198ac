"""A responsible one sends what closes an item, or says why it is late."""

from dataclasses import dataclass
from datetime import datetime

from shnor_domain.clock import Clock
from shnor_domain.errors import DomainError, NotAllowed, NotFound, Stale
from shnor_domain.identity import Actor, PersonId
from shnor_domain.people.use_cases.rights import person_of
from shnor_domain.roadmap.benches import Benches, answers_for, curates
from shnor_domain.roadmap.cards import seen_item, waits_of_school
from shnor_domain.roadmap.evidence import Evidence, EvidenceId, EvidenceState
from shnor_domain.roadmap.model import Delay, Item, ItemId, ItemState
from shnor_domain.roadmap.ports import EvidenceFiles, RoadmapWork
from shnor_domain.roadmap.sending import OF_CURATOR, Sent, checked
from shnor_domain.work import Opens

_TAKING = (ItemState.OPEN, ItemState.ON_REVIEW)


@dataclass(frozen=True, slots=True)
class SendEvidence:
    """A lead of the school, a coordinator for the own item of her municipality or region, the people of any body of the
    item; a visit or an entry of the journal: the school's curator (R135, R136).

    Refused: `NotFound`, `NotAllowed` to who only sees it, `Stale` (done, out of the plan, done by its parts; a
    curator's note while something of the school's waits: it would put that aside), `Invalid`, `BadEvidence`.

    The body is safe on disk before a row names it; a refusal takes it away again.
    """

    read: Opens[RoadmapWork]
    write: Opens[RoadmapWork]
    evidence_files: EvidenceFiles
    clock: Clock

    async def __call__(self, actor: Actor, which: ItemId, sent: Sent) -> Evidence:
        """The new version, which waits; one that waited before it is replaced. The owner's steps stop (L5)."""
        author, now = person_of(actor), self.clock.now()
        async with self.read() as work:
            item = await seen_item(work, actor, which)
            await _require_sender(work, actor, item, sent)
            today = await Benches(work, now).today(item.owner)
        kept, kind = checked(sent, today)
        key = None if kind is None else await self.evidence_files.keep(kept.body or b"", kind.value)
        try:
            async with self.write() as work:
                version, fresh = await _put(work, actor, which, (author, now), kept, key)
        except DomainError:
            # after any other failure nobody knows whether the row is there: `SweepEvidence` looks an hour later
            if key is not None:
                await self.evidence_files.erase(key)
            raise
        if key is not None and not fresh:
            await self.evidence_files.erase(key)
        return version


@dataclass(frozen=True, slots=True)
class SayDelay:
    """As the senders of `SendEvidence`, of an item that is open. «Нет документа», «Нужна помощь»: seen on its card."""

    write: Opens[RoadmapWork]

    async def __call__(self, actor: Actor, which: ItemId, delay: Delay) -> None:
        """The last word counts; `Stale` once something was sent."""
        person_of(actor)
        async with self.write() as work:
            item = await seen_item(work, actor, which, hold=True)
            if not await answers_for(work, actor, item):
                raise NotAllowed
            if item.state is not ItemState.OPEN:
                raise Stale
            await work.plans.set_delay(which, delay)


async def _put(
    work: RoadmapWork, actor: Actor, which: ItemId, by: tuple[PersonId, datetime], kept: Sent, key: str | None
) -> tuple[Evidence, bool]:
    """The version, and whether this run has made it."""
    operation = f"evidence:{which}"
    item = await seen_item(work, actor, which, hold=True)
    if (done := await work.applied.result(operation)) is not None:
        version = await work.evidence.one(EvidenceId(int(done)))
        if version is None:
            raise NotFound
        return version, False
    await _require_sender(work, actor, item, kept)
    if item.state not in _TAKING or await work.plans.part_states(which):
        raise Stale
    author, now = by
    before = await work.evidence.of_item(which)
    if kept.kind in OF_CURATOR and any(waits_of_school(each) for each in before):
        raise Stale
    for each in before:
        if each.state is EvidenceState.WAITING:
            await work.evidence.set_state(each.id, EvidenceState.REPLACED)
    version = Evidence(
        EvidenceId(0),
        which,
        1 + max((each.version for each in before), default=0),
        author,
        now,
        kept.kind,
        EvidenceState.WAITING,
        kept.text,
        key,
        kept.name,
        None if kept.body is None else len(kept.body),
        kept.day,
    )
    made = await work.evidence.add(version)
    await work.plans.set_state(which, ItemState.ON_REVIEW, sent=now)
    await work.plans.set_delay(which, None)
    await work.applied.save(operation, str(made))
    stored = await work.evidence.one(made)
    assert stored is not None
    return stored, True


async def _require_sender(work: RoadmapWork, actor: Actor, item: Item, sent: Sent) -> None:
    allowed = curates(actor, item) if sent.kind in OF_CURATOR else await answers_for(work, actor, item)
    if not allowed:
        raise NotAllowed
