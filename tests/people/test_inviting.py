"""`shnor-bot invite`: the deep link is the last line, and it seats its first user at once."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.commands.invite import Invitation
from bot.failures import StartFailure, WrongToken
from bot.inviting import invite
from bot.settings import Settings
from shnor_domain.identity import Role, Territory
from shnor_domain.people.use_cases.role_link import UseRoleLink
from tests.support.village import Village

TOKEN = "123456789:" + "a" * 35


@asynccontextmanager
async def bot_api() -> AsyncIterator[str]:
    async def me(request: web.Request) -> web.Response:
        if TOKEN not in request.path:
            return web.json_response({"ok": False, "error_code": 401, "description": "Unauthorized"}, status=401)
        bot = {"id": 123456789, "is_bot": True, "first_name": "Bot", "username": "sample_bot"}
        return web.json_response({"ok": True, "result": bot})

    app = web.Application()
    app.router.add_route("*", "/{path:.*}", me)
    async with TestServer(app) as server:
        yield str(server.make_url("")).rstrip("/")


def settings(village: Village, api: str, token: str = TOKEN) -> Settings:
    address = village.database.engine.url.render_as_string(hide_password=False)
    return Settings(_env_file=None, bot_token=token, api_url=api, database_url=address)  # type: ignore[call-arg, arg-type]


async def test_the_operator_names_places_as_people_do(village: Village) -> None:
    async with bot_api() as api:
        for role, region, unit, school, where in (
            (Role.ADMIN, None, None, None, Territory()),
            (Role.REGIONAL_COORDINATOR, "Республика", None, None, village.region),
            (Role.MUNICIPAL_COORDINATOR, None, "Ближний", None, village.municipality),
            (Role.SCHOOL_LEAD, None, "Ближний", "1", village.school),
        ):
            link = await invite(settings(village, api), Invitation(role, region, unit, school, (), 14))
            start, _, code = link.partition("?start=")
            assert start == "https://t.me/sample_bot"
            person = await village.newcomer()
            place = await village.use(UseRoleLink)(person, code, "Первая")
            assert (place.role, place.territory, place.verified) == (role, where, True)


async def test_what_cannot_be_is_one_line(village: Village) -> None:
    before = await village.dump()
    async with bot_api() as api:
        for invitation in (
            Invitation(Role.SCHOOL_LEAD, None, "Ближний", None, (), 14),
            Invitation(Role.SCHOOL_LEAD, None, "Нигде", "1", (), 14),
            Invitation(Role.MUNICIPAL_COORDINATOR, None, "Ближний", None, (), 1000),
            Invitation(Role.METHODIST, "Республика", None, None, ("магия",), 14),
        ):
            with pytest.raises(StartFailure) as failed:
                await invite(settings(village, api), invitation)
            assert "\n" not in failed.value.line
        with pytest.raises(WrongToken):
            await invite(settings(village, api, token="1:" + "b" * 35), Invitation(Role.ADMIN, None, None, None, (), 1))
    assert {**await village.dump(), "subject": [], "day_off": []} == {**before, "subject": [], "day_off": []}
