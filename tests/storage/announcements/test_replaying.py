"""The same tap on «Отправить», fed once more after a crash."""

from datetime import timedelta

from shnor_domain.announcements.model import Start
from shnor_domain.announcements.use_cases.looking import ListAnnouncements
from shnor_domain.storage.current import UpdateInHand, update_in_hand
from shnor_domain.storage.inbox import Arrived, InboxStore
from tests.storage.announcements.conftest import Folk
from tests.support.announced import Square


async def test_a_tap_fed_again_after_its_time_has_passed_gives_the_first_number(square: Square, folk: Folk) -> None:
    village = square.village
    soon = Start(at=village.clock.at + timedelta(seconds=30))
    await InboxStore(village.database).accept([Arrived(1, folk.coordinator.chat, "message", "{}", village.clock.at)])
    token = update_in_hand.set(UpdateInHand(1, folk.coordinator.chat))
    try:
        first = await square.announces(folk.coordinator, village.municipality, start=soon)
        square.passes(timedelta(seconds=40))
        assert await square.announces(folk.coordinator, village.municipality, start=soon) == first
    finally:
        update_in_hand.reset(token)
    assert (await square.use(ListAnnouncements)(folk.coordinator)).total == 1
