"""Events of the seminar in a talking bot: drafted through the chat, published past it."""

from dataclasses import replace

from shnor_domain.seminars.events.hours import take_hours
from shnor_domain.seminars.events.model import Event, EventState
from shnor_domain.seminars.programme.lines import lines_of
from shnor_domain.seminars.programme.machine import next_number, superseded
from shnor_domain.seminars.programme.model import Version, VersionId, VersionState
from shnor_domain.seminars.requests.model import RequestState
from tests.support.conversation import Person
from tests.support.seminar_talk import SeminarTalk, starting

FOURTEENTH = "14"


async def drafts(
    here: SeminarTalk,
    host: str = "Пётр Семёнович",
    *,
    day: str = FOURTEENTH,
    at: str = "15:30",
    seats: str = "25",
    quota: str = "3",
) -> Person:
    """Who runs the seminar makes a webinar of the request that most schools stand behind; she looks at its card."""
    who = here.methodist
    await who.opens("Запросы на семинары", "Черновик программы", "Запросы школ", starting("1."))
    await who.presses("Сделать мероприятие")
    await who.presses("Оставить")
    await who.presses("Вебинар")
    await who.presses(day)
    await who.sends(at)
    await who.presses("60 минут")
    await who.presses("Дальше")
    await who.presses(host)
    await (who.presses(seats) if seats == "25" else who.sends(seats))
    await (who.presses(quota) if quota in ("2", "3", "5") else who.sends(quota))
    await who.presses("Всем, и без регистрации")
    await who.presses("Сохранить в черновик")
    return who


async def published(here: SeminarTalk) -> Event:
    """The only draft stands in a published programme now, past the chat."""
    async with here.talk.units.write() as work:
        (event,) = await work.seminar_events.of_cycle(here.cycle, EventState.DRAFT)
        await take_hours(work, event)
        assert await work.seminar_events.save(event, event.terms, EventState.OPEN, here.talk.clock.now())
        for each in (await work.seminar_requests.many(event.requests)).values():
            await work.seminar_requests.save(replace(each, state=RequestState.PLANNED))
        before = await work.seminar_programmes.newest_published(here.cycle)
        if before is not None:
            await work.seminar_programmes.save(superseded(before), before.state)
        now, number = here.talk.clock.now(), next_number(before)
        made = Version(VersionId(0), here.cycle, VersionState.PUBLISHED, now, None, number, now, published=now)
        await work.seminar_programmes.add(made, await lines_of(work, [event]))
    return event
