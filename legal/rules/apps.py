"""The rules app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class RulesConfig(AppConfig):
    name = "legal.rules"
    label = "rules"
    verbose_name = _("Figures and their sources")
