"""The laws app."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules
from django.utils.translation import gettext_lazy as _


class LawsConfig(AppConfig):
    name = "legal.laws"
    label = "laws"
    verbose_name = _("Laws")

    def ready(self) -> None:
        autodiscover_modules("beside")
