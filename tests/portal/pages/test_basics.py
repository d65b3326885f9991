import io

import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command

from enterprises.models import Industry
from legal.handling.models import Letter
from legal.rules.models import Rule
from legal.training.models import University
from portal.accounts.roles import ROLES
from portal.privacy.models import ConsentText

BEGUN_WITH = (Group, ConsentText, Industry, University, Rule, Letter)

pytestmark = pytest.mark.django_db


def counted() -> list[int]:
    return [model._default_manager.count() for model in BEGUN_WITH]


def test_what_an_installation_begins_with_is_there_once() -> None:
    call_command("load_basics", stdout=io.StringIO())
    first = counted()

    call_command("load_basics", stdout=io.StringIO())

    assert 0 not in first
    assert first[0] == len(ROLES)
    assert counted() == first
