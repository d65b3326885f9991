"""Addresses in no language: what search engines look for at the root of the site, and pictures."""

from django.urls import path

from legal.lawyers.views import crawling, portraits

urlpatterns = [
    path("sitemap-lawyers-<int:number>.xml", crawling.lawyers, name="sitemap-lawyers"),
    path("photos/lawyers/<uuid:photo>-<int:side>.webp", portraits.photo, name="lawyer-photo"),
]
