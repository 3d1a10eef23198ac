"""Who sits in events of a talking bot: seats are laid past the chat."""

from dataclasses import replace
from datetime import timedelta

from shnor_domain.seminars.events.model import Event
from shnor_domain.seminars.model import Form
from shnor_domain.seminars.signing.model import SignUp, SignUpId, Sits
from tests.support.conversation import Person
from tests.support.seminar_talk import SeminarTalk, starting


async def sits(here: SeminarTalk, event: Event, *people: Person) -> None:
    """Each has a seat of it."""
    for person in people:
        actor = await here.talk.actor(person)
        assert actor.person is not None
        where = actor.places[0].territory
        seat = SignUp(
            SignUpId(0), event.id, actor.person, where.school, where.municipality, Sits.SELF, here.talk.clock.now()
        )
        async with here.talk.units.write() as work:
            await work.event_signups.add(seat)


async def keeps(here: SeminarTalk, event: Event, heads: int) -> None:
    """The school of the first lead keeps seats of it without names."""
    where = (await here.talk.actor(here.lead)).places[0].territory
    seats = SignUp(
        SignUpId(0), event.id, None, where.school, where.municipality, Sits.KEPT, here.talk.clock.now(), heads
    )
    async with here.talk.units.write() as work:
        await work.event_signups.add(seats)


async def meets_at_one_place(here: SeminarTalk, event: Event) -> None:
    """Its people hear a code."""
    async with here.talk.units.write() as work:
        found = await work.seminar_events.get(event.id)
        assert found is not None
        terms = replace(found.terms, form=Form.ON_SITE)
        assert await work.seminar_events.save(found, terms, found.state, here.talk.clock.now())


def it_is(here: SeminarTalk, event: Event, **later: float) -> None:
    """The start of its first lesson, or so much later."""
    here.talk.clock.instant = event.open_lessons[0].starts + timedelta(**later)


async def looks_at_the_event(who: Person) -> None:
    """The first of the programme."""
    await who.sends("/seminars")
    await who.presses("Программа")
    await who.presses(starting("1."))
