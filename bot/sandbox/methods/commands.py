"""setMyCommands, getMyCommands, deleteMyCommands: scopes and languages."""

from re import compile as pattern

from bot.sandbox.args import Args
from bot.sandbox.box import Box
from bot.sandbox.errors import bad_request
from bot.sandbox.json_types import Json, JsonObject
from bot.sandbox.methods.registry import Method
from bot.sandbox.targets import find_chat

_NAME = pattern(r"[a-z0-9_]+\Z")
_LANGUAGE = pattern(r"[a-z]{2}\Z")
_MAX_COMMANDS = 100
_PLAIN_SCOPES = ("default", "all_private_chats", "all_group_chats", "all_chat_administrators")


def _scope(box: Box, args: Args) -> tuple[str, int | None]:
    """Return the key of the scope and the chat that it concerns."""
    scope = args.json("scope", "can't parse BotCommandScope JSON object") or {"type": "default"}
    if not isinstance(scope, dict):
        raise bad_request("can't parse BotCommandScope: expected an Object")
    kind = scope.get("type")
    if kind in _PLAIN_SCOPES:
        return str(kind), None
    if kind not in ("chat", "chat_administrators", "chat_member"):
        raise bad_request("can't parse BotCommandScope: Unsupported type specified")
    if not scope.get("chat_id"):
        raise bad_request("can't parse BotCommandScope: Empty chat_id specified")
    chat = find_chat(box, str(scope["chat_id"]))
    if kind != "chat" and chat.id > 0:
        raise bad_request("can't use specified scope in private chats")
    return f"{kind}:{chat.id}" + (f":{scope.get('user_id')}" if kind == "chat_member" else ""), chat.id


def _language(args: Args) -> str:
    language = args.text("language_code")
    if language and not _LANGUAGE.match(language):
        raise bad_request("invalid language code specified")
    return language


def _command(given: Json) -> JsonObject:
    if not isinstance(given, dict):
        raise bad_request("expected an Object as BotCommand")
    for name in ("command", "description"):
        if name not in given:
            raise bad_request(f"can't parse BotCommand: Can't find field \"{name}\"")
    command, description = str(given["command"]).lstrip("/"), str(given["description"]).strip()
    if not command:
        raise bad_request("command must be non-empty")
    if len(command) > 32:
        raise bad_request("command length must not exceed 32")
    if not description:
        raise bad_request("command description must be non-empty")
    if len(description) > 256:
        raise bad_request("command description length must not exceed 256")
    if not _NAME.match(command):
        raise bad_request("BOT_COMMAND_INVALID")
    return {"command": command, "description": description}


def set_my_commands(box: Box, args: Args) -> Json:
    given = args.json("commands", "can't parse commands JSON object")
    if not isinstance(given, list):
        raise bad_request("expected an Array of BotCommand")
    if len(given) > _MAX_COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    commands = [_command(command) for command in given]
    scope, chat_id = _scope(box, args)
    box.profile.put_commands(scope, _language(args), commands, chat_id)
    return True


def get_my_commands(box: Box, args: Args) -> Json:
    scope, _ = _scope(box, args)
    return box.profile.commands(scope, _language(args))


def delete_my_commands(box: Box, args: Args) -> Json:
    scope, chat_id = _scope(box, args)
    box.profile.put_commands(scope, _language(args), [], chat_id)
    return True


METHODS: dict[str, Method] = {
    "setMyCommands": set_my_commands,
    "getMyCommands": get_my_commands,
    "deleteMyCommands": delete_my_commands,
}
