"""Addresses of cases: as a lawyer cites them, and for good."""

from django.urls import path, register_converter
from django.urls.converters import StringConverter

from legal.cases.views import case, directory, feed, files
from legal.laws.converters import CitingProgram


class CaseSuffix(StringConverter):
    """The ending of a file in a format that cases are written in."""

    regex = "|".join(files.SUFFIXES)


register_converter(CaseSuffix, "case_suffix")
register_converter(CitingProgram, "cited_case")

app_name = "cases"
urlpatterns = [
    path("", directory.case_list, name="list"),
    path("feed.atom", feed.feed, name="feed"),
    path("<slug:code>/<slug:slug>/", case.case, name="case"),
    path("<slug:code>/<slug:slug>/download.<case_suffix:suffix>", files.download, name="download"),
    path("<slug:code>/<slug:slug>/cite/", files.cite, name="cite"),
    path("<slug:code>/<slug:slug>/cite.<cited_case:program>", files.cite_file, name="cite-file"),
]
