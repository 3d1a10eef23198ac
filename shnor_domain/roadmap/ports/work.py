"""The unit of work of road maps."""

from typing import Protocol

from shnor_domain.notifications.ports import NoticePlanner
from shnor_domain.people.ports import Audit, Lands, Places
from shnor_domain.roadmap.ports.answering import PlanLands, PlanPeople
from shnor_domain.roadmap.ports.boards import PlanBoard
from shnor_domain.roadmap.ports.evidence import EvidenceStore
from shnor_domain.roadmap.ports.plans import PlanStore
from shnor_domain.roadmap.ports.shifts import ShiftStore
from shnor_domain.work import Work


class RoadmapWork(Work, Protocol):
    """A unit of work with all that road maps need."""

    @property
    def plans(self) -> PlanStore: ...

    @property
    def boards(self) -> PlanBoard: ...

    @property
    def shifts(self) -> ShiftStore: ...

    @property
    def evidence(self) -> EvidenceStore: ...

    @property
    def plan_people(self) -> PlanPeople: ...

    @property
    def plan_lands(self) -> PlanLands: ...

    @property
    def places(self) -> Places: ...

    @property
    def lands(self) -> Lands: ...

    @property
    def audit(self) -> Audit: ...

    @property
    def notices(self) -> NoticePlanner: ...
