"""Addresses that search engines look for at the root of the site, in no language."""

from django.urls import path

from legal.cases.views import crawling

urlpatterns = [path("sitemap-cases-<int:number>.xml", crawling.cases, name="sitemap-cases")]
