"""What those who decide on people find in the menu."""

from typing import Any

from dishka import FromDishka
from dishka.integrations.aiogram_dialog import inject

from handlers.menu.entries import Entry, Section, having
from handlers.people.states import People, Waiting
from shnor_domain.identity import Actor
from shnor_domain.people.use_cases.rights import DECIDING
from shnor_domain.people.use_cases.waiting import WaitingApplications


@inject
async def waiting_count(*, actor: Actor, waiting: FromDishka[WaitingApplications], **_: Any) -> int:
    """How many wait for a decision of hers."""
    return (await waiting(actor)).count


WAITING = (Entry("waits-people", Waiting.all, having(*DECIDING), Section.SCHOOL, count=waiting_count),)
ENTRIES = (Entry("people", People.all, having(*DECIDING), Section.TERRITORY),)
