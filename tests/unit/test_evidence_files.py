"""Bodies in FILES_DIR: whole or not there, under names of our own, gone for good when erased (rule 8)."""

import os
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.evidence_files import EvidenceFiles

HOUR = timedelta(hours=1)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


async def test_a_body_is_kept_under_a_name_of_our_own_that_only_its_owner_reads(tmp_path: Path) -> None:
    files = EvidenceFiles(tmp_path)
    keys = [await files.keep(b"body", "pdf") for _ in range(2)]
    assert all(re.fullmatch(r"[0-9a-f]{32}\.pdf", key) for key in keys) and len(set(keys)) == 2
    assert await files.read(keys[0]) == b"body"
    modes = {(tmp_path / "evidence" / name).stat().st_mode & 0o777 for name in names(tmp_path / "evidence")}
    assert modes == {0o600}
    await files.erase(keys[0])
    await files.erase(keys[0])
    assert await files.read(keys[0]) is None and await files.read(keys[1]) == b"body"


@pytest.mark.parametrize("key", ["../secret.pdf", "/etc/passwd", "", "a" * 32, f"{'a' * 32}.pdf/../../secret.pdf"])
async def test_a_forged_key_names_nothing(tmp_path: Path, key: str) -> None:
    secret = tmp_path / "secret.pdf"
    secret.write_bytes(b"secret")
    files = EvidenceFiles(tmp_path)
    await files.keep(b"body", "pdf")
    assert await files.read(key) is None
    await files.erase(key)
    assert secret.read_bytes() == b"secret"


async def test_an_ending_that_no_type_has_is_never_written(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="ending"):
        await EvidenceFiles(tmp_path).keep(b"body", "../x")
    assert names(tmp_path) == []


async def test_a_body_that_could_not_be_written_whole_is_not_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError("no space left")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="no space"):
        await EvidenceFiles(tmp_path).keep(b"body", "pdf")
    assert names(tmp_path / "evidence") == []


async def test_bodies_are_told_by_age_and_drafts_of_a_crash_go_at_once(tmp_path: Path) -> None:
    files = EvidenceFiles(tmp_path)
    assert await files.kept_before(datetime(2100, 1, 1, tzinfo=UTC)) == []
    old, new = await files.keep(b"old", "pdf"), await files.keep(b"new", "pdf")
    folder = tmp_path / "evidence"
    (folder / "left.part").write_bytes(b"half")
    at = (folder / new).stat().st_mtime
    for name in (old, "left.part"):
        os.utime(folder / name, (at - 7200, at - 7200))
    assert await files.kept_before(datetime.fromtimestamp(at, UTC) - HOUR) == [old]
    assert names(folder) == sorted([old, new])
