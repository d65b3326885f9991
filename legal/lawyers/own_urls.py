"""The pages of those who keep profiles: below the account, where no slug of a lawyer stands."""

from django.urls import path

from legal.lawyers.views import claiming, firms, own, revising

app_name = "practice"
urlpatterns = [
    path("lawyer/", own.home, name="home"),
    path("lawyer/begin/", own.begin, name="begin"),
    path("lawyer/discard/", own.discard, name="discard"),
    path("lawyer/edit/<slug:group>/", revising.edit_profile, name="edit"),
    path("lawyer/review/", revising.review_profile, name="review"),
    path("lawyer/review/<slug:asked>/", revising.move_profile, name="move"),
    path("lawyer/availability/", own.availability, name="availability"),
    path("lawyer/photo/remove/", own.photo_out, name="photo-remove"),
    path("lawyer/work/", own.work, name="work"),
    path("lawyer/work/remove/", own.unname, name="unname"),
    path("lawyer/claim/<slug:slug>/", claiming.claim_lawyer, name="claim"),
    path("lawyer/claims/withdraw/", claiming.withdraw, name="claim-withdraw"),
    path("lawyer/invitations/answer/", firms.answer, name="answer"),
    path("lawyer/firm/leave/", firms.leave, name="leave"),
    path("firms/", firms.enter, name="firm-enter"),
    path("firms/<slug:slug>/", firms.home, name="firm"),
    path("firms/<slug:slug>/claim/", claiming.claim_firm, name="firm-claim"),
    path("firms/<slug:slug>/edit/<slug:group>/", revising.edit_firm, name="firm-edit"),
    path("firms/<slug:slug>/review/", revising.review_firm, name="firm-review"),
    path("firms/<slug:slug>/review/<slug:asked>/", revising.move_firm, name="firm-move"),
    path("firms/<slug:slug>/invite/", firms.invite, name="firm-invite"),
    path("firms/<slug:slug>/withdraw/", firms.withdraw, name="firm-withdraw"),
    path("firms/<slug:slug>/remove/", firms.remove, name="firm-remove"),
    path("firms/<slug:slug>/appoint/", firms.appoint, name="firm-appoint"),
    path("firms/<slug:slug>/step-down/", firms.step_down, name="firm-step-down"),
]
