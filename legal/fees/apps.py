"""The fees app: which moves of a matter belong to its fees is told by the apps above (`courses.register`)."""

from django.apps import AppConfig
from django.utils.translation import pgettext_lazy


class FeesConfig(AppConfig):
    name = "legal.fees"
    label = "fees"
    verbose_name = pgettext_lazy("of matters", "Fees")
