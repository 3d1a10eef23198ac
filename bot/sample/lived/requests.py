"""What schools of the sample ask of the permanent seminar (seminar_requests.csv)."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.sample.hands import Hands
from bot.sample.lived.clock import LivedClock
from bot.sample.rows import rows
from shnor_domain.seminars.cycle.model import Cycle
from shnor_domain.seminars.model import Audience, Form, RequestId
from shnor_domain.seminars.requests.model import BY_WISHES, Wanted
from shnor_domain.seminars.requests.use_cases.sending import SendSeminarRequest
from shnor_domain.seminars.requests.use_cases.supporting import SupportRequest

_ASKED, _HOUR = timedelta(days=1), timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class SampleSeminarRequests:
    """`now` is when the demo begins; all was asked the day before, an hour apart."""

    hands: Hands
    clock: LivedClock
    now: datetime

    async def lay(self, cycle: Cycle) -> None:
        """A row with `supports` stands behind the request of that number."""
        made: dict[str, RequestId] = {}
        for place, row in enumerate(rows("lived/seminar_requests.csv")):
            with self.clock.at(self.now - _ASKED + place * _HOUR):
                lead, people = await self.hands.actor(row["by"]), int(row["people"])
                school = next(place.territory.school for place in lead.places)
                assert school is not None, "who asks leads a school"
                if row["supports"]:
                    support = await self.hands.the(SupportRequest)
                    await support(lead, made[row["supports"]], school, people)
                    continue
                wanted = Wanted(row["topic"], Audience(row["audience"]), Form(row["form"]))
                send = await self.hands.the(SendSeminarRequest)
                why = BY_WISHES if row["wished"] else None
                made[row["number"]] = (await send(lead, cycle.id, school, wanted, people, why)).request.id
