"""The matters app: the apps above tell which proceedings there are, and what of a matter they remove.

The first is told in their `proceedings.py`, the second there or in their `personal.py`.
"""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules
from django.utils.translation import gettext_lazy as _


class MattersConfig(AppConfig):
    name = "legal.matters"
    label = "matters"
    verbose_name = _("Matters")

    def ready(self) -> None:
        autodiscover_modules("proceedings", "personal")
