"""Addresses of lawyers and firms: by their slugs, and for good."""

from django.urls import path

from legal.lawyers.views import directory, profile

app_name = "lawyers"
urlpatterns = [
    path("", directory.lawyer_list, name="list"),
    path("firms/", directory.firm_list, name="firms"),
    path("firms/<slug:slug>/", profile.firm, name="firm"),
    # Last: a lawyer is whoever is none of the above.
    path("<slug:slug>/", profile.lawyer, name="lawyer"),
]
