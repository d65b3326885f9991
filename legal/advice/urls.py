"""Addresses of advice: below the matter they belong to."""

from django.urls import path

from legal.advice.views import asking, following
from legal.matters.urls import OF_ONE

app_name = "advice"
urlpatterns = [
    path(f"{OF_ONE}question/", asking.question, name="question"),
    path(f"{OF_ONE}contract/", asking.review, name="review"),
    path(f"{OF_ONE}advice/further/", following.further, name="further"),
    path(f"{OF_ONE}advice/close/", following.close, name="close"),
]
