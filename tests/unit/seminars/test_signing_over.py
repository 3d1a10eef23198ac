"""What a reminder that holds no more says to who keeps seats of her school, and to who sat there (J8, J9)."""

from typing import Any

import pytest

from handlers.seminars.signing.notices import became
from shnor_domain.identity import PersonId, RegionId, SchoolId
from shnor_domain.seminars.events.model import Event, EventId, EventState
from shnor_domain.seminars.model import CycleId
from shnor_domain.seminars.requests.model import Route
from shnor_domain.seminars.signing.model import SignUp, SignUpId, SignUpState, Sits
from shnor_domain.seminars.signing.telling import SeatFact
from tests.support.event_land import OCTOBER_14, lesson, terms

LEAD, OTHER = PersonId(1), PersonId(2)


def fact(state: SignUpState, **more: Any) -> SeatFact:
    """Seats that the lead keeps for her school."""
    event = Event(
        id=EventId(1), region=RegionId(1), cycle=CycleId(1), zone="Asia/Yakutsk", route=Route.PLAN,
        state=EventState.OPEN, since=OCTOBER_14, lessons=(lesson(),), terms=terms(PersonId(9)),
    )  # fmt: skip
    usual: dict[str, Any] = {"sits": Sits.KEPT, "person": None, "by": LEAD} | more
    signup = SignUp(
        SignUpId(1), event.id, school=SchoolId(1), municipality=None, made=OCTOBER_14, state=state, **usual
    )  # fmt: skip
    return SeatFact(signup, event, None, event.lessons[0], None, None)


@pytest.mark.parametrize(
    ("of", "said"),
    [
        (fact(SignUpState.NAMED), "named"),
        (fact(SignUpState.LIVE, by=OTHER), "handed"),
        (fact(SignUpState.LIVE), "moved"),
        (fact(SignUpState.CANCELLED), "left"),
        (fact(SignUpState.CANCELLED, sits=Sits.SELF, person=LEAD), "left"),
    ],
)
def test_a_reminder_of_kept_seats_says_what_became_of_them(of: SeatFact, said: str) -> None:
    assert of.lesson is not None
    assert became(of, of.lesson, LEAD) == said
