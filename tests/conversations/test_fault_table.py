"""The fault table: what each answer of the Bot API means for the message that meets it."""

from collections.abc import AsyncIterator

import pytest

from shnor_domain.messaging import ChatId, Message
from tests.support.fault_table import ROWS, Row, Way, detail_of
from tests.support.faulty_line import Exchange, exchange

HER, HIM = ChatId(1001), ChatId(1002)
HELLO = Message("Здравствуйте")


@pytest.fixture
async def place() -> AsyncIterator[Exchange]:
    """Two people have started the bot."""
    async with exchange() as made:
        await made.settle(2)
        yield made


@pytest.mark.parametrize("row", ROWS, ids=str)
async def test_each_answer_has_its_meaning_in_the_words_of_the_domain(place: Exchange, row: Row) -> None:
    place.meets(HER, row.meets)
    if row.said is None:
        assert (await place.messenger.send(HER, HELLO)).startswith(f"{HER}:")
    else:
        with pytest.raises(row.said) as raised:
            await place.messenger.send(HER, HELLO)
        assert detail_of(raised.value) == row.detail
    calls = 0 if row.meets is None else 2 if row.way is Way.AT_ONCE else 1
    assert place.line.calls_to(HER) == ["sendMessage"] * calls, "a send is never repeated blindly"
    await place.messenger.send(HIM, HELLO)
    said = await place.said()
    assert said.get(HER, []) == [HELLO.text] * (row.said is None or row.arrived)
    assert said[HIM] == [HELLO.text], "the next one is not affected"
