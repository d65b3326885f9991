"""The lawyers app."""

from django.apps import AppConfig
from django.utils.translation import pgettext_lazy


class LawyersConfig(AppConfig):
    name = "legal.lawyers"
    label = "lawyers"
    verbose_name = pgettext_lazy("part of the portal", "Lawyers")
