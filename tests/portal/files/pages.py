"""A page with a form that takes a file, as other apps have them; the portal's own addresses beside it."""

from django import forms
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.template import engines
from django.urls import path

from portal.files import actions
from portal.files.forms import PaperField, PaperForm
from portal.urls import handler400, handler403, handler404, handler500, urlpatterns

__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]

PAGE = """{% extends "base.html" %}{% load static %}
{% block title %}Evidence{% endblock %}
{% block head %}<script src="{% static "files/upload.js" %}" defer></script>{% endblock %}
{% block main %}<h1>Evidence</h1>
<form class="form" method="post" enctype="multipart/form-data">{% csrf_token %}
<div class="field"><label for="id_title">Title</label>
<input id="id_title" name="title" value="{{ form.title.value|default:"" }}"></div>
{% include "files/_upload.html" with field=form.paper only %}
<div class="actions"><button class="button" type="submit">Save</button></div></form>{% endblock %}"""


class EvidenceForm(PaperForm):
    title = forms.CharField()
    paper = PaperField("tests.evidence", label="Paper")


@login_required
def evidence(request):
    form = EvidenceForm(request.POST or None, request.FILES or None, by=request.user)
    if request.method == "POST" and form.is_valid():
        # The owner is the user here; elsewhere it is an enterprise, or a matter.
        file = form.cleaned_data["paper"]
        file = actions.hand_in(file, owner=request.user, by=request.user)
        return HttpResponse(f"{form.cleaned_data['title']} {file.pk} {file.sha256}")
    page = engines["django"].from_string(PAGE)
    return HttpResponse(page.render({"form": form}, request))


urlpatterns = [path("en/evidence/", evidence, name="evidence"), *urlpatterns]
