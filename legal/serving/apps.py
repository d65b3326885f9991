"""The serving app: what of a proceeding is a notification and what an answer, the apps above tell."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ServingConfig(AppConfig):
    name = "legal.serving"
    label = "serving"
    verbose_name = _("Service of documents")
