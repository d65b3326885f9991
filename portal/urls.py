"""Every address of the portal; public pages carry their language first."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path

from portal.pages import probes
from portal.pages.views import root

urlpatterns = [
    path("", root, name="root"),
    path("health/", probes.site, name="health"),
    path("health/web/", probes.web, name="web-health"),
    path("console/", admin.site.urls),
    *i18n_patterns(
        path("", include("portal.pages.urls")),
        path("search/", include("portal.search.urls")),
        path("laws/", include("legal.laws.urls")),
    ),
]
