"""getMe, the bot's names and descriptions, the menu button, logOut and close."""

from bot.sandbox.args import Args
from bot.sandbox.box import Box
from bot.sandbox.errors import bad_request
from bot.sandbox.json_types import Json
from bot.sandbox.methods.registry import Method
from bot.sandbox.targets import find_chat


def get_me(box: Box, args: Args) -> Json:
    return box.me() | {
        "can_join_groups": True, "can_read_all_group_messages": False, "supports_inline_queries": False,
        "can_connect_to_business": False, "has_main_web_app": False,
    }  # fmt: skip


def _setter(key: str, limit: int, refusal: str) -> Method:
    def set_value(box: Box, args: Args) -> Json:
        if len(args.text(key)) > limit:
            raise bad_request(refusal)
        box.profile.put(f"{key}:{args.text('language_code')}", args.text(key))
        return True

    return set_value


def _getter(key: str) -> Method:
    def get_value(box: Box, args: Args) -> Json:
        return {key: box.profile.get(f"{key}:{args.text('language_code')}") or box.profile.get(f"{key}:") or ""}

    return get_value


def get_my_name(box: Box, args: Args) -> Json:
    return {"name": box.profile.get(f"name:{args.text('language_code')}") or box.me()["first_name"]}


def _button_key(box: Box, args: Args) -> str:
    return f"menu_button:{find_chat(box, args.text('chat_id')).id}" if args.text("chat_id") else "menu_button:"


def set_chat_menu_button(box: Box, args: Args) -> Json:
    button = args.json("menu_button", "can't parse menu button JSON object") or {"type": "default"}
    if not isinstance(button, dict) or button.get("type") not in ("default", "commands", "web_app"):
        raise bad_request("can't parse menu button: unsupported type specified")
    box.profile.put(_button_key(box, args), button)
    return True


def get_chat_menu_button(box: Box, args: Args) -> Json:
    return box.profile.get(_button_key(box, args)) or box.profile.get("menu_button:") or {"type": "default"}


def farewell(box: Box, args: Args) -> Json:
    """logOut and close change nothing here: there is no other server to move to."""
    return True


METHODS: dict[str, Method] = {
    "getMe": get_me,
    "setMyName": _setter("name", 64, "bot name length must not exceed 64"),
    "setMyDescription": _setter("description", 512, "bot description length must not exceed 512"),
    "setMyShortDescription": _setter("short_description", 120, "bot short description length must not exceed 120"),
    "getMyName": get_my_name,
    "getMyDescription": _getter("description"),
    "getMyShortDescription": _getter("short_description"),
    "setChatMenuButton": set_chat_menu_button,
    "getChatMenuButton": get_chat_menu_button,
    "logOut": farewell,
    "close": farewell,
}
