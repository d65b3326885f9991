"""The matters app: which proceedings there are is told by the apps above in their `proceedings.py`."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules
from django.utils.translation import gettext_lazy as _


class MattersConfig(AppConfig):
    name = "legal.matters"
    label = "matters"
    verbose_name = _("Matters")

    def ready(self) -> None:
        autodiscover_modules("proceedings")
