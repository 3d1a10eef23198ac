"""`python -m bot.sandbox --port … --token …`: the sandbox without a bot; its first line of output is its address."""

import argparse
import asyncio
import signal
import sys
from pathlib import Path

from bot.sandbox.server import start_sandbox


async def _serve(host: str, port: int, token: str, folder: Path | None, clock_url: str | None) -> None:
    stopped = asyncio.Event()
    for sign in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(sign, stopped.set)
    sandbox = await start_sandbox(host, port, token, files_dir=folder, clock_url=clock_url)
    sys.stdout.write(f"{sandbox.url}\n")
    sys.stdout.flush()
    await stopped.wait()
    await sandbox.stop()


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bot.sandbox", description="A Bot API and a chat page on loopback.")
    parser.add_argument("--host", default="127.0.0.1", help="a loopback address")
    parser.add_argument("--port", type=int, default=8081, help="0 takes a free one")
    parser.add_argument("--token", required=True, help="the token that the bot will use")
    parser.add_argument("--folder", type=Path, help="where chats and files are kept")
    parser.add_argument("--clock-url", help="where the bot's movable clock listens")
    given = parser.parse_args()
    try:
        asyncio.run(_serve(given.host, given.port, given.token, given.folder, given.clock_url))
    except (OSError, ValueError) as error:
        sys.stderr.write(f"{error}\n")
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
