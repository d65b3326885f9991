"""The pages of enterprises and of those who act for them."""

from django.urls import path

from enterprises.views import handing_in, home, inviting, joining, people, registering

app_name = "enterprises"
urlpatterns = [
    path("", home.mine, name="list"),
    path("join/", joining.ask, name="join"),
    path("join/withdraw/", joining.withdraw, name="join-withdraw"),
    path("invitations/<invitation:invited>/", inviting.invitation, name="invitation"),
    path("register/", registering.begin, name="register"),
    path("register/<enterprise:key>/", registering.resume, name="resume"),
    path("register/<enterprise:key>/identify/", registering.identify, name="identify"),
    path("register/<enterprise:key>/describe/", registering.describe, name="describe"),
    path("register/<enterprise:key>/papers/", handing_in.papers, name="papers"),
    path("register/<enterprise:key>/people/", handing_in.people, name="people"),
    path("register/<enterprise:key>/review/", registering.review, name="review"),
    path("register/<enterprise:key>/letter/", registering.letter, name="letter"),
    path("register/<enterprise:key>/discard/", registering.discard, name="discard"),
    path("<enterprise:key>/", home.home, name="home"),
    path("<enterprise:key>/history/", home.history, name="history"),
    path("<enterprise:key>/switch/", home.switch, name="switch"),
    path("<enterprise:key>/members/", people.members, name="members"),
    path("<enterprise:key>/members/invite/", inviting.invite, name="invite"),
    path("<enterprise:key>/members/resend/", inviting.resend, name="resend"),
    path("<enterprise:key>/members/withdraw/", inviting.withdraw, name="withdraw"),
    path("<enterprise:key>/members/role/", people.role, name="role"),
    path("<enterprise:key>/members/remove/", people.remove, name="remove"),
    path("<enterprise:key>/members/leave/", people.leave, name="leave"),
    path("<enterprise:key>/members/answer/", joining.answer, name="join-answer"),
    path("<enterprise:key>/transfer/ask/", people.ask_transfer, name="transfer"),
    path("<enterprise:key>/transfer/answer/", people.answer_transfer, name="transfer-answer"),
    path("<enterprise:key>/transfer/withdraw/", people.withdraw_transfer, name="transfer-withdraw"),
]
