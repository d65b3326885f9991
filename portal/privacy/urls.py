"""The pages about a person's own data, under those of the account."""

from django.urls import path

from portal.privacy import views

app_name = "privacy"
urlpatterns = [
    path("data/", views.data, name="data"),
    path("data/download/", views.download, name="download"),
    path("consents/", views.consents, name="consents"),
    path("consents/withdrawn/", views.withdrawn, name="withdraw"),
    path("consents/<slug:purpose>/", views.consent, name="consent"),
    path("activity/", views.activity, name="activity"),
    path("delete/", views.delete, name="delete"),
    path("deleted/", views.deleted, name="deleted"),
]
