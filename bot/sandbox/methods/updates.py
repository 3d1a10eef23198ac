"""getUpdates, setWebhook, deleteWebhook, getWebhookInfo."""

from bot.sandbox.args import Args
from bot.sandbox.box import Box
from bot.sandbox.errors import conflict
from bot.sandbox.json_types import Json
from bot.sandbox.methods.registry import Method
from bot.sandbox.webhook import Hook, check_hook

_MAX_TIMEOUT = 50
_KINDS = frozenset({
    "message", "edited_message", "channel_post", "edited_channel_post", "business_connection", "business_message",
    "edited_business_message", "deleted_business_messages", "message_reaction", "message_reaction_count",
    "inline_query", "chosen_inline_result", "callback_query", "shipping_query", "pre_checkout_query",
    "purchased_paid_media", "poll", "poll_answer", "my_chat_member", "chat_member", "chat_join_request", "chat_boost",
    "removed_chat_boost",
})  # fmt: skip


def _allow(box: Box, args: Args) -> None:
    """An absent list keeps the previous subscription, an empty one is the default, unknown names are passed over."""
    if "allowed_updates" in args.values:
        kinds = args.json("allowed_updates", "can't parse allowed_updates JSON object")
        if isinstance(kinds, list):
            box.updates.allow([kind for kind in kinds if kind in _KINDS])


async def get_updates(box: Box, args: Args) -> Json:
    if box.webhook.hook is not None:
        raise conflict(
            "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
        )
    _allow(box, args)
    limit = args.number("limit", 100)
    timeout = min(max(args.number("timeout"), 0), _MAX_TIMEOUT)
    return await box.updates.poll(args.number("offset"), limit if 1 <= limit <= 100 else 100, timeout)


async def set_webhook(box: Box, args: Args) -> Json:
    url = args.text("url")
    if not url:
        return await delete_webhook(box, args)
    hook = Hook(url, args.text("secret_token"), min(max(args.number("max_connections", 40), 1), 100))
    check_hook(hook)
    box.updates.interrupt("terminated by setWebhook request")
    _allow(box, args)
    if args.flag("drop_pending_updates"):
        box.updates.clear()
    await box.webhook.set(hook)
    return True


async def delete_webhook(box: Box, args: Args) -> Json:
    if args.flag("drop_pending_updates"):
        box.updates.clear()
    await box.webhook.set(None)
    return True


def get_webhook_info(box: Box, args: Args) -> Json:
    return box.webhook.info()


METHODS: dict[str, Method] = {
    "getUpdates": get_updates,
    "setWebhook": set_webhook,
    "deleteWebhook": delete_webhook,
    "getWebhookInfo": get_webhook_info,
}
