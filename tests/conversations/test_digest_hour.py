"""/settings: when the plan of a day comes."""

from shnor_domain.identity import Role
from shnor_domain.people.use_cases.settings import SetPreferences, ShowSettings
from tests.support.bot_in_memory import talking_bot


async def test_a_head_of_a_school_sets_her_hour_and_takes_the_usual_one_back(sqlite_url: str) -> None:
    async with talking_bot(sqlite_url) as talk:
        lead = await talk.grown_person(Role.SCHOOL_LEAD, "Амгинский", "СОШ № 1", name="Анна Павловна")
        await lead.sends("/settings")
        lead.sees("План на сегодня: как обычно, в 16:00")
        await lead.presses("Когда присылать план")
        lead.sees("Во сколько присылать план на сегодня?")
        assert "8:00" in lead.buttons and "20:00" in lead.buttons
        assert not {"7:00", "21:00"} & set(lead.buttons), "an hour of her quiet hours is not offered"
        await lead.presses("10:00")
        lead.sees("Сохранено.", "План на сегодня: в 10:00")
        _person, kept = await (await talk.the(ShowSettings))(await talk.actor(lead))
        assert kept.digest_at == 10 * 60
        await lead.sends("/privacy")
        await lead.presses("Показать")
        lead.sees("план на сегодня приходит в: 10:00")
        await lead.sends("/settings")
        await lead.presses("Когда присылать план")
        await lead.presses("Как обычно, в 16:00")
        lead.sees("Сохранено.", "План на сегодня: как обычно, в 16:00")


async def test_an_hour_that_became_quiet_meanwhile_is_refused_and_asked_again(sqlite_url: str) -> None:
    async with talking_bot(sqlite_url) as talk:
        coordinator = await talk.grown_person(Role.MUNICIPAL_COORDINATOR, "Амгинский", name="Марфа Ильинична")
        await coordinator.sends("/settings")
        coordinator.sees("План на сегодня: как обычно, в 9:00")
        await coordinator.presses("Когда присылать план")
        await (await talk.the(SetPreferences))(await talk.actor(coordinator), quiet=(20 * 60, 10 * 60))
        await coordinator.presses("9:00")
        coordinator.sees("В эти часы вы просили не беспокоить", "Во сколько присылать план на сегодня?")
        await coordinator.presses("Как обычно, в 10:00")
        coordinator.sees("План на сегодня: как обычно, в 10:00")


async def test_a_teacher_is_asked_for_no_hour(sqlite_url: str) -> None:
    async with talking_bot(sqlite_url) as talk:
        teacher = await talk.grown_person(Role.TEACHER, "Амгинский", "СОШ № 1", subjects=["chemistry"])
        await teacher.sends("/settings")
        teacher.does_not_see("План на сегодня")
        assert "Когда присылать план" not in teacher.buttons
