"""Where dialogs keep what people have typed: our database, through the buffer of the update in hand (ADR 3)."""

import json
from collections.abc import Mapping
from typing import Any, Protocol

from aiogram.fsm.state import State
from aiogram.fsm.storage.base import BaseStorage, DefaultKeyBuilder, StateType, StorageKey

from shnor_domain.storage.current import NO_FORM, FormFound, FormWrite, update_in_hand

_KEYS = DefaultKeyBuilder(prefix="form", with_bot_id=True, with_destiny=True, with_business_connection_id=True)


class Rows(Protocol):
    """The table `form`, for reading and for writes that belong to no update."""

    async def read(self, key: str) -> FormFound: ...
    async def of_lane(self, lane: int) -> dict[str, FormFound]: ...
    async def write(self, key: str, change: FormWrite) -> None: ...


class FormStorage(BaseStorage):
    """While an update is in hand its writes wait in memory for «done» and its reads see them; else both go through.

    So an update that is fed again after a crash finds the window as it was before its first run.
    """

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    async def set_state(self, key: StorageKey, state: StateType = None) -> None:
        await self._put(key, "state", state.state if isinstance(state, State) else state)

    async def get_state(self, key: StorageKey) -> str | None:
        return await self._get(key, "state")

    async def set_data(self, key: StorageKey, data: Mapping[str, Any]) -> None:
        await self._put(key, "data", json.dumps(dict(data), ensure_ascii=False) if data else None)

    async def get_data(self, key: StorageKey) -> dict[str, Any]:
        found = await self._get(key, "data")
        data: dict[str, Any] = json.loads(found) if found else {}
        return data

    async def close(self) -> None:
        """The database is closed by whoever opened it."""

    async def _put(self, key: StorageKey, column: str, value: str | None) -> None:
        name, current = _KEYS.build(key), update_in_hand.get()
        if current is None:
            await self._rows.write(name, FormWrite(key.chat_id, {column: value}))
        else:
            current.forms.setdefault(name, FormWrite(key.chat_id)).columns[column] = value

    async def _get(self, key: StorageKey, column: str) -> str | None:
        name, current = _KEYS.build(key), update_in_hand.get()
        if current is not None and (buffered := current.forms.get(name)) and column in buffered.columns:
            return buffered.columns[column]
        state, data = await self._found(name, key.chat_id)
        return state if column == "state" else data

    async def _found(self, name: str, lane: int) -> FormFound:
        """A chat's forms are changed in its own lane alone: once read they are known to the end of its update."""
        current = update_in_hand.get()
        if current is None or current.lane != lane or current.forgotten:
            return await self._rows.read(name)
        if current.found is None:
            current.found = await self._rows.of_lane(lane)
        return current.found.get(name, NO_FORM)
