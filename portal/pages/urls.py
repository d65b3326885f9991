"""The front pages."""

from django.urls import path
from django.views.generic import TemplateView

from portal.api import documentation
from portal.pages import manifest
from portal.reference import views as reference

app_name = "pages"
urlpatterns = [
    path("", TemplateView.as_view(template_name="pages/home.html"), name="home"),
    path("terms/", reference.terms, name="terms"),
    path("texts/", TemplateView.as_view(template_name="pages/texts.html"), name="texts"),
    path("holdings/", TemplateView.as_view(template_name="pages/holdings.html"), name="holdings"),
    path("interface/", documentation.page, name="interface"),
    path("accessibility/", TemplateView.as_view(template_name="pages/accessibility.html"), name="accessibility"),
    path("privacy/", TemplateView.as_view(template_name="pages/privacy.html"), name="privacy"),
    path("manifest.webmanifest", manifest.manifest, name="manifest"),
]
