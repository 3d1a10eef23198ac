"""An announcement in the chats of its readers: words, files, buttons, and what a forged tap gets."""

from dataclasses import replace

from aiogram.methods import SendDocument
from aiogram.types import InlineKeyboardButton

from bot.sender import Limits, TelegramMessenger
from bot.sending.turnstile import Rank
from handlers.announcements.callbacks import AckAnnouncement, AnnouncementFile
from handlers.announcements.notices import AnnouncementNotices
from shnor_domain.announcements.audience import AnnouncementId, Audience
from shnor_domain.announcements.content import Content, Link
from shnor_domain.announcements.model import Draft
from shnor_domain.announcements.use_cases.announcing import Announce
from shnor_domain.announcements.use_cases.carrying import CarryOnAnnouncements
from shnor_domain.announcements.use_cases.changing import CorrectAnnouncement, RecallAnnouncement
from shnor_domain.announcements.use_cases.composing import KeepAnnouncementFile, PreviewAnnouncement
from shnor_domain.identity import Role, SubjectId
from shnor_domain.messaging import ChatId, Lane, Message
from tests.support.announced import as_coordinator
from tests.support.bot_in_memory import Talk, talking_bot
from tests.support.conversation import Person
from tests.support.evidence_files import JPG, PDF
from tests.support.wire import connected

HERE = "Амгинский"
WORDS = "Сбор школ <b>в пятницу</b>."


async def told(talk: Talk, coordinator: Person, content: Content) -> AnnouncementId:
    actor = await talk.actor(coordinator)
    which = await (await talk.the(Announce))(actor, Draft(as_coordinator(talk.where(HERE)), Audience(), content))
    await goes_on(talk)
    return which


async def goes_on(talk: Talk) -> None:
    await (await talk.the(CarryOnAnnouncements))()
    await talk.deliver(mailing=True)
    await (await talk.the(CarryOnAnnouncements))()


async def forges(who: Person, data: str) -> None:
    """A changed client sends any data with any message of the bot."""
    button = InlineKeyboardButton(text="x", callback_data=data)
    await who.presses_old(replace(who.last, rows=[[button]]), "x")


async def test_a_reader_acknowledges_once_and_a_forged_tap_gets_nothing(sqlite_url: str) -> None:
    async with talking_bot(sqlite_url) as talk:
        coordinator = await talk.grown_person(Role.MUNICIPAL_COORDINATOR, HERE)
        teacher = await talk.grown_person(Role.TEACHER, HERE, "СОШ № 1")
        stranger = await talk.grown_person(Role.TEACHER, "Момский", "СОШ № 1")
        which = await told(talk, coordinator, Content(WORDS, acknowledge=True))
        teacher.sees("Сбор школ", "Координатор, Амгинский")
        await teacher.presses("Ознакомлен(а)")
        teacher.sees("Отмечено: вы ознакомлены. Спасибо!")
        await teacher.presses("Ознакомлен(а)")
        teacher.sees("Вы уже отметили это")
        await stranger.sends("/menu")
        await forges(stranger, AckAnnouncement(announcement=which).pack())
        stranger.sees("больше нет")
        await forges(stranger, AnnouncementFile(announcement=which).pack())
        stranger.sees("больше нет")


async def test_a_reader_books_from_an_announcement(sqlite_url: str) -> None:
    async with talking_bot(sqlite_url) as talk:
        coordinator = await talk.grown_person(Role.MUNICIPAL_COORDINATOR, HERE)
        teacher = await talk.grown_person(Role.TEACHER, HERE, "СОШ № 1", subjects=["chemistry"])
        await told(talk, coordinator, Content(WORDS, book=True, link=Link("Повестка", "https://example.org/a")))
        assert [button.url for row in teacher.last.rows for button in row if button.url] == ["https://example.org/a"]
        await teacher.presses("Записаться")
        teacher.sees("предмет")
        await told(talk, coordinator, Content("Химия: есть места", book=True, subject=SubjectId("chemistry")))
        await teacher.presses_old(teacher.last, "Записаться")
        teacher.sees("Химия")


async def test_the_preview_is_the_very_message_that_readers_get(sqlite_url: str) -> None:
    async with talking_bot(sqlite_url) as talk:
        coordinator = await talk.grown_person(Role.MUNICIPAL_COORDINATOR, HERE)
        teacher = await talk.grown_person(Role.TEACHER, HERE, "СОШ № 1")
        draft = Draft(as_coordinator(talk.where(HERE)), Audience(), Content(WORDS, acknowledge=True))
        found = await (await talk.the(PreviewAnnouncement))(await talk.actor(coordinator), draft)
        shown = await (await talk.the(AnnouncementNotices)).message(found, "Asia/Yakutsk")
        await TelegramMessenger(talk.bot).send(ChatId(coordinator.chat), shown)
        test = coordinator.last
        await told(talk, coordinator, draft.content)
        assert teacher.last.html == test.html == shown.text
        assert test.buttons == teacher.last.buttons
        assert [[button.text for button in row] for row in teacher.last.rows] == [
            [button.text for button in row] for row in shown.buttons
        ]


async def test_a_photo_is_uploaded_once_and_its_document_waits_for_a_tap(sqlite_url: str) -> None:
    async with talking_bot(sqlite_url) as talk:
        coordinator = await talk.grown_person(Role.MUNICIPAL_COORDINATOR, HERE)
        teachers = [await talk.grown_person(Role.TEACHER, HERE, "СОШ № 1") for _ in range(3)]
        keep, actor = await talk.the(KeepAnnouncementFile), await talk.actor(coordinator)
        photo, document = await keep(actor, JPG, "сбор.jpg", photo=True), await keep(actor, PDF, "повестка.pdf")
        which = await told(talk, coordinator, Content(WORDS, photo, document))
        assert all("Сбор школ" in str(teacher.last) for teacher in teachers)
        assert len(talk.session.uploads) == 1
        await teachers[0].presses("Прислать документ")
        assert teachers[0].last.file_name == "повестка.pdf"
        for teacher in (teachers[0], teachers[2]):
            await teacher.presses("Прислать документ")
            assert teacher.last.body == PDF
        assert len(talk.session.uploads) == 2
        await (await talk.the(CorrectAnnouncement))(actor, which, "Сбор в субботу.")
        await goes_on(talk)
        assert "исправлено" in str(teachers[1].screens[-1])
        await (await talk.the(RecallAnnouncement))(actor, which)
        await goes_on(talk)
        assert not any("Сбор" in str(screen) for screen in teachers[2].screens)


async def test_a_tap_for_the_document_says_what_became_of_it(sqlite_url: str) -> None:
    """In a chat that Telegram has closed a sentence; one that may have come is not sent twice; who has stopped the bot
    since is no incident."""
    async with talking_bot(sqlite_url) as talk:
        coordinator = await talk.grown_person(Role.MUNICIPAL_COORDINATOR, HERE)
        closed, lost, gone = [await talk.grown_person(Role.TEACHER, HERE, "СОШ № 1") for _ in range(3)]
        keep, actor = await talk.the(KeepAnnouncementFile), await talk.actor(coordinator)
        photo, document = await keep(actor, JPG, "сбор.jpg", photo=True), await keep(actor, PDF, "повестка.pdf")
        await told(talk, coordinator, Content(WORDS, photo, document))
        talk.session.flood(closed.chat, 300)
        await closed.presses("Прислать документ")
        closed.sees("Сейчас сообщение не уходит")
        talk.session.fail_next(SendDocument)
        await lost.presses("Прислать документ")
        talk.session.block(gone.chat)
        await gone.presses("Прислать документ")
        assert [call.chat_id for call in talk.session.of(SendDocument)] == [closed.chat, lost.chat, gone.chat]


async def test_a_tap_waits_where_a_notice_would_go_later() -> None:
    async with connected(Limits(per_second=0)) as line:
        line.pace.throttled(1001, 3)
        assert await line.messenger.send(ChatId(1001), Message(WORDS), Lane.ANSWER) == "1001:1"
        assert [rank for rank, _ in line.wire.begun] == [Rank.ANSWER]
