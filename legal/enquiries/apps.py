"""The enquiries app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EnquiriesConfig(AppConfig):
    name = "legal.enquiries"
    label = "enquiries"
    verbose_name = _("Requests for a consultation")
