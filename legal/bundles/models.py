"""A file as it is handed to an institution: everything in it by name and sum, frozen when it was put together."""

import json
from typing import Any, Final

import pgtrigger
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from legal.matters.models import Matter
from portal.history import tracked

MANIFEST_NAME: Final = "manifest.json"


@tracked(part_of="matter", exclude=["texts", "sources", "manifest"])
class Bundle(models.Model):
    """What is in it stands in `manifest`, of which `sha256` is the sum.

    `texts` are the parts the portal wrote, `sources` the files it was handed, both by their path in the archive: the
    archive itself is put together each time it is downloaded, and no second copy of any evidence lies anywhere.
    """

    matter = models.ForeignKey(Matter, models.CASCADE, related_name="bundles", verbose_name=_("matter"))
    position = models.PositiveSmallIntegerField(_("position"))
    texts = models.JSONField(_("texts in it"))
    sources = models.JSONField(_("files in it"))
    manifest = models.TextField(_("list of what is in it"))
    sha256 = models.CharField(_("SHA-256 of the list"), max_length=64)
    made_at = models.DateTimeField(_("put together"))
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("put together by")
    )

    class Meta:
        verbose_name = _("bundle")
        verbose_name_plural = _("bundles")
        default_permissions = ("view",)
        ordering = ["-position"]
        constraints = [
            models.UniqueConstraint(
                fields=["matter", "position"],
                name="bundles_one_a_place",
                violation_error_message=_("Another bundle stands in this place."),
            ),
        ]
        triggers = [pgtrigger.ReadOnly(name="frozen")]

    def __str__(self) -> str:
        return self.file_name

    @property
    def file_name(self) -> str:
        """What the archive is called."""
        return f"{self.matter.number}-{self.position}.zip"

    @property
    def listed(self) -> list[dict[str, Any]]:
        """What is in it: path, bytes and SHA-256 of each."""
        found: list[dict[str, Any]] = json.loads(self.manifest)["files"]
        return found

    @property
    def size(self) -> int:
        """How many bytes all of it has."""
        return sum(part["size"] for part in self.listed)
