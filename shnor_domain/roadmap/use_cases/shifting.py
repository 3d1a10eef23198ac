"""Days of many items moved at once, because winter roads closed or a date of the project moved."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from hashlib import sha256

from shnor_domain.clock import Clock
from shnor_domain.errors import Invalid, NotFound, Stale
from shnor_domain.identity import Actor, Territory
from shnor_domain.people.model.audit import AuditEntry, Details
from shnor_domain.people.model.days import local_day
from shnor_domain.roadmap.access import manages, require_manager
from shnor_domain.roadmap.bringing.errors import PlanChanged
from shnor_domain.roadmap.model import Item, ItemId, ItemState, PlanId, Shift, ShiftId
from shnor_domain.roadmap.moved_days import check_days, checked_reason, moved, moved_item, undoable
from shnor_domain.roadmap.periods.model import Window
from shnor_domain.roadmap.ports import Before, RoadmapWork
from shnor_domain.roadmap.reach import watched
from shnor_domain.roadmap.reckoning import REACH
from shnor_domain.roadmap.standing import by_day
from shnor_domain.roadmap.use_cases.steps import plan_unit
from shnor_domain.work import Opens

_STEPS_BEGIN = timedelta(days=30)
"""So far before a last day its first step lies at most: seven days, the longest holidays, the days planned ahead."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be moved: open items inside `where`, of one plan or of all, `days` forward or, below zero, backward.
    Their last day is today or later; `passed` takes those too whose last day has passed."""

    where: Territory
    plan: PlanId | None
    days: int
    passed: bool = False


@dataclass(frozen=True, slots=True)
class Affected:
    """Items without parts as they stand, by date; `after` is when each would be due, on no called-off day (L7);
    `schools` of how many they are, `ending` how many would be over at once."""

    items: Sequence[Item]
    after: Mapping[ItemId, date]
    schools: int
    ending: int
    today: date

    @property
    def seen(self) -> str:
        """What was shown, in sixteen letters: which items with which days."""
        return _seen(self.items)


@dataclass(frozen=True, slots=True)
class PreviewShift:
    """Coordinators of the territory or of one above it. `Invalid` for days that are none or too many."""

    read: Opens[RoadmapWork]
    clock: Clock

    async def __call__(self, actor: Actor, wanted: Wanted) -> Affected:
        """Changes nothing."""
        require_manager(actor, wanted.where)
        check_days(wanted.days)
        async with self.read() as work:
            today = local_day(self.clock.now(), await work.plan_lands.zone_of(wanted.where))
            await _known_plan(work, wanted.plan)
            found = await work.shifts.movable(wanted.where, wanted.plan, None if wanted.passed else today)
            items = [each.item for each in found if not each.whole]
            later = await work.shifts.put_off([moved_item(item, wanted.days) for item in items])
        after = {item.id: item.last_day for item in later if item.last_day is not None}
        schools = len({item.owner.school for item in items if item.owner.school})
        return Affected(by_day(items), after, schools, sum(day < today for day in after.values()), today)


@dataclass(frozen=True, slots=True)
class Shifted:
    """What a shift moved; `shift` None when there was nothing to move."""

    shift: ShiftId | None
    items: int


@dataclass(frozen=True, slots=True)
class ShiftItems:
    """As `PreviewShift`, with a reason of 3 to 300 letters. Items are known since now, so that no step of the past is
    made up for (L2); rows laid for the old days go unsaid, as the days they name are no item's any more (Q3)."""

    write: Opens[RoadmapWork]
    clock: Clock

    async def __call__(self, actor: Actor, wanted: Wanted, reason: str, seen: str | None = None) -> Shifted:
        """Whole windows move by whole days. With `seen` of a preview exactly what that showed: `PlanChanged` when other
        items would move, or the same from other days, because somebody has moved them meanwhile."""
        require_manager(actor, wanted.where)
        check_days(wanted.days)
        reason = checked_reason(reason)
        now = self.clock.now()
        async with self.write() as work:
            if (done := await work.applied.result("plan-shift")) is not None:
                shift, count = map(int, done.split(":"))
                return Shifted(ShiftId(shift) if shift else None, count)
            today = local_day(now, await work.plan_lands.zone_of(wanted.where))
            await _known_plan(work, wanted.plan)
            found = await work.shifts.movable(wanted.where, wanted.plan, None if wanted.passed else today, hold=True)
            count = sum(not each.whole for each in found)
            if seen is not None and seen != _seen([each.item for each in found if not each.whole]):
                raise PlanChanged
            if not count:
                await work.applied.save("plan-shift", "0:0")
                return Shifted(None, 0)
            items = [each.item for each in found]
            kept = Shift(ShiftId(0), wanted.where, wanted.plan, actor.person, now, wanted.days, reason)
            shift_id = await work.shifts.keep(kept, items)
            await work.shifts.put([Before(item.id, moved(item.period.windows, wanted.days), now) for item in items])
            await _lay(work, [_at(item, moved(item.period.windows, wanted.days)) for item in items], now)
            details: Details = {"plan": wanted.plan, "days": wanted.days, "items": count, "passed": wanted.passed}
            await work.audit.add(AuditEntry(now, actor.person, "plan-shift", f"shift:{shift_id}", details=details))
            await work.applied.save("plan-shift", f"{shift_id}:{count}")
        return Shifted(shift_id, count)


@dataclass(frozen=True, slots=True)
class SeenShift:
    """A shift, how many items it moved, and whether it may be taken back still."""

    shift: Shift
    items: int
    undoable: bool


@dataclass(frozen=True, slots=True)
class ListShifts:
    """Coordinators: shifts inside their territories. Others get none."""

    read: Opens[RoadmapWork]
    clock: Clock

    async def __call__(self, actor: Actor) -> Sequence[SeenShift]:
        """The latest first."""
        now = self.clock.now()
        async with self.read() as work:
            shifts = [shift for shift in await work.shifts.listed(watched(actor)) if manages(actor, shift.territory)]
            counts = await work.shifts.counted([shift.id for shift in shifts]) if shifts else {}
        return [SeenShift(shift, counts.get(shift.id, 0), undoable(shift, now)) for shift in shifts]


@dataclass(frozen=True, slots=True)
class Undone:
    """How many items have their days back, and how many stay as somebody has changed them since."""

    back: int
    kept: int


@dataclass(frozen=True, slots=True)
class UndoShift:
    """Coordinators of the territory of a shift, within seven days and once: `Invalid` later, nothing twice."""

    write: Opens[RoadmapWork]
    clock: Clock

    async def __call__(self, actor: Actor, shift_id: ShiftId) -> Undone:
        """Items that are open and stand as the shift left them get their days back, and the instant since when they
        are known: the steps to come are those of before."""
        now = self.clock.now()
        async with self.write() as work:
            shift = await work.shifts.shift(shift_id)
            if shift is None:
                require_manager(actor, Territory())
                raise NotFound
            require_manager(actor, shift.territory)
            if (done := await work.applied.result(f"plan-undo:{shift_id}")) is not None:
                back, kept = map(int, done.split(":"))
                return Undone(back, kept)
            if not shift.undone and not undoable(shift, now):
                raise Invalid("shift", "late")
            if not await work.shifts.set_undone(shift_id, now):
                raise Stale
            undone = await _put_back(work, shift, now)
            details: Details = {"items": undone.back, "kept": undone.kept}
            await work.audit.add(AuditEntry(now, actor.person, "plan-shift-undo", f"shift:{shift_id}", details=details))
            await work.applied.save(f"plan-undo:{shift_id}", f"{undone.back}:{undone.kept}")
        return undone


async def _put_back(work: RoadmapWork, shift: Shift, now: datetime) -> Undone:
    before = {each.item: each for each in await work.shifts.before(shift.id)}
    held = await work.shifts.hold_items(list(before))
    back = [
        each
        for each in held
        if each.item.state is ItemState.OPEN
        and each.item.known == shift.at
        and each.item.period.windows == moved(before[each.item.id].windows, shift.days)
    ]
    await work.shifts.put([before[each.item.id] for each in back])
    await _lay(work, [_at(each.item, before[each.item.id].windows) for each in back], now)
    count = sum(not each.whole for each in back)
    return Undone(count, sum(not each.whole for each in held) - count)


async def _lay(work: RoadmapWork, items: Sequence[Item], now: datetime) -> None:
    """The steps of the coming days, in this very unit of work, where any of them may lie so near."""
    near = now.date() - REACH, now.date() + _STEPS_BEGIN
    moved_near = [item for item in items if any(near[0] <= window.last <= near[1] for window in item.period.windows)]
    for unit in dict.fromkeys(replace(item.owner, school=None) for item in moved_near):
        await plan_unit(work, unit, now, cause=now)


def _seen(items: Sequence[Item]) -> str:
    facts = ";".join(
        f"{item.id}:{item.period.windows}:{item.last_day}" for item in sorted(items, key=lambda item: item.id)
    )
    return sha256(facts.encode()).hexdigest()[:16]


def _at(item: Item, windows: tuple[Window, ...]) -> Item:
    return replace(item, period=replace(item.period, windows=windows))


async def _known_plan(work: RoadmapWork, plan: PlanId | None) -> None:
    if plan is not None and await work.plans.plan(plan) is None:
        raise NotFound
