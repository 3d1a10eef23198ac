"""`shnor-bot invite`"""

import argparse
import asyncio
import sys
from dataclasses import dataclass

from bot import database, operator_texts
from bot.commands import base
from bot.settings import Settings
from shnor_domain.identity import Role


@dataclass(frozen=True, slots=True)
class Invitation:
    """What an operator asks for: names or codes as typed, `days` until the link expires."""

    role: Role
    region: str | None
    municipality: str | None
    school: str | None
    subjects: tuple[str, ...]
    days: int


def add_to(commands: base.Commands) -> None:
    """A role, where, and for how long."""
    command = base.add(commands, "invite", operator_texts.INVITE, _handle)
    command.add_argument(
        "--role", required=True, choices=[role.value for role in Role], help=operator_texts.INVITE_ROLE
    )
    command.add_argument("--region", help=operator_texts.INVITE_REGION)
    command.add_argument("--municipality", help=operator_texts.INVITE_MUNICIPALITY)
    command.add_argument("--school", help=operator_texts.INVITE_SCHOOL)
    command.add_argument("--subject", action="append", default=[], help=operator_texts.INVITE_SUBJECT)
    command.add_argument("--days", type=int, default=14, help=operator_texts.INVITE_DAYS)


def _handle(options: argparse.Namespace) -> int:
    settings = base.ready()
    invitation = Invitation(
        role=Role(options.role),
        region=options.region,
        municipality=options.municipality,
        school=options.school,
        subjects=tuple(options.subject),
        days=options.days,
    )
    return asyncio.run(_invite(settings, invitation))


async def _invite(settings: Settings, invitation: Invitation) -> int:
    from bot.inviting import invite

    await database.require(settings)
    link = await invite(settings, invitation)
    sys.stdout.write(f"{link}\n")
    return 0
