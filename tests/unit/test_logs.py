"""A log helps whoever repairs the bot and tells nothing about the people in it."""

import io
import json
import logging

import pytest
import structlog

from bot import logs
from bot.log_privacy import without_quotes

TOKEN = "123456789:AAFakeFakeFakeFakeFakeFakeFakeFake0"
TEACHER = "Айталина Семёновна"


@pytest.fixture
def stream() -> io.StringIO:
    return io.StringIO()


def lines(stream: io.StringIO) -> list[dict[str, object]]:
    return [json.loads(line) for line in stream.getvalue().splitlines()]


def test_json_lines_carry_level_logger_time_and_what_is_bound_to_the_update(stream: io.StringIO) -> None:
    logs.configure("INFO", "json", stream=stream)
    with structlog.contextvars.bound_contextvars(update=7):
        logging.getLogger("bot.updates").info("update %s parked after %d attempts", 7, 3)
    (line,) = lines(stream)
    assert str(line.pop("timestamp")).endswith("Z")
    assert line == {"event": "update 7 parked after 3 attempts", "level": "info", "logger": "bot.updates", "update": 7}


def test_console_lines_are_for_people(stream: io.StringIO) -> None:
    logs.configure("INFO", "console", stream=stream)
    logging.getLogger("bot").warning("one line")
    assert "one line" in stream.getvalue()
    assert not stream.getvalue().startswith("{")


def test_the_level_is_about_our_packages_and_libraries_stay_quiet(stream: io.StringIO) -> None:
    logs.configure("DEBUG", "json", stream=stream)
    logging.getLogger("handlers.menu").debug("ours")
    logging.getLogger("aiosqlite").debug("INSERT … %s", TEACHER)
    logging.getLogger("apscheduler.scheduler").warning("maximum number of running instances")
    assert [line["event"] for line in lines(stream)] == ["ours"]


@pytest.mark.parametrize("form", ["json", "console"])
def test_no_secret_survives_wherever_it_stands(stream: io.StringIO, form: str) -> None:
    logs.configure("INFO", "json" if form == "json" else "console", secrets=["webhook-secret-0001"], stream=stream)
    log = logging.getLogger("bot")
    log.info("GET /bot%s/getMe", TOKEN)
    log.info("hook", extra={"header": "webhook-secret-0001"})
    log.info("connecting to %s", "postgresql+psycopg://shnor:pa55word@db/shnor")
    written = stream.getvalue()
    assert TOKEN not in written
    assert "webhook-secret-0001" not in written
    assert "pa55word" not in written
    assert "postgresql+psycopg://shnor:***@db/shnor" in written


def test_words_and_names_of_people_are_dropped_by_their_key(stream: io.StringIO) -> None:
    logs.configure("INFO", "json", stream=stream)
    logging.getLogger("bot").info("booked", extra={"full_name": TEACHER, "text": "дроби", "person": 15})
    (line,) = lines(stream)
    assert (line["full_name"], line["text"], line["person"]) == ("***", "***", 15)


def test_a_traceback_shows_the_place_and_the_type_but_does_not_quote_what_was_typed(stream: io.StringIO) -> None:
    logs.configure("INFO", "json", stream=stream)
    try:
        try:
            int(TEACHER)
        except ValueError as error:
            raise KeyError(TEACHER) from error
    except KeyError as error:
        logging.getLogger("bot").exception("update failed: %s", error)
    (line,) = lines(stream)
    story = str(line["exception"])
    assert TEACHER not in stream.getvalue()
    assert line["event"] == "update failed: builtins.KeyError"
    assert "builtins.ValueError" in story
    assert story.index("ValueError") < story.index("KeyError")
    assert "test_logs.py" in story


def test_every_part_of_a_group_of_exceptions_is_told(stream: io.StringIO) -> None:
    logs.configure("INFO", "json", stream=stream)
    group = ExceptionGroup(TEACHER, [ValueError(TEACHER), OSError(28, "No space", f"/tmp/{TEACHER}")])
    logging.getLogger("bot").error("several", exc_info=group)
    story = str(lines(stream)[0]["exception"])
    assert TEACHER not in stream.getvalue()
    assert "ValueError" in story
    assert "errno 28" in story


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            'can\'t parse entities: Unsupported start tag "Анна" at byte 1',
            'can\'t parse entities: Unsupported start tag "…" at byte 1',
        ),
        ("button URL 'https://анна' is invalid: Wrong HTTP URL", "button URL '…' is invalid: Wrong HTTP URL"),
        ("message is too long", "message is too long"),
    ],
)
def test_what_telegram_quotes_is_left_out(words: str, told: str) -> None:
    assert without_quotes(words) == told
