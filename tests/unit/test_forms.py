"""A chat's forms are read once an update, whatever asks for them."""

from aiogram.fsm.storage.base import StorageKey

from bot.forms import FormStorage
from shnor_domain.storage.current import NO_FORM, FormFound, FormWrite, UpdateInHand, update_in_hand

CHAT, OTHER = 7, 8
STACK, WINDOW, STRANGER = (StorageKey(1, chat, chat, destiny=name) for chat, name in
                           ((CHAT, "stack"), (CHAT, "window"), (OTHER, "stack")))  # fmt: skip
PREFIX = "form:1:7:7:"


class Rows:
    """What lies in the table, and how often it was asked for."""

    def __init__(self) -> None:
        self.asked: list[str | int] = []
        self.kept: dict[str, FormFound] = {PREFIX + "stack": ("s:1", '{"a": 1}'), PREFIX + "window": (None, '{"b": 2}')}

    async def read(self, key: str) -> FormFound:
        self.asked.append(key)
        return self.kept.get(key, NO_FORM)

    async def of_lane(self, lane: int) -> dict[str, FormFound]:
        self.asked.append(lane)
        return dict(self.kept)

    async def write(self, key: str, change: FormWrite) -> None:
        raise AssertionError("an update in hand writes when it is done")


async def test_stack_and_windows_of_an_update_are_one_read_and_its_own_writes_are_seen() -> None:
    rows = Rows()
    storage, token = FormStorage(rows), update_in_hand.set(UpdateInHand(1, CHAT))
    try:
        assert await storage.get_state(STACK) == "s:1" and await storage.get_data(STACK) == {"a": 1}
        assert await storage.get_data(WINDOW) == {"b": 2} and await storage.get_state(WINDOW) is None
        assert rows.asked == [CHAT]
        await storage.set_data(WINDOW, {"b": 3})
        assert await storage.get_data(WINDOW) == {"b": 3}
        assert await storage.get_data(STRANGER) == {}
        assert rows.asked[1:] == ["form:1:8:8:stack"], "another chat's form is none of this update's"
    finally:
        update_in_hand.reset(token)


async def test_after_a_deletion_nothing_that_was_read_before_is_told_again() -> None:
    rows, current = Rows(), UpdateInHand(1, CHAT)
    storage, token = FormStorage(rows), update_in_hand.set(current)
    try:
        assert await storage.get_data(STACK) == {"a": 1}
        rows.kept.clear()
        current.forgotten = True
        assert await storage.get_data(STACK) == {} and await storage.get_state(STACK) is None
    finally:
        update_in_hand.reset(token)
