"""Every kind of notice, with its feature's check and its view; a story adds its own by one line."""

from collections.abc import Mapping

from bot.use_cases import build
from handlers.announcements.notices import AnnouncementNotices
from handlers.consultations.calendar_notices import told_to_calendars
from handlers.consultations.link_notice import LinkNotices
from handlers.consultations.notices import ConsultationNotices
from handlers.consultations.on_behalf.notices import OnBehalfNotices
from handlers.consultations.reader_eyes import ReaderEyes
from handlers.consultations.reminders import ReminderNotices
from handlers.consultations.visitor_news import told_by_what_is_new
from handlers.consultations.visits.notices import VisitNotices
from handlers.consultations.waitlist.notices import QueueNotices
from handlers.digest.views import DigestView
from handlers.people.digest_rows import ApplicationRows
from handlers.people.notices import PeopleNotices
from handlers.questions.notices import QuestionNotices
from handlers.registration.notices import RegistrationNotices
from handlers.risk.notices import RiskNotices
from handlers.roadmap.digest_rows import ItemRows
from handlers.roadmap.item.notices import ReviewNotices
from handlers.schedule.absences.notices import AbsenceNotices
from handlers.schedule.attendance.notices import AttendanceNotices
from handlers.schedule.desk_days.letter_notices import LetterNotices
from handlers.seminars.certificates.notices import CertificateNotices
from handlers.seminars.events.notices import SeminarEventNotices
from handlers.seminars.materials.notices import MaterialNotices
from handlers.seminars.notices import SeminarNotices
from handlers.seminars.presence.notices import PresenceNotices
from handlers.seminars.programme.notices import SeminarProgrammeNotices
from handlers.seminars.rating.notices import RatingNotices
from handlers.seminars.requests.notices import SeminarRequestNotices
from handlers.seminars.signing.notices import SignUpNotices
from handlers.seminars.signing.queue_notices import EventQueueNotices
from handlers.texts import Texts
from shnor_domain.clock import Clock
from shnor_domain.notifications.kinds import Kinds


def kinds(texts: Texts, clock: Clock, fields: Mapping[str, object]) -> Kinds:
    """`fields` fill use cases by the names of their fields, as in `bot.container.make_container`."""
    read = {"texts": texts, "clock": clock, **fields}
    registration: RegistrationNotices = build(RegistrationNotices, read)
    consultations: ConsultationNotices = build(ConsultationNotices, read)
    reminders = ReminderNotices(consultations.read, build(ReaderEyes, read))
    behalf = OnBehalfNotices(consultations.read, build(ReaderEyes, read))
    queues = QueueNotices(consultations.read, build(ReaderEyes, read))
    links = LinkNotices(consultations.read, build(ReaderEyes, read))
    letters: LetterNotices = build(LetterNotices, {**read, "reader_eyes": build(ReaderEyes, read)})
    asked: AttendanceNotices = build(AttendanceNotices, {**read, "reader_eyes": reminders.reader_eyes})
    visits: VisitNotices = build(VisitNotices, {**read, "reader_eyes": reminders.reader_eyes})
    absences: AbsenceNotices = build(AbsenceNotices, {**read, "reader_eyes": build(ReaderEyes, read)})
    people: PeopleNotices = build(PeopleNotices, read)
    applications: ApplicationRows = build(ApplicationRows, {**read, "notices": people})
    of_booking = [
        *consultations.kinds(),
        *told_to_calendars(absences.kinds(), texts, letters.read),
        *behalf.kinds(),
    ]
    told = [
        *registration.kinds(),
        *people.kinds(),
        *told_by_what_is_new([*of_booking, *reminders.kinds()], absences.read, clock, texts),
        *queues.kinds(),
        *links.kinds(),
        *letters.kinds(),
    ]
    items: ItemRows = build(ItemRows, read)
    reviews: ReviewNotices = build(ReviewNotices, read)
    risk: RiskNotices = build(RiskNotices, read)
    announced: AnnouncementNotices = build(AnnouncementNotices, read)
    questions: QuestionNotices = build(QuestionNotices, read)
    seminars: SeminarNotices = build(SeminarNotices, read)
    requested: SeminarRequestNotices = build(SeminarRequestNotices, read)
    of_events: SeminarEventNotices = build(SeminarEventNotices, read)
    seats = SignUpNotices(of_events.read, build(ReaderEyes, read))
    of_queues = EventQueueNotices(of_events.read, build(ReaderEyes, read))
    certificates: CertificateNotices = build(CertificateNotices, read)
    of_lessons: PresenceNotices = build(PresenceNotices, {**read, "reader_eyes": reminders.reader_eyes})
    materials: MaterialNotices = build(MaterialNotices, read)
    rated: RatingNotices = build(RatingNotices, read)
    of_programme: SeminarProgrammeNotices = build(SeminarProgrammeNotices, read)
    return Kinds(
        [
            *told,
            *asked.kinds(),
            *visits.kinds(),
            *questions.kinds(),
            *applications.kinds(),
            *items.kinds(),
            *reviews.kinds(),
            *risk.kinds(),
            *announced.kinds(),
            *seminars.kinds(),
            *requested.kinds(),
            *of_events.kinds(),
            *of_lessons.kinds(),
            *certificates.kinds(),
            *materials.kinds(),
            *rated.kinds(),
            *of_programme.kinds(),
            *seats.kinds(),
            *of_queues.kinds(),
        ],
        DigestView(texts, clock),
    )
