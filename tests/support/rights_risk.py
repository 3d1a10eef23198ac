"""Competence tables, results, risk profiles."""

from datetime import date
from typing import Any

from shnor_domain.competence.model import Counts
from shnor_domain.results.clusters import Cluster
from shnor_domain.results.entering import Entry
from shnor_domain.results.procedures import ProcedureCode
from shnor_domain.results.thresholds import Combine, ThresholdId, ThresholdProfile
from shnor_domain.risk.factors import FactorCode, Significance
from shnor_domain.risk.model import CaseId, Decision
from shnor_domain.risk.model import ProfileId as RiskProfileId
from shnor_domain.risk.programmes import Part, ProgrammeId
from shnor_domain.risk.programmes import RemarkId as ProgrammeRemarkId
from shnor_domain.risk.use_cases.profiles import Entered
from shnor_domain.territories.model import SchoolYear
from tests.support.evidence_files import PDF
from tests.support.rights_rows import Arguments, Guarded
from tests.support.strangers import Nest
from tests.support.village import CHEMISTRY


def _counted(*more: Any) -> Arguments:
    return lambda nest: (nest.village.municipality, SchoolYear(2026), *more)


COMPETENCE = {
    "CompetencePlaces": Guarded("coordinator", quiet=True),
    "CompetenceYears": Guarded("coordinator", lambda nest: (nest.village.municipality,)),
    "DropCounts": Guarded("coordinator", _counted(CHEMISTRY)),
    "EnterCounts": Guarded("coordinator", _counted(CHEMISTRY, Counts(3, 4, 7, 2))),
    "EnterHeadcount": Guarded("coordinator", _counted(2)),
    "ShowCompetence": Guarded("coordinator", _counted()),
}


def _school(*more: Any) -> Arguments:
    return lambda nest: (nest.school(), *more)


def _profile(nest: Nest) -> ThresholdProfile:
    number, region = ThresholdId(nest.ids["threshold"]), nest.village.region.region
    return ThresholdProfile(number, "Порог", "письмо", date(2026, 9, 1), 300, 2, 2, Combine.OR, region=region)


SPRING, MATHS = SchoolYear(2025), ProcedureCode("vpr-math-5")

SAME_REGION = frozenset({"coordinator of another municipality"})

RESULTS = {
    "AddProfile": Guarded("region", lambda nest: (nest.village.region.region, _profile(nest))),
    "ChangeProfile": Guarded("region", lambda nest: (_profile(nest),)),
    "ChooseProfile": Guarded("region", lambda nest: (nest.village.region.region, _profile(nest).id)),
    "ClusterHistory": Guarded("lead", _school()),
    "ClusterMoves": Guarded("coordinator", lambda nest: (nest.village.municipality,)),
    "DropResult": Guarded("lead", _school(SPRING, MATHS)),
    "EnterCluster": Guarded("coordinator", _school(SPRING, Cluster.BASE, "список")),
    "EnterResults": Guarded("lead", _school((Entry(SPRING, MATHS, 20, 5),), "отчёт")),
    "ListProfiles": Guarded("coordinator", lambda nest: (nest.village.region.region,), also=SAME_REGION),
    "MarkBiased": Guarded("coordinator", _school(SPRING, MATHS, True)),
    "ResultsOf": Guarded("lead", _school()),
    "ResultsOfSchools": Guarded("lead", quiet=True),
    "ResultsSummary": Guarded("coordinator", lambda nest: (nest.village.municipality,)),
    "ResultsTable": Guarded("coordinator", lambda nest: (nest.village.municipality,)),
    "SchoolsOverThreshold": Guarded("coordinator", lambda nest: (nest.village.municipality,)),
    "SetWithoutEge": Guarded("lead", _school(True)),
}


def _case(step: str, *more: Any) -> Arguments:
    return lambda nest: (CaseId(nest.ids[f"case {step}"]), *more)


def _asked(step: str, *more: Any) -> Arguments:
    """With the instant at which everything in the nest was asked."""
    return lambda nest: (CaseId(nest.ids[f"case {step}"]), nest.village.clock.now(), *more)


def _programme(step: str, *more: Any) -> Arguments:
    return lambda nest: (ProgrammeId(nest.ids[f"programme {step}"]), *more)


def _factor(*more: Any) -> Arguments:
    return lambda nest: (nest.village.region.region, *more)


def _deed(ref: str) -> Arguments:
    return lambda nest: (nest.school(), RISK_FACTOR, nest.ids[ref])


def _entered(nest: Nest) -> tuple[Any, ...]:
    return (nest.school(), Entered(date(2026, 9, 14), "ФИС ОКО", {RISK_FACTOR: Significance.LOW}))


RISK_FACTOR = FactorCode("nest-pending")

RISK = {
    "ActivateFactor": Guarded("lead", _case("verified", date(2026, 9, 14))),
    "AddFactor": Guarded("region", _factor("Питание", "Питание школьников", "приказ")),
    "AgreeProgramme": Guarded("curator", _programme("sent")),
    "AttachProgramme": Guarded("lead", _case("activated", PDF, "a.pdf")),
    "CarryOver": Guarded("lead", lambda nest: (nest.school(),)),
    "CloseFactor": Guarded("lead", _case("activated", "закуплено")),
    "CloseProgrammeRemark": Guarded(
        "lead", lambda nest: (*_case("sent")(nest), ProgrammeRemarkId(nest.ids["programme remark"]))
    ),
    "ConfirmClosing": Guarded("curator", _asked("closing")),
    "ConfirmDecision": Guarded("curator", _asked("decided")),
    "DecideFactor": Guarded("lead", _case("pending", Decision.CONFIRMED)),
    "EnterProfile": Guarded("observer", _entered),
    "FactorDeeds": Guarded("lead", lambda nest: (nest.school(), RISK_FACTOR)),
    "FactorsOfItem": Guarded("lead", lambda nest: (nest.school(), nest.ids["item open"])),
    "FindRiskSchool": Guarded("coordinator", lambda nest: ("1",), quiet=True),
    "MoveFactor": Guarded("region", _factor(RISK_FACTOR, False)),
    "NoteBooking": Guarded("curator", _deed("curator's booking")),
    "OfferFactor": Guarded("region", _factor(RISK_FACTOR, False)),
    "ProfileFile": Guarded("lead", lambda nest: (RiskProfileId(nest.ids["profile"]),)),
    "ProfileVersions": Guarded("lead", lambda nest: (nest.school(),)),
    "ProgrammeFile": Guarded("curator", _programme("sent")),
    "ReadFactors": Guarded("region", _factor()),
    "RenameFactor": Guarded("region", _factor(RISK_FACTOR, "Питание")),
    "ReturnClosing": Guarded("curator", _asked("closing", "нет акта")),
    "ReturnDecision": Guarded("curator", _asked("decided", "нет обоснования")),
    "ReturnProgramme": Guarded("curator", _programme("sent", ["нет сроков"])),
    "RiskCounts": Guarded("coordinator", quiet=True),
    "SchoolProtocols": Guarded("lead", lambda nest: (nest.school(),)),
    "SendProgramme": Guarded("lead", lambda nest: (*_case("drafted")(nest), *_programme("drafted")(nest))),
    "ShowFactor": Guarded("lead", _case("sent")),
    "FactorsOfSchool": Guarded("lead", lambda nest: (nest.school(),)),
    "ShowRisk": Guarded("lead", lambda nest: (nest.school(),)),
    "TagItem": Guarded("curator", _deed("item open")),
    "TickParts": Guarded("lead", _case("activated", {Part.GOAL})),
    "UntagItem": Guarded("curator", _deed("item open")),
    "WaitingRisk": Guarded("curator", quiet=True),
    "WriteProgramme": Guarded("lead", _case("activated", Part.GOAL, "Мастерские")),
    "WriteProtocol": Guarded("curator", lambda nest: (nest.school(), date(2026, 9, 14), [RISK_FACTOR], "Решили")),
}
