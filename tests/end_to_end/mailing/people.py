"""Many teachers of one school and their telephones: most are well, some have blocked the bot, some chats have moved."""

import random
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from sqlalchemy import insert

from bot.sandbox.records import Group, Person
from shnor_domain.identity import PersonId, Role, Territory
from shnor_domain.storage.people.reach import territory_values
from shnor_domain.storage.schema.people import account, person
from shnor_domain.storage.schema.places import place
from tests.support.installation import Installation

_FIRST = 100_000
_MOVED_TO = -1_000_000_000
_SHARE_BLOCKED, _SHARE_MOVED, _SHARE_LOST = 0.02, 0.01, 0.005


@dataclass
class Crowd:
    """`chats` are where each of them is written to first; `moved` leads from there to the new one; the answers to a
    message for those in `lost` never come."""

    chats: dict[PersonId, int] = field(default_factory=dict)
    blocked: set[PersonId] = field(default_factory=set)
    moved: dict[PersonId, int] = field(default_factory=dict)
    lost: set[PersonId] = field(default_factory=set)

    def reads_in(self, who: PersonId) -> int:
        """The chat in which a message to her arrives."""
        return self.moved.get(who, self.chats[who])


async def crowd(place_: Installation, count: int, where: Territory, now: datetime, chance: random.Random) -> Crowd:
    """So many teachers of `where`, in the database and in the sandbox."""
    made = Crowd()
    common = {"name": "", "name_key": "", "zone": "Asia/Srednekolymsk", "state": "active", "created": now}
    seat = {"role": Role.TEACHER.value, **territory_values(where), "starts": date(2026, 9, 1), "verified": True,
            "deputy": False}  # fmt: skip
    async with place_.land.database.write() as connection:
        people = await connection.execute(insert(person).returning(person.c.id), [common] * count)
        numbers = sorted(people.scalars())
        for number in numbers:
            made.chats[PersonId(number)] = _FIRST + number
        order = chance.sample(list(made.chats), count)
        blocked, moved, lost = (max(1, round(count * share)) for share in (_SHARE_BLOCKED, _SHARE_MOVED, _SHARE_LOST))
        made.blocked = set(order[:blocked])
        for who in order[blocked : blocked + moved]:
            made.chats[who] = -_FIRST - who
            made.moved[who] = _MOVED_TO - who
        made.lost = set(order[blocked + moved : blocked + moved + lost])
        await connection.execute(
            insert(account),
            [{"chat": chat, "person_id": who, "active": True, "since": now} for who, chat in made.chats.items()],
        )
        await connection.execute(insert(place), [{"person_id": who, **seat} for who in made.chats])
    _settle_sandbox(place_, made)
    return made


def _settle_sandbox(place_: Installation, made: Crowd) -> None:
    world = place_.sandbox._box.world
    for who, chat in made.chats.items():
        if who in made.moved:
            world.put_group(Group(chat, "Чат", migrated_to=made.moved[who]))
            world.put_group(Group(made.moved[who], "Чат", supergroup=True))
            continue
        place_.sandbox.ensure_person(chat, "Учитель")
        if who in made.blocked:
            known = world.chat(chat)
            assert isinstance(known, Person)
            world.put_person(replace(known, blocked=True))
