"""Items as rows of the plan of a day (L3, L4; screens.md S7)."""

from collections.abc import Mapping
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from handlers.roadmap.item.notices import item_button
from handlers.roadmap.late import late_button
from handlers.texts import Texts
from handlers.texts.texts import clip
from shnor_domain.clock import Clock
from shnor_domain.notifications.kinds import DigestKind
from shnor_domain.notifications.model import Line, Part, Reader, StoredNotice
from shnor_domain.notifications.ports import RenderLine
from shnor_domain.roadmap.ladder import Rung
from shnor_domain.roadmap.model import Late
from shnor_domain.roadmap.notices import DISTRICT, POLICIES, SCHOOL, STEP
from shnor_domain.roadmap.ports import RoadmapWork
from shnor_domain.roadmap.telling import ItemFacts, checks, due_day, height, last_of, where_of
from shnor_domain.territories.use_cases.naming import NameTerritories
from shnor_domain.work import Opens

_TITLE = 150
"""Units of a title: the date behind it has to be seen."""


@dataclass(frozen=True, slots=True)
class ItemRows:
    """Lines of one installation."""

    texts: Texts
    clock: Clock
    read: Opens[RoadmapWork]
    names: NameTerritories

    def kinds(self) -> tuple[DigestKind, ...]:
        """Every policy with its check and its line."""
        still = checks(self.read)
        lines: Mapping[str, RenderLine] = {STEP: self.step, SCHOOL: self.school, DISTRICT: self.district}
        return tuple(DigestKind(policy, still[policy.kind], lines[policy.kind]) for policy in POLICIES)

    async def step(self, row: StoredNotice, reader: Reader) -> Line:
        """To the owner: what, and by when or since when. One's own items go by date, then number (L3, L8)."""
        item = await ItemFacts(self.read).item(row.notice)
        last = due_day(row.notice, item) or last_of(row.notice)
        today = self.clock.now().astimezone(ZoneInfo(reader.zone)).date()
        passed = last < today
        text = self.texts("digest-item", title=clip(item.title, _TITLE), passed=passed, day=last)
        part = Part.PASSED if passed else Part.SOON
        return Line(part, text, item_button(item), order=(last, item.position, item.id))

    async def school(self, row: StoredNotice, reader: Reader) -> Line:
        """To a curator or coordinator: how many of a school, in the order of schools (L8)."""
        late, missing = await self._late(row)
        where = where_of(row.notice)
        school = (await self.names([where]))[where].school
        name = self.texts.plain("digest-school-gone") if school is None else school.name
        text = self.texts("digest-late", name=name, items=late.items, missing=_level(missing))
        order = (999_999 if school is None else school.number or 999_998, name)
        button = late_button(self.texts, where, name, late.items)
        return Line(Part.PASSED, text, button, order, row.notice.subject, height(missing))

    async def district(self, row: StoredNotice, reader: Reader) -> Line:
        """To the region: counts by municipality, by name (L4, L8)."""
        late, missing = await self._late(row)
        where = where_of(row.notice)
        unit = (await self.names([where]))[where].municipality
        name = self.texts.plain("digest-region-own") if unit is None else unit.name
        text = self.texts(
            "digest-late-district",
            name=name,
            items=late.items,
            schools=late.schools,
            missing=_level(missing),
        )
        button = late_button(self.texts, where, name, late.items)
        return Line(Part.PASSED, text, button, (name,), row.notice.subject, height(missing))

    async def _late(self, row: StoredNotice) -> tuple[Late, Rung | None]:
        """How many, and the level that nobody holds."""
        facts, now = ItemFacts(self.read), self.clock.now()
        return await facts.late(row.notice, now), await facts.missing(row.notice, now)


def _level(missing: Rung | None) -> str:
    return str(None if missing is None else missing.value)
