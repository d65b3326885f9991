"""The app of the open data."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class BulkConfig(AppConfig):
    name = "legal.bulk"
    label = "bulk"
    verbose_name = _("Open data")
