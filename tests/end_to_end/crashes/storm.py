"""Teachers who take seats and give them back without end: more of them than seats."""

import asyncio
import re
from dataclasses import dataclass, field
from datetime import date

from tests.support.street import WirePerson
from tests.support.walk import BOOKED, taps, with_seats

MINE, WAITS = "вы записаны", "Вы в очереди"


@dataclass
class Seeker:
    """Each of her questions is asked once, so that a booking can be told by it; `notes` are those of her taps by the
    question that they led to. `freed` is set whenever somebody gives a seat back.
    """

    who: WirePerson
    day: date
    freed: asyncio.Event
    notes: dict[str, str] = field(default_factory=dict)
    over: bool = False

    def ends(self) -> None:
        self.over = True
        self.freed.set()

    async def storms(self) -> None:
        """Until told that it is over; a round that was begun is finished."""
        while True:
            if not await self.takes_a_seat():
                if self.over:
                    return
                await self.freed.wait()
                self.freed.clear()
                continue
            if self.over:
                return
            await self.gives_it_back()
            self.freed.set()

    async def takes_a_seat(self) -> bool:
        """False when she came too late."""
        question = f"Вопрос {self.who.id}-{len(self.notes):03}"
        await self.who.sends("/consult")
        await self.who.sees("По какому предмету?")
        note = await taps(self.who, "Физика")
        days = await self.who.sees("Выберите день.")
        if any(MINE in label for label in days.labels):
            return True
        if days.data_of(with_seats(self.day)) is None:
            return False
        note += await taps(self.who, with_seats(self.day))
        if "Во сколько" in (await self.who.sees(re.compile("О чём поговорим|Во сколько"))).text:
            return False
        self.notes[question] = note
        await self.who.sends(question)
        # after a kill the day is looked at anew: it may have no room for a question any more, but one in its queue
        said = await self.who.sees(re.compile(f"{BOOKED}|Ваш вопрос сохранён|{WAITS}"))
        if WAITS in said.text:
            await taps(self.who, "Выйти из очереди")
            await self.who.sees("Вы вышли из очереди")
        return BOOKED in said.text

    async def gives_it_back(self) -> None:
        await self.who.sends("/my")
        await self.who.sees("Мои дела", "физика")
        await taps(self.who, re.compile(".* физика"))
        await self.who.sees("Не сможете прийти?")
        await taps(self.who, "Отменить запись")
        await self.who.sees("Отменяем?")
        await taps(self.who, "Болею")
        await self.who.sees("Запись отменена.")
