"""Addresses of deadlines: below the enterprise whose matters they belong to."""

from django.urls import path

from legal.clocks.views import listing

app_name = "clocks"
OF_ALL = "enterprises/<enterprise:key>/deadlines/"
urlpatterns = [
    path(OF_ALL, listing.deadlines, name="list"),
    path(f"{OF_ALL}calendar/", listing.renew, name="renew"),
    path(f"{OF_ALL}calendar/end/", listing.end, name="end"),
    path(
        "enterprises/<enterprise:key>/matters/<enterprise:matter>/deadlines/<uuid:uid>.ics", listing.entry, name="entry"
    ),
]
