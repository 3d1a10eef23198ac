"""Remarks close one by one (R114)."""

from dataclasses import dataclass

from shnor_domain.clock import Clock
from shnor_domain.errors import NotAllowed, NotFound
from shnor_domain.identity import Actor
from shnor_domain.people.use_cases.rights import person_of
from shnor_domain.roadmap.benches import Benches, answers_for
from shnor_domain.roadmap.cards import seen_item
from shnor_domain.roadmap.evidence import RemarkId
from shnor_domain.roadmap.model import ItemId
from shnor_domain.roadmap.ports import RoadmapWork
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class CloseRemark:
    """Whoever sends for the item («исправлено»), or decides on it; `NotAllowed` to who only sees it, `NotFound` to all
    others and for a remark of another item.
    """

    write: Opens[RoadmapWork]
    clock: Clock

    async def __call__(self, actor: Actor, which: ItemId, remark: RemarkId) -> bool:
        """False when it was closed already: a second tap is harmless."""
        person_of(actor)
        async with self.write() as work:
            item = await seen_item(work, actor, which, hold=True)
            if remark not in {each.id for each in await work.evidence.remarks(which)}:
                raise NotFound
            decides = await Benches(work, self.clock.now()).decides(actor, item, None)
            if not (decides or await answers_for(work, actor, item)):
                raise NotAllowed
            return await work.evidence.close_remark(remark)
