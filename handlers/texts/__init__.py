"""Every word a person reads: one folder a language, one `.ftl` file a story, checked whole before the bot starts."""

from handlers.texts.texts import Safe, Texts

__all__ = ["Safe", "Texts"]
