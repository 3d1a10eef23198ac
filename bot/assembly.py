"""The parts of one process, made once and in order: what `run`, `demo` and the tests of whole conversations share."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from functools import cache, partial
from typing import cast

from aiogram import Dispatcher
from dishka import AsyncContainer

from bot.calendar_files import calendar_file
from bot.command_menus import CommandMenus
from bot.container import Part, make_container
from bot.dispatcher import build_dispatcher
from bot.evidence_files import EvidenceFiles
from bot.forms import FormStorage
from bot.help_sources import HELP_SOURCES
from bot.import_files import ImportFiles
from bot.import_kinds import IMPORT_KINDS
from bot.kinds import kinds
from bot.official_days import official_days
from bot.qr import qr_png
from bot.routers import routers
from bot.sender import TelegramMessenger
from bot.sending.uploads import Uploads
from bot.settings import Settings
from bot.use_cases import build
from bot.worker.classifying import WorkerClassifier
from bot.worker.files import WorkerTables
from bot.worker.papers import WorkerPapers
from bot.worker.pictures import WorkerPictures
from bot.worker.plans import WorkerPlans
from bot.worker.pool import WorkerPool
from handlers.announcements.copies import Messengers
from handlers.announcements.notices import AnnouncementNotices
from handlers.announcements.watching import Watching
from handlers.ports import Qr
from handlers.registration.consent_file import ConsentFile
from handlers.texts import Texts
from shnor_domain.announcements.use_cases import leaving as announcing
from shnor_domain.announcements.use_cases.looking import OpenAnnouncement
from shnor_domain.clock import Clock
from shnor_domain.consultations.absences.use_cases import leaving as absent
from shnor_domain.consultations.absences.use_cases.called_off import on_called_off as meetings_called_off
from shnor_domain.consultations.calendar_files import CalendarWriter
from shnor_domain.consultations.desk import own_data as own_desk_data
from shnor_domain.consultations.feedback import own_data as own_feedback
from shnor_domain.consultations.use_cases import leaving
from shnor_domain.consultations.videos import own_data as own_videos
from shnor_domain.consultations.visits import leaving as visiting_schools
from shnor_domain.consultations.visits.hours import rows_of_visits
from shnor_domain.notifications.kinds import Kinds
from shnor_domain.papers import PaperWriter
from shnor_domain.people.model.consent import ConsentTerms
from shnor_domain.people.model.preferences import Names
from shnor_domain.people.use_cases.actor import ActorOf
from shnor_domain.picture_shelf import PictureShelf
from shnor_domain.pictures import PictureWriter
from shnor_domain.questions import leaving as asking
from shnor_domain.risk import own_data as own_risk_data
from shnor_domain.roadmap import own_data
from shnor_domain.roadmap.periods.model import Customs
from shnor_domain.roadmap.use_cases.called_off import on_called_off
from shnor_domain.seats.rules import OFFER_WINDOW
from shnor_domain.seminars import own_data as own_seminars
from shnor_domain.seminars.events import own_data as own_seminar_events
from shnor_domain.seminars.presence import own_data as own_presence
from shnor_domain.seminars.programme import own_data as own_seminar_programme
from shnor_domain.seminars.requests import own_data as own_seminar_requests
from shnor_domain.seminars.signing import leaving as signing
from shnor_domain.storage.engine import Database
from shnor_domain.storage.forms import FormStore
from shnor_domain.storage.work import Units
from shnor_domain.tables import TableWriter
from shnor_domain.work import OneState


@dataclass(frozen=True, slots=True)
class Assembly:
    """`clock` may be a rehearsal's, `real` is the machine's: leases, backoff and the inbox stay on it (ADR 5)."""

    database: Database
    clock: Clock
    real: Clock
    terms: ConsentTerms
    consent: ConsentFile
    names: Names
    texts: Texts
    files: ImportFiles
    admins: frozenset[int] = frozenset()
    pool: WorkerPool = field(default_factory=WorkerPool)
    uploads: Uploads = field(default_factory=Uploads)
    customs: Customs = field(default_factory=Customs)
    offer_window: timedelta = OFFER_WINDOW

    @property
    def units(self) -> Units:
        """Units of work over the database."""
        return Units(self.database)

    def shelf(self, pictures: PictureWriter) -> PictureShelf:
        """Pictures that the messenger has, and others drawn now."""
        return PictureShelf(self.units.read, self.units.write, self.real, pictures)

    def fields(self) -> dict[str, object]:
        """What fills the fields of use cases, by name."""
        question_files = EvidenceFiles(self.files.files_dir, "questions")
        return {
            "write": self.units.write,
            "read": self.units.read,
            "clock": self.clock,
            "real": self.real,
            "terms": self.terms,
            "names_in_messages": self.names,
            "tables": WorkerTables(self.pool),
            "classifier": WorkerClassifier(self.pool),
            "papers": WorkerPapers(self.pool),
            "pictures": WorkerPictures(self.pool),
            "files": self.files,
            "import_files": self.files,
            "evidence_files": EvidenceFiles(self.files.files_dir),
            "announcement_files": EvidenceFiles(self.files.files_dir, "announcements"),
            "question_files": question_files,
            "seminar_files": EvidenceFiles(self.files.files_dir, "seminars"),
            "help_sources": HELP_SOURCES,
            "visit_rows": rows_of_visits,
            "import_kinds": IMPORT_KINDS,
            "plan_reader": WorkerPlans(self.pool, self.customs),
            "customs": self.customs,
            "official_days": official_days,
            "sweep": self.database.sweep,
            "admins": self.admins,
            "offer_window": self.offer_window,
            "leaves": (
                absent.on_person_leaves,
                visiting_schools.on_person_leaves,
                own_videos.on_person_leaves,
                own_seminars.on_person_leaves,
                own_seminar_requests.on_person_leaves,
                own_presence.on_person_leaves,
                signing.on_person_leaves,
                own_seminar_events.on_person_leaves,
                own_seminar_programme.on_person_leaves,
                leaving.on_person_leaves,
                own_desk_data.on_person_leaves,
                own_feedback.on_person_leaves,
                announcing.on_person_leaves,
                asking.PersonLeaves(question_files),
                self.files.on_person_leaves,
            ),
            "on_end": (
                absent.on_place_ends,
                visiting_schools.on_place_ends,
                own_seminars.on_place_ends,
                own_seminar_events.on_place_ends,
                signing.on_place_ends,
                leaving.on_place_ends,
                announcing.on_place_ends,
                asking.on_place_ends,
            ),
            "on_pair_end": (visiting_schools.on_pair_ends,),
            "on_called_off": (on_called_off, meetings_called_off, visiting_schools.on_called_off),
            "contributes": (
                leaving.contribute,
                visiting_schools.contribute,
                own_videos.contribute,
                absent.contribute,
                own_desk_data.contribute,
                own_feedback.contribute,
                announcing.contribute,
                asking.contribute,
                own_seminars.contribute,
                own_seminar_requests.contribute,
                own_seminar_events.contribute,
                own_presence.contribute,
                signing.contribute,
                own_seminar_programme.contribute,
                own_data.contribute,
                own_risk_data.contribute,
            ),
        }

    def watching(self, fields: Mapping[str, object]) -> Watching:
        """Windows of progress that are open in this process."""
        return Watching(build(OpenAnnouncement, fields), build(ActorOf, fields), self.clock)

    def kinds(self, fields: Mapping[str, object]) -> Kinds:
        """All kinds of notices with their checks and views."""
        return kinds(self.texts, self.clock, fields)

    def container(self, fields: Mapping[str, object], *others: Part) -> AsyncContainer:
        """What handlers ask for by type."""
        return make_container(
            self.texts,
            self.clock,
            fields,
            Part(ConsentTerms, self.terms),
            Part(ConsentFile, self.consent),
            Part(Names, self.names),
            Part(Qr, qr_png),
            Part(CalendarWriter, calendar_file),
            Part(OneState, self.units.one_state),
            Part(TableWriter, fields["tables"]),
            Part(PaperWriter, fields["papers"]),
            Part(Messengers, partial(TelegramMessenger, uploads=self.uploads)),
            Part(Watching, self.watching(fields)),
            Part(AnnouncementNotices, build(AnnouncementNotices, {"texts": self.texts, **fields})),
            Part(PictureShelf, self.shelf(cast(PictureWriter, fields["pictures"]))),
            *others,
        )

    async def dispatcher(self, container: AsyncContainer, menus: CommandMenus | None = None) -> Dispatcher:
        """A dispatcher with fresh routers; call `emit_startup` before the first update."""
        dispatcher = build_dispatcher(
            forms=FormStorage(FormStore(self.database)),
            texts=self.texts,
            actor_of=await container.get(ActorOf),
            routers=routers(),
            container=container,
            command_menus=menus,
        )
        dispatcher.update.outer_middleware((await container.get(Watching)).left)
        return dispatcher


@cache
def _texts() -> Texts:
    """Read once a process: the demo lays its sample before it starts the bot."""
    return Texts()


def of_settings(settings: Settings, database: Database, clock: Clock, real: Clock) -> Assembly:
    """Read the files that settings name; nothing is opened yet."""
    consent = ConsentFile()
    if settings.consent_file is not None:
        consent = ConsentFile(settings.consent_file.name, settings.consent_file.read_bytes())
    return Assembly(
        database=database,
        clock=clock,
        real=real,
        terms=ConsentTerms(
            settings.consent_version,
            settings.consent_date,
            settings.operator_name or "",
            settings.operator_address or "",
            settings.operator_register or "",
            settings.retention_days,
        ),
        consent=consent,
        names=Names(settings.names_in_messages.value),
        texts=_texts(),
        files=ImportFiles(settings.files_dir),
        admins=settings.admin_ids,
        customs=Customs(month_day=settings.plan_month_day),
        offer_window=timedelta(minutes=settings.offer_minutes),
    )
