"""The one unit of work: stores over one connection, each made when first asked for."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from contextvars import ContextVar
from functools import cached_property

from sqlalchemy.ext.asyncio import AsyncConnection

from shnor_domain.storage.announcements import AnnouncementsStore, AudiencesStore, RecipientsStore
from shnor_domain.storage.applied import AppliedStore
from shnor_domain.storage.competence.counts import CompetenceRows
from shnor_domain.storage.consultations.absences import Absences
from shnor_domain.storage.consultations.attendance import AttendanceRows
from shnor_domain.storage.consultations.bookings import Bookings
from shnor_domain.storage.consultations.calendar_files import CalendarFiles
from shnor_domain.storage.consultations.directory import ConsultationDirectory
from shnor_domain.storage.consultations.drafts import Drafts
from shnor_domain.storage.consultations.feedback import FeedbackRows
from shnor_domain.storage.consultations.letters import Letters
from shnor_domain.storage.consultations.requests import Requests
from shnor_domain.storage.consultations.sessions import Sessions
from shnor_domain.storage.consultations.slots import Slots
from shnor_domain.storage.consultations.statistics import StatisticsRows
from shnor_domain.storage.consultations.videos import Videos
from shnor_domain.storage.consultations.visits import Visits
from shnor_domain.storage.consultations.waitlist import Queues
from shnor_domain.storage.engine import Database
from shnor_domain.storage.notifications import MenuStore, OutboxStore, ReachStore, ReaderStore, UnreachedStore
from shnor_domain.storage.people.applications import ApplicationsStore
from shnor_domain.storage.people.consents import AuditStore, ConsentsStore
from shnor_domain.storage.people.forgets import Forgets
from shnor_domain.storage.people.links import LinksStore
from shnor_domain.storage.people.pairs import PairsStore
from shnor_domain.storage.people.people import PeopleStore
from shnor_domain.storage.people.places import PlacesStore
from shnor_domain.storage.people.tellings import Tellings
from shnor_domain.storage.pictures import PictureStore
from shnor_domain.storage.questions.answerers import Answerers
from shnor_domain.storage.questions.asked import AskedBeforeMeetings
from shnor_domain.storage.questions.meetings import Meetings
from shnor_domain.storage.questions.questions import Questions
from shnor_domain.storage.results.clusters import ClustersStore
from shnor_domain.storage.results.profiles import ProfilesStore
from shnor_domain.storage.results.results import ResultsStore
from shnor_domain.storage.risk.cases import RiskCases
from shnor_domain.storage.risk.deeds import FactorDeeds
from shnor_domain.storage.risk.profiles import RiskFactors, RiskProfiles, RiskProtocols
from shnor_domain.storage.risk.programmes import RiskProgrammes
from shnor_domain.storage.roadmap.answering import PlanLandsStore, PlanPeopleStore
from shnor_domain.storage.roadmap.boards import PlanBoards
from shnor_domain.storage.roadmap.bodies import PlanBodiesStore
from shnor_domain.storage.roadmap.evidence import EvidenceRows
from shnor_domain.storage.roadmap.plans import PlansStore
from shnor_domain.storage.roadmap.shifts import Shifts
from shnor_domain.storage.schema.seminar_seats import EVENTS
from shnor_domain.storage.schema.waitlist import MEETINGS
from shnor_domain.storage.seats.offers import SeatOffers
from shnor_domain.storage.seats.queue_clock import QueueClockStore
from shnor_domain.storage.seminars.certificates import Certificates
from shnor_domain.storage.seminars.cycle import Cycles
from shnor_domain.storage.seminars.directory import SeminarNames
from shnor_domain.storage.seminars.events import Events
from shnor_domain.storage.seminars.lesson_times import HoursOfLessons
from shnor_domain.storage.seminars.materials import EventMaterials, EventRatings
from shnor_domain.storage.seminars.presence import PresenceRows
from shnor_domain.storage.seminars.programme import Programmes
from shnor_domain.storage.seminars.readers import Readers
from shnor_domain.storage.seminars.requests import SeminarRequests
from shnor_domain.storage.seminars.rooms import EventQueues, Quotas, Rooms
from shnor_domain.storage.seminars.signups import SignUps
from shnor_domain.storage.seminars.supports import RequestSupports
from shnor_domain.storage.seminars.tellings import SeminarTellings
from shnor_domain.storage.seminars.wishes import Wishes
from shnor_domain.storage.territories.calendars import CalendarsStore
from shnor_domain.storage.territories.called_off import CalledOffDays
from shnor_domain.storage.territories.lands import LandsStore
from shnor_domain.storage.territories.log import TerritoryLogStore
from shnor_domain.storage.territories.municipalities import MunicipalitiesStore
from shnor_domain.storage.territories.periods import HalfYears
from shnor_domain.storage.territories.schools import SchoolsStore
from shnor_domain.storage.territories.subjects import SubjectsStore
from shnor_domain.storage.traces import TraceStore


class SqlWork:
    """Has every store of every feature; features see only their own ports."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    @cached_property
    def applied(self) -> AppliedStore:
        """Results of the update in hand."""
        return AppliedStore(self._connection)

    @cached_property
    def traces(self) -> TraceStore:
        """What a chat leaves in inbox and forms, to be forgotten with its person."""
        return TraceStore(self._connection)

    @cached_property
    def notices(self) -> OutboxStore:
        """What must be said: features plan, delivery claims."""
        return OutboxStore(self._connection)

    @cached_property
    def readers(self) -> ReaderStore:
        """Whom notices go to."""
        return ReaderStore(self._connection)

    @cached_property
    def reach(self) -> ReachStore:
        """Which chats can be written to."""
        return ReachStore(self._connection)

    @cached_property
    def unreached(self) -> UnreachedStore:
        """Whom nothing reaches."""
        return UnreachedStore(self._connection)

    @cached_property
    def menus(self) -> MenuStore:
        """What command menu each chat has."""
        return MenuStore(self._connection)

    @cached_property
    def people(self) -> PeopleStore:
        """Persons, chats, settings."""
        return PeopleStore(self._connection)

    @cached_property
    def places(self) -> PlacesStore:
        """Roles of people in territories."""
        return PlacesStore(self._connection)

    @cached_property
    def applications(self) -> ApplicationsStore:
        """Applications for registration."""
        return ApplicationsStore(self._connection)

    @cached_property
    def links(self) -> LinksStore:
        """Links that let people in."""
        return LinksStore(self._connection)

    @cached_property
    def pairs(self) -> PairsStore:
        """Pairs by order."""
        return PairsStore(self._connection)

    @cached_property
    def consents(self) -> ConsentsStore:
        """Consents by version."""
        return ConsentsStore(self._connection)

    @cached_property
    def audit(self) -> AuditStore:
        """Every write by a coordinator."""
        return AuditStore(self._connection)

    @cached_property
    def tellings(self) -> Tellings:
        """What people are told about applications and roles."""
        return Tellings(self._connection, self.notices)

    @cached_property
    def forgets(self) -> Forgets:
        """Deletion of a person."""
        return Forgets(self._connection, self.notices, self.traces)

    @cached_property
    def slots(self) -> Slots:
        """Weekly rules of consultations."""
        return Slots(self._connection)

    @cached_property
    def sessions(self) -> Sessions:
        """Meetings of consultations."""
        return Sessions(self._connection)

    @cached_property
    def bookings(self) -> Bookings:
        """Seats and people's time."""
        return Bookings(self._connection)

    @cached_property
    def absences(self) -> Absences:
        """Hosts who are away, and meetings that leave their rule."""
        return Absences(self._connection)

    @cached_property
    def queues(self) -> Queues:
        """Who waits for a seat."""
        return Queues(self._connection)

    @cached_property
    def seat_offers(self) -> SeatOffers:
        """Seats held for who waits, and offers of them."""
        return SeatOffers(self._connection, MEETINGS)

    @cached_property
    def queue_clock(self) -> QueueClockStore:
        """When which queue is looked at."""
        return QueueClockStore(self._connection, MEETINGS, beats=1)

    @cached_property
    def drafts(self) -> Drafts:
        """Days of a region's plan that wait for a host."""
        return Drafts(self._connection)

    @cached_property
    def letters(self) -> Letters:
        """Letters of hosts to who is booked."""
        return Letters(self._connection)

    @cached_property
    def calendar_files(self) -> CalendarFiles:
        """What went to whose calendar."""
        return CalendarFiles(self._connection)

    @cached_property
    def consultation_requests(self) -> Requests:
        """Wishes where there is no weekly day."""
        return Requests(self._connection)

    @cached_property
    def videos(self) -> Videos:
        """Recorded consultations."""
        return Videos(self._connection)

    @cached_property
    def visits(self) -> Visits:
        """Consultations on site that schools ask for."""
        return Visits(self._connection)

    @cached_property
    def directory(self) -> ConsultationDirectory:
        """People and territories as consultations read them."""
        return ConsultationDirectory(self._connection)

    @cached_property
    def attendance(self) -> AttendanceRows:
        """What hosts and visitors say of meetings that are over."""
        return AttendanceRows(self._connection)

    @cached_property
    def feedback(self) -> FeedbackRows:
        """What meetings were worth to their visitors."""
        return FeedbackRows(self._connection)

    @cached_property
    def statistics(self) -> StatisticsRows:
        """Sums over consultations."""
        return StatisticsRows(self._connection)

    @cached_property
    def plans(self) -> PlansStore:
        """Road maps and their items."""
        return PlansStore(self._connection)

    @cached_property
    def boards(self) -> PlanBoards:
        """Plans as people look at them."""
        return PlanBoards(self._connection)

    @cached_property
    def shifts(self) -> Shifts:
        """Days of many items moved at once."""
        return Shifts(self._connection)

    @cached_property
    def evidence(self) -> EvidenceRows:
        """What was sent for items, and remarks."""
        return EvidenceRows(self._connection)

    @cached_property
    def plan_people(self) -> PlanPeopleStore:
        """Who answers for what of a plan."""
        return PlanPeopleStore(self._connection)

    @cached_property
    def plan_lands(self) -> PlanLandsStore:
        """Territories as plans need them."""
        return PlanLandsStore(self._connection)

    @cached_property
    def plan_bodies(self) -> PlanBodiesStore:
        """Bodies as a region's plans call them."""
        return PlanBodiesStore(self._connection)

    @cached_property
    def results(self) -> ResultsStore:
        """Results of procedures."""
        return ResultsStore(self._connection)

    @cached_property
    def profiles(self) -> ProfilesStore:
        """Threshold profiles."""
        return ProfilesStore(self._connection)

    @cached_property
    def clusters(self) -> ClustersStore:
        """Clusters by year."""
        return ClustersStore(self._connection)

    @cached_property
    def competence(self) -> CompetenceRows:
        """Counts of levels by subject."""
        return CompetenceRows(self._connection)

    @cached_property
    def risk_factors(self) -> RiskFactors:
        """The catalogue of risk factors."""
        return RiskFactors(self._connection)

    @cached_property
    def risk_profiles(self) -> RiskProfiles:
        """Risk profiles of schools by version."""
        return RiskProfiles(self._connection)

    @cached_property
    def risk_cases(self) -> RiskCases:
        """What schools do about factors."""
        return RiskCases(self._connection)

    @cached_property
    def risk_programmes(self) -> RiskProgrammes:
        """Anti-risk programmes and remarks on them."""
        return RiskProgrammes(self._connection)

    @cached_property
    def risk_protocols(self) -> RiskProtocols:
        """Protocols of curators."""
        return RiskProtocols(self._connection)

    @cached_property
    def factor_deeds(self) -> FactorDeeds:
        """Items and bookings that were done for factors."""
        return FactorDeeds(self._connection)

    @cached_property
    def announcements(self) -> AnnouncementsStore:
        """What coordinators tell many."""
        return AnnouncementsStore(self._connection)

    @cached_property
    def audiences(self) -> AudiencesStore:
        """Whom an announcement reaches."""
        return AudiencesStore(self._connection)

    @cached_property
    def recipients(self) -> RecipientsStore:
        """Copies of announcements and what became of them."""
        return RecipientsStore(self._connection)

    @cached_property
    def questions(self) -> Questions:
        """Questions without a meeting."""
        return Questions(self._connection)

    @cached_property
    def answerers(self) -> Answerers:
        """Who may answer questions."""
        return Answerers(self._connection)

    @cached_property
    def asked_before(self) -> AskedBeforeMeetings:
        """What people ask in writing before they meet."""
        return AskedBeforeMeetings(self._connection)

    @cached_property
    def meetings_asked(self) -> Meetings:
        """Bookings, as far as questions need them."""
        return Meetings(self._connection)

    @cached_property
    def municipalities(self) -> MunicipalitiesStore:
        """Regions and municipalities."""
        return MunicipalitiesStore(self._connection)

    @cached_property
    def schools(self) -> SchoolsStore:
        """Schools, their statuses by year."""
        return SchoolsStore(self._connection)

    @cached_property
    def subjects(self) -> SubjectsStore:
        """The catalogue of subjects."""
        return SubjectsStore(self._connection)

    @cached_property
    def calendars(self) -> CalendarsStore:
        """Working days and weekly days of territories."""
        return CalendarsStore(self._connection)

    @cached_property
    def called_off(self) -> CalledOffDays:
        """Days on which schools are closed by an act."""
        return CalledOffDays(self._connection)

    @cached_property
    def periods(self) -> HalfYears:
        """Half-years of regions."""
        return HalfYears(self._connection)

    @cached_property
    def seminar_cycles(self) -> Cycles:
        """Half-years of the permanent seminar, and its catalogues."""
        return Cycles(self._connection)

    @cached_property
    def seminar_wishes(self) -> Wishes:
        """What teachers wish for."""
        return Wishes(self._connection)

    @cached_property
    def seminar_readers(self) -> Readers:
        """Whom a cycle of the seminar concerns."""
        return Readers(self._connection)

    @cached_property
    def seminar_tellings(self) -> SeminarTellings:
        """What of the seminar is being told to a region."""
        return SeminarTellings(self._connection)

    @cached_property
    def seminar_requests(self) -> SeminarRequests:
        """Topics that schools want."""
        return SeminarRequests(self._connection)

    @cached_property
    def request_supports(self) -> RequestSupports:
        """Schools behind them."""
        return RequestSupports(self._connection)

    @cached_property
    def seminar_directory(self) -> SeminarNames:
        """Schools and factors as the seminar names them."""
        return SeminarNames(self._connection)

    @cached_property
    def seminar_events(self) -> Events:
        """Events of the permanent seminar and their lessons."""
        return Events(self._connection)

    @cached_property
    def lesson_times(self) -> HoursOfLessons:
        """Hours of who leads lessons."""
        return HoursOfLessons(self._connection)

    @cached_property
    def event_signups(self) -> SignUps:
        """Who takes part in events."""
        return SignUps(self._connection)

    @cached_property
    def presence(self) -> PresenceRows:
        """Who came to lessons."""
        return PresenceRows(self._connection)

    @cached_property
    def certificates(self) -> Certificates:
        """Certificates of events."""
        return Certificates(self._connection)

    @cached_property
    def event_seats(self) -> Rooms:
        """Seats of events."""
        return Rooms(self._connection)

    @cached_property
    def event_schools(self) -> Quotas:
        """What each school has of them."""
        return Quotas(self._connection)

    @cached_property
    def event_queue(self) -> EventQueues:
        """Who waits for a seat of an event."""
        return EventQueues(self._connection)

    @cached_property
    def event_offers(self) -> SeatOffers:
        """Seats of events held for who waits, and offers of them."""
        return SeatOffers(self._connection, EVENTS)

    @cached_property
    def event_clock(self) -> QueueClockStore:
        """When which queue of an event is looked at."""
        return QueueClockStore(self._connection, EVENTS, beats=2)

    @cached_property
    def event_materials(self) -> EventMaterials:
        """What is given along with events."""
        return EventMaterials(self._connection)

    @cached_property
    def event_ratings(self) -> EventRatings:
        """What events were worth to who came."""
        return EventRatings(self._connection)

    @cached_property
    def seminar_programmes(self) -> Programmes:
        """Versions of half-years' programmes."""
        return Programmes(self._connection)

    @cached_property
    def lands(self) -> LandsStore:
        """What people ask of territories."""
        return LandsStore(self._connection)

    @cached_property
    def pictures(self) -> PictureStore:
        """Pictures that the messenger has."""
        return PictureStore(self._connection)

    @cached_property
    def territory_log(self) -> TerritoryLogStore:
        """The audit log, for changes of reference data."""
        return TerritoryLogStore(self._connection)


_shared: ContextVar["tuple[Database, SqlWork] | None"] = ContextVar("one_state", default=None)


class Units:
    """Opens units of work over the database; `write` and `read` are what use cases take as `Opens`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @asynccontextmanager
    async def one_state(self) -> AsyncIterator[None]:
        """Port `OneState`: readers inside share a snapshot and its connection. Writers have their own, and what they
        write is not seen inside."""
        async with self._database.read() as connection:
            token = _shared.set((self._database, SqlWork(connection)))
            try:
                yield
            finally:
                _shared.reset(token)

    @asynccontextmanager
    async def write(self) -> AsyncIterator[SqlWork]:
        """A unit that commits at the end of the block."""
        async with self._database.write() as connection:
            yield SqlWork(connection)

    @asynccontextmanager
    async def read(self) -> AsyncIterator[SqlWork]:
        """A unit over a snapshot; inside of `one_state` over the one that is open."""
        shared = _shared.get()
        if shared is not None and shared[0] is self._database:
            yield shared[1]
            return
        async with self._database.read() as connection:
            yield SqlWork(connection)
