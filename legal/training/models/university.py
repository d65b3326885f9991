"""A university that courses are held with."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.history import tracked


@tracked()
class University(models.Model):
    """A partner university; `slug` stands in addresses for good."""

    slug = models.SlugField(_("slug"), max_length=60, unique=True)
    name = models.CharField(_("name"), max_length=200)
    position = models.PositiveSmallIntegerField(_("position"), default=1000)

    class Meta:
        verbose_name = _("university")
        verbose_name_plural = _("universities")
        permissions = [("translate_university", _("Can translate names of universities"))]
        ordering = ["position", "slug"]

    def __str__(self) -> str:
        return self.name
