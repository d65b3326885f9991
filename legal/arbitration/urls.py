"""Addresses of arbitration."""

from django.urls import path

from legal.arbitration.views import tools

app_name = "arbitration"
urlpatterns = [
    path("", tools.home, name="home"),
    path("check/", tools.check_clause, name="check"),
    path("clause/", tools.make_clause, name="clause"),
    path("fees/", tools.fees, name="fees"),
]
