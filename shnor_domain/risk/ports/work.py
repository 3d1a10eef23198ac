"""The unit of work of risk profiles."""

from typing import Protocol

from shnor_domain.notifications.ports import NoticePlanner
from shnor_domain.people.ports import Audit, Lands, Places
from shnor_domain.risk.ports.cases import CaseStore
from shnor_domain.risk.ports.deeds import DeedStore
from shnor_domain.risk.ports.outside import RiskLands, RiskPeople
from shnor_domain.risk.ports.profiles import FactorStore, ProfileStore, ProtocolStore
from shnor_domain.risk.ports.programmes import ProgrammeStore
from shnor_domain.territories.ports import SchoolStore
from shnor_domain.work import Work


class RiskWork(Work, Protocol):
    """A unit of work with all that risk profiles need."""

    @property
    def risk_factors(self) -> FactorStore: ...

    @property
    def risk_profiles(self) -> ProfileStore: ...

    @property
    def risk_cases(self) -> CaseStore: ...

    @property
    def risk_programmes(self) -> ProgrammeStore: ...

    @property
    def risk_protocols(self) -> ProtocolStore: ...

    @property
    def factor_deeds(self) -> DeedStore: ...

    @property
    def plan_people(self) -> RiskPeople: ...

    @property
    def plan_lands(self) -> RiskLands: ...

    @property
    def schools(self) -> SchoolStore: ...

    @property
    def places(self) -> Places: ...

    @property
    def lands(self) -> Lands: ...

    @property
    def audit(self) -> Audit: ...

    @property
    def notices(self) -> NoticePlanner: ...
