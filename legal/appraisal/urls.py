"""Addresses of what a judicial appraisal adds to a matter."""

from django.urls import path

from legal.appraisal.views import receiving, writing

app_name = "appraisal"
OF_ONE = "enterprises/<enterprise:key>/matters/<enterprise:matter>/"
urlpatterns = [
    path(f"{OF_ONE}entrustment/", writing.entrustment, name="entrustment"),
    path(f"{OF_ONE}materials/", writing.materials, name="materials"),
    path(f"{OF_ONE}materials/<int:position>/take-off/", writing.take_off, name="take-off"),
    path(f"{OF_ONE}receipts/<int:position>.pdf", receiving.receipt, name="receipt"),
    path(f"{OF_ONE}receipts/<int:position>/confirm/", receiving.confirm, name="confirm"),
]
