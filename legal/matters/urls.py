"""Addresses of matters: below the enterprise whose they are; and of receipts, for everybody who holds one."""

from django.urls import path

from legal.matters.views import drafting, history, listing, producing, reading, representing, submitting, verifying

app_name = "matters"
OF_ALL = "enterprises/<enterprise:key>/matters/"
OF_ONE = f"{OF_ALL}<enterprise:matter>/"
urlpatterns = [
    path("receipts/<slug:token>/", verifying.receipt, name="receipt"),
    path("enterprises/matters/begin/<slug:kind>/", listing.start, name="start"),
    path(OF_ALL, listing.matters, name="list"),
    path(f"{OF_ALL}begin/<slug:kind>/", listing.begin, name="begin"),
    path(OF_ONE, reading.matter, name="matter"),
    path(f"{OF_ONE}about/", drafting.facts, name="about"),
    path(f"{OF_ONE}parties/", drafting.parties, name="parties"),
    path(f"{OF_ONE}parties/<int:position>/", drafting.party, name="party"),
    path(f"{OF_ONE}parties/<int:position>/remove/", drafting.remove_party, name="remove-party"),
    path(f"{OF_ONE}representatives/", representing.representatives, name="representatives"),
    path(f"{OF_ONE}representatives/revoke/", representing.revoke, name="revoke"),
    path(f"{OF_ONE}representatives/remove/", representing.remove, name="remove-representative"),
    path(f"{OF_ONE}exhibits/", producing.exhibits, name="exhibits"),
    path(f"{OF_ONE}exhibits/<int:position>/take-out/", producing.take_out, name="take-out"),
    path(f"{OF_ONE}submit/", submitting.submit, name="submit"),
    path(f"{OF_ONE}withdraw/", submitting.withdraw, name="withdraw"),
    path(f"{OF_ONE}messages/", reading.write, name="write"),
    path(f"{OF_ONE}history/", history.history, name="history"),
    path(f"{OF_ONE}history.json", history.history_file, name="history-file"),
    path(f"{OF_ONE}submissions/<int:position>/manifest.json", history.manifest, name="manifest"),
    path(f"{OF_ONE}submissions/<int:position>/timestamp.tsr", history.timestamp, name="timestamp"),
    path(f"{OF_ONE}submissions/<int:position>/submission.json", history.content, name="content"),
]
