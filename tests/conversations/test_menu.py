"""The menu: what a stranger reads first."""

from tests.support.bot_in_memory import talking_bot


async def test_a_stranger_is_told_what_this_is(sqlite_url: str) -> None:
    async with talking_bot(sqlite_url) as talk:
        stranger = talk.person(7)
        await stranger.sends("/menu")
        stranger.sees("Здравствуйте! Это бот поддержки школ, его ведёт Институт развития образования.")
