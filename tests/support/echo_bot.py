"""A small bot that uses everything a chat page must show: edits, toasts, alerts, links, pictures, files, commands."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiogram import Bot, Dispatcher, F, Router
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import TelegramForbiddenError
from aiogram.filters import Command, CommandObject, CommandStart
from aiogram.types import (
    BotCommand,
    BufferedInputFile,
    CallbackQuery,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    Message,
)
from aiogram.utils.text_decorations import html_decoration

from bot.tasks import Tasks

TOKEN = "123456:echo-of-the-page"
# One black dot: the smallest picture there is.
PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
    "0000000c49444154789c6360606000000004000127341a0a0000000049454e44ae426082"
)
TABLE = "имя;часы\n<b>&_*[;2\n".encode()
COMMANDS = {"start": "Начать сначала", "file": "Таблица", "filed": "Другая команда", "chart": "Картинка"}


def _keyboard() -> InlineKeyboardMarkup:
    def button(text: str, data: str) -> InlineKeyboardButton:
        return InlineKeyboardButton(text=text, callback_data=data)

    invite = InlineKeyboardButton(text="Пригласить", url="https://t.me/shnor_sandbox_bot?start=school-6")
    return InlineKeyboardMarkup(
        inline_keyboard=[
            [button("Записаться", "book")],
            [button("Занято", "taken"), button("Спасибо", "thanks")],
            [invite],
            [button("Не Занято", "thanks"), button("✓ 1. Химия", "thanks")],
        ]
    )


def _router(host: int) -> Router:
    router = Router()

    @router.message(CommandStart())
    async def start(message: Message, command: CommandObject) -> None:
        invited = f" Приглашение: {command.args}." if command.args else ""
        await message.answer(f"<b>Здравствуйте.</b>{invited} Есть /chart", reply_markup=_keyboard())

    @router.message(Command("file"))
    async def file(message: Message) -> None:
        await message.answer_document(BufferedInputFile(TABLE, "Часы <b>&_*[.csv"), caption="Ваша таблица")

    @router.message(Command("chart"))
    async def chart(message: Message) -> None:
        await message.answer_photo(BufferedInputFile(PICTURE, "chart.png"), caption="График")

    @router.message(F.photo | F.document)
    async def received(message: Message) -> None:
        name = message.document.file_name if message.document else "картинка"
        await message.reply(f"Получено: {html_decoration.quote(f'{name} / {message.caption}')}")

    @router.message()
    async def echo(message: Message) -> None:
        await message.answer(html_decoration.quote(message.text or ""))

    @router.callback_query(F.data == "book")
    async def book(query: CallbackQuery, bot: Bot) -> None:
        if isinstance(query.message, Message):
            await query.message.edit_text("Готово. Вы записаны.")
        await query.answer("Записано")
        try:
            await bot.send_message(host, f"Новая запись: {html_decoration.quote(query.from_user.full_name)}")
        except TelegramForbiddenError:
            await bot.send_message(query.from_user.id, "Ведущий не получит сообщения: он закрыл чат.")

    @router.callback_query(F.data == "taken")
    async def taken(query: CallbackQuery) -> None:
        await query.answer("Это время занято.", show_alert=True)

    @router.callback_query(F.data == "thanks")
    async def thanks(query: CallbackQuery) -> None:
        await query.answer("Пожалуйста")

    return router


@asynccontextmanager
async def echo_bot(url: str, host: int) -> AsyncIterator[Bot]:
    """Polls the Bot API at `url` while the block lasts; `host` is the chat that is told of bookings."""
    session = AiohttpSession(api=TelegramAPIServer.from_base(url))
    bot = Bot(TOKEN, session=session, default=DefaultBotProperties(parse_mode="HTML"))
    dispatcher = Dispatcher()
    dispatcher.include_router(_router(host))
    await bot.set_my_commands([BotCommand(command=name, description=words) for name, words in COMMANDS.items()])
    tasks = Tasks()
    tasks.start(dispatcher.start_polling(bot, handle_signals=False, polling_timeout=1), name="echo bot")
    try:
        yield bot
    finally:
        await tasks.cancel()
        await session.close()
