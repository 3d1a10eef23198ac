"""Consultations: weekly times, bookings, absences, the host's desk, videos, visits."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from shnor_domain.consultations.absences.errors import MeetingPassedOn
from shnor_domain.consultations.absences.model import SubstitutionId
from shnor_domain.consultations.attendance.model import NotHeld, Said
from shnor_domain.consultations.changing import Changes
from shnor_domain.consultations.model import BookingId, DraftId, ExtraWindow, SessionKey, SlotId
from shnor_domain.consultations.statistics.periods import PeriodKind
from shnor_domain.consultations.visits.model import Report
from shnor_domain.seats.model import OfferId, WaitingId
from tests.support.attended_nest import past_key
from tests.support.consultations import terms
from tests.support.rights_rows import COLLEAGUE, Arguments, Guarded
from tests.support.strangers import BIOLOGY, SEPTEMBER_28, Nest
from tests.support.village import CHEMISTRY, whose
from tests.support.visit_nest import OCTOBER_1, appointed, shown, video, visit, wish_of

NEIGHBOURS = frozenset({"curator of another municipality"})


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
