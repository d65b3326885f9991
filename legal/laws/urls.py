"""Addresses of law: as a lawyer cites them, and for good."""

from django.urls import path

from legal.laws import views

app_name = "laws"
urlpatterns = [
    path("", views.law_list, name="list"),
]
