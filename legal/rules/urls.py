"""Addresses of figures and their sources."""

from django.urls import path

from legal.rules import views

app_name = "rules"
urlpatterns = [
    path("rules/", views.figures, name="figures"),
    path("rules/deadline/", views.deadline, name="deadline"),
]
