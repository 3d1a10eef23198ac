"""Visits of the sample: asked for, planned, reported (visits.csv)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from bot.sample.hands import Hands
from bot.sample.lived.clock import LivedClock
from bot.sample.lived.days import SampleDays
from bot.sample.rows import rows
from shnor_domain.consultations.visits.model import Appointment, ForWhom, Report, Visit, Wish
from shnor_domain.consultations.visits.use_cases.asking import AskVisit
from shnor_domain.consultations.visits.use_cases.deciding import ApproveVisit
from shnor_domain.consultations.visits.use_cases.reporting import ReportVisit
from shnor_domain.identity import SchoolId, SubjectId
from shnor_domain.people.use_cases.rights import person_of

_REGION = 1001
"""Chat of who decides: the schools' municipality has no coordinator."""
DAY, AFTER = timedelta(days=1), timedelta(hours=1)
SOON, LATEST = timedelta(days=7), timedelta(days=21)
"""Days ahead that a school asks for without a date of its own."""


@dataclass(frozen=True, slots=True)
class SampleVisits:
    """A row without `when` waits for a decision, one without `came` for its day."""

    hands: Hands
    clock: LivedClock
    days: SampleDays

    async def lay(self) -> None:
        """Asked at the instant of the row, approved a day later, reported an hour after the end."""
        for row in rows("lived/visits.csv"):
            await self._visit(row)

    async def _visit(self, row: Mapping[str, str]) -> None:
        lead = await self.hands.actor(row["by"])
        school = next(place.territory.school for place in lead.places if place.territory.school is not None)
        asked = self.days.at(row["asked"], lead.zone)
        with self.clock.at(asked):
            visit = await self._asks(row, school)
        if not row["when"]:
            return
        starts = self.days.at(row["when"], lead.zone)
        ends = starts + timedelta(minutes=int(row["minutes"]))
        with self.clock.at(asked + DAY):
            host = person_of(await self.hands.actor(row["host"]))
            approve = await self.hands.the(ApproveVisit)
            await approve(await self.hands.actor(_REGION), visit.id, visit.version, Appointment(host, starts, ends))
        if row["came"]:
            with self.clock.at(ends + AFTER):
                report = Report(True, int(row["came"]), row["report"])
                await (await self.hands.the(ReportVisit))(await self.hands.actor(row["host"]), visit.id, report)

    async def _asks(self, row: Mapping[str, str], school: SchoolId) -> Visit:
        lead = await self.hands.actor(row["by"])
        today = self.days.today(lead.zone)
        first, last = today + SOON, today + LATEST
        if row["when"]:
            first = last = self.days.at(row["when"], lead.zone).date()
        wish = Wish(
            subjects=(SubjectId(row["subject"]),),
            topic=row["topic"] or None,
            for_whom=ForWhom(row["whom"]),
            people=int(row["people"]),
            first_day=first,
            last_day=last,
        )
        return (await (await self.hands.the(AskVisit))(lead, school, wish)).card.visit
