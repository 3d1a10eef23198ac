"""`shnor-bot demo`"""

import argparse
import asyncio
import shutil
from pathlib import Path

from pydantic import SecretStr

from bot import operator_texts
from bot.commands import base
from bot.settings import Settings

_TOKEN = "1:sample"


def add_to(commands: base.Commands) -> None:
    """Port of the page, folder of the data, a fresh start."""
    command = base.add(commands, "demo", operator_texts.DEMO, _handle)
    command.add_argument("--port", type=int, default=8010, help=operator_texts.DEMO_PORT)
    command.add_argument("--folder", type=Path, default=Path("var/demo"), help=operator_texts.DEMO_FOLDER)
    command.add_argument("--fresh", action="store_true", help=operator_texts.DEMO_FRESH)


def _handle(options: argparse.Namespace) -> int:
    folder: Path = options.folder
    if options.fresh and folder.exists():
        shutil.rmtree(folder)
    folder.mkdir(parents=True, exist_ok=True)
    settings = sample_settings(folder, options.port)
    base.configure_logs(settings)
    from bot.demo import demo  # aiogram takes seconds to import: only for the commands that need it

    return asyncio.run(demo(settings, folder=folder, page_port=options.port))


def sample_settings(folder: Path, page_port: int) -> Settings:
    """Settings of the sample: nothing of the installation's own token, proxy, webhook or database is used."""
    return Settings(
        bot_token=SecretStr(_TOKEN),
        api_url=f"http://127.0.0.1:{page_port}",
        proxy_url=None,
        redis_url=None,
        mode="polling",
        webhook_url=None,
        webhook_secret=None,
        database_url=f"sqlite:///{folder / 'shnor.sqlite3'}",
        files_dir=folder / "files",
        http_host="127.0.0.1",
        http_port=0,
        admin_ids=frozenset(),
        operator_name=operator_texts.SAMPLE_OPERATOR_NAME,
        operator_address=operator_texts.SAMPLE_OPERATOR_ADDRESS,
        operator_register=operator_texts.SAMPLE_OPERATOR_REGISTER,
        consent_file=None,
        log_level="WARNING",
        clock="movable",
    )
