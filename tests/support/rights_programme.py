"""Rows of the table of rights for versions of a programme, and for its readers."""

from shnor_domain.errors import Stale
from shnor_domain.seminars.errors import NotApproved
from tests.support.event_nest import seminar_event, seminar_version
from tests.support.request_nest import asked, cycle_of
from tests.support.rights_rows import COLLEAGUE, Guarded

_LEADS = frozenset({"lead of another municipality"})
"""As `OneRequest`: what stands in their municipality alone is not told to them."""

SEMINAR_PROGRAMME = {
    "ApproveVersion": Guarded("region", lambda nest: (seminar_version(nest),)),
    "OneEvent": Guarded("teacher", lambda nest: (seminar_event(nest, "open"),), also=COLLEAGUE),
    "OneVersion": Guarded("region", lambda nest: (seminar_version(nest),)),
    "PreviewPublication": Guarded("region", lambda nest: (seminar_version(nest),)),
    "ProgrammeForMe": Guarded("teacher", lambda nest: (cycle_of(nest),), quiet=True, also=COLLEAGUE),
    "PublishVersion": Guarded("region", lambda nest: (seminar_version(nest),), unless=NotApproved),
    "ReturnVersion": Guarded("region", lambda nest: (seminar_version(nest), "Посторонняя причина")),
    "SubmitVersion": Guarded("region", lambda nest: (cycle_of(nest),), unless=Stale),
    "VersionsOfCycle": Guarded("region", lambda nest: (cycle_of(nest),)),
    "WaitingVersions": Guarded("region", quiet=True),
    "WhatAnswers": Guarded(
        "lead", lambda nest: (asked(nest, "open"),), also=frozenset({"lead of another municipality"})
    ),
    "WithdrawVersion": Guarded("region", lambda nest: (seminar_version(nest),)),
}
