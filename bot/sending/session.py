"""aiogram's session, through an HTTP proxy by aiohttp's own means: aiogram asks for a library that is not here."""

from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiohttp import ClientSession


class Session(AiohttpSession):
    """`proxy_url` is «http://user:password@host:port» (HTTP CONNECT), None for a straight way."""

    def __init__(self, api_url: str, proxy_url: str | None, timeout: float = 60.0) -> None:
        super().__init__(api=TelegramAPIServer.from_base(api_url), timeout=timeout)
        self._proxy_url = proxy_url

    async def create_session(self) -> ClientSession:
        """One for all calls, opened by the first."""
        if self._session is None or self._session.closed:
            self._session = ClientSession(connector=self._connector_type(**self._connector_init), proxy=self._proxy_url)
        return self._session
