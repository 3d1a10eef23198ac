"""Delivery of notices, the reach of people, and what an operator may ask."""

from shnor_domain.notifications.use_cases.deliver import Deliver
from shnor_domain.notifications.use_cases.delivery import Delivery
from shnor_domain.notifications.use_cases.reach import ComeBack, MarkUnreachable, MoveChat
from shnor_domain.notifications.use_cases.remind import RemindTomorrow
from shnor_domain.notifications.use_cases.upkeep import (
    CheckKinds,
    FreeLeases,
    ListNotices,
    MeasureBacklog,
    NextWake,
    RequeueNotice,
)

__all__ = [
    "CheckKinds",
    "ComeBack",
    "Deliver",
    "Delivery",
    "FreeLeases",
    "ListNotices",
    "MarkUnreachable",
    "MeasureBacklog",
    "MoveChat",
    "NextWake",
    "RemindTomorrow",
    "RequeueNotice",
]
