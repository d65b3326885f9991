"""The photo of a lawyer as readers are shown it: made anew of the pixels of what was handed in, which is not kept."""

import uuid
from typing import Final

from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from legal.lawyers.models.lawyer import Lawyer
from legal.lawyers.states import State

# In pixels a side: as lists show it, sharp on a screen of double density, and as the page of the lawyer does.
SMALL: Final = 128
LARGE: Final = 320
SIDES: Final = (SMALL, LARGE)
MEDIA_TYPE: Final = "image/webp"


class PortraitQuerySet(models.QuerySet["Portrait"]):
    def shown(self) -> "PortraitQuerySet":
        """Those readers are shown: accepted, and of a profile that is published."""
        return self.filter(shown_by__state=State.PUBLISHED)


# Its bytes are in no history: what is taken out is gone. Which photo was shown when, the history of the lawyer tells.
class Portrait(models.Model):
    """A photo of a lawyer in two sizes, proposed or shown: it is shown when `Lawyer.photo` is it."""

    # Nobody guesses the address of a photo that has not been accepted.
    key = models.UUIDField(_("key"), primary_key=True, default=uuid.uuid4, editable=False)
    lawyer = models.ForeignKey(Lawyer, models.CASCADE, related_name="portraits", verbose_name=_("lawyer"))
    small = models.BinaryField(_("small photo"))
    large = models.BinaryField(_("large photo"))
    made_at = models.DateTimeField(pgettext_lazy("photo", "made"), default=timezone.now, editable=False)

    objects = PortraitQuerySet.as_manager()

    class Meta:
        verbose_name = _("photo of a lawyer")
        verbose_name_plural = _("photos of lawyers")
        default_permissions = ()

    def __str__(self) -> str:
        return str(self.key)


def photo_address(key: object, side: int) -> str:
    """Where a photo is shown that was accepted: another photo has another address."""
    return reverse("lawyer-photo", args=[key, side])
