"""The intake app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class IntakeConfig(AppConfig):
    name = "legal.intake"
    label = "intake"
    verbose_name = _("Imports of law")
