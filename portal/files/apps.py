"""The files app: which papers there are, and whose, is told by the other apps in their `papers.py`."""

from django.apps import AppConfig
from django.core.checks import Tags, register
from django.utils.module_loading import autodiscover_modules
from django.utils.translation import gettext_lazy as _

from portal.files.checks import scanner


class FilesConfig(AppConfig):
    name = "portal.files"
    label = "files"
    verbose_name = _("Files")

    def ready(self) -> None:
        register(scanner, Tags.security, deploy=True)
        autodiscover_modules("papers")
