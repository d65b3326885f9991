"""What a side has handed in, as texts nothing changes any more, whichever side it was."""

import json
import secrets
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.files.models import File


def new_token() -> str:
    """What nobody can guess who has not seen the receipt."""
    return secrets.token_urlsafe(18)


class Frozen(models.Model):
    """The list of the files with their sums, and the receipt of it that is made once."""

    position = models.PositiveSmallIntegerField(_("position"))
    manifest = models.TextField(_("list of files"))
    sha256 = models.CharField(_("SHA-256 of the list"), max_length=64)

    class Meta:
        abstract = True

    @property
    def paper(self) -> File | None:
        """The receipt as a file; None while it is being made."""
        receipt = getattr(self, "receipt", None)
        return receipt.file if receipt else None

    @property
    def listed(self) -> dict[str, Any]:
        """The list of files as a record."""
        found: dict[str, Any] = json.loads(self.manifest)
        return found

    @property
    def files(self) -> list[dict[str, Any]]:
        """The files that were handed in: name, size in bytes, SHA-256."""
        found: list[dict[str, Any]] = self.listed["files"]
        return found
