"""Addresses of files: those of a law and its edition, and the ending of the file."""

from django.urls import path, register_converter
from django.urls.converters import StringConverter

from legal.downloads import views
from legal.downloads.files import FORMATS
from legal.laws.converters import EditionSlug


class Suffix(StringConverter):
    """The ending of a file in a format the portal writes."""

    regex = "|".join(FORMATS)


register_converter(EditionSlug, "dated")
register_converter(Suffix, "suffix")

app_name = "downloads"
urlpatterns = [
    path("<slug:code>/<slug:slug>/download.<suffix:suffix>", views.of_the_day, name="of-the-day"),
    path("<slug:code>/<slug:slug>/<dated:edition>/download.<suffix:suffix>", views.download, name="file"),
    path("<slug:code>/<slug:slug>/<dated:edition>/download.<suffix:suffix>/again/", views.again, name="again"),
]
