"""Why the process cannot start: one line for the operator, exit code 2, no traceback."""

from bot import operator_texts


class StartFailure(Exception):
    """The operator can put it right: `line` says what is wrong and what to look at, without secrets."""

    def __init__(self, line: str) -> None:
        super().__init__(line)
        self.line = line


class BadSettings(StartFailure):
    """Settings that contradict each other or cannot be read; `lines` holds one a fault."""

    def __init__(self, lines: list[str]) -> None:
        super().__init__(operator_texts.bad_settings(lines))
        self.lines = lines


class NoToken(StartFailure):
    """`run` without SHNOR_BOT_TOKEN."""

    def __init__(self) -> None:
        super().__init__(operator_texts.NO_TOKEN)


class WrongToken(StartFailure):
    """The Bot API answered 401 or 404 to getMe."""

    def __init__(self, api_url: str) -> None:
        super().__init__(operator_texts.wrong_token(api_url))


class ApiUnreachable(StartFailure):
    """Nothing answered at SHNOR_API_URL."""

    def __init__(self, api_url: str) -> None:
        super().__init__(operator_texts.api_unreachable(api_url))


class PortTaken(StartFailure):
    """HTTP_HOST:HTTP_PORT cannot be listened at."""

    def __init__(self, host: str, port: int) -> None:
        super().__init__(operator_texts.port_taken(host, port))


class DatabaseUnreachable(StartFailure):
    """The database does not open. `place` is a file, or host/name of a server: never a password."""

    def __init__(self, place: str) -> None:
        super().__init__(operator_texts.database_unreachable(place))
