"""Addresses of training: what everybody reads, and below the account what is one's own."""

from django.urls import path

from legal.training.views import catalogue, enrolling, mine, verifying

app_name = "training"
urlpatterns = [
    path("training/", catalogue.courses, name="list"),
    path("training/certificates/<slug:token>/", verifying.certificate, name="certificate"),
    path("training/<slug:slug>/", catalogue.course, name="course"),
    path("training/<slug:slug>/<slug:session>/", catalogue.session, name="session"),
    path("training/<slug:slug>/<slug:session>/calendar.ics", catalogue.calendar, name="calendar"),
    path("account/training/", mine.mine, name="mine"),
    path("account/training/certificates/<slug:certificate>.pdf", mine.certificate_file, name="certificate-file"),
    path("account/training/<slug:slug>/<slug:session>/enrol/", enrolling.enrol, name="enrol"),
    path("account/training/<slug:slug>/<slug:session>/withdraw/", enrolling.withdraw, name="withdraw"),
    path("account/training/<slug:slug>/<slug:session>/calendar.ics", mine.calendar, name="own-calendar"),
]
