"""One stream of log lines for the project and its libraries, on standard error.

Modules use `logging.getLogger(__name__)` with `%s` arguments; what belongs to a whole update is bound once by
`structlog.contextvars`. SHNOR_LOG_LEVEL is about our own packages: libraries stay at WARNING, because at DEBUG they
print parameters of statements and bodies of requests.
"""

import logging
import sys
from collections.abc import Iterable
from typing import Literal, TextIO

import structlog
from structlog.typing import EventDict, Processor, WrappedLogger

from bot.log_privacy import Mask, QuoteNobody, drop_personal, render_exception

OWN = ("bot", "handlers", "scheduler", "shnor_domain")
# They report the ordinary as trouble: our shutdown, a busy minute, a refusal inside a window (it flies on to us).
_NOISY = {"apscheduler": logging.ERROR, "aiogram_dialog": logging.CRITICAL}


def configure(
    level: str, form: Literal["console", "json"], secrets: Iterable[str] = (), stream: TextIO | None = None
) -> None:
    """Send everything to `stream`, standard error by default.

    `secrets` (the token, the webhook's, the database's password) become stars in every line.
    """
    stream = stream or sys.stderr
    handler = logging.StreamHandler(stream)
    handler.addFilter(QuoteNobody())
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=[
                structlog.contextvars.merge_contextvars,
                structlog.stdlib.add_log_level,
                structlog.stdlib.add_logger_name,
                structlog.stdlib.ExtraAdder(),
                structlog.processors.TimeStamper(fmt="iso", utc=True),
            ],
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                render_exception,
                drop_personal,
                _masked(_renderer(form, stream), Mask(secrets)),
            ],
        )
    )
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.WARNING)
    for name in OWN:
        logging.getLogger(name).setLevel(level)
    for name, least in _NOISY.items():
        logging.getLogger(name).setLevel(least)
    logging.captureWarnings(True)


def _renderer(form: Literal["console", "json"], stream: TextIO) -> Processor:
    if form == "json":
        return structlog.processors.JSONRenderer(ensure_ascii=False, sort_keys=True)
    return structlog.dev.ConsoleRenderer(colors=stream.isatty())


def _masked(render: Processor, mask: Mask) -> Processor:
    def masked(logger: WrappedLogger, method: str, event: EventDict) -> str:
        return mask(str(render(logger, method, event)))

    return masked
