"""Every address of the portal; public pages carry their language first."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path
from django.views.i18n import set_language

from portal.pages import probes
from portal.pages.views import root

urlpatterns = [
    path("", root, name="root"),
    path("health/", probes.site, name="health"),
    path("health/web/", probes.web, name="web-health"),
    path("console/language/", set_language, name="set_language"),
    path("console/", admin.site.urls),
    path("api/v1/", include("portal.api.urls")),
    path("", include("legal.laws.root_urls")),
    path("", include("legal.cases.root_urls")),
    path("", include("legal.lawyers.root_urls")),
    path("", include("legal.services.root_urls")),
    path("", include("legal.clocks.root_urls")),
    *i18n_patterns(
        path("", include("portal.pages.urls")),
        path("account/", include("portal.privacy.urls")),
        path("search/", include("portal.search.urls")),
        path("inbox/", include("portal.notices.urls")),
        path("account/", include("legal.lawyers.own_urls")),
        path("account/", include("portal.accounts.urls")),
        path("account/", include("allauth.account.urls")),
        path("account/second-step/", include("allauth.mfa.urls")),
        path("account/sessions/", include("allauth.usersessions.urls")),
        path("files/", include("portal.files.urls")),
        path("enterprises/", include("enterprises.urls")),
        path("enterprises/", include("legal.exhibits.urls")),
        # Below the addresses of enterprises, whose parts of addresses are registered by then.
        path("", include("legal.matters.urls")),
        path("", include("legal.notarization.urls")),
        path("", include("legal.appraisal.urls")),
        path("", include("legal.clocks.urls")),
        path("", include("legal.serving.urls")),
        path("", include("legal.fees.urls")),
        path("", include("legal.advice.urls")),
        path("", include("legal.mediation.urls")),
        path("enquiries/", include("legal.enquiries.urls")),
        path("", include("legal.arbitration.urls")),
        path("", include("legal.training.urls")),
        path("", include("legal.rules.urls")),
        path("services/", include("legal.services.urls")),
        # Before the places of a law: `download.pdf` would be one.
        path("laws/", include("legal.downloads.urls")),
        path("laws/", include("legal.laws.urls")),
        path("cases/", include("legal.cases.urls")),
        path("lawyers/", include("legal.lawyers.urls")),
    ),
]

handler400 = "portal.pages.errors.bad_request"
handler403 = "portal.pages.errors.permission_denied"
handler429 = "portal.pages.errors.too_many"
handler404 = "portal.pages.errors.page_not_found"
handler500 = "portal.pages.errors.server_error"
