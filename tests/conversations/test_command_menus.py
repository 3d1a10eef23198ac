"""The command menu of a chat is sent only when it changed."""

from bot.command_menus import Command, CommandMenus
from bot.sender import Limits
from shnor_domain.messaging import ChatId
from shnor_domain.storage.engine import Database
from shnor_domain.storage.work import Units
from tests.support.wire import connected, refusal

TEACHER = [Command("consult", "записаться"), Command("my", "мои дела")]
HER = ChatId(1001)


async def test_the_same_menu_is_one_call_and_another_is_sent_again(sqlite_url: str) -> None:
    database = Database(sqlite_url)
    units = Units(database)
    async with connected(Limits(per_second=0)) as line:
        menus = CommandMenus(line.bot, units.read, units.write)
        assert await menus.show(HER, TEACHER)
        assert await menus.show(HER, TEACHER)
        assert line.wire.methods == ["setMyCommands"]
        assert await menus.show(HER, TEACHER[:1])
        assert await menus.show(ChatId(1002), TEACHER)
        assert line.wire.methods == ["setMyCommands"] * 3
    await database.close()


async def test_a_menu_that_was_refused_is_tried_the_next_time(sqlite_url: str) -> None:
    database = Database(sqlite_url)
    units = Units(database)
    async with connected(Limits(per_second=0)) as line:
        menus = CommandMenus(line.bot, units.read, units.write)
        line.wire.script = [refusal(403, "Forbidden: bot was blocked by the user")]
        assert not await menus.show(HER, TEACHER)
        assert await menus.show(HER, TEACHER)
        assert line.wire.methods == ["setMyCommands"] * 2
    await database.close()
