"""Open links of one's own, and who may revoke a link to a new telephone."""

from datetime import timedelta

import pytest

from shnor_domain.errors import NotFound
from shnor_domain.identity import Actor, Role
from shnor_domain.people.model.errors import ConsentNeeded
from shnor_domain.people.use_cases.make_links import MakeRoleLink, MakeSchoolLink, RevokeLink
from shnor_domain.people.use_cases.my_links import OpenLinks
from shnor_domain.people.use_cases.relink import MakeRelink
from shnor_domain.people.use_cases.role_link import UseRoleLink
from tests.support.village import Village, whose


async def test_open_links_are_those_of_ones_own_that_work_the_latest_first(village: Village) -> None:
    coordinator = await village.settled(Role.MUNICIPAL_COORDINATOR, village.municipality)
    other = await village.settled(Role.MUNICIPAL_COORDINATOR, village.municipality)
    teacher = await village.settled(Role.TEACHER, village.school)
    many = await village.use(MakeSchoolLink)(coordinator, village.school, uses=5, days=20)
    one = await village.use(MakeRoleLink)(coordinator, Role.MENTOR, village.municipality, days=10)
    phone = await village.use(MakeRelink)(coordinator, whose(teacher))
    show = village.use(OpenLinks)
    assert [link.id for link in await show(coordinator)] == [phone.id, one.id, many.id]
    assert list(await show(other)) == list(await show(teacher)) == []
    await village.use(UseRoleLink)(await village.newcomer(), one.code, "Наставница")
    assert [link.id for link in await show(coordinator)] == [phone.id, many.id]
    village.clock.forward(days=timedelta(days=3).days)
    assert [link.id for link in await show(coordinator)] == [many.id]
    await village.use(RevokeLink)(coordinator, many.id)
    assert list(await show(coordinator)) == []
    with pytest.raises(ConsentNeeded):
        await show(Actor(None, 999))


async def test_a_link_to_a_new_telephone_is_revoked_by_its_issuer_alone(village: Village) -> None:
    coordinator = await village.settled(Role.MUNICIPAL_COORDINATOR, village.municipality)
    others = [
        await village.settled(Role.MUNICIPAL_COORDINATOR, village.municipality),
        await village.settled(Role.REGIONAL_COORDINATOR, village.region),
        await village.settled(Role.SCHOOL_LEAD, village.school),
    ]
    teacher = await village.settled(Role.TEACHER, village.school)
    phone = await village.use(MakeRelink)(coordinator, whose(teacher))
    for other in (*others, teacher):
        with pytest.raises(NotFound):
            await village.use(RevokeLink)(other, phone.id)
    await village.use(RevokeLink)(coordinator, phone.id)
    async with village.units.read() as work:
        kept = await work.links.get(phone.id)
    assert kept is not None and kept.revoked
