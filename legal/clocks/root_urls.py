"""The address that calendars fetch, in no language: each calendar has its own."""

from django.urls import path

from legal.clocks.views import feeds

urlpatterns = [path("deadlines/<slug:token>.ics", feeds.feed, name="deadlines-feed")]
