"""A process that delivers notices and is killed with -9 right after its n-th send, before that row is marked.

Usage: python -m tests.support.doomed_post_office DATABASE_URL FILE N — each chat written to is a line of FILE.
"""

import asyncio
import os
import signal
import sys
from pathlib import Path

from tests.support.notices import post_office


async def main(url: str, file: Path, last: int) -> None:
    async with post_office(url, people=0) as office:

        def note() -> None:
            with file.open("a") as log:
                log.write(f"{office.telephone.seen[-1][1]}\n")
            if len(office.telephone.seen) == last:
                os.kill(os.getpid(), signal.SIGKILL)

        office.telephone.after_send = note
        await office.deliver()


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])))
