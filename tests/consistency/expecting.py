"""What somebody should meet at a page, by what access.py says of it."""

from typing import Any

from django.contrib import admin
from django.test import RequestFactory

from portal.accounts.models import User
from tests.consistency import access
from tests.consistency.access import MEMBERS, Outcome, Part
from tests.consistency.belonging import OPEN_TO_ALL
from tests.consistency.records import World
from tests.consistency.test_addresses import Page


def expected(name: str, whose: str, method: str, who: str, world: World) -> set[Outcome]:
    if name in {page.name for page in OPEN_TO_ALL}:
        return {Outcome.IN, Outcome.ABSENT}
    if world.asking is None:
        return {Outcome.SIGN_IN}
    if name in access.OF_A_PAPER and world.asking.has_perm(access.READS_PAPERS):
        return {Outcome.IN} if name == "files:download" else {Outcome.REFUSED, Outcome.ABSENT}
    if name in access.OF_A_REQUEST:
        met = of_an_enterprise(access.OF_A_REQUEST[name], whose, method, who)
        return {Outcome.ABSENT} if name in access.NOT_SO_FAR and Outcome.IN in met else met
    of_members = access.OF_AN_ENTERPRISE | access.OF_AN_EXHIBIT | access.OF_A_MATTER | access.OF_A_PAPER
    if name in of_members:
        right = access.TO_SEND.get(name, of_members[name]) if method == "POST" else of_members[name]
        met = of_an_enterprise(right, whose, method, who)
        return {Outcome.ABSENT} if name in access.NOT_SO_FAR and Outcome.IN in met else met
    return of_a_person(name, whose, method)


def of_a_person(name: str, whose: str, method: str) -> set[Outcome]:
    if whose == "theirs":
        return {Outcome.ABSENT}
    if name in access.OF_AN_ANSWER:
        return {Outcome.ABSENT}
    if name in access.OF_A_FIRM and method == "POST":
        # An empty form names nobody, so that there is nobody to do it to.
        return {Outcome.IN, Outcome.ABSENT}
    return {Outcome.IN, Outcome.ABSENT} if name in access.OF_NOBODY else {Outcome.IN}


def of_an_enterprise(right: Any, whose: str, method: str, who: str) -> set[Outcome]:
    role = MEMBERS.get(Part(who)) if who in list(Part) else None
    if whose == "theirs" or role is None:
        return {Outcome.ABSENT}
    if not access.allows(role, right):
        return {Outcome.REFUSED}
    # An empty form names nobody, so that there is nobody to do it to.
    return {Outcome.IN} if method == "GET" else {Outcome.IN, Outcome.ABSENT}


def behind(page: Page, user: User, method: str) -> set[Outcome]:
    # To staff who do not handle its kind a matter is not there, and to those who do there is none here.
    of_a_matter = access.OF_A_MATTER_OF_STAFF | access.OF_A_MATTER_THAT_IS_SERVED
    if page.name.removeprefix("admin:") in access.OF_A_DEADLINE | of_a_matter:
        return {Outcome.ABSENT}
    if not opens(page, user, method):
        return {Outcome.REFUSED}
    if page.name.removeprefix("admin:") in access.OF_WHAT_THEY_HANDLE:
        return {Outcome.IN, Outcome.ABSENT}
    # A spreadsheet is that of the officer who made it, and nobody here has made one.
    return {Outcome.ABSENT} if "<uuid:sheet>" in page.path else {Outcome.IN}


def opens(page: Page, user: User, method: str) -> bool:
    name = page.name.removeprefix("admin:")
    if name in access.OF_THE_CONSOLE:
        return user.has_perm(access.OF_THE_CONSOLE[name])
    model, verb = model_of(page), name.rpartition("_")[2]
    assert model, f"Nobody has said in access.py who may open “{name}”."
    request = RequestFactory().get("/console/")
    request.user = user
    shown = admin.site._registry[model]
    if verb == "add":
        return bool(shown.has_add_permission(request))
    if verb == "delete" or (verb == "change" and method == "POST"):
        # What is published, say, is changed no more by whoever may change what is not.
        return bool(getattr(shown, f"has_{verb}_permission")(request, model._base_manager.first()))
    assert verb in {"changelist", "change", "history"}, name
    # The history of a matter is for those it is opened to.
    of_one = model._base_manager.first() if verb == "history" else None
    return bool(shown.has_view_or_change_permission(request, of_one))


def model_of(page: Page) -> Any:
    by_name = {f"{model._meta.app_label}_{model._meta.model_name}": model for model in admin.site._registry}
    return by_name.get(page.name.removeprefix("admin:").rpartition("_")[0])
