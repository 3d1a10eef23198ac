"""/privacy: shown, taken away, withdrawn, deleted; nothing of her stays and nothing of others goes."""

import json
from datetime import datetime, timedelta
from typing import Any

import pytest

from shnor_domain.errors import Invalid
from shnor_domain.identity import PersonId, Role
from shnor_domain.people.model.errors import ConsentNeeded
from shnor_domain.people.model.preferences import Notices
from shnor_domain.people.use_cases.consent import GiveConsent
from shnor_domain.people.use_cases.decide import Approve, Decline
from shnor_domain.people.use_cases.leaving import DeleteMe, PurgeLeft, WithdrawConsent
from shnor_domain.people.use_cases.make_links import MakeSchoolLink
from shnor_domain.people.use_cases.my_data import ExportMyData, ShowMyData
from shnor_domain.people.use_cases.settings import Rename, SetPreferences, SetZone, ShowSettings
from shnor_domain.people.use_cases.waiting import WaitingApplications
from tests.support.village import CHEMISTRY, TERMS, Village, whose

CANARY = "Канарейка <b>&"


class Labels:
    def title(self) -> str:
        return "Мои данные"

    def name(self, key: str) -> str:
        return key

    def value(self, key: str, value: object) -> str:
        return str(value)

    def nothing(self) -> str:
        return "нет"


async def test_she_is_shown_all_and_only_hers_and_takes_it_away_twice(village: Village) -> None:
    lead = await village.settled(Role.SCHOOL_LEAD, village.school)
    await village.applied(name="Чужая")
    teacher, application = await village.applied(name=CANARY, subjects=frozenset({CHEMISTRY}))
    await village.use(Approve)(lead, application.id)
    teacher = await village.actor(teacher.chat)

    async def more(work: object, person: PersonId) -> dict[str, Any]:
        return {"bookings": [{"person_is_me": person == teacher.person}]}

    show = village.use(ShowMyData, contributes=(more,))
    data = await show(teacher)
    assert data["person"]["name"] == CANARY
    assert data["accounts"][0]["chat"] == teacher.chat
    assert [place["role"] for place in data["places"]] == ["teacher"]
    assert data["bookings"] == [{"person_is_me": True}]
    export = await village.use(ExportMyData, contributes=(more,))(teacher, Labels())
    assert {**json.loads(export.json), "made": None} == {**data, "made": None}
    assert "Канарейка &lt;b&gt;&amp;" in export.page.decode()
    assert "Чужая" not in export.page.decode() + export.json.decode()
    with pytest.raises(ConsentNeeded):
        await show(await village.actor(1))


async def test_settings_are_hers_alone_and_within_limits(village: Village) -> None:
    teacher = await village.settled(Role.TEACHER, village.school)
    other = await village.settled(Role.TEACHER, village.school)
    await village.use(Rename)(teacher, " Анна ")
    await village.use(SetZone)(teacher, "Asia/Magadan")
    await village.use(SetPreferences)(teacher, quiet=(22 * 60, 7 * 60), save_traffic=True, notices=Notices.OWN)
    person, settings = await village.use(ShowSettings)(teacher)
    assert (person.name, person.zone) == ("Анна", "Asia/Magadan")
    assert (settings.quiet.start, settings.quiet.end, settings.save_traffic) == (22 * 60, 7 * 60, True)
    _, untouched = await village.use(ShowSettings)(other)
    assert (untouched.quiet.start, untouched.save_traffic) == (21 * 60, False)
    for zone in ("Mars/Phobos", "", "../etc/passwd"):
        with pytest.raises(Invalid):
            await village.use(SetZone)(teacher, zone)
    with pytest.raises(Invalid):
        await village.use(SetPreferences)(teacher, quiet=(12 * 60, 8 * 60))


async def test_withdrawing_consent_ends_places_moves_decisions_up_and_frees_seats(village: Village) -> None:
    lead = await village.settled(Role.SCHOOL_LEAD, village.school)
    coordinator = await village.settled(Role.MUNICIPAL_COORDINATOR, village.municipality)
    link = await village.use(MakeSchoolLink)(lead, village.school, uses=5, days=5)
    await village.applied()
    freed: list[PersonId] = []

    async def free(work: object, person: PersonId, now: datetime) -> None:
        freed.append(person)

    await village.use(WithdrawConsent, leaves=(free,))(lead)
    assert freed == [lead.person]
    assert (await village.actor(lead.chat)).person is None
    assert (await village.use(WaitingApplications)(coordinator)).count == 1
    async with village.units.read() as work:
        kept = await work.links.get(link.id)
    assert kept is not None
    assert kept.revoked
    await village.use(GiveConsent)(lead.chat, TERMS.version)
    back = await village.actor(lead.chat)
    assert (back.person, back.places) == (lead.person, ())


async def test_deletion_leaves_no_row_of_hers_and_all_rows_of_others(village: Village) -> None:
    lead = await village.settled(Role.SCHOOL_LEAD, village.school)
    coordinator = await village.settled(Role.MUNICIPAL_COORDINATOR, village.municipality)
    others = await village.dump()
    swept: list[bool] = []

    async def sweep() -> None:
        swept.append(True)

    teacher, application = await village.applied(name=CANARY, subjects=frozenset({CHEMISTRY}))
    await village.use(Decline)(lead, application.id, f"причина {CANARY}")
    await village.seat(teacher, Role.TEACHER, village.second_school, subjects=frozenset({CHEMISTRY}))
    await village.use(SetPreferences)(teacher, save_traffic=True)
    assert CANARY in str(await village.dump())
    assert await village.use(DeleteMe, sweep=sweep)(await village.actor(teacher.chat)) is True
    left = await village.dump()
    audit = left.pop("audit")
    others.pop("audit")
    assert left == others
    assert [(row[2], row[3]) for row in audit] == [(lead.person, None)]
    assert CANARY not in str(audit)
    assert swept == [True]
    assert (await village.actor(coordinator.chat)).places == coordinator.places
    assert await village.use(DeleteMe, sweep=sweep)(await village.actor(teacher.chat)) is False
    again = await village.use(GiveConsent)(teacher.chat, TERMS.version)
    assert again != whose(teacher)


async def test_the_purge_takes_only_who_left_long_enough_ago(village: Village) -> None:
    teacher = await village.settled(Role.TEACHER, village.school)
    quiet = await village.settled(Role.TEACHER, village.school)

    async def sweep() -> None:
        return None

    await village.use(WithdrawConsent)(teacher)
    purge = village.use(PurgeLeft, sweep=sweep)
    village.clock.forward(days=TERMS.retention_days)
    assert await purge() == 0
    village.clock.at += timedelta(seconds=1)
    assert await purge() == 1
    async with village.units.read() as work:
        assert await work.people.get(whose(teacher)) is None
        assert await work.people.get(whose(quiet)) is not None


async def test_a_deletion_is_told_as_done_though_the_file_could_not_be_swept_yet(village: Village) -> None:
    async def full_disk() -> None:
        raise OSError("no space")

    teacher = await village.settled(Role.TEACHER, village.school)
    assert await village.use(DeleteMe, sweep=full_disk)(teacher) is True
    async with village.units.read() as work:
        assert await work.people.get(whose(teacher)) is None
