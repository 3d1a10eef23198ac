"""The recurring work of one process, as data: names are fixed for ever, logs and metrics know them."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta

from dishka import AsyncContainer

from bot.assembly import Assembly
from bot.blanking import blank
from bot.sending.figures import DeliveryFigures
from handlers.announcements.watching import EVERY, Watching
from scheduler.jobs import Daily, Every, Job, Pulse
from shnor_domain.announcements.use_cases.carrying import CarryOnAnnouncements, SweepAnnouncementFiles
from shnor_domain.consultations.absences.use_cases.escalate import AskAbove
from shnor_domain.consultations.absences.use_cases.giving_back import GiveBackUncarried
from shnor_domain.consultations.on_behalf.use_cases.forgetting import ForgetGuests
from shnor_domain.consultations.use_cases.leaving import EndUncarriedSlots
from shnor_domain.consultations.use_cases.visiting import EndUninvitedBookings
from shnor_domain.consultations.visits.use_cases.carrying import EndUncarriedVisits
from shnor_domain.consultations.visits.use_cases.following import FollowVisitRequests
from shnor_domain.consultations.waitlist.use_cases.clock import TendQueues
from shnor_domain.notifications.use_cases import Deliver, MeasureBacklog
from shnor_domain.people.use_cases.leaving import PurgeLeft
from shnor_domain.people.use_cases.waiting import MoveApplications
from shnor_domain.picture_shelf import PictureShelf
from shnor_domain.questions.use_cases.carrying import CarryQuestions, SweepQuestions
from shnor_domain.risk.use_cases.remind import PlanRiskReviews
from shnor_domain.roadmap.use_cases.erase import SweepEvidence
from shnor_domain.roadmap.use_cases.steps import PlanSteps
from shnor_domain.seminars.cycle.use_cases.carrying import CarrySeminars
from shnor_domain.seminars.events.use_cases.carrying import EndUncarriedLeading
from shnor_domain.seminars.materials.use_cases.carrying import CarryMaterials
from shnor_domain.seminars.materials.use_cases.giving import SweepSeminarFiles
from shnor_domain.seminars.presence.use_cases.checking_in import ForgetCodes
from shnor_domain.seminars.programme.use_cases.carrying import CarryProgramme
from shnor_domain.seminars.requests.use_cases.closing import AskAtBorder
from shnor_domain.seminars.signing.use_cases.clock import TendEventQueues
from shnor_domain.seminars.signing.use_cases.leaving import EndUninvitedSignUps

UNCONFIRMED = timedelta(days=1)
"""How long an uploaded table waits for «Записать»."""
TICK = 1.0
"""Seconds between looks for due notices: an answer that is a notice is not felt as a delay."""


@dataclass(frozen=True, slots=True)
class Work:
    """What the jobs run."""

    tick: Deliver
    mailing: Deliver
    measure: MeasureBacklog
    move_applications: MoveApplications
    purge: PurgeLeft
    end_slots: EndUncarriedSlots
    end_visits: EndUncarriedVisits
    end_leading: EndUncarriedLeading
    follow_visits: FollowVisitRequests
    end_bookings: EndUninvitedBookings
    ask_above: AskAbove
    give_back: GiveBackUncarried
    forget_guests: ForgetGuests
    blank: Callable[[], Awaitable[None]]
    figures: DeliveryFigures
    plan_steps: PlanSteps
    plan_risk_reviews: PlanRiskReviews
    sweep_evidence: SweepEvidence
    carry_on: CarryOnAnnouncements
    tend_queues: TendQueues
    sweep_announcements: SweepAnnouncementFiles
    carry_questions: CarryQuestions
    sweep_questions: SweepQuestions
    carry_seminars: CarrySeminars
    carry_programme: CarryProgramme
    ask_at_border: AskAtBorder
    tend_event_queues: TendEventQueues
    end_sign_ups: EndUninvitedSignUps
    forget_codes: ForgetCodes
    carry_materials: CarryMaterials
    sweep_seminars: SweepSeminarFiles
    watching: Watching
    pictures: PictureShelf
    assembly: Assembly

    def jobs(self) -> list[Job]:
        """Two lines of delivery, applications on their way up (P1), slots and bookings whose place has ended by its
        date, and what must vanish in time (rule 10)."""
        return [
            Job("deliver", Pulse(TICK), self.tick),
            Job("deliver-mailings", Pulse(TICK), self.mailing),
            Job("backlog", Every(1, step=False), self._measure),
            Job("applications", Every(5), self.move_applications, at_start=True),
            Job("blank", Every(2, step=False), self.blank, at_start=True),
            Job("purge", Daily(1, 30), self.purge, at_start=True),
            Job("slots", Daily(0, 10), self.end_slots, at_start=True),
            Job("visits", Daily(0, 12), self.end_visits, at_start=True),
            Job("lessons", Daily(0, 13), self.end_leading, at_start=True),
            Job("visit-requests", Every(60), self.follow_visits, at_start=True),
            Job("bookings", Every(60), self.end_bookings, at_start=True),
            Job("substitutes", Every(5), self.ask_above, at_start=True),
            Job("substitutes-places", Daily(0, 15), self.give_back, at_start=True),
            Job("guests", Daily(1, 35), self.forget_guests, at_start=True),
            Job("plan-steps", Daily(15, 5), self.plan_steps, at_start=True),
            Job("plan-risk-reviews", Daily(15, 10), self.plan_risk_reviews, at_start=True),
            Job("evidence-files", Daily(1, 50), self.sweep_evidence, at_start=True),
            Job("queues", Pulse(TICK), self.tend_queues),
            Job("event-queues", Pulse(TICK), self.tend_event_queues),
            Job("announcements", Pulse(TICK), self.carry_on),
            Job("announcement-progress", Pulse(EVERY), self.watching.look),
            Job("announcement-files", Daily(2, 0), self.sweep_announcements, at_start=True),
            Job("questions", Every(5), self.carry_questions, at_start=True),
            Job("question-files", Daily(2, 10), self.sweep_questions, at_start=True),
            Job("seminars", Every(5), self.carry_seminars, at_start=True),
            Job("sign-ups", Every(60), self.end_sign_ups, at_start=True),
            Job("seminar-programme", Every(5), self.carry_programme, at_start=True),
            Job("seminar-border", Every(60), self.ask_at_border, at_start=True),
            Job("event-materials", Every(5), self.carry_materials, at_start=True),
            Job("seminar-files", Daily(2, 15), self.sweep_seminars, at_start=True),
            Job("lesson-codes", Daily(2, 20), self.forget_codes, at_start=True),
            Job("import-files", Daily(1, 40), self._forget_files, at_start=True),
            Job("pictures", Daily(1, 45), self.pictures.forget_old, at_start=True),
        ]

    async def _forget_files(self) -> None:
        """Tables that were uploaded and never confirmed; the disk's clock is the machine's."""
        await self.assembly.files.sweep((self.assembly.real.now() - UNCONFIRMED).timestamp())

    async def _measure(self) -> None:
        self.figures.behind(await self.measure(), self.assembly.clock.now())


async def work_of(
    assembly: Assembly, container: AsyncContainer, tick: Deliver, mailing: Deliver, figures: DeliveryFigures
) -> Work:
    """Gather the use cases."""
    return Work(
        tick=tick,
        mailing=mailing,
        measure=await container.get(MeasureBacklog),
        move_applications=await container.get(MoveApplications),
        purge=await container.get(PurgeLeft),
        end_slots=await container.get(EndUncarriedSlots),
        end_visits=await container.get(EndUncarriedVisits),
        end_leading=await container.get(EndUncarriedLeading),
        follow_visits=await container.get(FollowVisitRequests),
        end_bookings=await container.get(EndUninvitedBookings),
        ask_above=await container.get(AskAbove),
        give_back=await container.get(GiveBackUncarried),
        forget_guests=await container.get(ForgetGuests),
        blank=lambda: blank(assembly.database, assembly.real),
        figures=figures,
        plan_steps=await container.get(PlanSteps),
        plan_risk_reviews=await container.get(PlanRiskReviews),
        sweep_evidence=await container.get(SweepEvidence),
        carry_on=await container.get(CarryOnAnnouncements),
        tend_queues=await container.get(TendQueues),
        sweep_announcements=await container.get(SweepAnnouncementFiles),
        carry_questions=await container.get(CarryQuestions),
        sweep_questions=await container.get(SweepQuestions),
        carry_seminars=await container.get(CarrySeminars),
        carry_programme=await container.get(CarryProgramme),
        ask_at_border=await container.get(AskAtBorder),
        tend_event_queues=await container.get(TendEventQueues),
        end_sign_ups=await container.get(EndUninvitedSignUps),
        forget_codes=await container.get(ForgetCodes),
        carry_materials=await container.get(CarryMaterials),
        sweep_seminars=await container.get(SweepSeminarFiles),
        watching=await container.get(Watching),
        pictures=await container.get(PictureShelf),
        assembly=assembly,
    )
