"""One decision on a version, and what follows from it for the item and its parent; inside an open unit of work."""

from dataclasses import dataclass
from datetime import datetime

from shnor_domain.errors import NotAllowed, NotFound, Stale
from shnor_domain.identity import Actor, PersonId
from shnor_domain.people.model.audit import AuditEntry
from shnor_domain.roadmap.benches import Benches
from shnor_domain.roadmap.cards import seen_item
from shnor_domain.roadmap.covering import covered, reopens
from shnor_domain.roadmap.errors import AlreadyReviewed, OwnEvidence
from shnor_domain.roadmap.evidence import Evidence, EvidenceId, EvidenceState, was_decided
from shnor_domain.roadmap.model import Item, ItemState
from shnor_domain.roadmap.ports import RoadmapWork
from shnor_domain.roadmap.review_notices import decision, review_subject

_COUNTED_OUT = ItemState.DROPPED


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
    if version.state is not turn.seen and not (turn is REOPEN and was_decided(version)):
        raise AlreadyReviewed(outcome=version.state.value)
    if not await Benches(work, now).decides(actor, item, version.author):
        raise NotAllowed
    if turn is REOPEN:
        latest = (await work.evidence.of_item(item.id))[0]
        if latest.id != version.id or not reopens(item, version):
            raise Stale
    elif item.state is not ItemState.ON_REVIEW:  # one that left its plan is decided on no more
        raise Stale
    return item, version


async def settle(
    work: RoadmapWork, item: Item, version: Evidence, outcome: EvidenceState, reviewer: PersonId, now: datetime
) -> None:
    """The version is what `outcome` says, the item is done or open again, its parent follows, the author is told. Of
    several windows those that it counts for are confirmed, and the item is open for the others (L1). An erased version
    keeps its line as erased, with who has decided on it last."""
    covers = 0
    if outcome is EvidenceState.CONFIRMED:
        covers = covered(item, await Benches(work, now).local_day(item.owner, version.at))
        if covers == len(item.left):
            covers = 0  # it is done: nothing is left to tell apart
    kept = EvidenceState.ERASED if version.state is EvidenceState.ERASED else outcome
    if not await work.evidence.decide(version.id, version.state, kept, reviewer, now, covers=covers):
        raise AlreadyReviewed(outcome=version.state.value)
    if outcome is EvidenceState.CONFIRMED:
        state = ItemState.OPEN if covers else ItemState.DONE
        await work.plans.set_state(item.id, state, confirmed=item.confirmed + covers)
        await work.evidence.close_remarks(item.id)
        # what was laid ahead for her and for the levels above goes no more; its re-check would drop it as well
        await work.notices.cancel(f"item:{item.id}", now)
    else:
        confirmed = item.confirmed - version.covers
        await work.plans.set_state(item.id, ItemState.OPEN, returned=now, confirmed=confirmed)
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
    states = (await work.plans.part_states(parent.id)).keys() - {_COUNTED_OUT}
    state = ItemState.DONE if states == {ItemState.DONE} else ItemState.OPEN
    if parent.state is not state:
        await work.plans.set_state(parent.id, state)
