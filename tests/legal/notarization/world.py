"""A copy of a licence that is to be certified for use in Kazakhstan, and whoever has to do with it."""

from typing import Any

from django.contrib.auth.models import Permission
from django.db.models import Q

from legal.matters.actions.declaring import declare
from legal.matters.actions.moving import move
from legal.matters.actions.submitting import submit
from legal.matters.models import Actor, Matter
from legal.notarization.actions.saying import say
from portal.accounts.models import User
from portal.reference.models import Jurisdiction
from portal.workflow import actions as desk
from tests.factories import JurisdictionFactory, MatterFactory, ProducedFactory, UserFactory

WAY = ("check", "accept", "review", "approve")
STATES = {"submitted": 0, "checked": 1, "accepted": 2, "review": 3, "approved": 4}


def country(code: str, **names: str) -> Jurisdiction:
    return Jurisdiction.objects.filter(code=code).first() or JurisdictionFactory.create(code=code, **names)


def said(**changed: Any) -> dict[str, Any]:
    """Everything an application says."""
    return {
        "act": "copy",
        "purpose": "Registration of a branch in Almaty",
        "country": country("kz", name_zh_hans="哈萨克斯坦", name_en="Kazakhstan", name_ru="Казахстан"),
        "apostille": True,
        "languages": ["ru"],
        "copies": 2,
        "place": "domicile",
        "office": "Kashgar",
        "collection": "counter",
        "receiver": "Aygul Sample",
        "address": "",
    } | changed


def a_draft() -> Matter:
    """A draft in which nothing lacks."""
    matter = MatterFactory.create(kind="notarization", title="Copy of the licence")
    produced = ProducedFactory.create(matter=matter)
    say(matter, facts=said(), documents=[produced.pk], version=matter.version, by=matter.begun_by)
    matter.refresh_from_db()
    return matter


def an_officer() -> User:
    """Somebody who handles applications and sees the register."""
    officer = UserFactory.create(is_staff=True)
    rights = Q(content_type__app_label="notarization", codename__in=["handle_notarization", "view_certificate"])
    officer.user_permissions.set(Permission.objects.filter(rights))
    return User.objects.get(pk=officer.pk)


def moved_to(state: str) -> tuple[Matter, User]:
    """A matter that was submitted, moved as far as a state, and whoever has it on their desk."""
    matter, officer = a_draft(), an_officer()
    submit(matter, by=matter.begun_by)
    matter.refresh_from_db()
    declare(matter, conflict=False, by=officer)
    desk.take(matter, by=officer)
    for name in WAY[: STATES[state]]:
        move(matter, name, by=officer, actor=Actor.OFFICER)
    return matter, officer
