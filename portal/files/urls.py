"""Addresses of files: their random keys, never their names."""

from django.urls import path

from portal.files import tus, views

app_name = "files"
urlpatterns = [
    path("", views.shelf, name="shelf"),
    path("uploads/", tus.uploads, name="uploads"),
    path("uploads/<uuid:file>/", tus.upload, name="upload"),
    path("<uuid:file>/", views.download, name="download"),
    path("<uuid:file>/remove/", views.remove, name="remove"),
]
