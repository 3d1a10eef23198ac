"""«Подтвердить», «Вернуть с замечаниями», «Открыть снова»: the first decision wins (rule 8, L5)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from shnor_domain.clock import Clock
from shnor_domain.identity import Actor, Territory
from shnor_domain.people.use_cases.rights import person_of
from shnor_domain.roadmap.deciding import CONFIRM, REOPEN, RETURN, Turn, settle, to_decide
from shnor_domain.roadmap.evidence import EvidenceId, Remark, RemarkId
from shnor_domain.roadmap.model import Item
from shnor_domain.roadmap.ports import RoadmapWork
from shnor_domain.roadmap.sending import checked_remarks
from shnor_domain.roadmap.use_cases.steps import plan_unit
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class ConfirmEvidence:
    """Whoever holds a level that the version has reached, never its author; the item is done, its parent with its last
    part. An item of several windows is open still for those that the version does not count for (L1). Remarks that are
    open still are closed: nothing is left to change.

    Refused: `NotFound`, `NotAllowed`, `OwnEvidence`; `AlreadyReviewed` to the second of two.
    """

    write: Opens[RoadmapWork]
    clock: Clock

    async def __call__(self, actor: Actor, which: EvidenceId) -> None:
        """The same tap fed twice does nothing more."""
        reviewer, now, operation = person_of(actor), self.clock.now(), f"confirm:{which}"
        async with self.write() as work:
            if await work.applied.result(operation) is not None:
                return
            if (found := await to_decide(work, actor, which, CONFIRM, now)) is not None:
                await settle(work, *found, CONFIRM.outcome, reviewer, now)
                await _go_on(work, found[0], now)
                await work.applied.save(operation, "done")


@dataclass(frozen=True, slots=True)
class ReturnEvidence:
    """As `ConfirmEvidence`, with one to eight remarks, each of at most 500 characters: `Invalid("remark", …)` without
    (R114). The item is open again and its steps go on (L5).
    """

    write: Opens[RoadmapWork]
    clock: Clock

    async def __call__(self, actor: Actor, which: EvidenceId, remarks: Sequence[str]) -> None:
        """What waits is returned."""
        await _give_back(self.write, self.clock, actor, which, remarks, RETURN)


@dataclass(frozen=True, slots=True)
class ReopenItem:
    """As `ReturnEvidence` for a version that was confirmed: by mistake, or because it turned out otherwise.

    An act of its own, so that an old «Вернуть» never undoes what another has confirmed.
    """

    write: Opens[RoadmapWork]
    clock: Clock

    async def __call__(self, actor: Actor, which: EvidenceId, remarks: Sequence[str]) -> None:
        """What was done is open again, and so is its parent."""
        await _give_back(self.write, self.clock, actor, which, remarks, REOPEN)


async def _give_back(
    write: Opens[RoadmapWork],
    clock: Clock,
    actor: Actor,
    which: EvidenceId,
    remarks: Sequence[str],
    turn: Turn,
) -> None:
    reviewer, now, operation = person_of(actor), clock.now(), f"return:{which}"
    async with write() as work:
        if await work.applied.result(operation) is not None:
            return
        found = await to_decide(work, actor, which, turn, now)
        texts = checked_remarks(list(remarks))
        if found is None:
            return
        for text in texts:
            await work.evidence.add_remark(Remark(RemarkId(0), found[0].id, which, reviewer, now, text))
        await settle(work, *found, turn.outcome, reviewer, now)
        await _go_on(work, found[0], now)
        await work.applied.save(operation, "done")


async def _go_on(work: RoadmapWork, item: Item, now: datetime) -> None:
    """Of what is open again steps of today and tomorrow were not laid, or found untrue, while it was on review."""
    await plan_unit(work, Territory(item.owner.region, item.owner.municipality), now, only={item.id}, cause=now)
