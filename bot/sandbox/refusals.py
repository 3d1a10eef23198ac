"""Refusals of the control addresses: a code for tests, words for the visitor of the page (texts: refusals.json)."""

import json
from functools import cache
from pathlib import Path

from aiohttp import web

from bot.sandbox.json_types import JsonObject


@cache
def _texts() -> dict[str, str]:
    texts: dict[str, str] = json.loads(Path(__file__).with_name("refusals.json").read_text(encoding="utf-8"))
    return texts


class Refusal(Exception):
    """Answered as `{"code": …, "error": …[, "detail": …]}` with `status`."""

    def __init__(self, status: int, code: str, detail: str = "") -> None:
        super().__init__(code)
        self.status = status
        self.code = code
        self.detail = detail

    def response(self) -> web.Response:
        body: JsonObject = {"code": self.code, "error": _texts()[self.code]}
        if self.detail:
            body["detail"] = self.detail
        return web.json_response(body, status=self.status)
