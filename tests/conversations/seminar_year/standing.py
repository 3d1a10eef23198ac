"""How all of it stands in the end, in the bot and by the rules: schools behind requests, seats, hours, certificates."""

from collections import Counter
from typing import Any

from shnor_domain.seminars.certificates.use_cases.taking import MyCertificates
from shnor_domain.seminars.requests.demand import by_school
from shnor_domain.seminars.signing.model import SignUpState
from shnor_domain.seminars.training.use_cases.mine import MyTraining
from shnor_domain.territories.periods import HalfYear
from tests.conversations.seminar_year.chance import Chance
from tests.conversations.seminar_year.land import LAND

Standing = dict[str, Any]


async def seen(chance: Chance) -> Standing:
    """As the bot has it."""
    hands = chance.hands
    schools = {number: name for name, number in hands.settled.schools.items()}
    people = {await hands.events.person(name): name for name in hands.settled.people}
    events = {each: number for number, each in hands.events.events.items()}
    found: Standing = {}
    for number in chance.story.requests.every:
        behind = by_school(await hands.supports(number))
        found[f"request {number}"] = {schools[school]: heads for school, heads in behind.items()}
    for number, event in hands.events.events.items():
        async with hands.settled.talk.units.read() as work:
            room = (await work.event_seats.many([event]))[event]
            taken = await work.event_schools.taken(event)
        counted = {schools[school]: heads for school, heads in taken.items() if heads}
        live = [each for each in await hands.events.signups(number) if each.state is SignUpState.LIVE]
        sits = sorted(
            (people[each.person] if each.person else "", schools[each.school] if each.school else "", each.heads)
            for each in live
        )
        found[f"event {number}"] = (sits, counted, room.taken, room.held)
    for name, person in hands.settled.people.items():
        actor = await hands.settled.talk.actor(person)
        parts = (await (await hands.settled.talk.the(MyTraining))(actor)).parts
        found[f"hours of {name}"] = {_half(each.half): each.minutes for each in parts}
        mine = await (await hands.settled.talk.the(MyCertificates))(actor)
        found[f"certificates of {name}"] = sorted(
            (int(one.year), one.number, events[one.event], one.minutes, one.day, one.valid)
            for one in (each.certificate for each in mine)
        )
    return found


def expected(chance: Chance) -> Standing:
    """As the oracle has it."""
    story, found = chance.story, Standing()
    for number in story.requests.every:
        found[f"request {number}"] = story.requests.behind(story.requests.root(number).number)
    for number, seats in story.taking.seats.items():
        sits = sorted((each.person or "", each.school or "", each.heads) for each in seats.live)
        counted: Counter[str] = Counter()
        # the seat of who left a series is nobody's, and stays taken (J7)
        for each in seats.signups:
            if each.live or each.why == "left":
                counted[each.school or ""] += each.heads
        found[f"event {number}"] = (sits, dict(counted), counted.total(), len(seats.held))
    for human in LAND.people:
        found[f"hours of {human.name}"] = story.presence.hours(human.name, story.halves.values())
        found[f"certificates of {human.name}"] = sorted(
            (each.year, each.number, each.event, each.minutes, each.day, each.valid)
            for each in story.presence.certificates
            if each.who == human.name
        )
    return found


def differences(expected: Standing, seen: Standing) -> list[str]:
    """What is not the same."""
    return [
        f"{what}: the bot has {seen.get(what)}, the rules {expected.get(what)}"
        for what in sorted({*expected, *seen})
        if expected.get(what) != seen.get(what)
    ]


def _half(half: HalfYear | None) -> str:
    if half is None:
        return ""
    autumn = half.days.first.month > 6
    return f"{'осень' if autumn else 'весна'} {half.days.first.year}"
