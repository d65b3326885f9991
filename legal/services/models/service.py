"""A service: who it is for, what it is, and how to apply for it today."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from portal.history import tracked
from portal.languages import LANGUAGES

# Other pages stand where the service of this slug would.
RESERVED = ("adviser", "papers-abroad")


def has_words(field: str) -> Q:
    """Whether a field has words in one language at least; of null, a check in the database would not know."""
    found = Q()
    for column in (f"{field}_{language.column}" for language in LANGUAGES):
        found |= Q(**{f"{column}__isnull": False}) & ~Q(**{column: ""})
    return found


class ServiceQuerySet(models.QuerySet["Service"]):
    def shown(self) -> "ServiceQuerySet":
        """Those readers see."""
        return self.filter(is_shown=True)

    def with_parts(self) -> "ServiceQuerySet":
        """With their materials and what they rest on."""
        return self.prefetch_related("materials", "bases__law__jurisdiction")


@tracked(exclude=["changed_at"])
class Service(models.Model):
    """One service; `slug` stands in addresses for good.

    `checked_on` is the day on which its text was last held against the articles it rests on.
    """

    slug = models.SlugField(pgettext_lazy("of a service", "slug"), max_length=60, unique=True)
    position = models.PositiveSmallIntegerField(_("position"), default=1000)
    is_shown = models.BooleanField(_("shown to readers"), default=True)
    name = models.CharField(_("name"), max_length=120)
    audience = models.TextField(_("who it is for"), blank=True)
    description = models.TextField(_("what it is"), blank=True)
    apply_today = models.TextField(
        _("how to apply today"), blank=True, help_text=_("Shown as long as the portal does not take in this service.")
    )
    checked_on = models.DateField(_("held against its articles on"), null=True, blank=True, editable=False)
    changed_at = models.DateTimeField(_("changed"), default=timezone.now, editable=False)

    objects = ServiceQuerySet.as_manager()

    class Meta:
        verbose_name = pgettext_lazy("of the zone", "service")
        verbose_name_plural = pgettext_lazy("of the zone", "services")
        permissions = [("translate_service", _("Can translate services"))]
        ordering = ["position", "slug"]
        constraints = [
            models.CheckConstraint(
                name="services_service_has_a_name",
                condition=has_words("name"),
                violation_error_message=_("A service needs a name in one language at least."),
            ),
            models.CheckConstraint(
                name="services_service_slug_not_reserved",
                condition=~Q(slug__in=RESERVED),
                violation_error_message=_("Another page stands at this address: choose another slug."),
            ),
        ]

    def __str__(self) -> str:
        return self.name or self.slug

    def get_absolute_url(self) -> str:
        return reverse("services:service", args=[self.slug])
