"""The menu by role, help, contacts, and how one gets out of anywhere."""

from handlers.menu.commands import commands_of
from handlers.texts import Texts
from shnor_domain.identity import Actor, PersonId, Place, PlaceId, Role, Territory
from shnor_domain.messaging import ChatId
from tests.support.bot_in_memory import talking_bot


async def test_a_stranger_is_told_what_this_is(sqlite_url: str) -> None:
    async with talking_bot(sqlite_url) as talk:
        stranger = talk.person(7)
        await stranger.sends("/menu")
        stranger.sees("Здравствуйте! Это бот поддержки школ, его ведёт Институт развития образования.")
        assert {"Зарегистрироваться", "Контакты", "Помощь"} <= set(stranger.buttons)
        assert not {"Настройки", "Мои дела", "Моя заявка"} & set(stranger.buttons)


async def test_one_menu_joins_all_roles_of_a_person(sqlite_url: str) -> None:
    async with talking_bot(sqlite_url) as talk:
        both = await talk.grown_person(Role.TEACHER, "Амгинский", "СОШ № 1", subjects=["chemistry"], name="Анна")
        alone = await both.offers()
        await talk.grown_person(Role.MUNICIPAL_COORDINATOR, "Амгинский", name="Анна", chat=both.chat)
        await both.sends("/menu")
        both.sees("Здравствуйте, Анна.")
        assert set(alone) <= set(await both.offers())
        assert "Зарегистрироваться" not in both.buttons


async def test_contacts_say_who_runs_the_bot_and_where_a_coordinator_is(sqlite_url: str) -> None:
    async with talking_bot(sqlite_url) as talk:
        await talk.grown_person(Role.MUNICIPAL_COORDINATOR, "Амгинский", name="Марфа Ильинична")
        stranger = talk.person(7)
        await stranger.sends("/start")
        await stranger.presses("Контакты")
        stranger.sees("Бот ведёт Институт развития образования. Адрес: г. Примерный, 1.")
        await stranger.sends("Амга")
        stranger.sees("Амгинский: координатор в боте есть")
        await stranger.sends("Батагай")
        await stranger.presses("Верхоянский")
        stranger.sees("Верхоянский: координатора в боте пока нет")
        stranger.does_not_see("Марфа")
        await stranger.presses("В меню")
        stranger.sees("Здравствуйте!")


async def test_help_is_made_for_the_role(sqlite_url: str) -> None:
    async with talking_bot(sqlite_url) as talk:
        stranger = talk.person(7)
        await stranger.sends("/help")
        stranger.sees("для записи нужна регистрация", "/menu Меню")
        stranger.does_not_see("/consult", "/people")
        lead = await talk.grown_person(Role.SCHOOL_LEAD, "Амгинский", "СОШ № 1")
        await lead.sends("/menu")
        await lead.presses("Помощь")
        lead.sees("/consult Записаться на консультацию", "/people Люди", "/schools Школы")


async def test_cancel_with_nothing_open_says_so(sqlite_url: str) -> None:
    async with talking_bot(sqlite_url) as talk:
        stranger = talk.person(7)
        await stranger.sends("/cancel")
        stranger.sees("Сейчас ничего не открыто", "Здравствуйте!")
        await stranger.presses("Контакты")
        await stranger.sends("/cancel")
        stranger.sees("Закрыто", "Здравствуйте!")


async def test_who_stops_the_bot_is_noted_and_who_comes_back_is_written_to_again(sqlite_url: str) -> None:
    async with talking_bot(sqlite_url) as talk:
        teacher = await talk.grown_person(Role.TEACHER, "Амгинский", "СОШ № 1", subjects=["chemistry"], name="Анна")
        who = await talk.person_id(teacher)
        await teacher.blocks_the_bot()
        async with talk.units.read() as work:
            reader = await work.readers.reader(who)
        assert reader is not None and reader.unreachable == "blocked"
        await teacher.returns()
        async with talk.units.read() as work:
            reader = await work.readers.reader(who)
        assert reader is not None and reader.unreachable is None


async def test_who_writes_can_be_written_to_whatever_was_said_of_her_chat(sqlite_url: str) -> None:
    async with talking_bot(sqlite_url) as talk:
        teacher = await talk.grown_person(Role.TEACHER, "Амгинский", "СОШ № 1", subjects=["chemistry"], name="Анна")
        who = await talk.person_id(teacher)
        async with talk.units.write() as work:
            await work.reach.lost(ChatId(teacher.chat), "no-chat", talk.clock.now())
        talk.clock.advance(hours=2)
        await teacher.sends("/menu")
        async with talk.units.read() as work:
            reader = await work.readers.reader(who)
        assert reader is not None and reader.unreachable is None


def test_every_command_has_words_and_strangers_see_only_what_is_open() -> None:
    texts = Texts()
    places = tuple(Place(PlaceId(n), role, Territory()) for n, role in enumerate(Role))
    everything = commands_of(Actor(PersonId(1), 1, places=places))
    assert all(key in texts for _, key in everything) and len({name for name, _ in everything}) == len(everything)
    assert [name for name, _ in commands_of(Actor(None, 1))] == ["menu", "seminars", "privacy", "help", "cancel"]
    unopened = Place(PlaceId(1), Role.ADMIN, Territory(), verified=False)
    assert "people" not in dict(commands_of(Actor(PersonId(1), 1, places=(unopened,))))
