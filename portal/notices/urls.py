"""Where people read what they were told."""

from django.urls import path

from portal.notices import views

app_name = "notices"
urlpatterns = [
    path("", views.index, name="inbox"),
    path("read/", views.mark_all_read, name="mark-all-read"),
    path("preferences/", views.set_preferences, name="preferences"),
    path("unsubscribe/<str:token>/", views.unsubscribe, name="unsubscribe"),
    path("<uuid:uuid>/", views.open_notice, name="open"),
    path("<uuid:uuid>/read/", views.mark_read, name="mark-read"),
]
