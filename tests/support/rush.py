"""Many teachers at one seat: `python -m tests.support.rush URL SLOT STARTS FIRST LAST SAME` is one process of it."""

import asyncio
import json
import sys
from collections import Counter
from datetime import UTC, datetime

from shnor_domain.consultations.model import SessionKey, SlotId
from shnor_domain.consultations.use_cases.book import BookConsultation
from shnor_domain.errors import DomainError
from shnor_domain.identity import Actor
from shnor_domain.storage.engine import Database
from shnor_domain.storage.work import Units
from tests.support.consultations import FixedClock, teacher


async def rush(url: str, key: SessionKey, people: list[Actor]) -> Counter[str]:
    """All book at once; gives how often each answer came: «booked» or the code of the refusal."""
    database = Database(url)
    book = BookConsultation(Units(database).write, FixedClock())

    async def one(who: Actor) -> str:
        try:
            await book(who, key, "тема")
        except DomainError as refusal:
            return refusal.code
        return "booked"

    try:
        return Counter(await asyncio.gather(*(one(who) for who in people)))
    finally:
        await database.close()


def main(url: str, slot: str, starts: str, first: str, last: str, same: str) -> None:
    """Wait for a line on standard input, so that several processes start together; then print the answers as JSON."""
    key = SessionKey(SlotId(int(slot)), datetime.fromtimestamp(int(starts), UTC))
    numbers = range(int(first), int(last))
    people = [teacher(int(same) or number) for number in numbers]
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    sys.stdin.readline()
    sys.stdout.write(json.dumps(asyncio.run(rush(url, key, people))))


if __name__ == "__main__":
    main(*sys.argv[1:])
