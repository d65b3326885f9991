"""The papers of one enterprise are shown to those who may read them among the papers of all."""

import pytest

from enterprises.models import Enterprise
from enterprises.papers import shown_papers
from enterprises.policies import Role
from portal.accounts.models import User
from portal.files.models import File
from tests.factories import PaperFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def stranger() -> User:
    return UserFactory.create()


@pytest.fixture
def viewer(member) -> User:
    return member(Role.VIEWER).person


def among_all(enterprise: Enterprise, user: User) -> list[File]:
    return list(File.objects.visible_to(user).filter(pk__in=File.objects.of(enterprise)).order_by("received_at"))


@pytest.mark.parametrize(("who", "count"), [("owner", 2), ("viewer", 2), ("officer", 2), ("stranger", 0)])
def test_papers_of_what_was_submitted_are_shown_to_members_and_officers(request, submitted, who, count) -> None:
    PaperFactory.create()
    user = request.getfixturevalue(who)

    papers = shown_papers(submitted, user)

    assert len(papers) == count
    assert papers == among_all(submitted, user)


@pytest.mark.parametrize(("who", "count"), [("owner", 2), ("officer", 0)])
def test_papers_of_a_draft_are_shown_to_members_alone(request, complete, who, count) -> None:
    user = request.getfixturevalue(who)

    papers = shown_papers(complete, user)

    assert len(papers) == count
    assert papers == among_all(complete, user)
