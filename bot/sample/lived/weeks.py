"""What people of the sample have done before the demo begins, each act at the instant at which it was done."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.sample.hands import Hands
from bot.sample.lived.asked import SampleAsks
from bot.sample.lived.clock import LivedClock
from bot.sample.lived.days import SampleDays
from bot.sample.lived.meetings import SampleMeetings
from bot.sample.lived.programme import SampleProgramme
from bot.sample.lived.requests import SampleSeminarRequests
from bot.sample.lived.seminars import SampleSeminars
from bot.sample.lived.visits import SampleVisits
from bot.sample.rows import rows
from shnor_domain.consultations.model import Slot
from shnor_domain.notifications.model import WAITING, NoticeState
from shnor_domain.questions.use_cases.carrying import CarryQuestions

FRESH = timedelta(hours=1)
"""What came about within the last hour is still to be told by the bot."""
_MANY = 10_000


@dataclass(frozen=True, slots=True)
class SampleWeeks:
    """`now` is when the demo begins; `hands` act by the `clock`."""

    hands: Hands
    clock: LivedClock
    now: datetime

    async def live(self) -> None:
        """People come and publish, meet, ask and are answered; what they have read of in those weeks is not said again
        when the bot starts."""
        days, slots = SampleDays(self.now), dict[str, Slot]()
        with self.clock.at(days.begin):
            for row in (*rows("people.csv"), *rows("lived/people.csv")):
                if row["role"]:
                    await self.hands.settles(row)
            for row in (*rows("slots.csv"), *rows("lived/slots.csv")):
                slots[f"{row['chat']} {row['subject']} {row['weekday']}"] = await self.hands.publishes(row)
        await SampleMeetings(self.hands, self.clock, days, slots).lay()
        await SampleVisits(self.hands, self.clock, days).lay()
        await SampleAsks(self.hands, self.clock, days).lay()
        running = await SampleProgramme(self.hands, self.clock, days).lay()
        cycle = await SampleSeminars(self.hands, self.clock, self.now).lay(running)
        await SampleSeminarRequests(self.hands, self.clock, self.now).lay(cycle)
        with self.clock.at(self.now - 2 * FRESH):
            await (await self.hands.the(CarryQuestions))()  # what has waited for days went back to the queue then
        await self._told(self.now - FRESH)

    async def _told(self, until: datetime) -> None:
        async with self.hands.units.write() as work:
            for row in await work.notices.in_state(WAITING, _MANY):
                if row.notice.due < until:
                    await work.notices.end(row.id, NoticeState.CANCELLED, "read", until)
