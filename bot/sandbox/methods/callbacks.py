"""answerCallbackQuery."""

from bot.sandbox.args import Args
from bot.sandbox.box import Box
from bot.sandbox.callbacks import Answer
from bot.sandbox.errors import bad_request
from bot.sandbox.json_types import Json
from bot.sandbox.methods.registry import Method

_MAX_TEXT = 200


def answer_callback_query(box: Box, args: Args) -> Json:
    text = args.text("text")
    if len(text) > _MAX_TEXT:
        raise bad_request("MESSAGE_TOO_LONG")
    answer = Answer(answered=True, text=text, alert=args.flag("show_alert"), url=args.text("url"))
    box.callbacks.answer(args.text("callback_query_id"), answer)
    return True


METHODS: dict[str, Method] = {"answerCallbackQuery": answer_callback_query}
