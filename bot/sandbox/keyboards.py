"""Reply markup: what Telegram takes, what it drops in silence, what it refuses."""

import json

from bot.sandbox.errors import ApiError, bad_request
from bot.sandbox.json_types import Json, JsonObject
from bot.sandbox.urls import check_button_url

MAX_DATA_BYTES = 64
_MAX_BUTTONS = 100
_MAX_ROW = 8
_MAX_BYTES = 10_000
_STYLES = ("danger", "success", "primary")
_ACTIONS = (
    "url", "callback_data", "callback_game", "pay", "switch_inline_query", "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat", "login_url", "web_app", "copy_text", "disabled",
)  # fmt: skip


def _refused(text: str) -> ApiError:
    return bad_request(f"can't parse inline keyboard button: {text}")


def _button(button: Json) -> JsonObject | None:
    if not isinstance(button, dict):
        raise _refused("InlineKeyboardButton must be an Object")
    if "text" not in button:
        raise _refused('Can\'t find field "text"')
    text = str(button["text"])
    action = next((name for name in _ACTIONS if button.get(name) is not None and button[name] != ""), None)
    # Telegram drops a button without words, and refuses one without an action.
    if not text:
        return None
    if action is None:
        raise _refused("Text buttons are unallowed in the inline keyboard")
    value = button[action]
    result = {"text": text, action: value}
    if action == "callback_data" and len(str(value).encode()) > MAX_DATA_BYTES:
        raise bad_request("BUTTON_DATA_INVALID")
    if action == "url":
        result["url"] = check_button_url(str(value))
    if action == "web_app" and not str(value.get("url", "")).startswith("https://"):
        raise bad_request(
            f"inline keyboard button Web App URL '{value.get('url', '')}' is invalid: Only HTTPS links are allowed"
        )
    if button.get("style"):
        if button["style"] not in _STYLES:
            raise _refused("invalid button style specified")
        result["style"] = button["style"]
    return result


def _inline(rows: Json) -> JsonObject | None:
    if not isinstance(rows, list):
        raise bad_request('field "inline_keyboard" must be of type Array')
    kept = []
    for row in rows:
        if not isinstance(row, list):
            raise bad_request('field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays')
        buttons = [made for made in map(_button, row) if made is not None]
        kept.append(buttons[:_MAX_ROW])
    kept = [row for row in kept if row]
    markup = {"inline_keyboard": kept}
    size = len(json.dumps(markup, ensure_ascii=False, separators=(",", ":")).encode())
    if sum(map(len, kept)) > _MAX_BUTTONS or size > _MAX_BYTES:
        raise bad_request("reply markup is too long")
    return markup if kept else None


def parse_markup(given: str | None, *, inline_only: bool = False, group: bool = False) -> JsonObject | None:
    """Return the markup as it is stored, None for none; `inline_only` is for edits."""
    if not given:
        return None
    try:
        markup = json.loads(given)
    except ValueError as error:
        raise bad_request("can't parse reply keyboard markup JSON object") from error
    if markup is None:
        return None
    if not isinstance(markup, dict):
        raise bad_request("object expected as reply markup")
    if "inline_keyboard" in markup:
        return _inline(markup["inline_keyboard"])
    if not markup:
        return None
    if inline_only:
        raise bad_request("inline keyboard expected")
    if group and any(button.get("request_contact") for row in markup.get("keyboard", []) for button in row
                     if isinstance(button, dict)):  # fmt: skip
        raise bad_request("phone number can be requested in private chats only")
    return markup


def inline_rows(markup: JsonObject | None) -> list[list[JsonObject]]:
    rows: list[list[JsonObject]] = (markup or {}).get("inline_keyboard", [])
    return rows


def page_buttons(markup: JsonObject | None) -> list[list[JsonObject]]:
    """Return the keyboard for the page: `data` to press, `url` to open, else the `index` of a button it only shows."""
    result = []
    number = 0
    for row in inline_rows(markup):
        shown: list[JsonObject] = []
        for button in row:
            made: JsonObject = {"text": button["text"]}
            if "callback_data" in button:
                made["data"] = button["callback_data"]
            elif "url" in button:
                made["url"] = button["url"]
            else:
                made["index"] = number
            if "style" in button:
                made["style"] = button["style"]
            shown.append(made)
            number += 1
        result.append(shown)
    return result
