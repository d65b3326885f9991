"""The public pages of the services."""

from django.urls import path

from legal.services.views import adviser, catalogue, papers

app_name = "services"
urlpatterns = [
    path("", catalogue.services, name="list"),
    path("adviser/", adviser.adviser, name="adviser"),
    path("papers-abroad/", papers.papers_abroad, name="papers-abroad"),
    path("<slug:slug>/", catalogue.service, name="service"),
]
