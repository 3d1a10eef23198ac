"""People and territories."""

from datetime import date
from typing import Any

from shnor_domain.identity import Role, SchoolId
from shnor_domain.people.model.applications import ApplicationId
from shnor_domain.people.model.links import LinkId
from shnor_domain.people.model.pairs import PairKind
from shnor_domain.people.use_cases.apply import Asked
from shnor_domain.people.use_cases.appoint import Wanted
from shnor_domain.people.use_cases.roles import Given
from shnor_domain.territories.model import SchoolStatus, SchoolYear, Status
from tests.support.rights_rows import OTHER_REGION, Arguments, Guarded
from tests.support.strangers import BIOLOGY, PUBLIC, Nest, pair, place
from tests.support.village import CHEMISTRY, ORDER, whose


def _school_two(nest: Nest) -> tuple[Any, ...]:
    return (nest.school("second_school"),)


def _application(*more: Any) -> Arguments:
    return lambda nest: (ApplicationId(nest.ids["application"]), *more)


def _corrected(nest: Nest) -> tuple[Any, ...]:
    return (ApplicationId(nest.ids["application"]), Asked(Role.TEACHER, nest.village.second_school, "Ждущая"))


def _arrival(nest: Nest) -> tuple[Any, ...]:
    return (place(nest, "arrival"),)


def _municipality(*more: Any) -> Arguments:
    return lambda nest: (nest.village.municipality.municipality, *more)


def _pair_wanted(nest: Nest) -> tuple[Any, ...]:
    return (
        Wanted(PairKind.SCHOOL, whose(nest.near["curator"]), nest.school("second_school"), ORDER.number, ORDER.dated),
    )


def _deputy(nest: Nest) -> tuple[Any, ...]:
    until = date(2026, 9, 30)
    of = place(nest, "coordinator's place")
    return (of, whose(nest.near["lead"]), ORDER.number, ORDER.dated, date(2026, 9, 16), until)


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
