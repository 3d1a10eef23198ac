"""Pictures and documents: bytes on disk, sizes and kinds in the world."""

import secrets
from dataclasses import dataclass
from pathlib import Path

from bot.sandbox.errors import bad_request
from bot.sandbox.images import image_size
from bot.sandbox.json_types import JsonObject
from bot.sandbox.records import StoredFile
from bot.sandbox.state import World

MAX_DOWNLOAD = 20 << 20
MAX_UPLOAD = 50 << 20
_MAX_PHOTO = 10 << 20


@dataclass(frozen=True, slots=True)
class Upload:
    """A file on its way in."""

    name: str
    mime: str
    content: bytes


class FileStore:
    """A file's key is the end of its address for the page and the name of its bytes in `folder`."""

    def __init__(self, folder: Path, world: World) -> None:
        self._folder = folder
        self._world = world

    def path(self, file: StoredFile) -> Path:
        return self._folder / file.key

    def store(self, kind: str, upload: Upload) -> StoredFile:
        """Keep a `photo` or `document`; raises 400 for nothing, for what is no picture, for too big a picture."""
        if not upload.content:
            raise bad_request("file must be non-empty")
        width, height = self._check_photo(upload) if kind == "photo" else (0, 0)
        key = secrets.token_hex(12)
        number = len(self._world.files)
        suffix = "jpg" if kind == "photo" else Path(upload.name).suffix.lstrip(".") or "bin"
        file = StoredFile(
            key=key,
            file_id=f"SBX{kind[0]}{secrets.token_urlsafe(36)}",
            unique_id=f"U{key[:14]}",
            kind=kind,
            path=f"{kind}s/file_{number}.{suffix if suffix.isascii() and suffix.isalnum() else 'bin'}",
            name=Path(upload.name).name or "file",
            mime=upload.mime,
            size=len(upload.content),
            width=width,
            height=height,
        )
        (self._folder / key).write_bytes(upload.content)
        return self._world.put_file(file)

    def _check_photo(self, upload: Upload) -> tuple[int, int]:
        size = len(upload.content)
        if size > _MAX_PHOTO:
            most = f"the maximum size is {_MAX_PHOTO} bytes"
            raise bad_request(f"file of size {size} bytes is too big for a photo; {most}")
        width, height = image_size(upload.content)
        if not width or not height:
            raise bad_request("IMAGE_PROCESS_FAILED")
        if width + height > 10_000 or max(width, height) > 20 * min(width, height):
            raise bad_request("PHOTO_INVALID_DIMENSIONS")
        return width, height


def photo_json(file: StoredFile) -> list[JsonObject]:
    """Return the Bot API array of `PhotoSize`, with the one size that there is."""
    return [
        {"file_id": file.file_id, "file_unique_id": file.unique_id, "width": file.width, "height": file.height,
         "file_size": file.size}
    ]  # fmt: skip


def document_json(file: StoredFile) -> JsonObject:
    """Return the Bot API `Document`."""
    return {"file_id": file.file_id, "file_unique_id": file.unique_id, "file_name": file.name, "mime_type": file.mime,
            "file_size": file.size}  # fmt: skip
