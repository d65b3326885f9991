"""Addresses that search engines look for at the root of the site, in no language."""

from django.urls import path

from legal.services.views import crawling

urlpatterns = [path("sitemap-services.xml", crawling.services, name="sitemap-services")]
