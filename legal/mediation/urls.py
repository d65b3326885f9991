"""Addresses of mediations: below the matter for members, and for the other side below how it takes part."""

from django.urls import path

from legal.matters.urls import OF_ONE
from legal.mediation.views import describing, meeting, settling
from legal.serving.urls import SERVED

app_name = "mediation"
OURS = f"{OF_ONE}mediation/"
OTHER = f"{SERVED}mediation/"
urlpatterns = [
    path(f"{OURS}dispute/", describing.dispute, name="dispute"),
    path(f"{OURS}agree/", describing.agree_as_member, name="agree"),
    path(f"{OURS}sessions/", meeting.sessions_as_member, name="sessions"),
    path(f"{OURS}sessions/agree/", meeting.agree_as_member, name="agree-time"),
    path(f"{OURS}sessions/cancel/", meeting.cancel_as_member, name="cancel-time"),
    path(f"{OURS}sessions.ics", meeting.calendar_as_member, name="calendar"),
    path(f"{OURS}settlement/", settling.settlement_as_member, name="settlement"),
    path(f"{OURS}settlement/decline/", settling.decline_as_member, name="decline-text"),
    path(f"{OURS}award/", settling.award_as_member, name="award"),
    path(f"{OTHER}agree/", describing.agree_as_participant, name="other-agree"),
    path(f"{OTHER}decline/", describing.decline_as_participant, name="other-decline"),
    path(f"{OTHER}leave/", describing.leave_as_participant, name="other-leave"),
    path(f"{OTHER}sessions/", meeting.sessions_as_participant, name="other-sessions"),
    path(f"{OTHER}sessions/agree/", meeting.agree_as_participant, name="other-agree-time"),
    path(f"{OTHER}sessions/cancel/", meeting.cancel_as_participant, name="other-cancel-time"),
    path(f"{OTHER}sessions.ics", meeting.calendar_as_participant, name="other-calendar"),
    path(f"{OTHER}settlement/", settling.settlement_as_participant, name="other-settlement"),
    path(f"{OTHER}settlement/decline/", settling.decline_as_participant, name="other-decline-text"),
    path(f"{OTHER}award/", settling.award_as_participant, name="other-award"),
]
