"""The exhibits app: who holds exhibits, who else reads them, and which route papers take is told by apps above it."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules
from django.utils.translation import gettext_lazy as _


class ExhibitsConfig(AppConfig):
    name = "legal.exhibits"
    label = "exhibits"
    verbose_name = _("Exhibits")

    def ready(self) -> None:
        autodiscover_modules("evidence")
