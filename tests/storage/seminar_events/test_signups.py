"""Sign-ups as they are stored (J1)."""

from dataclasses import replace

import pytest

from shnor_domain.identity import SchoolId
from shnor_domain.seminars.signing.errors import AlreadySignedUp
from shnor_domain.seminars.signing.model import SignUp, SignUpId, SignUpState, Sits
from tests.support.event_land import OCTOBER_14, EventLand
from tests.support.village import whose


async def test_a_person_sits_once_and_a_school_keeps_its_seats_once(land: EventLand) -> None:
    event = await land.lays()
    teacher = whose(land["teacher"])
    hers = SignUp(SignUpId(0), event, teacher, SchoolId(1), None, Sits.SELF, OCTOBER_14)
    kept = replace(hers, person=None, sits=Sits.KEPT, heads=3)
    for each in (hers, kept):
        async with land.village.units.write() as work:
            made = await work.event_signups.add(each)
        with pytest.raises(AlreadySignedUp):
            async with land.village.units.write() as work:
                await work.event_signups.add(each)
        async with land.village.units.read() as work:
            assert await work.event_signups.get(made) == replace(each, id=made)
    async with land.village.units.write() as work:
        await work.event_signups.add(replace(hers, state=SignUpState.CANCELLED))
        assert await work.event_signups.live(event, teacher) == replace(hers, id=SignUpId(1))
        assert len(await work.event_signups.of_event(event, SignUpState.LIVE)) == 2
        assert len(await work.event_signups.of_person(teacher)) == 2
