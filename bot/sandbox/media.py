"""What a media argument means: a part of the request, a file that is known already, or an address."""

from bot.sandbox.args import Args
from bot.sandbox.box import Box
from bot.sandbox.errors import bad_request
from bot.sandbox.records import StoredFile

_ATTACHED = "attach://"


def media_of(box: Box, args: Args, kind: str, given: str, part: str) -> StoredFile:
    """Return the stored file of a `photo` or `document`; `part` is the name under which it may be uploaded.

    An address is never fetched: the sandbox does not leave the machine, so it answers as for an unreachable one.
    """
    name = given.removeprefix(_ATTACHED) if given.startswith(_ATTACHED) else part
    if name in args.uploads and (not given or given.startswith(_ATTACHED)):
        return box.files.store(kind, args.uploads[name])
    if not given or given.startswith(_ATTACHED):
        raise bad_request(f"there is no {kind} in the request")
    if given.startswith(("http://", "https://")):
        raise bad_request("failed to get HTTP URL content")
    known = box.world.file_by_id.get(given)
    if known is None:
        raise bad_request("wrong file identifier/HTTP URL specified")
    if known.kind != kind:
        raise bad_request(f"can't use file of type {known.kind.capitalize()} as {kind.capitalize()}")
    return known
