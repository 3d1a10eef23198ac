"""The chat page: files of the folder `page`."""

from pathlib import Path

from aiohttp import web

_FOLDER = Path(__file__).with_name("page").resolve()
# Scripts and styles of our own only: whatever a message holds, it cannot run.
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_TYPES = {
    ".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8",
    ".svg": "image/svg+xml", ".png": "image/png", ".woff2": "font/woff2", ".json": "application/json",
    ".webmanifest": "application/manifest+json",
}  # fmt: skip


async def serve_page(request: web.Request) -> web.StreamResponse:
    """Return a file of the page; anything outside of its folder is 404."""
    path = (_FOLDER / request.match_info.get("path", "index.html")).resolve()
    if not path.is_relative_to(_FOLDER) or not path.is_file() or path.suffix not in _TYPES:
        return web.Response(status=404)
    return web.FileResponse(path, headers={
        "Content-Type": _TYPES[path.suffix], "Content-Security-Policy": _POLICY, "Cache-Control": "no-cache",
    })  # fmt: skip


def add_page_routes(app: web.Application) -> None:
    app.router.add_get("/", serve_page)
    app.router.add_get("/page/{path:.+}", serve_page)
