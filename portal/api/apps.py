"""The open interface: hands out what the other apps publish."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules
from django.utils.translation import gettext_lazy as _


class ApiConfig(AppConfig):
    name = "portal.api"
    label = "api"
    verbose_name = _("Open interface")

    def ready(self) -> None:
        autodiscover_modules("api")
