"""Django's admin with our site in it; apart from the app of the pages, of which a module has one only."""

from django.contrib.admin.apps import AdminConfig


class ConsoleConfig(AdminConfig):
    default_site = "portal.pages.site.Console"
