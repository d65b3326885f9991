"""The advice app."""

from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AdviceConfig(AppConfig):
    name = "legal.advice"
    label = "advice"
    verbose_name = _("Consultations and contract reviews")

    def ready(self) -> None:
        # Loaded with the models: a term of retention may end before a page is asked for.
        import_module("legal.advice.removing")
