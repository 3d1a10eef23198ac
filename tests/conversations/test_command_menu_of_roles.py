"""The command menu follows the roles: it changes with them, and is sent only when it changed."""

from aiogram.methods import SetMyCommands

from bot.command_menus import CommandMenus
from bot.dispatcher import build_dispatcher
from bot.forms import FormStorage
from bot.routers import routers
from shnor_domain.identity import Role
from shnor_domain.people.use_cases.actor import ActorOf
from shnor_domain.storage.forms import FormStore
from tests.support.bot_in_memory import TEXTS, talking_bot
from tests.support.conversation import Conversation


async def test_a_teacher_gets_booking_and_a_coordinator_people_once_each(sqlite_url: str) -> None:
    async with talking_bot(sqlite_url) as talk:
        teacher = await talk.grown_person(Role.TEACHER, "Момский", "СОШ № 1", subjects=["chemistry"])
        coordinator = await talk.grown_person(Role.MUNICIPAL_COORDINATOR, "Момский", name="Егор Ильич")
        dispatcher = build_dispatcher(
            forms=FormStorage(FormStore(talk.database)),
            texts=TEXTS,
            actor_of=await talk.the(ActorOf),
            routers=routers(),
            container=talk.container,
            command_menus=CommandMenus(talk.bot, talk.units.read, talk.units.write),
        )
        await dispatcher.emit_startup(bot=talk.bot)
        chats = Conversation.over(dispatcher, talk.bot)
        stranger = chats.person(77)
        for person in (chats.person(teacher.chat), chats.person(coordinator.chat), stranger):
            await person.sends("/menu")
            await person.sends("/help")
        menus = {
            call.scope.chat_id: [command.command for command in call.commands]
            for call in talk.session.calls
            if isinstance(call, SetMyCommands) and call.scope is not None and hasattr(call.scope, "chat_id")
        }
        sent = [call for call in talk.session.calls if isinstance(call, SetMyCommands)]
        assert len(sent) == 2
        assert {"consult", "my"} <= set(menus[teacher.chat])
        assert "people" not in menus[teacher.chat]
        assert {"people", "schools", "waiting"} <= set(menus[coordinator.chat])
        assert stranger.chat not in menus
