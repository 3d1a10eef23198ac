"""What road maps need from storage."""

from shnor_domain.roadmap.ports.answering import PlanLands, PlanPeople
from shnor_domain.roadmap.ports.evidence import EvidenceStore
from shnor_domain.roadmap.ports.plans import PlanStore
from shnor_domain.roadmap.ports.work import RoadmapWork

__all__ = ["EvidenceStore", "PlanLands", "PlanPeople", "PlanStore", "RoadmapWork"]
