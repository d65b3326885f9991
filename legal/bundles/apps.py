"""The bundles app: a file as it is handed to an institution."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class BundlesConfig(AppConfig):
    name = "legal.bundles"
    label = "bundles"
    verbose_name = _("Bundles")
