"""Acts for people of the sample by the use cases that they have: lets them in, publishes their weekly times."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from typing import TypeVar

from dishka import AsyncContainer

from shnor_domain.consultations.model import Audience, Format, Slot, Terms
from shnor_domain.consultations.use_cases.choices import HostingChoices
from shnor_domain.consultations.use_cases.publish import PublishSlot
from shnor_domain.identity import Actor, Role, SubjectId, Territory
from shnor_domain.people.model.consent import ConsentTerms
from shnor_domain.people.use_cases.actor import ActorOf
from shnor_domain.people.use_cases.consent import GiveConsent
from shnor_domain.people.use_cases.make_links import Invite
from shnor_domain.people.use_cases.role_link import UseRoleLink
from shnor_domain.storage.work import SqlWork, Units

C = TypeVar("C")


@dataclass(frozen=True, slots=True)
class Hands:
    """Rows are those of people.csv and slots.csv; people are named by their chats."""

    units: Units
    container: AsyncContainer

    async def the(self, case: type[C]) -> C:
        """A use case."""
        return await self.container.get(case)

    async def actor(self, chat: int | str) -> Actor:
        """With the places that she has by the container's clock."""
        return await (await self.the(ActorOf))(int(chat))

    async def settles(self, row: Mapping[str, str]) -> None:
        """She consents and is let in by the operator's invitation."""
        chat = int(row["chat"])
        await (await self.the(GiveConsent))(chat, (await self.the(ConsentTerms)).version)
        async with self.units.read() as work:
            where = await territory_of(work, row)
        subjects = frozenset(SubjectId(code) for code in row["subjects"].split("|") if code)
        link = await (await self.the(Invite))(Role(row["role"]), where, subjects=subjects)
        await (await self.the(UseRoleLink))(await self.actor(chat), link.code, row["name"])

    async def publishes(self, row: Mapping[str, str]) -> Slot:
        """For teachers and for all of her territory, unless the row has another audience or names a municipality."""
        host = await self.actor(row["chat"])
        choices = await (await self.the(HostingChoices))(host)
        areas = {area.name: area.territory for area in choices.areas}
        terms = Terms(
            subject=SubjectId(row["subject"]),
            weekday=int(row["weekday"]),
            starts=time.fromisoformat(row["starts"]),
            zone=choices.zone if host.zone == "Europe/Moscow" else host.zone,
            minutes=int(row["minutes"]),
            format=Format(row["format"]),
            audience=Audience(row.get("audience", "teachers")),
            open_to=areas[row["open_to"]] if row.get("open_to") else choices.areas[0].territory,
            project_schools_only=False,
            capacity=int(row["capacity"]),
            first_day=choices.today,
            last_day=max(choices.last_day, date(choices.today.year, 12, 31)),
            link=row["link"] or None,
            venue=row["venue"] or None,
        )
        return (await (await self.the(PublishSlot))(host, terms)).slot


async def territory_of(work: SqlWork, row: Mapping[str, str]) -> Territory:
    """The region, municipality or school of a row by its names."""
    if row["region"]:
        return next(Territory(region) for region, name in await work.directory.regions() if name == row["region"])
    unit = next(unit for unit in await work.municipalities.within(None) if unit.name == row["municipality"])
    if not row["school"]:
        return unit.territory
    schools = await work.schools.within(None, unit.id)
    return next(school.territory for school in schools if school.name == row["school"])
