"""Road maps: plans, items, evidence, boards, notices."""

from datetime import date
from typing import Any

from shnor_domain.notifications.model import NoticeId
from shnor_domain.roadmap.evidence import EvidenceId, EvidenceKind, RemarkId
from shnor_domain.roadmap.ladder import Rung
from shnor_domain.roadmap.model import Delay, ItemId, PlanId, Programme, ShiftId
from shnor_domain.roadmap.periods.model import Period
from shnor_domain.roadmap.sending import Sent
from shnor_domain.roadmap.use_cases.shifting import Wanted as ShiftWanted
from tests.support.evidence_files import PDF
from tests.support.rights_rows import Arguments, Guarded
from tests.support.strangers import SECRET, Nest
from tests.support.village import whose


def _region(body: str | None = None, person: str = "") -> Arguments:
    def given(nest: Nest) -> tuple[Any, ...]:
        region = nest.village.region.region
        return (region,) if body is None else (region, body, whose(nest.near[person]))

    return given


PLANS = {
    "BodiesOf": Guarded("region", _region()),
    "BringsPlansFor": Guarded("coordinator", quiet=True),
    "NameBody": Guarded("region", _region(f"{SECRET} совет", "lead")),
    "UnnameBody": Guarded("region", _region(f"{SECRET} совет", "host")),
}

NOTICES = {
    "CountUnreached": Guarded("coordinator", quiet=True),
    "RemindTomorrow": Guarded("lead", lambda nest: (NoticeId(nest.ids["digest"]),)),
    "WhomNothingReaches": Guarded("coordinator", quiet=True),
}


def _item(state: str, *more: Any) -> Arguments:
    return lambda nest: (ItemId(nest.ids[f"item {state}"]), *more)


def _evidence(state: str, *more: Any) -> Arguments:
    return lambda nest: (EvidenceId(nest.ids[f"evidence {state}"]), *more)


EVIDENCE = {
    "CloseRemark": Guarded("lead", lambda nest: (*_item("open")(nest), RemarkId(nest.ids["remark"]))),
    "ConfirmEvidence": Guarded("curator", _evidence("waiting")),
    "CountReviews": Guarded("curator", quiet=True),
    "EraseVersion": Guarded("lead", _evidence("waiting")),
    "EvidenceFile": Guarded("curator", _evidence("waiting")),
    "ReopenItem": Guarded("curator", _evidence("confirmed", ["нет подписи"])),
    "ReturnEvidence": Guarded("curator", _evidence("waiting", ["нет подписи"])),
    "SayDelay": Guarded("lead", _item("open", Delay.NEED_HELP)),
    "SendEvidence": Guarded("lead", _item("open", Sent(EvidenceKind.FILE, "", PDF, "a.pdf"))),
    "ShowItem": Guarded("lead", _item("open")),
    "WaitingReviews": Guarded("curator", quiet=True),
}


def _plan(*more: Any) -> Arguments:
    return lambda nest: (PlanId(nest.ids["plan with evidence"]), *more)


def _shift(*more: Any) -> Arguments:
    return lambda nest: (ShiftWanted(nest.village.municipality, None, 7), *more)


BOARDS = {
    "AddItem": Guarded("coordinator", _plan("Ещё пункт", Period("без срока"))),
    "DateItem": Guarded("coordinator", _item("open", Period("без срока"))),
    "DropItem": Guarded("coordinator", _item("open")),
    "ListShifts": Guarded("coordinator", quiet=True),
    "MyItems": Guarded("lead", quiet=True),
    "NameReviewer": Guarded("coordinator", _item("open", Rung.REGION)),
    "OfferProgramme": Guarded("coordinator", lambda nest: (nest.village.municipality, Programme.MEDK)),
    "OpenParts": Guarded("coordinator", lambda nest: (ItemId(nest.ids["item with parts"]),)),
    "OpenPlan": Guarded("lead", _plan()),
    "PlanAsTable": Guarded("lead", _plan()),
    "PlansInReach": Guarded("lead", quiet=True),
    "CountBack": Guarded("coordinator", lambda nest: (nest.village.municipality, date(2026, 9, 29))),
    "CountDue": Guarded("coordinator", lambda nest: (nest.village.municipality, date(2026, 9, 29))),
    "PreviewShift": Guarded("coordinator", _shift()),
    "ReadTyped": Guarded("coordinator", _plan("май")),
    "RecurrenceOf": Guarded("lead", _item("open")),
    "ShiftItems": Guarded("coordinator", _shift("распутица")),
    "ShowOwnerItems": Guarded("lead", lambda nest: (nest.village.school,)),
    "ShowProgress": Guarded("coordinator", quiet=True),
    "StartPairPlan": Guarded("lead", lambda nest: (nest.village.school,)),
    "StartProgramme": Guarded("coordinator", lambda nest: (nest.village.municipality, Programme.MEDK)),
    "UndoShift": Guarded("coordinator", lambda nest: (ShiftId(nest.ids["shift"]),)),
}
