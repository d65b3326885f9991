"""The services app."""

from django.apps import AppConfig
from django.utils.translation import pgettext_lazy


class ServicesConfig(AppConfig):
    name = "legal.services"
    label = "services"
    verbose_name = pgettext_lazy("part of the portal", "Services")
