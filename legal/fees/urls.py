"""Addresses of fees: below the matter they belong to."""

from django.urls import path

from legal.fees.views import paying, reading

app_name = "fees"
OF_ONE = "enterprises/<enterprise:key>/matters/<enterprise:matter>/fees/<int:position>/"
urlpatterns = [
    path(OF_ONE, reading.notice, name="notice"),
    path(f"{OF_ONE}prove/", paying.prove, name="prove"),
]
