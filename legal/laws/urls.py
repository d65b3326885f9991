"""Addresses of law: as a lawyer cites them, and for good."""

from django.urls import path, register_converter

from legal.laws.converters import CitingProgram, EditionSlug, ProvisionPath
from legal.laws.views import citing, comparison, directory, feed, provision, reading

register_converter(EditionSlug, "edition")
register_converter(ProvisionPath, "provision")
register_converter(CitingProgram, "cited")

app_name = "laws"
urlpatterns = [
    path("", directory.law_list, name="list"),
    path("feed.atom", feed.feed, name="feed"),
    path("<slug:code>/<slug:slug>/", reading.law, name="law"),
    path("<slug:code>/<slug:slug>/compare/", comparison.choose, name="choose"),
    path("<slug:code>/<slug:slug>/compare/<edition:old>/<edition:new>/", comparison.compare, name="compare"),
    path("<slug:code>/<slug:slug>/<edition:edition>/", reading.edition, name="edition"),
    path("<slug:code>/<slug:slug>/<edition:edition>/cite/", citing.cite, name="cite"),
    path("<slug:code>/<slug:slug>/<edition:edition>/cite.<cited:program>", citing.file, name="cite-file"),
    path("<slug:code>/<slug:slug>/<edition:edition>/<provision:path>/", provision.provision, name="provision"),
    # Last: a place in the text is whatever is none of the above.
    path("<slug:code>/<slug:slug>/<provision:path>/", provision.article, name="article"),
]
