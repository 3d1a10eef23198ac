"""Who looks at people, when, and how much of a name she is shown."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from aiogram_dialog import DialogManager

from handlers.names import shown
from handlers.shell import given, texts_of
from handlers.shell.acting import actor_of, names_for, now_of
from handlers.texts import Safe, Texts
from handlers.texts import times as words
from shnor_domain.identity import Actor, SchoolId, Territory
from shnor_domain.people.model.days import local_day
from shnor_domain.people.model.person import Person
from shnor_domain.people.model.places import Order
from shnor_domain.people.model.preferences import Names, Preferences
from shnor_domain.territories.use_cases.naming import Named, NameTerritories


@dataclass(frozen=True, slots=True)
class Eyes:
    """The reader of this update; `now` is an instant of the bot's clock."""

    texts: Texts
    actor: Actor
    now: datetime
    names: Names

    @property
    def today(self) -> date:
        """Her own calendar's day."""
        return local_day(self.now, self.actor.zone)

    def name(self, person: Person) -> str:
        """The name as she may see it, a number where no names are carried or none was given."""
        return shown(self.texts, person.name, self.names, self.texts.plain("people-nameless", number=str(person.id)))

    def day(self, day: date) -> str:
        """«01.09.2026»."""
        return self.texts.plain("people-date", day=day)

    def moment(self, instant: datetime) -> str:
        """On her own clock: «понедельник, 30 ноября, 17:00»."""
        return words.own(self.texts, instant, self.actor.zone, now=self.now)

    def order(self, order: Order) -> Safe:
        """«приказ № 14 от 01.09.2026»."""
        return self.texts("people-order", number=order.number, day=self.day(order.dated))

    def basis(self, order: Order | None) -> Safe:
        """«Основание: приказ № 14 от 01.09.2026», or that there is none."""
        return self.texts("people-no-basis") if order is None else self.texts("people-basis", order=self.order(order))


async def eyes_of(manager: DialogManager, preferences: Preferences | None = None) -> Eyes:
    """Read her settings once a rendering, unless they are at hand."""
    names = await names_for(manager, preferences)
    return Eyes(texts_of(manager), actor_of(manager), await now_of(manager), names)


async def named(manager: DialogManager, territory: Territory) -> Named:
    """What a territory is called."""
    return (await (await given(manager, NameTerritories))([territory]))[territory]


async def named_schools(manager: DialogManager, schools: Collection[SchoolId]) -> dict[SchoolId, Named]:
    """What schools are called, each with its municipality; one that is gone is not named."""
    names = await given(manager, NameTerritories)
    found = await names([Territory(school=school) for school in schools])
    whole = {school: one.school.territory for school in schools if (one := found[Territory(school=school)]).school}
    placed = await names(list(whole.values()))
    return {school: placed[whole[school]] if school in whole else Named() for school in schools}
