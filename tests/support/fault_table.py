"""Every answer that an outgoing message may meet (Bot API error bodies), and what becomes of its notice."""

import json
from dataclasses import dataclass
from enum import Enum
from typing import Any

from shnor_domain.messaging import ChatMoved, OutcomeUnknown, Refused, TryLater, Undeliverable, Unreachable
from tests.support.faulty_line import Break, answers, cut_short, hangs_up, never_answers

NEW_CHAT = -1_002_000_000_077
_PAGE = "<html><head><title>{0}</title></head><body><center><h1>{0}</h1></center><hr>nginx</body></html>"


class Way(Enum):
    """How the notice still reaches its person, if it does: the row's state follows from it."""

    AT_ONCE = "sent in the same tick"
    MOVED = "sent to the chat's new id in the same tick"
    COMES_BACK = "held until its person comes back"
    LATER = "planned for later"
    REQUEUED = "failed; goes if the operator sends it again"
    BY_KIND = "unknown: later or never, as the kind of notice wants it"


@dataclass(frozen=True, slots=True)
class Row:
    """`said`: the error in the domain's words (None for a message that arrived) with its `detail`. `arrived`: the
    person has the message although the bot was told otherwise. A row that `meets` None finds no connection at all.
    """

    name: str
    meets: Break | None
    way: Way
    said: type[Undeliverable] | None = None
    detail: object = None
    arrived: bool = False

    def __str__(self) -> str:
        return self.name


def detail_of(error: Exception) -> object:
    """What a row keeps as `detail`."""
    match error:
        case Unreachable():
            return error.reason
        case ChatMoved():
            return error.chat
        case Refused():
            return error.description
        case TryLater():
            return error.seconds
    return None


def refusal(code: int, description: str, **parameters: Any) -> Break:
    """An error body as the Bot API words it."""
    body: dict[str, Any] = {"ok": False, "error_code": code, "description": description}
    return answers(code, json.dumps({**body, "parameters": parameters} if parameters else body))


def _unreachable(code: int, description: str, reason: str) -> Row:
    return Row(description, refusal(code, description), Way.COMES_BACK, Unreachable, reason)


def _refused(code: int, description: str, kept: str | None = None) -> Row:
    return Row(description, refusal(code, description), Way.REQUEUED, Refused, kept or description)


def _later(name: str, meets: Break | None, seconds: float | None = None) -> Row:
    return Row(name, meets, Way.LATER, TryLater, seconds)


def _unknown(name: str, meets: Break, *, arrived: bool) -> Row:
    return Row(name, meets, Way.BY_KIND, OutcomeUnknown, arrived=arrived)


_PARSE = "Bad Request: can't parse entities: "
_FORBIDDEN = {
    "bot was blocked by the user": "blocked",
    "user is deactivated": "deactivated",
    "bot can't initiate conversation with a user": "never-started",
    "bot can't send messages to bots": "no-chat",
    "bot was kicked from the group chat": "no-chat",
    "bot was kicked from the supergroup chat": "no-chat",
    "bot was kicked from the channel chat": "no-chat",
    "bot is not a member of the supergroup chat": "no-chat",
    "bot is not a member of the group chat": "no-chat",
    "the group chat was deleted": "no-chat",
}
_NO_WAY_IN = (
    "chat not found",
    "not enough rights to send text messages to the chat",
    "not enough rights to send documents to the chat",
    "have no rights to send a message",
)
_BAD_MESSAGES = (
    "chat_id is empty",
    "message text is empty",
    "text must be non-empty",
    "message is too long",
    "MESSAGE_TOO_LONG",
    "text is too long",
    "message caption is too long",
    "unsupported parse_mode",
    "BUTTON_DATA_INVALID",
    "BUTTON_URL_INVALID",
    "BUTTON_TYPE_INVALID",
    "reply markup is too long",
    "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    "file must be non-empty",
    "a refusal that nobody has met yet",
)
_BAD_MARKUP = {
    'Unsupported start tag "мама" at byte offset 7': 'Unsupported start tag "…" at byte offset 7',
    "Unclosed start tag at byte offset 3": None,
    'Unmatched end tag at byte offset 9, expected "</i>"': 'Unmatched end tag at byte offset 9, expected "…"',
    'Can\'t find end tag corresponding to start tag "b"': 'Can\'t find end tag corresponding to start tag "…"',
}

ROWS: tuple[Row, ...] = (
    *(_unreachable(403, f"Forbidden: {words}", reason) for words, reason in _FORBIDDEN.items()),
    *(_unreachable(400, f"Bad Request: {words}", "no-chat") for words in _NO_WAY_IN),
    Row(
        "Bad Request: group chat was upgraded to a supergroup chat",
        refusal(400, "Bad Request: group chat was upgraded to a supergroup chat", migrate_to_chat_id=NEW_CHAT),
        Way.MOVED,
        ChatMoved,
        NEW_CHAT,
    ),
    *(_refused(400, f"Bad Request: {words}") for words in _BAD_MESSAGES),
    *(_refused(400, _PARSE + words, _PARSE + (kept or words)) for words, kept in _BAD_MARKUP.items()),
    _refused(
        400,
        "Bad Request: inline keyboard button URL 'мама' is invalid: Wrong HTTP URL",
        "Bad Request: inline keyboard button URL '…' is invalid: Wrong HTTP URL",
    ),
    _refused(
        400,
        'Bad Request: field "inline_keyboard" must be of type Array',
        'Bad Request: field "…" must be of type Array',
    ),
    _refused(413, "Request Entity Too Large"),
    _later("Unauthorized", refusal(401, "Unauthorized"), 60),
    _later("a token of another shape", refusal(401, "Unauthorized: invalid token specified"), 60),
    _later("Not Found", refusal(404, "Not Found"), 60),
    _later("no such method", refusal(404, "Not Found: method not found"), 60),
    _later("Conflict", refusal(409, "Conflict: terminated by other getUpdates request; make sure that only one …"), 60),
    _later("429 for 7 s", refusal(429, "Too Many Requests: retry after 7", retry_after=7), 7),
    Row("429 for 1 s", refusal(429, "Too Many Requests: retry after 1", retry_after=1), Way.AT_ONCE),
    _later("no connection", None),
    _later("500 restart", refusal(500, "Internal Server Error: restart")),
    _later("500", refusal(500, "Internal Server Error: database is closed")),
    _later("a page 502", answers(502, _PAGE.format("502 Bad Gateway"), kind="text/html")),
    _later("a page 503", answers(503, _PAGE.format("503 Service Temporarily Unavailable"), kind="text/html")),
    _unknown(
        "a page 504", answers(504, _PAGE.format("504 Gateway Time-out"), kind="text/html", done=True), arrived=True
    ),
    _later("a refusal that is cut off", answers(400, '{"ok":false,"error_code":400,"desc')),
    _unknown("a success that is cut off", answers(200, '{"ok":true,"result":{"mess', done=True), arrived=True),
    _unknown(
        "a success that is cut within a letter",
        answers(200, '{"ok":true,"result":{"text":"Здр'.encode()[:-1], done=True),
        arrived=True,
    ),
    _unknown("a success of another shape", answers(200, '{"ok":true,"result":{"id":5}}', done=True), arrived=True),
    _unknown("less than was promised", cut_short(done=True), arrived=True),
    _unknown("an empty answer", answers(200, "", done=True), arrived=True),
    _unknown("a line that is cut before it", hangs_up(done=False), arrived=False),
    _unknown("a line that is cut after it", hangs_up(done=True), arrived=True),
    _unknown("no answer in time, not done", never_answers(done=False), arrived=False),
    _unknown("no answer in time, done", never_answers(done=True), arrived=True),
)
