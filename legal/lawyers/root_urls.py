"""Addresses that search engines look for at the root of the site, in no language."""

from django.urls import path

from legal.lawyers.views import crawling

urlpatterns = [path("sitemap-lawyers-<int:number>.xml", crawling.lawyers, name="sitemap-lawyers")]
