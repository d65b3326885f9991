"""The pages of requests for a consultation, for those who ask and for lawyers."""

from django.urls import path

from legal.enquiries.views import known, listing, reading, times, writing

app_name = "enquiries"
urlpatterns = [
    path("", listing.mine, name="list"),
    path("inbox/", listing.inbox, name="inbox"),
    path("names/", known.names, name="names"),
    path("names/forget/", known.forget, name="forget"),
    path("to/<slug:slug>/", writing.begin, name="begin"),
    path("<slug:enquiry>/", reading.enquiry, name="enquiry"),
    path("<slug:enquiry>/facts/", writing.facts, name="facts"),
    path("<slug:enquiry>/parties/", writing.parties, name="parties"),
    path("<slug:enquiry>/parties/remove/", writing.remove_party, name="remove-party"),
    path("<slug:enquiry>/move/", reading.move, name="move"),
    path("<slug:enquiry>/discard/", reading.discard, name="discard"),
    path("<slug:enquiry>/messages/", reading.write, name="write"),
    path("<slug:enquiry>/messages/read/", reading.read, name="read"),
    path("<slug:enquiry>/times/", times.choose, name="times"),
    path("<slug:enquiry>/times/answer/", times.answer, name="time"),
    path("<slug:enquiry>/calendar.ics", times.calendar, name="calendar"),
]
