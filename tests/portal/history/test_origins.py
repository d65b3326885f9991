"""An entry says who, by which page, command or task, and what changed together."""

import pytest
from celery import shared_task
from django.contrib.auth.models import AnonymousUser
from django.core.management import call_command
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.urls import reverse

from portal.accounts.models import User
from portal.celery import app
from portal.history.middleware import HistoryMiddleware
from portal.history.models import Entry
from portal.history.working import RecordedTask
from portal.reference.models import Topic
from tests.factories import TopicFactory
from tests.signing_in import signed_in_staff

pytestmark = pytest.mark.django_db


@shared_task
def rename_topics() -> None:
    Topic.objects.update(name_en="Renamed")


def test_request_is_told_with_who_sent_it_and_the_pattern_of_its_address(client: Client) -> None:
    topic = TopicFactory.create()
    staff = User.objects.create_superuser("staff@portal.example", language="en")
    signed_in_staff(client, staff)

    client.post(
        reverse("admin:reference_topic_change", args=[topic.pk]),
        {"slug": topic.slug, "position": 7, "name_zh_hans": "合同", "name_en": "Contract", "name_ru": "Договор"},
    )

    entries = Entry.objects.filter(model="reference.topic", kind="update")
    (entry,) = entries
    assert (entry.by, entry.origin) == (
        staff.pk,
        {"page": "/console/reference/topic/<path:object_id>/change/"},
    )
    assert entry.context is not None


def test_what_one_request_changes_belongs_together_and_not_with_the_next(client: Client) -> None:
    signed_in_staff(client, User.objects.create_superuser("staff@portal.example", language="en"))
    topics = [TopicFactory.create(slug=f"topic-{number}") for number in range(3)]

    for chosen in (topics[:2], topics[2:]):
        client.post(
            reverse("admin:reference_topic_changelist"),
            {"action": "delete_selected", "_selected_action": [topic.pk for topic in chosen], "post": "yes"},
        )

    contexts = list(Entry.objects.filter(kind="delete").order_by("id").values_list("context", flat=True))
    assert (len(contexts), len(set(contexts[:2])), len(set(contexts))) == (3, 1, 2)


def test_visitor_who_is_not_signed_in_is_nobody(rf: RequestFactory) -> None:
    request = rf.post("/en/")
    request.user = AnonymousUser()

    HistoryMiddleware(lambda asked: HttpResponse(str(TopicFactory.create())))(request)

    assert Entry.objects.get(model="reference.topic").by is None


def test_address_that_leads_nowhere_is_left_out(rf: RequestFactory) -> None:
    request = rf.post("/nowhere/")
    request.resolver_match = None

    HistoryMiddleware(lambda asked: HttpResponse()).process_view(request)

    assert not Entry.objects.exists()


def test_command_is_told_by_its_name() -> None:
    call_command("load_reference", verbosity=0)

    assert list(Entry.objects.order_by().values_list("origin", flat=True).distinct()) == [{"command": "load_reference"}]
    assert Entry.objects.order_by().values("context").distinct().count() == 1


def test_task_is_told_by_its_name() -> None:
    TopicFactory.create()

    rename_topics()

    entry = Entry.objects.get(kind="update")
    assert entry.origin == {"task": rename_topics.name}


def test_every_task_of_the_portal_is_recorded() -> None:
    app.loader.import_default_modules()

    ours = [task for name, task in app.tasks.items() if name.startswith(("portal.", "legal."))]

    assert len(ours) > 3
    assert [task.name for task in ours if not isinstance(task, RecordedTask)] == []
