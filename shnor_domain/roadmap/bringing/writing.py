"""From a report to the plan that is stored."""

from collections.abc import Iterator
from datetime import datetime

from shnor_domain.identity import Territory
from shnor_domain.roadmap.bringing.errors import PlanNotReady
from shnor_domain.roadmap.bringing.report import Missing, Planned, PlanReport
from shnor_domain.roadmap.bringing.sharing import Share
from shnor_domain.roadmap.model import Item, ItemId, Plan, PlanId

_LONGEST_NUMBER = 20
"""As it is stored."""


def written(report: PlanReport, now: datetime) -> tuple[Plan, list[Item]]:
    """The plan and its items, each followed by its parts; a `parent` is its place in the list. All of it is known from
    `now` on, so that steps before are not made up for (L2). Raises `PlanNotReady`."""
    missing = next(iter(report.missing), None)
    territory, window = report.answers.territory, report.window
    if missing is not None or territory is None or window is None:
        raise PlanNotReady(what=(missing or Missing.YEARS).value)
    plan = Plan(PlanId(0), report.title, report.answers.programme, territory, window.window, report.name, now)
    items: list[Item] = []
    for planned in report.items:
        parent = ItemId(len(items))
        items.append(_item(planned, Share(territory, tuple(body.name for body in planned.item.bodies)), None, now))
        items.extend(_parts(planned, parent, now))
    return plan, items


def units(items: list[Item]) -> list[Territory]:
    """Municipalities and regions whose steps have to be planned anew, in their order."""
    return list(dict.fromkeys(Territory(item.owner.region, item.owner.municipality) for item in items))


def _parts(planned: Planned, parent: ItemId, now: datetime) -> Iterator[Item]:
    for share in planned.shares:
        yield _item(planned, share, parent, now)


def _item(planned: Planned, share: Share, parent: ItemId | None, now: datetime) -> Item:
    item = planned.item
    return Item(
        id=ItemId(0),
        plan=PlanId(0),
        parent=parent,
        position=item.place + 1,
        number=item.number[:_LONGEST_NUMBER],
        title=item.title,
        period=item.written,
        owner=share.owner,
        known=now,
        bodies=share.bodies,
        goal=item.draft.goal,
        result=item.draft.result,
        document=None if item.draft.document is None else item.draft.document.value,
    )
