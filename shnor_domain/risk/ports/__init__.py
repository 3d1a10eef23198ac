"""What risk profiles need from storage."""

from shnor_domain.risk.ports.cases import CaseStore, ClosedLeft
from shnor_domain.risk.ports.deeds import DeedStore
from shnor_domain.risk.ports.outside import ProfileFiles, RiskLands, RiskPeople
from shnor_domain.risk.ports.profiles import FactorStore, ProfileStore, ProtocolStore
from shnor_domain.risk.ports.programmes import ProgrammeStore
from shnor_domain.risk.ports.work import RiskWork

__all__ = [
    "CaseStore",
    "ClosedLeft",
    "DeedStore",
    "FactorStore",
    "ProfileFiles",
    "ProfileStore",
    "ProgrammeStore",
    "ProtocolStore",
    "RiskLands",
    "RiskPeople",
    "RiskWork",
]
