"""Addresses of what notarization adds to a matter."""

from django.urls import path

from legal.notarization.views import writing

app_name = "notarization"
OF_ONE = "enterprises/<enterprise:key>/matters/<enterprise:matter>/"
urlpatterns = [path(f"{OF_ONE}notarization/", writing.particulars, name="particulars")]
