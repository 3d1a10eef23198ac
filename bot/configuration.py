"""From the environment to `Settings`, with faults in an operator's words."""

from pydantic import ValidationError

from bot import operator_texts
from bot.failures import BadSettings
from bot.settings import PREFIX, Settings


def load() -> Settings:
    """Read the environment, then .env of the working directory for the rest; raises BadSettings with all faults."""
    try:
        return Settings()
    except ValidationError as error:
        faults = error.errors(include_url=False, include_input=False)
        raise BadSettings([_line(fault["type"], fault["loc"], fault.get("ctx", {})) for fault in faults]) from None


def _line(code: str, location: tuple[int | str, ...], context: dict[str, object]) -> str:
    name = f"{PREFIX}{str(location[0]).upper()}" if location else None
    return operator_texts.fault(code, context, name)
