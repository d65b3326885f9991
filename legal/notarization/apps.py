"""The notarization app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NotarizationConfig(AppConfig):
    name = "legal.notarization"
    label = "notarization"
    verbose_name = _("Notarization")
