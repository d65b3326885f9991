"""The app of judicial appraisal."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AppraisalConfig(AppConfig):
    name = "legal.appraisal"
    label = "appraisal"
    verbose_name = _("Judicial appraisal")
