"""The unit of work of the permanent seminar."""

from typing import Protocol

from shnor_domain.notifications.ports import NoticePlanner
from shnor_domain.people.ports import Audit, Lands, People, Places
from shnor_domain.seminars.cycle.ports import CycleReaders, CycleStore, TellingStore, WishStore
from shnor_domain.seminars.events.ports import EventStore
from shnor_domain.seminars.programme.ports import ProgrammeStore
from shnor_domain.territories.period_ports import HalfYearStore
from shnor_domain.territories.ports import MunicipalityStore, SchoolStore, SubjectStore
from shnor_domain.work import Work


class SeminarWork(Work, Protocol):
    """Stores of half-years, cycles and wishes, people and the outbox."""

    @property
    def seminar_cycles(self) -> CycleStore: ...

    @property
    def seminar_wishes(self) -> WishStore: ...

    @property
    def seminar_readers(self) -> CycleReaders: ...

    @property
    def seminar_tellings(self) -> TellingStore: ...

    @property
    def seminar_events(self) -> EventStore: ...

    @property
    def seminar_programmes(self) -> ProgrammeStore: ...

    @property
    def periods(self) -> HalfYearStore: ...

    @property
    def notices(self) -> NoticePlanner: ...

    @property
    def people(self) -> People: ...

    @property
    def places(self) -> Places: ...

    @property
    def lands(self) -> Lands: ...

    @property
    def schools(self) -> SchoolStore: ...

    @property
    def municipalities(self) -> MunicipalityStore: ...

    @property
    def subjects(self) -> SubjectStore: ...

    @property
    def audit(self) -> Audit: ...
