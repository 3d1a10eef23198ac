"""Plans as tests write them: a few words an item."""

from datetime import UTC, date, datetime

from shnor_domain.identity import Territory
from shnor_domain.roadmap.model import Item, ItemId, ItemState, Plan, PlanId, Programme
from shnor_domain.roadmap.periods.model import Period, Window
from shnor_domain.storage.work import Units

SEPTEMBER = datetime(2026, 9, 1, tzinfo=UTC)
SOON = date(2026, 12, 4)
YEAR = Window(date(2026, 9, 1), date(2027, 8, 31))


def item(
    owner: Territory,
    last: date | None = None,
    *,
    number: int = 1,
    title: str = "Самодиагностика",
    parent: int | None = None,
    state: ItemState = ItemState.OPEN,
    bodies: tuple[str, ...] = (),
) -> Item:
    """For `kept`; `parent` is the place of the whole in the list, counted from 0. Without `last` it is without date."""
    windows = () if last is None else (Window(min(YEAR.first, last), last),)
    return Item(
        ItemId(0), PlanId(0), None if parent is None else ItemId(parent), number, str(number), title,
        Period("до срока" if windows else "без срока", windows), owner, SEPTEMBER, bodies=bodies, state=state,
    )  # fmt: skip


async def kept(
    units: Units, where: Territory, *items: Item, title: str = "План", programme: Programme = Programme.ROADMAP
) -> tuple[PlanId, list[Item]]:
    """The plan and its items as they were stored, in the order given where their numbers rise."""
    async with units.write() as work:
        plan = await work.plans.add(Plan(PlanId(0), title, programme, where, YEAR, "", SEPTEMBER), items)
        return plan, list(await work.plans.items(plan))
