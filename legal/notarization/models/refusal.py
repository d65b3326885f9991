"""Why an office did not certify."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from legal.matters.models import Matter
from legal.notarization.kinds import Ground
from portal.history import tracked


@tracked(part_of="matter")
class Refusal(models.Model):
    """The ground of the law; what is said of it beside stands in the event."""

    matter = models.OneToOneField(Matter, models.CASCADE, related_name="refusal", verbose_name=_("matter"))
    ground = models.CharField(_("ground of the law"), max_length=10, choices=Ground)

    class Meta:
        verbose_name = _("refusal to notarize")
        verbose_name_plural = _("refusals to notarize")
        default_permissions = ()

    def __str__(self) -> str:
        return str(self.get_ground_display())
