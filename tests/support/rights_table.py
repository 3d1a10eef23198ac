"""Who may do what: one row a use case. A use case without a row fails its test; so does a row without a use case.

- `ANYBODY`: open to all, registered or not; tells nothing secret.
- `OWN`: every person with consent, and what it tells or changes is the actor's alone.
- `Guarded`: who is not named gets a refusal or nothing; what it gives a stranger of another place is her own.
- `PROCESS`: jobs, start and operator; no conversation holds it.
"""

from dataclasses import dataclass
from datetime import date

from shnor_domain.identity import Role
from shnor_domain.people.use_cases.apply import Asked
from shnor_domain.questions.model import Words
from shnor_domain.seminars.errors import AlreadySupported, CycleNotOver
from shnor_domain.seminars.materials.model import Given as GivenMaterial
from shnor_domain.seminars.presence.model import WhyNotHeld
from shnor_domain.seminars.requests.model import Route
from shnor_domain.seminars.signing.errors import AlreadySignedUp
from shnor_domain.territories.model import SchoolYear
from shnor_domain.territories.periods import Days, Half
from tests.support import seminar_nest
from tests.support.event_nest import LESSON, NEW_LESSON, seminar_event, seminar_lesson, seminar_terms
from tests.support.evidence_files import PDF
from tests.support.presence_nest import CODE, certificate, material
from tests.support.questions import CHEMISTRY as TOPIC
from tests.support.request_nest import asked, behind, cycle_of, sent
from tests.support.rights_announcements import ANNOUNCEMENTS
from tests.support.rights_consultations import ABSENCES, CONSULTATIONS, DESK, ON_BEHALF, VIDEOS, VISITS
from tests.support.rights_people import PEOPLE, TERRITORIES
from tests.support.rights_plans import BOARDS, EVIDENCE, NOTICES, PLANS
from tests.support.rights_programme import SEMINAR_PROGRAMME
from tests.support.rights_questions import QUESTIONS
from tests.support.rights_risk import COMPETENCE, RESULTS, RISK
from tests.support.rights_rows import COLLEAGUE, Arguments, Guarded, nothing
from tests.support.signing_nest import event_offer, event_place, seat
from tests.support.strangers import BIOLOGY, SEPTEMBER_28
from tests.support.village import whose


class Keys:
    """Port `Labels`: every word is its key."""

    def title(self) -> str:
        return "title"

    def name(self, key: str) -> str:
        return key

    def value(self, key: str, value: object) -> str:
        return str(value)

    def nothing(self) -> str:
        return "nothing"


@dataclass(frozen=True, slots=True)
class Own:
    """`call` as in `Guarded`; `writes` is run by those alone who are refused, for others it changes their own rows."""

    call: Arguments = nothing
    writes: bool = True


@dataclass(frozen=True, slots=True)
class Anybody:
    """`call` are all arguments; None where it takes the chat's word alone and writes."""

    call: Arguments | None = nothing


PROCESS = frozenset({
    "AskAbove", "GiveBackUncarried",
    "CheckKinds", "EndUncarriedLeading", "EndUncarriedSlots", "EndUncarriedVisits", "EndUninvitedBookings",
    "FollowVisitRequests", "ForgetGuests", "FreeLeases", "Invite", "ListNotices",
    "MeasureBacklog", "MoveApplications", "MoveChat", "NextWake", "PlanSteps", "PurgeLeft", "RequeueNotice",
    "SeatAdmins", "SweepEvidence", "CarryOnAnnouncements", "SweepAnnouncementFiles", "CarryQuestions",
    "SweepQuestions", "PlanRiskReviews", "AskAtBorder", "NextQueueLook", "TendQueues", "CarryMaterials",
    "SweepSeminarFiles",
    "CarryProgramme", "CarrySeminars", "ForgetCodes", "EndUninvitedSignUps", "NextEventLook", "TendEventQueues",
})  # fmt: skip

ANYBODY = {
    "ActorOf": Anybody(lambda nest: (nest.near["teacher"].chat + 10_000,)),
    "ComeBack": Anybody(None),
    "ConsentOf": Anybody(lambda nest: (999,)),
    "FindMunicipality": Anybody(lambda nest: ("Синицанский",)),
    "FindSchool": Anybody(lambda nest: ("1",)),
    "GiveConsent": Anybody(None),
    "HasCoordinator": Anybody(lambda nest: (nest.village.municipality.municipality,)),
    "ListRegions": Anybody(),
    "ListSubjects": Anybody(),
    "LookAtLink": Anybody(lambda nest: (nest.codes["link"],)),
    "MarkUnreachable": Anybody(None),
    "NameSubjects": Anybody(),
    "NameTerritories": Anybody(lambda nest: ([nest.village.school],)),
    "OpenProgramme": Anybody(lambda nest: (nest.village.region.region,)),
    "OpenSchedule": Anybody(lambda nest: (nest.village.region.region,)),
    "OpenSchools": Anybody(lambda nest: (nest.village.municipality.municipality,)),
    "RefuseConsent": Anybody(lambda nest: (999,)),
    "ShowCalendar": Anybody(lambda nest: (nest.village.municipality.municipality,)),
}

OWN = {
    "StoppedByLeave": Own(writes=False),
    "AbsenceAsks": Own(writes=False),
    "MeetingsDuring": Own(lambda nest: (SEPTEMBER_28.date(), SEPTEMBER_28.date()), writes=False),
    "SlotsElsewhere": Own(lambda nest: ("Europe/Moscow",), writes=False),
    "AskQuestion": Own(lambda nest: (TOPIC, Words("Посторонняя"))),
    "KeepQuestionFile": Own(lambda nest: (PDF, "a.pdf")),
    "MyQuestions": Own(writes=False),
    "TopicsToAsk": Own(writes=False),
    "MyCertificates": Own(writes=False),
    "MyTraining": Own(writes=False),
    "UnmarkedLessons": Own(writes=False),
    "MyTopicWishes": Own(lambda nest: (seminar_nest.cycle(nest),), writes=False),
    "WhoSees": Own(lambda nest: (TOPIC,), writes=False),
    "Apply": Own(lambda nest: (Asked(Role.TEACHER, nest.village.school, "Посторонняя"),)),
    "AskForConsultation": Own(lambda nest: (BIOLOGY, None)),
    "DeleteMe": Own(),
    "EndLeave": Own(),
    "ExportMyData": Own(lambda nest: (Keys(),), writes=False),
    "MyApplications": Own(writes=False),
    "MyPlaces": Own(writes=False),
    "MyThings": Own(writes=False),
    "NoteActivity": Own(),
    "OpenLinks": Own(writes=False),
    "PastBookings": Own(lambda nest: (0,), writes=False),
    "Rename": Own(lambda nest: ("Посторонняя",)),
    "SetLeave": Own(lambda nest: (date(2026, 9, 30),)),
    "SetPreferences": Own(),
    "SetZone": Own(lambda nest: ("Asia/Yakutsk",)),
    "ShowMyData": Own(writes=False),
    "OwnPreferences": Own(writes=False),
    "ShowSettings": Own(writes=False),
    "UseRelink": Own(lambda nest: ("no-such-code",)),
    "UseRoleLink": Own(lambda nest: ("no-such-code", "Посторонняя")),
    "WithdrawConsent": Own(),
}

SEMINARS = {
    "OpenCatalogue": Guarded("teacher", quiet=True),
    "ShowPeriods": Guarded("region", lambda nest: (nest.village.region.region,)),
    "SetPeriods": Guarded("region", lambda nest: (
        nest.village.region.region, SchoolYear(2026), Half.SPRING, Days(date(2027, 1, 11), date(2027, 5, 31)),
    )),
    "ShowCycle": Guarded("region", lambda nest: (seminar_nest.half(nest),)),
    "SetCycle": Guarded("region", lambda nest: (seminar_nest.half(nest), seminar_nest.SPRING, 1)),
    "AddCatalogueTopic": Guarded("region", lambda nest: (
        seminar_nest.cycle(nest, "coming cycle"), seminar_nest.offer("Посторонняя тема"),
    )),
    "ChangeCatalogueTopic": Guarded("region", lambda nest: (
        seminar_nest.topic(nest), seminar_nest.offer("Посторонняя тема"),
    )),
    "DropCatalogueTopic": Guarded("region", lambda nest: (seminar_nest.topic(nest),)),
    "PreviewCatalogue": Guarded("region", lambda nest: (seminar_nest.cycle(nest, "coming cycle"),)),
    "AnnounceCatalogue": Guarded("region", lambda nest: (seminar_nest.cycle(nest, "coming cycle"), 1)),
    "WishTopic": Guarded("teacher", lambda nest: (
        seminar_nest.cycle(nest), nest.school(), seminar_nest.topic(nest, "topic"),
    ), also=COLLEAGUE),
    "WithdrawTopicWish": Guarded("teacher", lambda nest: (seminar_nest.wish(nest),)),
    "WishesOfSchool": Guarded("lead", lambda nest: (seminar_nest.cycle(nest), nest.school())),
}  # fmt: skip

_LEADS = frozenset({"lead of another municipality"})
"""Topics of a region are offered to all its leads, with numbers of schools alone (I6)."""

_OTHERS = frozenset({"coordinator of another municipality"})

SEMINAR_REQUESTS = {
    "AnswerBorder": Guarded("lead", lambda nest: (behind(nest, "over"), True)),
    "ChangeSupport": Guarded("lead", lambda nest: (behind(nest, "open"), 7)),
    "CloseCycle": Guarded("region", lambda nest: (cycle_of(nest, 2025),), unless=CycleNotOver),
    "MergeRequests": Guarded("region", lambda nest: (asked(nest, "open"), [asked(nest, "other")])),
    "OneBorder": Guarded("lead", lambda nest: (behind(nest, "over"),)),
    "OneRequest": Guarded("lead", lambda nest: (asked(nest, "open"),), also=_LEADS),
    "ReopenRequest": Guarded("region", lambda nest: (asked(nest, "aside"),)),
    "RequestsOfCycle": Guarded("region", lambda nest: (cycle_of(nest),)),
    "RouteRequest": Guarded("region", lambda nest: (asked(nest, "open"), Route.EXTRA)),
    "SchoolRequests": Guarded("lead", quiet=True),
    "SeminarChoices": Guarded("lead", lambda nest: (cycle_of(nest),), also=_LEADS),
    "SendSeminarRequest": Guarded("lead", sent),
    "SetRequestAside": Guarded("region", lambda nest: (asked(nest, "open"), "too_few")),
    "SimilarRequests": Guarded("lead", lambda nest: (cycle_of(nest), "тема open"), also=_LEADS),
    "SplitOff": Guarded("region", lambda nest: (asked(nest, "open"), asked(nest, "merged"))),
    "SupportRequest": Guarded("lead", lambda nest: (asked(nest, "open"), nest.school(), 5), unless=AlreadySupported),
    "WatchSeminars": Guarded("coordinator", lambda nest: (cycle_of(nest),), quiet=True, also=_OTHERS),
    "WhoHasNotAnswered": Guarded("coordinator", lambda nest: (cycle_of(nest, 2025),), quiet=True, also=_OTHERS),
    "WithdrawSupport": Guarded("lead", lambda nest: (behind(nest, "open"),)),
}

SEMINAR_EVENTS = {
    "AddEvent": Guarded("region", lambda nest: (cycle_of(nest), seminar_terms("Новое"), [], [asked(nest, "open")])),
    "AddLesson": Guarded("region", lambda nest: (seminar_event(nest), NEW_LESSON)),
    "AnswerRequest": Guarded("region", lambda nest: (seminar_event(nest), asked(nest, "open"))),
    "CancelEvent": Guarded("host", lambda nest: (seminar_event(nest, "open"),)),
    "CancelLesson": Guarded("host", lambda nest: (seminar_lesson(nest, "open"),)),
    "ChangeEvent": Guarded("region", lambda nest: (seminar_event(nest), 1, seminar_terms("Другое"))),
    "DropEvent": Guarded("region", lambda nest: (seminar_event(nest),)),
    "DropLesson": Guarded("region", lambda nest: (seminar_event(nest), seminar_lesson(nest))),
    "EventDesk": Guarded("host", lambda nest: (seminar_event(nest, "open"),)),
    "HostLessons": Guarded("host", quiet=True),
    "HostsForEvent": Guarded("region", lambda nest: (cycle_of(nest),)),
    "MoveLesson": Guarded("host", lambda nest: (seminar_lesson(nest, "open"), LESSON, NEW_LESSON)),
    "PrepareEvent": Guarded("region", lambda nest: (cycle_of(nest), asked(nest, "open"))),
    "PreviewMoveLesson": Guarded("host", lambda nest: (seminar_lesson(nest, "open"), NEW_LESSON)),
    "ProposeProgramme": Guarded("region", lambda nest: (cycle_of(nest),)),
    "SetLessonLink": Guarded("host", lambda nest: (seminar_lesson(nest, "open"), "https://meet.example/new")),
}

SEMINAR_PRESENCE = {
    "AddMaterial": Guarded(
        "host",
        lambda nest: (
            seminar_event(nest, "over"),
            GivenMaterial("Посторонняя", link="https://example.org/a"),
        ),
    ),
    "LookAtRating": Guarded("teacher", lambda nest: (seminar_event(nest, "over"),)),
    "MaterialFile": Guarded("teacher", lambda nest: (material(nest),)),
    "MaterialsOf": Guarded("teacher", lambda nest: (seminar_event(nest, "over"),), quiet=True),
    "MayRate": Guarded("teacher", lambda nest: (seminar_event(nest, "over"),), quiet=True),
    "RateEvent": Guarded("teacher", lambda nest: (seminar_event(nest, "over"), 5)),
    "RatingOfEvent": Guarded("host", lambda nest: (seminar_event(nest, "over"),)),
    "RemoveMaterial": Guarded("host", lambda nest: (material(nest),)),
    "ShowMaterials": Guarded("teacher", lambda nest: (seminar_event(nest, "over"),)),
    "WriteRating": Guarded("teacher", lambda nest: (seminar_event(nest, "over"), "Посторонняя")),
    "AttendanceTable": Guarded("host", lambda nest: (seminar_event(nest, "over"),)),
    "BegunLessons": Guarded("host", lambda nest: (seminar_event(nest, "now"),)),
    "CheckIn": Guarded("teacher", lambda nest: (seminar_lesson(nest, "now"), CODE)),
    "LessonsNow": Guarded("teacher", lambda nest: (seminar_event(nest, "now"),), quiet=True),
    "MarkLesson": Guarded("host", lambda nest: (seminar_lesson(nest, "now"), None)),
    "MarkLessonNotHeld": Guarded("host", lambda nest: (seminar_lesson(nest, "now"), WhyNotHeld.CONNECTION)),
    "MayTake": Guarded("teacher", lambda nest: (seminar_event(nest, "over"),), quiet=True),
    "MyCertificate": Guarded("teacher", lambda nest: (certificate(nest),)),
    "MyLesson": Guarded("teacher", lambda nest: (seminar_lesson(nest, "over"),)),
    "OneLesson": Guarded("host", lambda nest: (seminar_lesson(nest, "over"),)),
    "PrepareCertificate": Guarded("teacher", lambda nest: (seminar_event(nest, "over"),)),
    "ShowCode": Guarded("host", lambda nest: (seminar_lesson(nest, "now"),)),
    "TrainingNumbers": Guarded("coordinator", lambda nest: (cycle_of(nest),), quiet=True, also=_OTHERS),
    "TrainingOfSchool": Guarded("lead", lambda nest: (nest.school(), cycle_of(nest))),
    "WatchPresence": Guarded("coordinator", lambda nest: (cycle_of(nest),), quiet=True, also=_OTHERS),
    "TakeCertificate": Guarded("teacher", lambda nest: (seminar_event(nest, "over"), "Посторонняя")),
}

SEMINAR_SIGNING = {
    "CancelSignUp": Guarded("lead", lambda nest: (seat(nest),)),
    "ChangeKept": Guarded("lead", lambda nest: (seat(nest, "kept"), 2, 3)),
    "DeclineEventOffer": Guarded("teacher", lambda nest: (event_offer(nest),)),
    "JoinEventQueue": Guarded("lead", lambda nest: (seminar_event(nest, "full"),), also=COLLEAGUE),
    "KeepSeats": Guarded("lead", lambda nest: (seminar_event(nest, "near"), nest.school(), 1), unless=AlreadySignedUp),
    "LeaveEventQueue": Guarded("teacher", lambda nest: (event_place(nest),)),
    "MyEventWait": Guarded("teacher", lambda nest: (event_place(nest),)),
    "MyEvents": Guarded("lead", quiet=True),
    "NextLesson": Guarded("lead", quiet=True),
    "MySignUp": Guarded("teacher", lambda nest: (seminar_event(nest, "near"),), also=COLLEAGUE),
    "OneSignUp": Guarded("lead", lambda nest: (seat(nest),)),
    "SchoolsToSignUp": Guarded("coordinator", lambda nest: (seminar_event(nest, "near"),)),
    "SignUpForEvent": Guarded("teacher", lambda nest: (seminar_event(nest, "near"),), also=COLLEAGUE),
    "SignUpTeacher": Guarded("lead", lambda nest: (
        seminar_event(nest, "near"), whose(nest.near["teacher"]), nest.school(),
    )),
    "TakeEventOffer": Guarded("teacher", lambda nest: (event_offer(nest),)),
    "TeachersToSignUp": Guarded("lead", lambda nest: (seminar_event(nest, "near"), nest.school())),
}  # fmt: skip

GUARDED = (
    ANNOUNCEMENTS
    | BOARDS
    | COMPETENCE
    | CONSULTATIONS
    | DESK
    | EVIDENCE
    | NOTICES
    | ABSENCES
    | ON_BEHALF
    | PEOPLE
    | PLANS
    | QUESTIONS
    | RESULTS
    | RISK
    | SEMINARS
    | SEMINAR_EVENTS
    | SEMINAR_PROGRAMME
    | SEMINAR_PRESENCE
    | SEMINAR_REQUESTS
    | SEMINAR_SIGNING
    | TERRITORIES
    | VIDEOS
    | VISITS
)

IMPORTS = frozenset({
    "ConfirmImport", "ConfirmPlan", "DropImport", "DropPlan", "ImportsFor", "ReadImport", "ReadPlan", "ShowImport",
    "ShowPlan",
})  # fmt: skip
"""Have tests of their own, kind by kind: see `KINDS`, and tests/storage/roadmap/test_bringing.py for plans."""

KINDS = {
    "municipalities": "region,municipality,iana_tz\nРеспублика,Ближний,Asia/Yakutsk\n",
    "schools": "municipality,school\nСиницанский,СОШ № 1 «Синица»\n",
    "people": "role,municipality,school\nучитель,Синицанский,СОШ № 1 «Синица»\n",
    "competence": "municipality,subject,a,b,c,d\nСиницанский,Химия,3,4,7,2\n",
    "results": (
        "municipality,school,year,procedure,participants,below\n"
        "Синицанский,СОШ № 1 «Синица»,2025/26,ВПР математика 5,20,5\n"
    ),
    "clusters": "municipality,school,year,cluster,source\nСиницанский,СОШ № 1 «Синица»,2025/26,базово,список\n",
    "risk-profiles": (
        "municipality,school,factor,day,source\nСиницанский,СОШ № 1 «Синица»,nest-pending,2026-09-14,ФИС ОКО\n"
    ),
    "consultation-days": "region,subject,weekday\nРеспублика,Химия,среда\n",
}
"""A table of each kind about the place of others."""
