"""An item as its card shows it, with what the reader may do."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from shnor_domain.errors import NotFound
from shnor_domain.identity import Actor
from shnor_domain.roadmap import access
from shnor_domain.roadmap.benches import Benches, answers_for, curates, sees_item
from shnor_domain.roadmap.covering import reopens
from shnor_domain.roadmap.evidence import Evidence, EvidenceId, EvidenceState, Remark
from shnor_domain.roadmap.ladder import Rung
from shnor_domain.roadmap.model import Item, ItemId, ItemState
from shnor_domain.roadmap.ports import RoadmapWork
from shnor_domain.roadmap.reviewing import standing
from shnor_domain.roadmap.sending import OF_CURATOR


@dataclass(frozen=True, slots=True)
class May:
    """What the reader may do with the item as it stands.

    `send` any evidence; `visit` what a school's curator alone notes (R135, R136); `delay`: say why it is late; `decide`
    on what waits; `reopen` what is confirmed; `close` remarks; `erase` these versions.
    """

    send: bool = False
    visit: bool = False
    delay: bool = False
    decide: bool = False
    reopen: bool = False
    close: bool = False
    erase: frozenset[EvidenceId] = frozenset()


@dataclass(frozen=True, slots=True)
class ItemCard:
    """`plan` is the plan's title. `parts` are how many parts of it stand how; `versions` the latest first,
    `remarks` those that are open. `reviewer` is the level that confirms it now, None where nobody can.
    """

    item: Item
    plan: str
    parts: Mapping[ItemState, int]
    versions: Sequence[Evidence]
    remarks: Sequence[Remark]
    reviewer: Rung | None
    may: May

    @property
    def latest(self) -> Evidence | None:
        """The version that waits or was decided on last."""
        return next((each for each in self.versions if each.state is not EvidenceState.REPLACED), None)


async def item_card(work: RoadmapWork, actor: Actor, which: ItemId, benches: Benches) -> ItemCard:
    """Raises `NotFound` when there is none, or it is not the actor's to see."""
    item = await seen_item(work, actor, which)
    plan = await work.plans.plan(item.plan)
    parts, versions = await work.plans.part_states(which), await work.evidence.of_item(which)
    card = ItemCard(
        item,
        "" if plan is None else plan.title,
        parts,
        versions,
        [remark for remark in await work.evidence.remarks(which) if not remark.closed],
        None,
        May(),
    )
    return card if parts else await _judged(work, actor, card, benches)


def waits_of_school(version: Evidence) -> bool:
    """True for what the school itself has sent and waits: a curator's note never puts it aside."""
    return version.state is EvidenceState.WAITING and version.kind not in OF_CURATOR


async def seen_item(work: RoadmapWork, actor: Actor, which: ItemId, *, hold: bool = False) -> Item:
    """An item that the actor may see; `hold`: nobody else changes it until the unit ends. Raises `NotFound`."""
    item = await (work.plans.hold(which) if hold else work.plans.item(which))
    if item is None or actor.person is None or not await sees_item(work, actor, item):
        raise NotFound
    return item


async def _judged(work: RoadmapWork, actor: Actor, card: ItemCard, benches: Benches) -> ItemCard:
    item, latest = card.item, card.latest
    owns, open_now = await answers_for(work, actor, item), item.state in (ItemState.OPEN, ItemState.ON_REVIEW)
    state = None if latest is None else latest.state
    author = latest.author if latest is not None and item.state is not ItemState.OPEN else None
    if item.state is ItemState.OPEN and owns:
        author = actor.person
    bench, moved_up = await benches.bench(item), await benches.moved_up(item)
    decides = await benches.decides(actor, item, author)
    manages = access.manages(actor, item.owner)
    erase = {
        each.id
        for each in card.versions
        if each.state is not EvidenceState.ERASED and (manages or each.author == actor.person)
    }
    may = May(
        send=owns and open_now,
        visit=curates(actor, item) and open_now and not any(waits_of_school(each) for each in card.versions),
        delay=owns and item.state is ItemState.OPEN,
        decide=decides and item.state is ItemState.ON_REVIEW and state is EvidenceState.WAITING,
        reopen=latest is not None and reopens(item, latest) and await benches.decides(actor, item, latest.author),
        close=(owns or decides) and open_now,
        erase=frozenset(erase),
    )
    return replace(card, reviewer=standing(item, bench, author, moved_up=moved_up), may=may)
