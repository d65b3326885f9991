"""Addresses that search engines look for at the root of the site, in no language."""

from django.urls import path

from legal.laws.views import crawling

urlpatterns = [
    path("robots.txt", crawling.robots, name="robots"),
    path("sitemap.xml", crawling.index, name="sitemap"),
    path("sitemap-pages.xml", crawling.pages, name="sitemap-pages"),
    path("sitemap-laws-<slug:code>-<int:number>.xml", crawling.laws, name="sitemap-laws"),
]
