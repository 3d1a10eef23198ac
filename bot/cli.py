"""`shnor-bot`: the commands of whoever runs the bot.

Exit codes: 0 done, 1 the command itself found something (a fault in a file, an old database), 2 the process cannot
start (settings, token, port, database): one line on standard error, no traceback.
"""

import argparse
import sys
from collections.abc import Sequence

from bot import operator_texts
from bot.commands import backup, check_config, demo, import_data, invite, migrate, outbox, run
from bot.failures import StartFailure

_COMMANDS = (run, demo, migrate, backup, import_data, invite, outbox, check_config)


def parser() -> argparse.ArgumentParser:
    """The whole surface; each command adds its own part and sets `handle`."""
    whole = argparse.ArgumentParser(prog="shnor-bot", description=operator_texts.ABOUT)
    commands = whole.add_subparsers(dest="command", required=True, metavar="command")
    for command in _COMMANDS:
        command.add_to(commands)
    return whole


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and give the exit code; argparse itself leaves with 2 on a wrong command line."""
    options = parser().parse_args(arguments)
    try:
        code: int = options.handle(options)
    except StartFailure as failure:
        sys.stderr.write(f"{failure.line}\n")
        return 2
    except KeyboardInterrupt:
        return 130
    return code
