"""The groups of the staff have exactly the rights of the table."""

from io import StringIO

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command
from django.utils import translation

from portal.accounts import rights, roles
from portal.accounts.actions import apply_roles
from portal.languages import CODES

pytestmark = pytest.mark.django_db


def held(slug: str) -> set[str]:
    granted = Permission.objects.filter(group__name=slug).select_related("content_type")
    return {f"{one.content_type.app_label}.{one.codename}" for one in granted}


def known() -> set[str]:
    return {f"{one.content_type.app_label}.{one.codename}" for one in Permission.objects.select_related("content_type")}


@pytest.mark.parametrize("role", [role for role in roles.ROLES if not role.sees_all], ids=lambda role: role.slug)
def test_role_has_exactly_the_rights_of_the_table(role: roles.Duties) -> None:
    apply_roles()

    assert held(role.slug) == role.permissions & known()


def test_auditor_may_see_everything_but_what_opens_accounts_and_do_nothing() -> None:
    apply_roles()

    seen = {name for name in known() if name.partition(".")[2].startswith("view_")}
    assert seen > roles.DOORS
    assert held("auditor") == seen - roles.DOORS


def test_right_that_was_added_by_hand_is_taken_again_and_one_that_was_taken_is_given() -> None:
    apply_roles()
    group = Group.objects.get(name="translator")
    group.permissions.set([Permission.objects.get(codename="delete_user")])

    apply_roles()

    assert held("translator") == roles.TRANSLATOR.permissions & known()
    assert Group.objects.count() == len(roles.ROLES)


def test_roles_applied_again_write_nothing(django_assert_num_queries) -> None:
    apply_roles()

    with django_assert_num_queries(3 + 2 * len(roles.ROLES)):
        apply_roles()


def test_command_says_what_it_made() -> None:
    output = StringIO()

    call_command("apply_roles", stdout=output)

    assert output.getvalue() == f"{len(roles.ROLES)} roles have the rights of the table.\n"


def test_nobody_but_administrators_touches_people_and_no_role_deletes_or_rewrites_the_history() -> None:
    reach = {role.slug for role in roles.ROLES if any(name.startswith("accounts.") for name in role.permissions)}
    deleting = {name for role in roles.ROLES for name in role.permissions if ".delete_" in name}

    assert reach == {"administrator"}
    # But for terms they are parts of a record: an institution, a fee table that is not in force yet, a service.
    assert deleting == {
        "reference.delete_term",
        *("rules.delete_institutionname", "rules.delete_band"),
        *("services.delete_material", "services.delete_basis", "services.delete_figure"),
    }
    assert {role.slug for role in roles.ROLES if role.appoints} == {"administrator"}


def test_who_gives_roles_decides_no_file() -> None:
    deciding = {role.slug for role in roles.ROLES if "enterprises.verify_enterprise" in role.permissions}

    assert deciding == {"registrar"}


@pytest.mark.parametrize("code", CODES)
def test_role_is_named_and_explained_in_each_language(code: str) -> None:
    with translation.override(code):
        words = [str(word) for role in roles.ROLES for word in (role.label, role.may, role.must_not)]
        assert roles.label("registrar") == str(roles.REGISTRAR.label)

    assert len(set(words)) == 3 * len(roles.ROLES)
    assert roles.label("a group of old") == "a group of old"


def test_rights_of_a_role_are_told_in_words() -> None:
    apply_roles()

    with translation.override("ru"):
        told = dict(rights.told(Group.objects.get(name="law-editor")))

    assert told["Термины"] == "просмотр, добавление, изменение, удаление"


def test_right_of_an_apps_own_is_told_in_its_words() -> None:
    apply_roles()

    with translation.override("zh-hans"):
        told = dict(rights.told(Group.objects.get(name="administrator")))

    assert told["投递"].startswith("查看、")
