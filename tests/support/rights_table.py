"""Who may do what: one row a use case. A use case without a row fails its test; so does a row without a use case.

- `ANYBODY`: open to all, registered or not; tells nothing secret.
- `OWN`: every person with consent, and what it tells or changes is the actor's alone.
- `Guarded`: who is not named gets a refusal or nothing; what it gives a stranger of another place is her own.
- `PROCESS`: jobs, start and operator; no conversation holds it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from shnor_domain.announcements.audience import AnnouncementId, Audience
from shnor_domain.announcements.content import Content
from shnor_domain.announcements.model import Draft
from shnor_domain.competence.model import Counts
from shnor_domain.consultations.absences.errors import MeetingPassedOn
from shnor_domain.consultations.absences.model import SubstitutionId
from shnor_domain.consultations.attendance.model import NotHeld, Said
from shnor_domain.consultations.changing import Changes
from shnor_domain.consultations.model import BookingId, DraftId, ExtraWindow, SessionKey, SlotId
from shnor_domain.consultations.statistics.periods import PeriodKind
from shnor_domain.consultations.visits.model import Report
from shnor_domain.errors import DomainError
from shnor_domain.identity import Role, SchoolId
from shnor_domain.notifications.model import NoticeId
from shnor_domain.people.model.applications import ApplicationId
from shnor_domain.people.model.links import LinkId
from shnor_domain.people.model.pairs import PairKind
from shnor_domain.people.use_cases.apply import Asked
from shnor_domain.people.use_cases.appoint import Wanted
from shnor_domain.people.use_cases.roles import Given
from shnor_domain.questions.model import FileId, QuestionId, Words
from shnor_domain.questions.use_cases.parting import AfterMeeting
from shnor_domain.results.clusters import Cluster
from shnor_domain.results.entering import Entry
from shnor_domain.results.procedures import ProcedureCode
from shnor_domain.results.thresholds import Combine, ThresholdId, ThresholdProfile
from shnor_domain.risk.factors import FactorCode, Significance
from shnor_domain.risk.model import CaseId, Decision
from shnor_domain.risk.model import ProfileId as RiskProfileId
from shnor_domain.risk.programmes import Part, ProgrammeId
from shnor_domain.risk.programmes import RemarkId as ProgrammeRemarkId
from shnor_domain.risk.use_cases.profiles import Entered
from shnor_domain.roadmap.evidence import EvidenceId, EvidenceKind, RemarkId
from shnor_domain.roadmap.ladder import Rung
from shnor_domain.roadmap.model import Delay, ItemId, PlanId, Programme, ShiftId
from shnor_domain.roadmap.periods.model import Period
from shnor_domain.roadmap.sending import Sent
from shnor_domain.roadmap.use_cases.shifting import Wanted as ShiftWanted
from shnor_domain.seats.model import OfferId, WaitingId
from shnor_domain.seminars.errors import AlreadySupported, CycleNotOver
from shnor_domain.seminars.presence.model import WhyNotHeld
from shnor_domain.seminars.requests.model import Route
from shnor_domain.seminars.signing.errors import AlreadySignedUp
from shnor_domain.territories.model import SchoolStatus, SchoolYear, Status
from shnor_domain.territories.periods import Days, Half
from tests.support import seminar_nest
from tests.support.announced import as_coordinator
from tests.support.attended_nest import past_key
from tests.support.consultations import terms
from tests.support.event_nest import LESSON, NEW_LESSON, seminar_event, seminar_lesson, seminar_terms
from tests.support.evidence_files import PDF
from tests.support.presence_nest import CODE, certificate
from tests.support.questions import CHEMISTRY as TOPIC
from tests.support.request_nest import asked, behind, cycle_of, sent
from tests.support.signing_nest import event_offer, event_place, seat
from tests.support.strangers import BIOLOGY, PUBLIC, SECRET, SEPTEMBER_28, Nest, pair, place
from tests.support.village import CHEMISTRY, ORDER, whose
from tests.support.visit_nest import OCTOBER_1, appointed, shown, video, visit, wish_of


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


Arguments = Callable[[Nest], tuple[Any, ...]]


def nothing(nest: Nest) -> tuple[Any, ...]:
    """No arguments beside the actor."""
    return ()


@dataclass(frozen=True, slots=True)
class Guarded:
    """`may` names the one of the place for whom this very call works; `call` gives the arguments after the actor.

    `quiet`: a stranger is not refused, she gets what is hers or nothing. `also` are strangers who may, by design.
    `unless` is what stops who may, for a reason that lies in the nest and not in a right.
    """

    may: str
    call: Arguments = nothing
    quiet: bool = False
    also: frozenset[str] = frozenset()
    unless: type[DomainError] | None = None


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
    "SweepQuestions", "PlanRiskReviews", "AskAtBorder", "NextQueueLook", "TendQueues",
    "CarrySeminars", "ForgetCodes", "EndUninvitedSignUps", "NextEventLook", "TendEventQueues",
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

COLLEAGUE = frozenset({"teacher of the same school"})
OTHER_REGION = frozenset({"coordinator of another region"})
NEIGHBOURS = frozenset({"curator of another municipality"})


def _school_two(nest: Nest) -> tuple[Any, ...]:
    return (nest.school("second_school"),)


def _slot(*more: Any) -> Arguments:
    return lambda nest: (SlotId(nest.ids["slot"]), *more)


def _key(nest: Nest) -> tuple[Any, ...]:
    return (nest.key,)


def _booking(*more: Any) -> Arguments:
    return lambda nest: (BookingId(nest.ids["booking"]), *more)


def _waiting(nest: Nest) -> tuple[Any, ...]:
    return (WaitingId(nest.ids["waiting"]),)


def _offered(nest: Nest) -> tuple[Any, ...]:
    return (OfferId(nest.ids["offer"]),)


def _full(nest: Nest) -> tuple[Any, ...]:
    return (SessionKey(SlotId(nest.ids["full slot"]), SEPTEMBER_28 + timedelta(days=2)), None)


def _application(*more: Any) -> Arguments:
    return lambda nest: (ApplicationId(nest.ids["application"]), *more)


def _corrected(nest: Nest) -> tuple[Any, ...]:
    return (ApplicationId(nest.ids["application"]), Asked(Role.TEACHER, nest.village.second_school, "Ждущая"))


def _arrival(nest: Nest) -> tuple[Any, ...]:
    return (place(nest, "arrival"),)


def _municipality(*more: Any) -> Arguments:
    return lambda nest: (nest.village.municipality.municipality, *more)


def _region(body: str | None = None, person: str = "") -> Arguments:
    def given(nest: Nest) -> tuple[Any, ...]:
        region = nest.village.region.region
        return (region,) if body is None else (region, body, whose(nest.near[person]))

    return given


def _pair_wanted(nest: Nest) -> tuple[Any, ...]:
    return (
        Wanted(PairKind.SCHOOL, whose(nest.near["curator"]), nest.school("second_school"), ORDER.number, ORDER.dated),
    )


def _deputy(nest: Nest) -> tuple[Any, ...]:
    until = date(2026, 9, 30)
    of = place(nest, "coordinator's place")
    return (of, whose(nest.near["lead"]), ORDER.number, ORDER.dated, date(2026, 9, 16), until)


def _for_another(*more: Any) -> Arguments:
    return lambda nest: (whose(nest.near["curator"]), *more)


def _book_for(nest: Nest) -> tuple[Any, ...]:
    return (whose(nest.near["curator"]), nest.key, None)


def _enrol(nest: Nest) -> tuple[Any, ...]:
    return (nest.school(), SessionKey(SlotId(nest.ids["pupils"]), SEPTEMBER_28 + timedelta(days=8)), 5)


def _away(*more: Any) -> Arguments:
    return lambda nest: (whose(nest.near["host"]), SEPTEMBER_28.date(), SEPTEMBER_28.date(), *more)


def _ask(*more: Any) -> Arguments:
    return lambda nest: (SubstitutionId(nest.ids["ask"]), *more)


def _led(nest: Nest) -> tuple[Any, ...]:
    return (SessionKey(SlotId(nest.ids["led_slot"]), datetime.fromtimestamp(nest.ids["led_minute"] * 60, UTC)),)


def _move(nest: Nest) -> tuple[Any, ...]:
    return (nest.key, date(2026, 9, 29), time(16))


ABSENCES = {
    "AnswerAsk": Guarded("curator", _ask(True)),
    "CallOffUncovered": Guarded("host", _ask()),
    "CannotLead": Guarded("curator", _led),
    "ChooseAnother": Guarded("host", lambda nest: (SubstitutionId(nest.ids["ask"]), whose(nest.near["curator"]))),
    "CountMeetingsThen": Guarded(
        "coordinator", lambda nest: (nest.village.municipality, SEPTEMBER_28.date()), quiet=False
    ),
    "HintWeekdays": Guarded("host", lambda nest: (CHEMISTRY,), quiet=True, also=NEIGHBOURS),
    "DeclareAbsence": Guarded("host", _away({})),
    "LetSlotsFollow": Guarded("host", lambda nest: ("Europe/Moscow",), unless=MeetingPassedOn),
    "LookAtAsk": Guarded("host", _ask()),
    "MoveMeeting": Guarded("host", _move),
    "OneAsk": Guarded("curator", _ask()),
    "PlanAbsence": Guarded("host", _away()),
    "PreviewMove": Guarded("host", _move),
    "TakeAskBack": Guarded("host", _ask()),
}

ON_BEHALF = {
    "BookForAnother": Guarded("lead", _book_for),
    "ChangeNumber": Guarded("lead", lambda nest: (BookingId(nest.ids["number"]), 9)),
    "ConfirmBooking": Guarded("teacher", _booking()),
    "EnrolNumber": Guarded("lead", _enrol),
    "MeetingsForSchools": Guarded("lead", quiet=True),
    "OneColleague": Guarded("lead", _for_another()),
    "SlotsForAnother": Guarded("lead", _for_another(CHEMISTRY)),
    "SubjectsForAnother": Guarded("lead", _for_another()),
    "TeachersToBookFor": Guarded("lead", quiet=True),
    "TimesForAnother": Guarded("lead", lambda nest: (whose(nest.near["curator"]), CHEMISTRY, whose(nest.near["host"]))),
}

_SEPTEMBER = (PeriodKind.MONTH, date(2026, 9, 15))


def _past(nest: Nest) -> tuple[Any, ...]:
    return (past_key(nest),)


def _past_booking(*more: Any) -> Arguments:
    return lambda nest: (BookingId(nest.ids["past booking"]), *more)


CONSULTATIONS = {
    "AddWindow": Guarded("host", _slot(ExtraWindow(date(2026, 9, 23), time(9), 30))),
    "Affected": Guarded("host", _slot(None)),
    "BookConsultation": Guarded("teacher of the same school", lambda nest: (nest.key, None), also=COLLEAGUE),
    "CancelBooking": Guarded("teacher", _booking(None)),
    "CancelSession": Guarded("host", _key),
    "JoinQueue": Guarded("who waits", _full, also=COLLEAGUE),
    "MyWait": Guarded("who waits", _waiting),
    "LeaveQueue": Guarded("who waits", _waiting),
    "TakeOfferedSeat": Guarded("who waits", _offered),
    "DeclineOffer": Guarded("who waits", _offered),
    "ChangeSlot": Guarded("host", _slot(Changes(horizon=14, notice=60))),
    "CloseDay": Guarded("host", _slot(SEPTEMBER_28.date())),
    "EndSlot": Guarded("host", _slot()),
    "HostDesk": Guarded("host", quiet=True),
    "HostingChoices": Guarded("host", quiet=True),
    "MoveBooking": Guarded("teacher", _booking(SessionKey(SlotId(1), SEPTEMBER_28 + timedelta(days=7)))),
    "MyBooking": Guarded("teacher", _booking()),
    "OfferedSlots": Guarded("teacher", lambda nest: (CHEMISTRY,), quiet=True, also=COLLEAGUE),
    "OfferedSubjects": Guarded("teacher", quiet=True, also=COLLEAGUE),
    "OfferedTimes": Guarded("teacher", lambda nest: (CHEMISTRY, whose(nest.near["host"])), quiet=True, also=COLLEAGUE),
    "OneMeeting": Guarded("host", _key),
    "OneSlot": Guarded("host", _slot()),
    "OpenDay": Guarded("host", _slot(SEPTEMBER_28.date())),
    "OpenDrafts": Guarded("host", quiet=True, also=NEIGHBOURS),
    "PassDraftOn": Guarded("host", lambda nest: (DraftId(nest.ids["draft"]),), also=NEIGHBOURS),
    "PublishSlot": Guarded("host", lambda nest: (terms(open_to=nest.village.municipality),)),
    "RoomForChange": Guarded("host", _slot()),
    "SendMeetingLink": Guarded("host", lambda nest: (nest.key, "https://meet.example.org/one")),
    "SendLink": Guarded("host", _slot("https://meet.example.org/new")),
    "SlotsInScope": Guarded("coordinator", quiet=True),
    "OneAttendance": Guarded("host", _past),
    "MarkAttendance": Guarded("host", lambda nest: (past_key(nest), None)),
    "MarkNotHeld": Guarded("host", lambda nest: (past_key(nest), NotHeld.CONNECTION)),
    "UnmarkedMeetings": Guarded("host", quiet=True),
    "LookBack": Guarded("teacher", _past_booking()),
    "SayHowItWas": Guarded("teacher", _past_booking(Said.COULD_NOT)),
    "GiveFeedback": Guarded("teacher", _past_booking(5)),
    "WriteFeedback": Guarded("teacher", _past_booking("спасибо")),
    "FeedbackOnHost": Guarded("coordinator", lambda nest: (whose(nest.near["host"]),)),
    "HoursOfHosts": Guarded("coordinator", lambda nest: _SEPTEMBER, quiet=True),
    "HoursOfHost": Guarded("coordinator", lambda nest: (*_SEPTEMBER, whose(nest.near["host"]))),
    "ShowStatistics": Guarded("coordinator", lambda nest: (nest.village.municipality, *_SEPTEMBER)),
    "StatisticsPlaces": Guarded("coordinator", quiet=True),
    "StatisticsRows": Guarded("coordinator", lambda nest: (nest.village.municipality, *_SEPTEMBER)),
    "WithdrawRequest": Guarded("teacher", lambda nest: (BIOLOGY,)),
}

DESK = {
    "AskedSubjects": Guarded("curator", quiet=True),
    "CountWishes": Guarded("coordinator", quiet=True),
    "AskedInCalendar": Guarded("host", _ask(), quiet=True),
    "MeetingInCalendar": Guarded("host", _key, quiet=True),
    "InCalendar": Guarded("teacher", _booking(), quiet=True),
    "RoomForLetter": Guarded("host", _key),
    "ShowTerritoryWeek": Guarded("coordinator", quiet=True),
    "ShowWeek": Guarded("host", quiet=True),
    "QueueForAnother": Guarded("lead", lambda nest: (_book_for(nest)[0], *_full(nest))),
    "TimesToMove": Guarded("teacher", _booking()),
    "TakeBooking": Guarded("teacher", _booking()),
    "TakeAsked": Guarded("host", _ask()),
    "TakeMeeting": Guarded("host", _key),
    "WeekInCalendar": Guarded("host", quiet=True),
    "TakeWeek": Guarded("host", quiet=True),
    "WriteToBooked": Guarded("host", lambda nest: (nest.key, "Возьмите тетради")),
}

VIDEOS = {
    "AddVideo": Guarded("host", lambda nest: (nest.village.municipality, shown("ОГЭ"))),
    "ChangeVideo": Guarded("host", lambda nest: (video(nest), shown("ОГЭ"))),
    "FindVideos": Guarded("teacher", lambda nest: (CHEMISTRY, "", 0), quiet=True, also=COLLEAGUE),
    "OneVideo": Guarded("teacher", lambda nest: (video(nest),), also=COLLEAGUE),
    "RemoveVideo": Guarded("host", lambda nest: (video(nest),)),
    "VideoChoices": Guarded("host", quiet=True),
    "VideoSubjects": Guarded("teacher", quiet=True, also=COLLEAGUE),
}

VISITS = {
    "ApproveVisit": Guarded("coordinator", lambda nest: (visit(nest, "asked"), 1, appointed(nest))),
    "AskVisit": Guarded("lead", lambda nest: (nest.school(), wish_of("ОГЭ"))),
    "AskVisitAgain": Guarded("lead", lambda nest: (visit(nest, "asked"), wish_of("ОГЭ"))),
    "CancelVisit": Guarded("host", lambda nest: (visit(nest, "planned"), None)),
    "CloseVisit": Guarded("lead", lambda nest: (visit(nest, "orphaned"), Report(True, 5, "Разобрали задание"))),
    "ConfirmVisit": Guarded("lead", lambda nest: (visit(nest, "reported"),)),
    "CountWaitingVisits": Guarded("coordinator", quiet=True),
    "DeclineVisit": Guarded("coordinator", lambda nest: (visit(nest, "asked"), 1, "нет дороги")),
    "HostVisits": Guarded("host", quiet=True),
    "IsDayOff": Guarded("lead", lambda nest: (visit(nest, "planned"), OCTOBER_1.date())),
    "MayCloseVisit": Guarded("lead", lambda nest: (visit(nest, "over"),)),
    "MoveVisit": Guarded("host", lambda nest: (visit(nest, "planned"), OCTOBER_1 + timedelta(days=1))),
    "OneVisit": Guarded("lead", lambda nest: (visit(nest, "asked"),)),
    "ReportVisit": Guarded("host", lambda nest: (visit(nest, "over"), Report(True, 5, "Разобрали задание"))),
    "SchoolVisits": Guarded("lead", quiet=True),
    "VisitChoices": Guarded("lead", quiet=True),
    "WaitingVisits": Guarded("coordinator", quiet=True),
    "WhoMayCome": Guarded("lead", lambda nest: (nest.school(), (CHEMISTRY,))),
    "WithdrawVisit": Guarded("lead", lambda nest: (visit(nest, "asked"),)),
}

PEOPLE = {
    "AppointDeputy": Guarded("region", _deputy),
    "AppointPair": Guarded("coordinator", _pair_wanted),
    "Approve": Guarded("lead", _application()),
    "ChangeSchool": Guarded(
        "teacher",
        lambda nest: (place(nest, "teacher's place"), date(2026, 9, 30), nest.village.second_school, frozenset()),
    ),
    "ConfirmRoleLink": Guarded("lead", _arrival),
    "CorrectApplication": Guarded("applicant", _corrected),
    "CuratorsOfOwnKind": Guarded("coordinator", quiet=True),
    "Decline": Guarded("lead", _application("не из нашей школы")),
    "EndPair": Guarded("coordinator", lambda nest: (pair(nest),)),
    "GiveRole": Guarded(
        "coordinator",
        lambda nest: (whose(nest.near["teacher"]), Given(Role.TEACHER, nest.village.second_school)),
    ),
    "LeavePlace": Guarded("teacher", lambda nest: (place(nest, "teacher's place"),)),
    "MakeRelink": Guarded("coordinator", lambda nest: (whose(nest.near["teacher"]),)),
    "MakeRoleLink": Guarded("lead", lambda nest: (Role.TEACHER, nest.village.school)),
    "MakeSchoolLink": Guarded("lead", lambda nest: (nest.village.school, 5, 10)),
    "MyInvitations": Guarded("lead", quiet=True),
    "NamesOf": Guarded("lead", lambda nest: ([whose(each) for each in nest.near.values()],), quiet=True),
    "OneApplication": Guarded("lead", _application()),
    "OneArrival": Guarded("lead", _arrival),
    "PairsOfSchool": Guarded("lead", lambda nest: (nest.school(),)),
    "PeopleList": Guarded("lead", quiet=True),
    "PeopleOfSchools": Guarded("lead", lambda nest: ([nest.school()],), quiet=True),
    "PersonCard": Guarded("lead", lambda nest: (whose(nest.near["teacher"]),)),
    "RevokeLink": Guarded("lead", lambda nest: (LinkId(nest.ids["link"]),)),
    "RevokeRoleLink": Guarded("lead", _arrival),
    "StaffOfSchool": Guarded("lead", lambda nest: (nest.school(),)),
    "StandIns": Guarded("lead", quiet=True),
    "TakeRole": Guarded("lead", lambda nest: (place(nest, "teacher's place"),)),
    "WaitingApplications": Guarded("lead", quiet=True),
    "Withdraw": Guarded("applicant", _application()),
    "WithoutCoordinator": Guarded("region", quiet=True),
    "WithoutCurator": Guarded("coordinator", quiet=True),
}

TERRITORIES = {
    "AddAlias": Guarded("coordinator", _municipality("Синичий край")),
    "AddSchool": Guarded("coordinator", _municipality("СОШ № 44")),
    "AddSchoolSpelling": Guarded("coordinator", lambda nest: (nest.school(), "Первая школа")),
    "AddSubject": Guarded("region", lambda nest: ("Астрономия",), also=OTHER_REGION),
    "CalendarGaps": Guarded("region", quiet=True),
    "CloseSchool": Guarded("coordinator", _school_two),
    "ClosedSchools": Guarded("coordinator", quiet=True),
    "DropAlias": Guarded("coordinator", _municipality(f"{PUBLIC} край")),
    "DropSchoolSpelling": Guarded("coordinator", lambda nest: (nest.school(), f"{PUBLIC} школа")),
    "FindMySchools": Guarded("coordinator", lambda nest: ("1",), quiet=True),
    "ListSchools": Guarded("coordinator", quiet=True),
    "MyMunicipalities": Guarded("coordinator", quiet=True),
    "MyRegions": Guarded("region", quiet=True),
    "MySchools": Guarded("coordinator", quiet=True),
    "LoadFederalYear": Guarded("admin", lambda nest: (2027,)),
    "OfferSubject": Guarded("region", lambda nest: (BIOLOGY, False), also=OTHER_REGION),
    "PreviewFederalYear": Guarded("admin", lambda nest: (2027,)),
    "CallOffDay": Guarded(
        "coordinator", lambda nest: (nest.village.municipality.municipality, date(2026, 9, 29), "мороз")
    ),
    "PreviewCalledOff": Guarded(
        "coordinator", lambda nest: (nest.village.municipality.municipality, date(2026, 9, 29))
    ),
    "RestoreDay": Guarded("coordinator", lambda nest: (nest.village.municipality.municipality, date(2026, 9, 30))),
    "ShowCalledOffDays": Guarded("coordinator", lambda nest: (nest.village.municipality.municipality,)),
    "ReadCalendar": Guarded("coordinator", lambda nest: (nest.village.municipality,)),
    "ReadCatalogue": Guarded("region", also=OTHER_REGION),
    "ReadWeekdays": Guarded("region", lambda nest: (nest.village.region.region,)),
    "RenameSchool": Guarded("coordinator", lambda nest: (nest.school(), "СОШ № 45")),
    "RenameSubject": Guarded("region", lambda nest: (BIOLOGY, "Естествознание"), also=OTHER_REGION),
    "ReopenSchool": Guarded("coordinator", lambda nest: (SchoolId(nest.ids["closed school"]),)),
    "SchoolYearList": Guarded("coordinator", lambda nest: (SchoolYear(2026), Status.SHNOR), quiet=True),
    "SetDayOff": Guarded("coordinator", lambda nest: (nest.village.municipality, date(2026, 9, 25), "Праздник улуса")),
    "SetMethodistDay": Guarded("coordinator", lambda nest: (nest.village.municipality, 4)),
    "SetSchoolCode": Guarded("coordinator", lambda nest: (nest.school(), "code-1")),
    "SetSchoolStatus": Guarded(
        "coordinator",
        lambda nest: (SchoolStatus(nest.school("second_school"), SchoolYear(2026), Status.SHNOR, "приказ"), True),
    ),
    "SetSettlement": Guarded("coordinator", lambda nest: (nest.school(), "Посёлок")),
    "SetSubjectDay": Guarded("region", lambda nest: (nest.village.region.region, CHEMISTRY, 2)),
    "SetWeek": Guarded("coordinator", _municipality(6)),
    "ShowSchool": Guarded("coordinator", lambda nest: (nest.school(),)),
}

PLANS = {
    "BodiesOf": Guarded("region", _region()),
    "BringsPlansFor": Guarded("coordinator", quiet=True),
    "NameBody": Guarded("region", _region(f"{SECRET} совет", "lead")),
    "UnnameBody": Guarded("region", _region(f"{SECRET} совет", "host")),
}

NOTICES = {
    "CountUnreached": Guarded("coordinator", quiet=True),
    "RemindTomorrow": Guarded("lead", lambda nest: (NoticeId(nest.ids["digest"]),)),
    "WhomNothingReaches": Guarded("coordinator", quiet=True),
}


def _item(state: str, *more: Any) -> Arguments:
    return lambda nest: (ItemId(nest.ids[f"item {state}"]), *more)


def _evidence(state: str, *more: Any) -> Arguments:
    return lambda nest: (EvidenceId(nest.ids[f"evidence {state}"]), *more)


EVIDENCE = {
    "CloseRemark": Guarded("lead", lambda nest: (*_item("open")(nest), RemarkId(nest.ids["remark"]))),
    "ConfirmEvidence": Guarded("curator", _evidence("waiting")),
    "CountReviews": Guarded("curator", quiet=True),
    "EraseVersion": Guarded("lead", _evidence("waiting")),
    "EvidenceFile": Guarded("curator", _evidence("waiting")),
    "ReopenItem": Guarded("curator", _evidence("confirmed", ["нет подписи"])),
    "ReturnEvidence": Guarded("curator", _evidence("waiting", ["нет подписи"])),
    "SayDelay": Guarded("lead", _item("open", Delay.NEED_HELP)),
    "SendEvidence": Guarded("lead", _item("open", Sent(EvidenceKind.FILE, "", PDF, "a.pdf"))),
    "ShowItem": Guarded("lead", _item("open")),
    "WaitingReviews": Guarded("curator", quiet=True),
}


def _plan(*more: Any) -> Arguments:
    return lambda nest: (PlanId(nest.ids["plan with evidence"]), *more)


def _shift(*more: Any) -> Arguments:
    return lambda nest: (ShiftWanted(nest.village.municipality, None, 7), *more)


BOARDS = {
    "AddItem": Guarded("coordinator", _plan("Ещё пункт", Period("без срока"))),
    "DateItem": Guarded("coordinator", _item("open", Period("без срока"))),
    "DropItem": Guarded("coordinator", _item("open")),
    "ListShifts": Guarded("coordinator", quiet=True),
    "MyItems": Guarded("lead", quiet=True),
    "NameReviewer": Guarded("coordinator", _item("open", Rung.REGION)),
    "OfferProgramme": Guarded("coordinator", lambda nest: (nest.village.municipality, Programme.MEDK)),
    "OpenParts": Guarded("coordinator", lambda nest: (ItemId(nest.ids["item with parts"]),)),
    "OpenPlan": Guarded("lead", _plan()),
    "PlanAsTable": Guarded("lead", _plan()),
    "PlansInReach": Guarded("lead", quiet=True),
    "CountBack": Guarded("coordinator", lambda nest: (nest.village.municipality, date(2026, 9, 29))),
    "CountDue": Guarded("coordinator", lambda nest: (nest.village.municipality, date(2026, 9, 29))),
    "PreviewShift": Guarded("coordinator", _shift()),
    "ReadTyped": Guarded("coordinator", _plan("май")),
    "RecurrenceOf": Guarded("lead", _item("open")),
    "ShiftItems": Guarded("coordinator", _shift("распутица")),
    "ShowOwnerItems": Guarded("lead", lambda nest: (nest.village.school,)),
    "ShowProgress": Guarded("coordinator", quiet=True),
    "StartPairPlan": Guarded("lead", lambda nest: (nest.village.school,)),
    "StartProgramme": Guarded("coordinator", lambda nest: (nest.village.municipality, Programme.MEDK)),
    "UndoShift": Guarded("coordinator", lambda nest: (ShiftId(nest.ids["shift"]),)),
}


def _counted(*more: Any) -> Arguments:
    return lambda nest: (nest.village.municipality, SchoolYear(2026), *more)


COMPETENCE = {
    "CompetencePlaces": Guarded("coordinator", quiet=True),
    "CompetenceYears": Guarded("coordinator", lambda nest: (nest.village.municipality,)),
    "DropCounts": Guarded("coordinator", _counted(CHEMISTRY)),
    "EnterCounts": Guarded("coordinator", _counted(CHEMISTRY, Counts(3, 4, 7, 2))),
    "EnterHeadcount": Guarded("coordinator", _counted(2)),
    "ShowCompetence": Guarded("coordinator", _counted()),
}


def _school(*more: Any) -> Arguments:
    return lambda nest: (nest.school(), *more)


def _profile(nest: Nest) -> ThresholdProfile:
    number, region = ThresholdId(nest.ids["threshold"]), nest.village.region.region
    return ThresholdProfile(number, "Порог", "письмо", date(2026, 9, 1), 300, 2, 2, Combine.OR, region=region)


SPRING, MATHS = SchoolYear(2025), ProcedureCode("vpr-math-5")
SAME_REGION = frozenset({"coordinator of another municipality"})

RESULTS = {
    "AddProfile": Guarded("region", lambda nest: (nest.village.region.region, _profile(nest))),
    "ChangeProfile": Guarded("region", lambda nest: (_profile(nest),)),
    "ChooseProfile": Guarded("region", lambda nest: (nest.village.region.region, _profile(nest).id)),
    "ClusterHistory": Guarded("lead", _school()),
    "ClusterMoves": Guarded("coordinator", lambda nest: (nest.village.municipality,)),
    "DropResult": Guarded("lead", _school(SPRING, MATHS)),
    "EnterCluster": Guarded("coordinator", _school(SPRING, Cluster.BASE, "список")),
    "EnterResults": Guarded("lead", _school((Entry(SPRING, MATHS, 20, 5),), "отчёт")),
    "ListProfiles": Guarded("coordinator", lambda nest: (nest.village.region.region,), also=SAME_REGION),
    "MarkBiased": Guarded("coordinator", _school(SPRING, MATHS, True)),
    "ResultsOf": Guarded("lead", _school()),
    "ResultsOfSchools": Guarded("lead", quiet=True),
    "ResultsSummary": Guarded("coordinator", lambda nest: (nest.village.municipality,)),
    "ResultsTable": Guarded("coordinator", lambda nest: (nest.village.municipality,)),
    "SchoolsOverThreshold": Guarded("coordinator", lambda nest: (nest.village.municipality,)),
    "SetWithoutEge": Guarded("lead", _school(True)),
}


def _case(step: str, *more: Any) -> Arguments:
    return lambda nest: (CaseId(nest.ids[f"case {step}"]), *more)


def _asked(step: str, *more: Any) -> Arguments:
    """With the instant at which everything in the nest was asked."""
    return lambda nest: (CaseId(nest.ids[f"case {step}"]), nest.village.clock.now(), *more)


def _programme(step: str, *more: Any) -> Arguments:
    return lambda nest: (ProgrammeId(nest.ids[f"programme {step}"]), *more)


def _factor(*more: Any) -> Arguments:
    return lambda nest: (nest.village.region.region, *more)


def _deed(ref: str) -> Arguments:
    return lambda nest: (nest.school(), RISK_FACTOR, nest.ids[ref])


def _entered(nest: Nest) -> tuple[Any, ...]:
    return (nest.school(), Entered(date(2026, 9, 14), "ФИС ОКО", {RISK_FACTOR: Significance.LOW}))


RISK_FACTOR = FactorCode("nest-pending")
RISK = {
    "ActivateFactor": Guarded("lead", _case("verified", date(2026, 9, 14))),
    "AddFactor": Guarded("region", _factor("Питание", "Питание школьников", "приказ")),
    "AgreeProgramme": Guarded("curator", _programme("sent")),
    "AttachProgramme": Guarded("lead", _case("activated", PDF, "a.pdf")),
    "CarryOver": Guarded("lead", lambda nest: (nest.school(),)),
    "CloseFactor": Guarded("lead", _case("activated", "закуплено")),
    "CloseProgrammeRemark": Guarded(
        "lead", lambda nest: (*_case("sent")(nest), ProgrammeRemarkId(nest.ids["programme remark"]))
    ),
    "ConfirmClosing": Guarded("curator", _asked("closing")),
    "ConfirmDecision": Guarded("curator", _asked("decided")),
    "DecideFactor": Guarded("lead", _case("pending", Decision.CONFIRMED)),
    "EnterProfile": Guarded("observer", _entered),
    "FactorDeeds": Guarded("lead", lambda nest: (nest.school(), RISK_FACTOR)),
    "FactorsOfItem": Guarded("lead", lambda nest: (nest.school(), nest.ids["item open"])),
    "FindRiskSchool": Guarded("coordinator", lambda nest: ("1",), quiet=True),
    "MoveFactor": Guarded("region", _factor(RISK_FACTOR, False)),
    "NoteBooking": Guarded("curator", _deed("curator's booking")),
    "OfferFactor": Guarded("region", _factor(RISK_FACTOR, False)),
    "ProfileFile": Guarded("lead", lambda nest: (RiskProfileId(nest.ids["profile"]),)),
    "ProfileVersions": Guarded("lead", lambda nest: (nest.school(),)),
    "ProgrammeFile": Guarded("curator", _programme("sent")),
    "ReadFactors": Guarded("region", _factor()),
    "RenameFactor": Guarded("region", _factor(RISK_FACTOR, "Питание")),
    "ReturnClosing": Guarded("curator", _asked("closing", "нет акта")),
    "ReturnDecision": Guarded("curator", _asked("decided", "нет обоснования")),
    "ReturnProgramme": Guarded("curator", _programme("sent", ["нет сроков"])),
    "RiskCounts": Guarded("coordinator", quiet=True),
    "SchoolProtocols": Guarded("lead", lambda nest: (nest.school(),)),
    "SendProgramme": Guarded("lead", lambda nest: (*_case("drafted")(nest), *_programme("drafted")(nest))),
    "ShowFactor": Guarded("lead", _case("sent")),
    "FactorsOfSchool": Guarded("lead", lambda nest: (nest.school(),)),
    "ShowRisk": Guarded("lead", lambda nest: (nest.school(),)),
    "TagItem": Guarded("curator", _deed("item open")),
    "TickParts": Guarded("lead", _case("activated", {Part.GOAL})),
    "UntagItem": Guarded("curator", _deed("item open")),
    "WaitingRisk": Guarded("curator", quiet=True),
    "WriteProgramme": Guarded("lead", _case("activated", Part.GOAL, "Мастерские")),
    "WriteProtocol": Guarded("curator", lambda nest: (nest.school(), date(2026, 9, 14), [RISK_FACTOR], "Решили")),
}


def _announcement(*more: Any) -> Arguments:
    return lambda nest: (AnnouncementId(nest.ids["announcement"]), *more)


def _put_off(nest: Nest) -> tuple[Any, ...]:
    return (AnnouncementId(nest.ids["announcement put off"]),)


def _recalled(nest: Nest) -> tuple[Any, ...]:
    return (AnnouncementId(nest.ids["announcement recalled"]),)


def _draft(nest: Nest) -> tuple[Any, ...]:
    return (Draft(as_coordinator(nest.village.municipality), Audience(), Content("Другой сбор")),)


def _audience(nest: Nest) -> tuple[Any, ...]:
    return (as_coordinator(nest.village.municipality), Audience())


OTHER_COORDINATORS = OTHER_REGION | {"coordinator of another municipality"}

ANNOUNCEMENTS = {
    "Acknowledge": Guarded("teacher", _announcement()),
    "Announce": Guarded("coordinator", _draft),
    "AnnouncementDocument": Guarded("teacher", _announcement()),
    "AnnouncementReport": Guarded("coordinator", _announcement()),
    "AnnouncementTotals": Guarded("coordinator", _announcement()),
    "AnnouncesAs": Guarded("coordinator", quiet=True),
    "CorrectAnnouncement": Guarded("coordinator", _announcement("Сбор в субботу")),
    "CountAffected": Guarded("coordinator", _announcement()),
    "CountRest": Guarded("coordinator", _announcement()),
    "EraseAnnouncement": Guarded("coordinator", _recalled),
    "ForecastAudience": Guarded("coordinator", _audience),
    "GoOnWithAnnouncement": Guarded("coordinator", _put_off),
    "KeepAnnouncementFile": Guarded("coordinator", lambda nest: (PDF, "a.pdf"), also=OTHER_COORDINATORS),
    "ListAnnouncements": Guarded("coordinator", quiet=True),
    "NoteReportPart": Guarded("coordinator", _announcement(1)),
    "OpenAnnouncement": Guarded("coordinator", _announcement()),
    "PauseAnnouncement": Guarded("coordinator", _put_off),
    "PreviewAnnouncement": Guarded("coordinator", _draft),
    "RecallAnnouncement": Guarded("coordinator", _announcement()),
    "RemindRest": Guarded("coordinator", _announcement()),
    "ReportPartSent": Guarded("coordinator", _announcement(1)),
    "SampleAudience": Guarded("coordinator", _audience),
    "StopAnnouncement": Guarded("coordinator", _put_off),
}


def _question(name: str = "question", *more: Any) -> Arguments:
    return lambda nest: (QuestionId(nest.ids[name]), *more)


def _asked_about(*more: Any) -> Arguments:
    return lambda nest: (nest.ids["booking"], *more)


def _meeting_asked(nest: Nest) -> tuple[Any, ...]:
    assert nest.key is not None
    return nest.key.slot, nest.key.starts


_MORE = Words("Ещё")
QUESTIONS = {
    "AnswerAhead": Guarded("host", _asked_about(_MORE)),
    "AnswerQuestion": Guarded("host", _question("question", _MORE)),
    "AskOn": Guarded("teacher", _question("question answered", _MORE)),
    "AskedAhead": Guarded("host", _meeting_asked),
    "CloseQuestion": Guarded("teacher", _question()),
    "CountLateQuestions": Guarded("coordinator", quiet=True),
    "CountQuestions": Guarded("host", quiet=True),
    "HandQuestion": Guarded("coordinator", lambda nest: (*_question()(nest), whose(nest.near["host"]))),
    "MyQuestion": Guarded("teacher", _question()),
    "OpenQuestions": Guarded("coordinator", quiet=True),
    "OpenQuestionsOf": Guarded("coordinator", lambda nest: (TOPIC,), quiet=True),
    "QuestionFigures": Guarded(
        "coordinator", lambda nest: (SEPTEMBER_28 - timedelta(days=60), SEPTEMBER_28), quiet=True
    ),
    "QuestionFile": Guarded("host", lambda nest: (FileId(nest.ids["file of question"]),)),
    "QuestionOfBooking": Guarded("teacher", _asked_about(), quiet=True),
    "QuestionQueue": Guarded("host", quiet=True),
    "ReturnQuestion": Guarded("host", _question("question held")),
    "SayAfterMeeting": Guarded("teacher", _question("question of booking", AfterMeeting.WAITS)),
    "ShowQuestion": Guarded("host", _question()),
    "TakeQuestion": Guarded("host", _question()),
    "WatchedQuestion": Guarded("coordinator", _question()),
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

_NEIGHBOURS = frozenset({"teacher of the same school"})
"""An event is read by all for whom it is."""
SEMINAR_PROGRAMME = {
    "OneEvent": Guarded("teacher", lambda nest: (seminar_event(nest, "open"),), also=_NEIGHBOURS),
    "ProgrammeForMe": Guarded("teacher", lambda nest: (cycle_of(nest),), quiet=True, also=_NEIGHBOURS),
}

SEMINAR_PRESENCE = {
    "BegunLessons": Guarded("host", lambda nest: (seminar_event(nest, "now"),)),
    "CheckIn": Guarded("teacher", lambda nest: (seminar_lesson(nest, "now"), CODE)),
    "LessonsNow": Guarded("teacher", lambda nest: (seminar_event(nest, "now"),), quiet=True),
    "MarkLesson": Guarded("host", lambda nest: (seminar_lesson(nest, "now"), None)),
    "MarkLessonNotHeld": Guarded("host", lambda nest: (seminar_lesson(nest, "now"), WhyNotHeld.CONNECTION)),
    "MyCertificate": Guarded("teacher", lambda nest: (certificate(nest),)),
    "MyLesson": Guarded("teacher", lambda nest: (seminar_lesson(nest, "over"),)),
    "OneLesson": Guarded("host", lambda nest: (seminar_lesson(nest, "over"),)),
    "PrepareCertificate": Guarded("teacher", lambda nest: (seminar_event(nest, "over"),)),
    "ShowCode": Guarded("host", lambda nest: (seminar_lesson(nest, "now"),)),
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
    "MySignUp": Guarded("teacher", lambda nest: (seminar_event(nest, "near"),), also=COLLEAGUE),
    "OneSignUp": Guarded("lead", lambda nest: (seat(nest),)),
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
