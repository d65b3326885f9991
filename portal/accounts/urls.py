"""A person's own pages; allauth's stand beside them under the same beginning."""

from django.urls import path

from portal.accounts import views

app_name = "accounts"
urlpatterns = [
    path("", views.home, name="home"),
    path("profile/", views.profile, name="profile"),
    path("second-factor/", views.explain_second_factor, name="second-factor"),
]
