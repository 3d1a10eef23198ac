"""What the Bot API answers when it refuses: `{"ok":false,"error_code":C,"description":D[,"parameters":{…}]}`."""

from bot.sandbox.json_types import Json


class ApiError(Exception):
    """A refusal of the Bot API. `code` is both `error_code` and the HTTP status."""

    def __init__(self, code: int, description: str, parameters: dict[str, Json] | None = None) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters

    def body(self) -> dict[str, Json]:
        """Return the JSON object of the answer."""
        body: dict[str, Json] = {"ok": False, "error_code": self.code, "description": self.description}
        if self.parameters is not None:
            body["parameters"] = self.parameters
        return body


def bad_request(text: str, parameters: dict[str, Json] | None = None) -> ApiError:
    return ApiError(400, f"Bad Request: {text}", parameters)


def forbidden(text: str) -> ApiError:
    return ApiError(403, f"Forbidden: {text}")


def conflict(text: str) -> ApiError:
    return ApiError(409, f"Conflict: {text}")


def too_many_requests(seconds: int) -> ApiError:
    return ApiError(429, f"Too Many Requests: retry after {seconds}", {"retry_after": seconds})


def cannot_parse_entities(text: str) -> ApiError:
    return bad_request(f"can't parse entities: {text}")
