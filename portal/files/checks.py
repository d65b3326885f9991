"""What an installation is told before it goes out: whether anybody looks for viruses."""

from typing import Any, Final

from django.core import checks

from portal.files import scanning

UNSCANNED: Final = "files.W001"


def scanner(**_named: Any) -> list[checks.CheckMessage]:
    if scanning.is_configured():
        return []
    return [
        checks.Warning(
            "Files are not scanned for viruses: they are served after the portal's own checks alone.",
            hint="Run clamd, and set CLAMD_URL to its tcp:// or unix:// address.",
            id=UNSCANNED,
        )
    ]
