"""`shnor-bot check-config`"""

import argparse
import asyncio
import sys

from bot import check_config, configuration, database, operator_texts
from bot.commands import base
from bot.failures import BadSettings, StartFailure
from bot.settings import Settings


def add_to(commands: base.Commands) -> None:
    """With --offline neither Telegram nor the database is asked."""
    command = base.add(commands, "check-config", operator_texts.CHECK_CONFIG, _handle)
    command.add_argument("--offline", action="store_true", help=operator_texts.CHECK_OFFLINE)


def _handle(options: argparse.Namespace) -> int:
    try:
        settings = configuration.load()
    except BadSettings as bad:
        return _tell(bad.lines, [])
    base.configure_logs(settings)
    faults = list(check_config.faults_of_this_machine(settings))
    if not options.offline:
        faults += asyncio.run(_faults_beyond(settings))
    return _tell(faults, list(check_config.advice(settings)))


async def _faults_beyond(settings: Settings) -> list[str]:
    faults: list[StartFailure] = []
    try:
        await database.require(settings)
    except StartFailure as failure:
        faults.append(failure)
    if settings.bot_token is not None and (refusal := await check_config.fault_of_telegram(settings)) is not None:
        faults.append(refusal)
    return [fault.line for fault in faults]


def _tell(faults: list[str], advice: list[str]) -> int:
    lines = [*(faults or [operator_texts.CONFIG_IS_GOOD]), *advice]
    sys.stdout.writelines(f"{line}\n" for line in lines)
    return 2 if faults else 0
