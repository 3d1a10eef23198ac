"""What an applicant is told: the answer, and roles that open, come and go. Deciders hear by `handlers.people`."""

from dataclasses import dataclass
from datetime import datetime

from handlers.fallback import ToMenu
from handlers.registration.callbacks import News, SeeApplication
from handlers.registration.views import place_words, role_words
from handlers.texts import Texts
from shnor_domain.identity import Actor, Role, SchoolId, Territory
from shnor_domain.messaging import Button, Message
from shnor_domain.notifications.kinds import Kind
from shnor_domain.notifications.model import Face, KindPolicy, Reader, StoredNotice
from shnor_domain.people.model.applications import Application, ApplicationState
from shnor_domain.people.model.places import KeptPlace
from shnor_domain.people.model.preferences import Notices
from shnor_domain.people.use_cases.my_application import MyApplications
from shnor_domain.people.use_cases.my_places import MyPlaces
from shnor_domain.territories.use_cases.naming import NameTerritories


@dataclass(frozen=True, slots=True)
class RegistrationNotices:
    """Words of the kinds below; each reads what it tells of anew, so that it is true when it goes."""

    texts: Texts
    applications: MyApplications
    places: MyPlaces
    names: NameTerritories

    def kinds(self) -> tuple[Kind, ...]:
        """The answers wait for the morning, as everything that is not urgent does."""
        return (
            Kind(KindPolicy("application-approved"), self._is(ApplicationState.APPROVED), self.approved),
            Kind(KindPolicy("application-declined"), self._is(ApplicationState.DECLINED), self.declined),
            Kind(KindPolicy("role-link-confirmed"), self.place_is_there, self.confirmed),
            Kind(KindPolicy("role-link-revoked"), _always, self.revoked),
            Kind(KindPolicy("role-given"), self.place_is_there, self.given),
            Kind(KindPolicy("role-taken"), self.place_is_there, self.taken),
        )

    async def approved(self, row: StoredNotice, reader: Reader, face: Face) -> Message:
        """With the one question about announcements."""
        application = await self._application(row)
        if application is None:
            return Message(self.texts("news-question"))
        asked = await self._asked(application.role, application.territory)
        buttons = [
            _button(self.texts, f"btn-news-{what.value}", News(what=what).pack()) for what in (Notices.ALL, Notices.OWN)
        ]
        return Message(self.texts("notice-approved", **asked), ((buttons[0],), (buttons[1],), (_to_menu(self.texts),)))

    async def declined(self, row: StoredNotice, reader: Reader, face: Face) -> Message:
        """With the reason, and the way to correct."""
        application = await self._application(row)
        if application is None:
            return Message(self.texts("application-withdrawn-now"))
        asked = await self._asked(application.role, application.territory)
        see = _button(self.texts, "btn-see-application", SeeApplication(application=application.id).pack())
        words = self.texts("notice-declined", reason=application.reason or "", **asked)
        return Message(words, ((see,),))

    async def confirmed(self, row: StoredNotice, reader: Reader, face: Face) -> Message:
        """«Верно» was said."""
        return Message(self.texts("notice-link-confirmed", **await self._of_place(row)), ((_to_menu(self.texts),),))

    async def revoked(self, row: StoredNotice, reader: Reader, face: Face) -> Message:
        """The place is gone: its role and school stand in the row."""
        school = row.notice.payload.get("school")
        where = Territory(school=None if school is None else SchoolId(int(school)))
        role = Role(str(row.notice.payload["role"]))
        return Message(self.texts("notice-link-revoked", **await self._asked(role, where)))

    async def given(self, row: StoredNotice, reader: Reader, face: Face) -> Message:
        """A coordinator gave a role."""
        return Message(self.texts("notice-role-given", **await self._of_place(row)), ((_to_menu(self.texts),),))

    async def taken(self, row: StoredNotice, reader: Reader, face: Face) -> Message:
        """A coordinator ended a role."""
        return Message(self.texts("notice-role-taken", **await self._of_place(row)))

    async def place_is_there(self, row: StoredNotice, now: datetime) -> bool | datetime:
        """False when the place was deleted meanwhile."""
        return await self._place(row) is not None

    def _is(self, state: ApplicationState) -> "_StillIn":
        return _StillIn(self, state)

    async def _application(self, row: StoredNotice) -> Application | None:
        mine = await self.applications(_whose(row))
        return next((each for each in mine if each.id == row.notice.payload["application"]), None)

    async def _place(self, row: StoredNotice) -> KeptPlace | None:
        mine = await self.places(_whose(row))
        return next((each for each in mine if each.place.id == row.notice.payload["place"]), None)

    async def _of_place(self, row: StoredNotice) -> dict[str, str]:
        kept = await self._place(row)
        return {"what": ""} if kept is None else await self._asked(kept.place.role, kept.place.territory)

    async def _asked(self, role: Role, where: Territory) -> dict[str, str]:
        role_name = role_words(self.texts, role)
        if where == Territory() and role is not Role.ADMIN:
            return {"what": role_name}
        named = (await self.names([where]))[where]
        return {"what": self.texts.plain("role-and-place", role=role_name, place=place_words(self.texts, named))}


@dataclass(frozen=True, slots=True)
class _StillIn:
    """The application was decided so, and not decided anew since."""

    notices: RegistrationNotices
    state: ApplicationState

    async def __call__(self, row: StoredNotice, now: datetime) -> bool | datetime:
        application = await self.notices._application(row)
        return application is not None and application.state is self.state


async def _always(row: StoredNotice, now: datetime) -> bool | datetime:
    return True


def _whose(row: StoredNotice) -> Actor:
    return Actor(row.notice.person, 0)


def _to_menu(texts: Texts) -> Button:
    return _button(texts, "btn-menu", ToMenu().pack())


def _button(texts: Texts, key: str, data: str) -> Button:
    return Button(texts.button(key), data=data)
