"""Which chat and which message a call means, and whether the bot may write there."""

from bot.sandbox.args import Args
from bot.sandbox.box import Box
from bot.sandbox.errors import bad_request, forbidden
from bot.sandbox.records import Chat, Group, Message, Person

_DELETABLE_SECONDS = 48 * 3600


def find_chat(box: Box, given: str) -> Chat:
    """Return a known chat by its id; raises 400 `chat_id is empty`, `chat not found`, or the migration of a group."""
    if not given:
        raise bad_request("chat_id is empty")
    try:
        chat_id = int(given)
    except ValueError as error:
        raise bad_request("chat not found") from error
    if chat_id == box.bot_id:
        raise forbidden("bot can't send messages to bots")
    chat = box.world.chat(chat_id)
    if chat is None:
        raise bad_request("chat not found")
    if isinstance(chat, Group) and chat.migrated_to is not None:
        raise bad_request("group chat was upgraded to a supergroup chat", {"migrate_to_chat_id": chat.migrated_to})
    return chat


def check_writable(chat: Chat) -> None:
    """Raises 403 where the bot may not start or go on with a conversation."""
    if isinstance(chat, Group):
        if chat.kicked:
            raise forbidden(f"bot was kicked from the {chat.chat()['type']} chat")
        return
    check_active(chat)
    if chat.blocked:
        raise forbidden("bot was blocked by the user")
    if not chat.started:
        raise forbidden("bot can't initiate conversation with a user")


def check_active(chat: Chat) -> None:
    """Raises 403 for a deleted account, where even edits fail; a blocked chat may still be edited."""
    if isinstance(chat, Person) and chat.deactivated:
        raise forbidden("user is deactivated")


def editable(box: Box, args: Args) -> tuple[Chat, Message]:
    """Return the message of the bot that an edit means; counts the call against the pace."""
    chat = find_chat(box, args.text("chat_id"))
    check_active(chat)
    if args.number("message_id") <= 0:
        raise bad_request("message identifier is not specified")
    message = box.world.message(chat.id, args.number("message_id"))
    if message is None:
        raise bad_request("message to edit not found")
    if not message.from_bot:
        raise bad_request("message can't be edited")
    box.limiter.check(chat.id, send=False)
    return chat, message


def check_deletable(box: Box, chat: Chat, message: Message) -> None:
    """Raises 400 48 hours (of the sandbox's clock) after the message was sent, and for other people's in groups."""
    if box.clock.stamp() - message.date > _DELETABLE_SECONDS:
        raise bad_request("message can't be deleted for everyone")
    if isinstance(chat, Group) and not message.from_bot:
        raise bad_request("message can't be deleted")
