"""What road maps need from storage."""

from shnor_domain.roadmap.ports.answering import PlanLands, PlanPeople
from shnor_domain.roadmap.ports.boards import By, PlanBoard, ProgressRow
from shnor_domain.roadmap.ports.evidence import EvidenceFiles, EvidenceStore
from shnor_domain.roadmap.ports.plans import PlanStore
from shnor_domain.roadmap.ports.shifts import Before, Movable, ShiftStore
from shnor_domain.roadmap.ports.work import RoadmapWork

__all__ = [
    "Before",
    "By",
    "EvidenceFiles",
    "EvidenceStore",
    "Movable",
    "PlanBoard",
    "PlanLands",
    "PlanPeople",
    "PlanStore",
    "ProgressRow",
    "RoadmapWork",
    "ShiftStore",
]
