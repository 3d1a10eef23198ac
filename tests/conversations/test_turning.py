"""«‹ 2 из 5 ›» under lists of schools and of people: whoever has more than eight comes to the last of them."""

import pytest

from shnor_domain.identity import Role, SchoolId
from shnor_domain.territories.model import School
from tests.support.neighbours import neighbours


@pytest.mark.parametrize("command", ["/schools", "/people"])
async def test_a_list_of_more_than_eight_is_turned_to_its_end(sqlite_url: str, command: str) -> None:
    async with neighbours(sqlite_url) as here:
        where = here.talk.where("Лабинский")
        assert where.region is not None and where.municipality is not None
        async with here.talk.units.write() as work:
            for number in range(30, 36):
                school = School(SchoolId(0), where.region, where.municipality, f"СОШ № {number}", number)
                await work.schools.add(school)
        for number in range(8):
            await here.talk.grown_person(Role.TEACHER, "Лабинский", "СОШ № 6", name=f"Учительница {number}")
        await here.coordinator.sends(command)
        assert "1 из 2" in here.coordinator.buttons
        await here.coordinator.presses("›")
        here.coordinator.sees("9. ")
        here.coordinator.does_not_see("\n8. ")
        assert "2 из 2" in here.coordinator.buttons
        await here.coordinator.presses("‹")
        here.coordinator.sees("1. ", "8. ")
