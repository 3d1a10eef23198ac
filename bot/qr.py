"""A link as a picture to hold up in a staff room."""

import io

import segno


def qr_png(link: str) -> bytes:
    """PNG of a QR code with the margin that readers need; error correction M bears a bad print."""
    out = io.BytesIO()
    segno.make_qr(link, error="m").save(out, kind="png", scale=10, border=4)
    return out.getvalue()
