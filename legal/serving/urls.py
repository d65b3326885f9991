"""Addresses of the other side: of its people, of whoever holds a receipt, and below the matter, of the applicant."""

from django.urls import path

from legal.matters.urls import OF_ONE
from legal.serving.views import answering, applicant, landing, papers, paying, sides, verifying

app_name = "serving"
SERVED = "served/<enterprise:served>/"
urlpatterns = [
    path("answers/<slug:token>/", verifying.receipt, name="receipt"),
    path("served/", sides.matters, name="list"),
    path("served/invitations/<invitation:invited>/", landing.invitation, name="invitation"),
    path(SERVED, sides.matter, name="matter"),
    path(f"{SERVED}messages/", sides.write, name="write"),
    path(f"{SERVED}services/<int:position>/", sides.service, name="service"),
    path(f"{SERVED}fees/<int:position>/", paying.fee, name="fee"),
    path(f"{SERVED}fees/<int:position>/prove/", paying.prove, name="prove"),
    path(f"{SERVED}papers/", papers.papers, name="papers"),
    path(f"{SERVED}papers/<int:position>/take-out/", papers.take_out, name="take-out"),
    path(f"{SERVED}answer/", answering.answer, name="answer"),
    path(f"{SERVED}answer/answer.json", answering.content, name="content"),
    path(f"{SERVED}answer/manifest.json", answering.manifest, name="manifest"),
    path(f"{OF_ONE}consents/", applicant.consents, name="consents"),
    path(f"{OF_ONE}consents/withdraw/", applicant.withdraw, name="withdraw-consent"),
    path(f"{OF_ONE}outside/", applicant.outside, name="outside"),
    path(f"{OF_ONE}outside/resend/", applicant.resend, name="resend"),
    path(f"{OF_ONE}outside/revoke/", applicant.revoke, name="revoke"),
]
