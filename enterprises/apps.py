"""The enterprises app."""

from django.apps import AppConfig
from django.urls import register_converter
from django.utils.translation import gettext_lazy as _


class EnterprisesConfig(AppConfig):
    name = "enterprises"
    label = "enterprises"
    verbose_name = _("Enterprises")

    def ready(self) -> None:
        # The converters know the models, which are there only now; the console's addresses are read before all others.
        from enterprises.converters import KeyConverter, TokenConverter  # noqa: PLC0415

        register_converter(KeyConverter, "enterprise")
        register_converter(TokenConverter, "invitation")
