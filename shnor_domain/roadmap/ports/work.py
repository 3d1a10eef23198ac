"""The unit of work of road maps."""

from typing import Protocol

from shnor_domain.notifications.ports import NoticePlanner
from shnor_domain.people.ports import Audit
from shnor_domain.roadmap.ports.answering import PlanLands, PlanPeople
from shnor_domain.roadmap.ports.evidence import EvidenceStore
from shnor_domain.roadmap.ports.plans import PlanStore
from shnor_domain.work import Work


class RoadmapWork(Work, Protocol):
    """A unit of work with all that road maps need."""

    @property
    def plans(self) -> PlanStore: ...

    @property
    def evidence(self) -> EvidenceStore: ...

    @property
    def plan_people(self) -> PlanPeople: ...

    @property
    def plan_lands(self) -> PlanLands: ...

    @property
    def audit(self) -> Audit: ...

    @property
    def notices(self) -> NoticePlanner: ...
