"""Each role in the console, on each kind of record: what the table gives, and no more."""

import pytest
from django.contrib import admin
from django.contrib.auth.models import Group, Permission
from django.db.models import Model
from django.test import RequestFactory

from portal.accounts.actions import apply_roles
from portal.accounts.models import User
from portal.accounts.roles import ROLES, Duties

pytestmark = pytest.mark.django_db

ACTIONS = ("view", "add", "change", "delete")
SHOWN = sorted(admin.site._registry, key=lambda model: model._meta.label)


def may(user: User, model: type[Model]) -> set[str]:
    request = RequestFactory().get("/console/")
    request.user = user
    shown = admin.site._registry[model]
    return {action for action in ACTIONS if getattr(shown, f"has_{action}_permission")(request)}


def given(role: Duties, model: type[Model]) -> set[str]:
    app, name = model._meta.app_label, model._meta.model_name
    rights = {action for action in ACTIONS if f"{app}.{action}_{name}" in role.permissions}
    rights |= {"change"} if f"{app}.translate_{name}" in role.permissions else set()
    return rights | ({"view"} if role.sees_all else set())


@pytest.mark.parametrize("role", ROLES, ids=lambda role: role.slug)
def test_role_may_what_the_table_gives_it(role: Duties) -> None:
    apply_roles()
    user = User.objects.create_user("staff@portal.example", is_staff=True)
    user.groups.add(Group.objects.get(name=role.slug))
    # What the console lets nobody do, as adding a law by hand, no role may.
    root = User(email="root@portal.example", is_active=True, is_staff=True, is_superuser=True)

    met = {model._meta.label: (may(user, model), given(role, model) & may(root, model)) for model in SHOWN}

    assert {label: pair for label, pair in met.items() if pair[0] != pair[1]} == {}


def test_every_right_of_a_role_is_known_to_an_app() -> None:
    known = {
        f"{one.content_type.app_label}.{one.codename}" for one in Permission.objects.select_related("content_type")
    }

    assert {role.slug: role.permissions - known for role in ROLES if role.permissions - known} == {}


@pytest.mark.parametrize("model", SHOWN, ids=lambda model: model._meta.label_lower)
def test_person_without_a_role_may_nothing(model: type[Model]) -> None:
    assert may(User.objects.create_user("staff@portal.example", is_staff=True), model) == set()


@pytest.mark.parametrize("model", SHOWN, ids=lambda model: model._meta.label_lower)
def test_every_kind_of_record_is_seen_by_some_role_besides_the_auditor(model: type[Model]) -> None:
    seeing = [role.slug for role in ROLES if not role.sees_all and "view" in given(role, model)]

    assert seeing != []
