"""One decision on a version, and what follows from it for the item and its parent; inside an open unit of work."""

from dataclasses import dataclass
from datetime import datetime

from shnor_domain.errors import NotAllowed, NotFound, Stale
from shnor_domain.identity import Actor, PersonId
from shnor_domain.people.model.audit import AuditEntry
from shnor_domain.roadmap.benches import Benches
from shnor_domain.roadmap.cards import seen_item
from shnor_domain.roadmap.errors import AlreadyReviewed, OwnEvidence
from shnor_domain.roadmap.evidence import Evidence, EvidenceId, EvidenceState, was_decided
from shnor_domain.roadmap.model import Item, ItemState
from shnor_domain.roadmap.ports import RoadmapWork
from shnor_domain.roadmap.review_notices import decision, review_subject

_COUNTED_OUT = ItemState.DROPPED
_WITH = {EvidenceState.WAITING: ItemState.ON_REVIEW, EvidenceState.CONFIRMED: ItemState.DONE}
"""How an item stands while its version can be decided on; one that left its plan is decided on no more."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A decision: the version goes from the state `seen` to `outcome`."""

    seen: EvidenceState
    outcome: EvidenceState


CONFIRM = Turn(EvidenceState.WAITING, EvidenceState.CONFIRMED)
RETURN = Turn(EvidenceState.WAITING, EvidenceState.RETURNED)
REOPEN = Turn(EvidenceState.CONFIRMED, EvidenceState.RETURNED)


async def to_decide(
    work: RoadmapWork, actor: Actor, which: EvidenceId, turn: Turn, now: datetime
) -> tuple[Item, Evidence] | None:
    """The item, held, and the version, if this actor may decide on it and nobody has; None when she has herself, to the
    same end: her second tap is harmless.

    Raises `NotFound`, `OwnEvidence`, `AlreadyReviewed`, `NotAllowed` to a level that it has not reached, `Stale`.
    """
    found = await work.evidence.one(which)
    if found is None:
        raise NotFound
    item = await seen_item(work, actor, found.item)
    if item.parent is not None:
        await work.plans.hold(item.parent)  # a whole before its part, as who drops a whole with its parts does
    item = await seen_item(work, actor, found.item, hold=True)
    version = await work.evidence.one(which)  # as it is once nobody else changes the item
    if version is None:
        raise NotFound
    if version.author is not None and version.author == actor.person:
        raise OwnEvidence
    if version.state is turn.outcome and version.reviewer == actor.person:
        return None
    if version.state is not turn.seen and not (turn is REOPEN and await _was_confirmed(work, version)):
        raise AlreadyReviewed(outcome=version.state.value)
    if not await Benches(work, now).decides(actor, item, version.author):
        raise NotAllowed
    if item.state is not _WITH[turn.seen]:
        raise Stale
    return item, version


async def _was_confirmed(work: RoadmapWork, version: Evidence) -> bool:
    """True for an erased version that the item, while it is done, is done by: nothing is sent after such a one."""
    return was_decided(version) and (await work.evidence.of_item(version.item))[0].id == version.id


async def settle(
    work: RoadmapWork, item: Item, version: Evidence, outcome: EvidenceState, reviewer: PersonId, now: datetime
) -> None:
    """The version is what `outcome` says, the item is done or open again, its parent follows, the author is told. An
    erased version keeps its line as erased, with who has decided on it last."""
    erased = version.state is EvidenceState.ERASED
    if not await work.evidence.decide(
        version.id, version.state, EvidenceState.ERASED if erased else outcome, reviewer, now
    ):
        raise AlreadyReviewed(outcome=version.state.value)
    if outcome is EvidenceState.CONFIRMED:
        await work.plans.set_state(item.id, ItemState.DONE)
        await work.evidence.close_remarks(item.id)
        # what was laid ahead for her and for the levels above goes no more; its re-check would drop it as well
        await work.notices.cancel(f"item:{item.id}", now)
    else:
        await work.plans.set_state(item.id, ItemState.OPEN, returned=now)
    await work.notices.cancel(review_subject(item), now)
    await follow(work, item)
    if version.author is not None:
        await work.notices.plan(decision(version, outcome, version.author, now))
    await work.audit.add(
        AuditEntry(
            now, reviewer, f"evidence-{outcome.value}", f"item:{item.id}", version.author, {"evidence": version.id}
        )
    )


async def follow(work: RoadmapWork, item: Item) -> None:
    """The parent of `item` is done while all its parts are, those that left the plan aside; else it is open."""
    if item.parent is None:
        return
    parent = await work.plans.hold(item.parent)  # of two last parts the second one sees the first
    if parent is None or parent.state is _COUNTED_OUT:
        return
    states = {part.state for part in await work.plans.parts(parent.id)} - {_COUNTED_OUT}
    state = ItemState.DONE if states == {ItemState.DONE} else ItemState.OPEN
    if parent.state is not state:
        await work.plans.set_state(parent.id, state)
