"""Faults on demand: the next calls fail as Telegram and the network fail."""

from dataclasses import dataclass

from bot.sandbox.json_types import JsonObject

KINDS = ("429", "500", "502", "drop", "lost_answer")


@dataclass(slots=True)
class Fault:
    """`method` and `chat_id` narrow it, None means any; `times` is how many calls are left to fail."""

    kind: str
    method: str | None = None
    chat_id: int | None = None
    retry_after: int = 5
    times: int = 1

    def hits(self, method: str, chat_id: int | None) -> bool:
        same_method = self.method is None or self.method.lower() == method.lower()
        return same_method and (self.chat_id is None or self.chat_id == chat_id)


class Faults:
    def __init__(self) -> None:
        self._faults: list[Fault] = []

    def add(self, fields: JsonObject) -> None:
        """Raises ValueError for an unknown kind and TypeError for an unknown field."""
        fault = Fault(**{**fields, "kind": str(fields.get("kind"))})
        if fault.kind not in KINDS:
            raise ValueError(f"kind must be one of {', '.join(KINDS)}")
        self._faults.append(fault)

    def clear(self) -> None:
        self._faults.clear()

    def next_for(self, method: str, chat_id: int | None) -> Fault | None:
        """Return the oldest fault that hits this call, spending one of its times."""
        for fault in self._faults:
            if fault.hits(method, chat_id):
                fault.times -= 1
                if fault.times <= 0:
                    self._faults.remove(fault)
                return fault
        return None

    def left(self) -> list[JsonObject]:
        return [{"kind": fault.kind, "method": fault.method, "chat_id": fault.chat_id, "times": fault.times}
                for fault in self._faults]  # fmt: skip
