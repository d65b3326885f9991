"""Nobody gets more rights than a role above gives them: the page of a person, attacked."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.test import Client
from django.urls import reverse
from django.utils import translation

from portal.accounts import appointing
from portal.accounts.actions import apply_roles, appoint
from portal.accounts.models import User
from portal.accounts.roles import BY_SLUG
from tests.at_once import at_once
from tests.signing_in import signed_in_staff

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _roles() -> None:
    apply_roles()


def member(role: str, name: str = "") -> User:
    user = User.objects.create_user(f"{name or role}@portal.example", is_staff=True, language="en")
    user.groups.add(Group.objects.get(name=role))
    return user


def send(client: Client, by: User, about: User, **fields: object):
    """The form of a person as the page would send it, with these fields beside or instead."""
    signed_in_staff(client, by)
    form = {"email": about.email, "full_name": about.full_name, "language": about.language, "is_active": "on"}
    form |= {"time_zone": about.time_zone}
    form |= {"is_staff": "on"} if about.is_staff else {}
    form |= {"groups": list(about.groups.values_list("pk", flat=True))}
    return client.post(reverse("admin:accounts_user_change", args=[about.pk]), form | fields)


def group(slug: str) -> int:
    return Group.objects.get(name=slug).pk


def roles_of(user: User) -> set[str]:
    return set(user.groups.values_list("name", flat=True))


@pytest.mark.parametrize("slug", BY_SLUG)
def test_administrator_gives_every_role(client: Client, slug: str) -> None:
    newcomer = User.objects.create_user("new@portal.example", is_staff=True)

    response = send(client, member("administrator"), newcomer, groups=[group(slug)])

    assert (response.status_code, roles_of(newcomer)) == (302, {slug})


def test_administrator_takes_a_role_and_it_has_its_effect_at_once(client: Client) -> None:
    editor = member("law-editor")
    of_editor = Client()
    signed_in_staff(of_editor, editor)
    before = of_editor.get(reverse("admin:laws_law_changelist")).status_code

    send(client, member("administrator"), editor, groups=[])

    assert (before, of_editor.get(reverse("admin:laws_law_changelist")).status_code) == (200, 403)


@pytest.mark.parametrize("slug", sorted(BY_SLUG.keys() - {"administrator"}))
def test_other_roles_change_no_person(client: Client, slug: str) -> None:
    newcomer = User.objects.create_user("new@portal.example")

    response = send(client, member(slug), newcomer, groups=[group(slug)], is_staff="on")

    newcomer.refresh_from_db()
    assert (response.status_code, roles_of(newcomer), newcomer.is_staff) == (403, set(), False)


@pytest.mark.parametrize("slug", sorted(BY_SLUG.keys() - {"administrator"}))
def test_other_roles_add_no_person(client: Client, slug: str) -> None:
    signed_in_staff(client, member(slug))

    response = client.post(reverse("admin:accounts_user_add"), {"email": "new@portal.example"})

    assert (response.status_code, User.objects.filter(email="new@portal.example").exists()) == (403, False)


def test_administrator_makes_nobody_a_superuser_and_gives_no_single_right(client: Client) -> None:
    newcomer = User.objects.create_user("new@portal.example", is_staff=True)
    right = Permission.objects.get(codename="delete_law")

    send(client, member("administrator"), newcomer, is_superuser="on", user_permissions=[right.pk])

    newcomer.refresh_from_db()
    assert (newcomer.is_superuser, newcomer.user_permissions.count()) == (False, 0)


def test_superuser_makes_nobody_a_superuser_in_the_console(client: Client) -> None:
    newcomer = User.objects.create_user("new@portal.example", is_staff=True)

    send(client, User.objects.create_superuser("root@portal.example"), newcomer, is_superuser="on")

    newcomer.refresh_from_db()
    assert not newcomer.is_superuser


def test_nobody_changes_their_own_rights(client: Client) -> None:
    administrator = member("administrator")

    response = send(client, administrator, administrator, groups=[group("registrar")], is_staff="", full_name="Zhao")

    administrator.refresh_from_db()
    assert (response.status_code, administrator.full_name) == (302, "Zhao")
    assert (roles_of(administrator), administrator.is_staff) == ({"administrator"}, True)


def test_superuser_changes_not_even_their_own_rights(client: Client) -> None:
    root = User.objects.create_superuser("root@portal.example")

    send(client, root, root, groups=[group("registrar")])

    assert roles_of(root) == set()


def test_account_of_a_superuser_is_out_of_reach(client: Client) -> None:
    root = User.objects.create_superuser("root@portal.example")

    response = send(client, member("administrator"), root, email="mine@portal.example", is_active="")

    root.refresh_from_db()
    assert (response.status_code, root.email, root.is_active) == (403, "root@portal.example", True)


@pytest.mark.parametrize("slug", ["administrator", "superuser"])
def test_nobody_sets_the_password_of_somebody_else(client: Client, slug: str) -> None:
    by = User.objects.create_superuser("root@portal.example") if slug == "superuser" else member(slug)
    victim = member("registrar")
    signed_in_staff(client, by)

    address = reverse("admin:auth_user_password_change", args=[victim.pk])
    response = client.post(address, {"password1": "neither short nor common", "password2": "neither short nor common"})

    victim.refresh_from_db()
    assert (response.status_code, victim.has_usable_password()) == (403, False)


def test_who_may_change_people_by_a_single_right_gives_no_role(client: Client) -> None:
    by = User.objects.create_user("lone@portal.example", is_staff=True, language="en")
    by.user_permissions.set(Permission.objects.filter(codename__in=["view_user", "change_user"]))
    newcomer = User.objects.create_user("new@portal.example", is_staff=True)

    response = send(client, by, newcomer, groups=[group("administrator")])

    assert roles_of(newcomer) == set()
    assert "your own role does not reach so far" in response.text


def test_group_that_is_no_role_is_not_given(client: Client) -> None:
    strange = Group.objects.create(name="everything")
    newcomer = User.objects.create_user("new@portal.example", is_staff=True)

    response = send(client, member("administrator"), newcomer, groups=[strange.pk])

    assert (response.status_code, roles_of(newcomer)) == (200, set())


@pytest.mark.parametrize("state", ["is_active", "is_staff"])
def test_role_of_who_left_gives_nothing(state: str) -> None:
    gone = member("administrator")
    setattr(gone, state, False)

    assert appointing.may_appoint(gone) == frozenset()


def test_action_refuses_what_the_page_would() -> None:
    administrator = member("administrator")
    translation.activate("en")

    with pytest.raises(appointing.NotAppointableError, match="their own roles"):
        appoint(administrator, ["registrar"], by=administrator)
    with pytest.raises(appointing.NotAppointableError, match="does not reach so far"):
        appoint(administrator, [], by=member("registrar"))
    with pytest.raises(appointing.NotAppointableError, match="does not reach so far"):
        appoint(User.objects.create_superuser("root@portal.example"), ["auditor"], by=administrator)


@pytest.mark.django_db(transaction=True)
def test_of_two_who_appoint_at_once_the_last_one_has_it_as_they_said() -> None:
    newcomer = User.objects.create_user("new@portal.example", is_staff=True)
    first, second = member("administrator", "first"), member("administrator", "second")

    at_once(lambda: appoint(newcomer, ["registrar"], by=first), lambda: appoint(newcomer, ["auditor"], by=second))

    assert roles_of(newcomer) in ({"registrar"}, {"auditor"})


@pytest.mark.django_db(transaction=True)
def test_of_two_who_take_each_others_role_at_once_one_is_refused() -> None:
    first, second = member("administrator", "first"), member("administrator", "second")

    outcomes = at_once(
        lambda: appoint(first, [], by=second),
        lambda: appoint(second, [], by=first),
        refused=appointing.NotAppointableError,
    )

    assert len([outcome for outcome in outcomes if outcome is not None]) == 1


@pytest.mark.parametrize("slug", BY_SLUG)
def test_role_itself_is_changed_by_nobody(client: Client, slug: str) -> None:
    signed_in_staff(client, User.objects.create_superuser("root@portal.example"))

    address = reverse("admin:accounts_role_change", args=[group(slug)])
    changed = client.post(address, {"name": "mine"})
    page = client.get(address).text

    assert (changed.status_code, Group.objects.filter(name=slug).exists()) == (403, True)
    assert client.get(reverse("admin:accounts_role_add")).status_code == 403
    assert client.post(reverse("admin:accounts_role_delete", args=[group(slug)]), {"post": "yes"}).status_code == 403
    assert str(BY_SLUG[slug].label) in page


def test_people_are_found_by_their_role(client: Client) -> None:
    registrar, auditor = member("registrar"), member("auditor")
    signed_in_staff(client, member("administrator"))
    everybody = client.get(reverse("admin:accounts_user_changelist")).text

    page = client.get(reverse("admin:accounts_user_changelist"), {"role": "registrar"}).text

    assert registrar.email in page
    assert auditor.email in everybody
    assert auditor.email not in page
