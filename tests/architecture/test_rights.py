"""A stranger can do and see nothing: the table of rights, held against the container, the routers and the imports."""

import ast
import asyncio
import importlib
import inspect
import pkgutil
import shutil
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from aiogram.filters.callback_data import CallbackData

import bot
import handlers
from bot import use_cases
from bot.import_kinds import IMPORT_KINDS
from bot.kinds import kinds
from bot.official_days import official_days
from handlers.texts import Texts
from shnor_domain.errors import DomainError, NotAllowed, NotFound
from shnor_domain.identity import Actor
from shnor_domain.people.model.errors import ConsentNeeded, LinkDoesNotWork
from shnor_domain.people.model.preferences import Names
from shnor_domain.people.use_cases.my_data import Export
from shnor_domain.storage.engine import Database
from shnor_domain.territories.imports.report import RowState
from tests.support.classifying import ClassifierHere
from tests.support.evidence_files import BodiesHere
from tests.support.plans_at_hand import PlansAtHand
from tests.support.rights_rows import Guarded
from tests.support.rights_table import ANYBODY, GUARDED, IMPORTS, KINDS, OWN, PROCESS
from tests.support.strangers import PUBLIC, SECRET, Nest, nest_in
from tests.support.territories import FilesHere, TablesHere
from tests.support.village import TERMS

ROOT = Path(__file__).parents[2]
TEXTS = Texts()
REFUSALS = (NotAllowed, NotFound, ConsentNeeded, LinkDoesNotWork)
CASES = {case.__name__: case for case in use_cases.classes()}
WITHOUT_CONSENT = ("nobody", "withdrawn")
EMPTY = ("()", "[]", "{}", "0", "Staff(leads=(), curators=())", "Waiting(applications=(), places=())")
PREFIXES = {
    "abook": ("OfferedSubjects",),
    "acal": ("TakeAsked",),
    "ack": ("Acknowledge",),
    "adoc": ("AnnouncementDocument",),
    "agree": ("GiveConsent", "RefuseConsent"),
    "appl": ("MyApplications",),
    "application": ("OneApplication",),
    "arrival": ("OneArrival", "ConfirmRoleLink", "RevokeRoleLink"),
    "call": ("MarkAttendance",),
    "chow": ("LookBack",),
    "cmark": ("OneAttendance",),
    "csame": ("MyBooking", "OfferedSlots"),
    "cagain": ("OfferedSlots", "OfferedTimes"),
    "ccancel": ("MyBooking",),
    "cmove": ("MyBooking", "OfferedTimes"),
    "ccal": ("TakeBooking",),
    "cask": ("LookAtAsk",),
    "cbook": ("MyBooking",),
    "clink": ("OneMeeting", "SendMeetingLink"),
    "cday": ("OneMeeting",),
    "cmeet": ("OneMeeting",),
    "csub": ("AnswerAsk", "OneAsk"),
    "cwill": ("MyBooking", "ConfirmBooking"),
    "factor": ("ShowFactor",),
    "hcal": ("TakeMeeting",),
    "inv": ("LookAtLink",),
    "item": ("ShowItem",),
    "late": ("ShowOwnerItems", "ShowProgress"),
    "menu": (),
    "news": ("SetPreferences",),
    "privacy": ("ShowMyData", "ExportMyData", "WithdrawConsent", "DeleteMe"),
    "qmine": ("MyQuestion",),
    "qmore": ("MyQuestion", "AskOn"),
    "qmet": ("SayAfterMeeting",),
    "qopen": ("ShowQuestion",),
    "qtake": ("TakeQuestion", "ShowQuestion"),
    "qthanks": ("CloseQuestion",),
    "qwatch": ("WatchedQuestion",),
    "qwrite": ("MyBooking", "AskQuestion"),
    "sseat": ("OneSignUp",),
    "scanc": ("OneSignUp", "CancelSignUp"),
    "eoff": ("TakeEventOffer",),
    "epass": ("DeclineEventOffer",),
    "eplace": ("MyEventWait",),
    "eleave": ("LeaveEventQueue",),
    "scat": ("OpenCatalogue",),
    "swish": ("WishesOfSchool",),
    "sboard": ("RequestsOfCycle",),
    "sbord": ("OneBorder", "AnswerBorder"),
    "scarry": ("AnswerBorder",),
    "sev": ("OneEvent",),
    "sprog": ("ProgrammeForMe",),
    "sver": ("OneVersion",),
    "sreq": ("OneRequest",),
    "sall": ("MarkLesson",),
    "scert": ("PrepareCertificate",),
    "shere": ("MyLesson", "CheckIn"),
    "smat": ("ShowMaterials",),
    "srate": ("LookAtRating",),
    "smark": ("OneLesson",),
    "tomorrow": ("RemindTomorrow",),
    "vanew": ("OneVisit", "AskVisit"),
    "visit": ("OneVisit", "ApproveVisit", "DeclineVisit", "MoveVisit", "CancelVisit", "ConfirmVisit"),
    "vtell": ("OneVisit", "ReportVisit"),
    "waiting": ("WaitingApplications",),
    "wleave": ("LeaveQueue",),
    "wpass": ("DeclineOffer",),
    "wplace": ("MyWait",),
    "wtake": ("TakeOfferedSeat",),
}
"""Buttons that outlive their window, and the use cases that ask anew who taps."""


async def nothing_to_sweep() -> bool:
    return True


def made(nest: Nest, name: str) -> Any:
    """The use case as the process builds it, over the nest's database."""
    units = nest.village.units
    fields: dict[str, object] = {
        "read": units.read, "write": units.write, "clock": nest.village.clock, "real": nest.village.clock,
        "terms": TERMS, "names_in_messages": Names.FULL, "tables": TablesHere(), "import_files": FilesHere(),
        "classifier": ClassifierHere(),
        "evidence_files": BodiesHere(), "announcement_files": BodiesHere(),
        "question_files": BodiesHere(), "seminar_files": BodiesHere(),
        "import_kinds": IMPORT_KINDS, "official_days": official_days, "sweep": nothing_to_sweep, "admins": frozenset(),
        "plan_reader": PlansAtHand(),
        "leaves": (), "on_end": (), "contributes": (),
    }  # fmt: skip
    told = kinds(TEXTS, nest.village.clock, fields)
    return use_cases.build(CASES[name], fields | {"kinds": told})


async def tried(case: Any, *arguments: Any) -> tuple[DomainError | None, str]:
    """The refusal, if any, and everything that was told."""
    try:
        told = await case(*arguments)
    except DomainError as refusal:
        return refusal, f"{refusal!r} {refusal.facts!r}"
    files = [told.json, told.page] if isinstance(told, Export) else []
    return None, repr(told) + "".join(file.decode() for file in files)


@pytest.fixture
async def nest(sqlite_url: str) -> AsyncIterator[Nest]:
    made = await nest_in(sqlite_url)
    yield made
    await made.village.database.close()


async def strangers_of(nest: Nest, row: Guarded) -> list[tuple[str, Actor]]:
    return [(name, who) for name, who in nest.strangers.items() if name not in row.also]


def test_every_use_case_has_its_row_and_every_row_its_use_case() -> None:
    listed = [*ANYBODY, *OWN, *GUARDED, *PROCESS, *IMPORTS]
    assert len(listed) == len(set(listed))
    assert sorted(set(CASES) - set(listed)) == [], "say in tests/support/rights_table.py who may"
    assert sorted(set(listed) - set(CASES)) == []


def test_what_is_of_the_process_is_in_no_conversation() -> None:
    named = {
        f"{file.relative_to(ROOT)}: {node.id}"
        for file in sorted((ROOT / "handlers").rglob("*.py"))
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Name) and node.id in PROCESS
    }
    assert named == set()


def test_every_guarded_use_case_takes_the_actor_first() -> None:
    first = {name: list(inspect.signature(CASES[name].__call__).parameters)[1] for name in (*GUARDED, *IMPORTS)}
    assert {name: argument for name, argument in first.items() if argument != "actor"} == {}


async def test_strangers_get_a_refusal_or_nothing_and_change_nothing(nest: Nest) -> None:
    found = []
    before = await nest.village.dump()
    for name, row in GUARDED.items():
        case = made(nest, name)
        for who, actor in await strangers_of(nest, row):
            refusal, told = await tried(case, actor, *row.call(nest))
            if refusal is None and not row.quiet:
                found.append(f"{name}: {who} gets {told}")
            if refusal is not None and not isinstance(refusal, REFUSALS):
                found.append(f"{name}: {who} learns {refusal!r}")
            if SECRET in told or (PUBLIC in told and who != "teacher of the same school"):
                found.append(f"{name}: {who} hears a canary in {told}")
        if (after := await nest.village.dump()) != before:
            found.append(f"{name}: a stranger changed the database")
            before = after
    assert found == []


async def test_the_same_calls_work_for_those_who_may(nest: Nest, sqlite_url: str, tmp_path: Path) -> None:
    """Else the refusals above could come from wrong arguments."""
    await nest.village.database.close()
    whole = Path(sqlite_url.removeprefix("sqlite+aiosqlite:///"))
    refused = []
    for name, row in GUARDED.items():
        copy = tmp_path / name
        await asyncio.to_thread(shutil.copyfile, whole, copy)
        nest.village.database = Database(f"sqlite+aiosqlite:///{copy}")
        actor = (nest.near | nest.strangers)[row.may]
        refusal, told = await tried(made(nest, name), actor, *row.call(nest))
        stopped = row.unless is not None and isinstance(refusal, row.unless)
        if (refusal is not None and not stopped) or (row.quiet and told in EMPTY):
            refused.append(f"{name}: {row.may} gets {told}")
        await nest.village.database.close()
    assert refused == []


async def test_wishes_of_another_municipality_are_not_even_counted(nest: Nest) -> None:
    theirs = await made(nest, "HostDesk")(nest.strangers["curator of another municipality"])
    assert theirs.wishes == ()
    assert (await made(nest, "HostDesk")(nest.near["curator"])).wishes == (("Биология", 1),)


@pytest.mark.parametrize("who", WITHOUT_CONSENT)
async def test_without_consent_nobody_has_things_of_her_own(nest: Nest, who: str) -> None:
    before = await nest.village.dump()
    found = []
    for name, row in OWN.items():
        if name == "DeleteMe" and who == "withdrawn":
            continue  # the one right that outlives a consent
        refusal, told = await tried(made(nest, name), nest.strangers[who], *row.call(nest))
        if not isinstance(refusal, REFUSALS) and told != "False":
            found.append(f"{name}: {told}")
    assert found == []
    assert await nest.village.dump() == before


async def test_what_is_ones_own_tells_nothing_of_others(nest: Nest) -> None:
    found = []
    before = await nest.village.dump()
    for name, row in OWN.items():
        for who, actor in nest.strangers.items():
            if not row.writes:
                _, told = await tried(made(nest, name), actor, *row.call(nest))
                if SECRET in told or PUBLIC in told:
                    found.append(f"{name}: {who} hears {told}")
    assert found == []
    assert await nest.village.dump() == before


async def test_what_is_open_to_all_is_no_secret(nest: Nest) -> None:
    before = await nest.village.dump()
    found = []
    for name, row in ANYBODY.items():
        if row.call is not None:
            refusal, told = await tried(made(nest, name), *row.call(nest))
            if refusal is not None or SECRET in told:
                found.append(f"{name}: {told}")
    assert found == []
    assert await nest.village.dump() == before


def test_every_kind_of_import_is_tried_by_strangers() -> None:
    assert {kind.name for kind in IMPORT_KINDS} == set(KINDS)


@pytest.mark.parametrize("kind", KINDS)
async def test_who_brings_no_tables_has_none_looked_at(nest: Nest, kind: str) -> None:
    roles = next(each.roles for each in IMPORT_KINDS if each.name == kind)
    before = await nest.village.dump()
    for who, actor in nest.strangers.items():
        if actor.has(*roles):
            continue
        for name, arguments in (
            ("ReadImport", (kind, "a.csv", b"\x00 not a table")),
            ("ShowImport", (kind, "no-such-file")),
            ("DropImport", (kind, "no-such-file")),
            ("ConfirmImport", (kind, "no-such-file", "digest")),
        ):
            refusal, told = await tried(made(nest, name), actor, *arguments)
            assert isinstance(refusal, NotAllowed), f"{name}: {who} gets {told}"
        assert kind not in await made(nest, "ImportsFor")(actor)
    assert await nest.village.dump() == before


@pytest.mark.parametrize("kind", KINDS)
async def test_rows_about_the_place_of_others_are_problems_and_tell_nothing(nest: Nest, kind: str) -> None:
    roles = next(each.roles for each in IMPORT_KINDS if each.name == kind)
    bringers = {who: actor for who, actor in nest.strangers.items() if actor.has(*roles)}
    assert bringers
    before = await nest.village.dump()
    for who, actor in bringers.items():
        report = await made(nest, "ReadImport")(actor, kind, "a.csv", KINDS[kind].encode())
        assert [row.state for row in report.rows] == [RowState.PROBLEM], f"{who} may write {report}"
        assert SECRET not in repr(report)
    assert await nest.village.dump() == before
    mine = await made(nest, "ReadImport")(nest.near["admin"], kind, "a.csv", KINDS[kind].encode())
    assert [row.state for row in mine.rows] != [RowState.PROBLEM], f"the table itself is wrong: {mine}"


def test_every_button_that_outlives_its_window_is_known() -> None:
    """What a prefix opens asks one of the use cases above for its right; a new one says here which."""
    assert {each.__prefix__ for each in below(CallbackData)} == set(PREFIXES)
    unknown = {name for cases in PREFIXES.values() for name in cases} - set(CASES)
    assert unknown == set()


def below(kind: type[CallbackData]) -> list[type[CallbackData]]:
    """Of the bot itself, not of its tests."""
    for package in (bot, handlers):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if not module.name.startswith(("bot.sandbox", "bot.__main__")):
                importlib.import_module(module.name)
    children = [each for child in kind.__subclasses__() for each in (child, *below(child))]
    return [each for each in children if each.__module__.startswith(("bot.", "handlers."))]
