"""A seal that is to be appraised, and whoever has to do with it."""

from typing import Any

from django.contrib.auth.models import Permission
from django.db.models import Q

from legal.appraisal.actions.saying import list_material, say
from legal.matters.actions.declaring import declare
from legal.matters.actions.moving import move
from legal.matters.actions.submitting import submit
from legal.matters.models import Actor, Matter
from portal.accounts.models import User
from portal.workflow import actions as desk
from tests.factories import MatterFactory, ProducedFactory, UserFactory

WAY = ("screen", "draft-entrustment", "sign", "receive", "notify-fee", "note-payment", "appoint", "begin-work")
STATES = {"screened": 1, "signed": 3, "received": 4, "progress": 8}


def said(**changed: Any) -> dict[str, Any]:
    """Everything an entrustment letter says."""
    return {
        "branch": "physical",
        "entruster": "enterprise",
        "body": "",
        "case_number": "",
        "institution": "Sample Appraisal Centre",
        "subject": "The seal on the contract",
        "purpose": "Evidence in an arbitration",
        "requirement": "",
        "questions": "Was the seal put on before the text?",
        "wanted_by": None,
        "round": "first",
        "parent": None,
        "facts": "The buyer says that the seal is not its own.",
        "disposal": "return",
        "fees": "The enterprise",
        "appearance": False,
        "recusal": "",
        "delivery": "counter",
        "address": "",
    } | changed


def a_draft(**given: Any) -> Matter:
    """A draft in which nothing lacks: an exhibit and a sample are to be examined."""
    matter = MatterFactory.create(kind="appraisal", title="The seal on the contract", **given)
    say(matter, facts=said(), version=matter.version, by=matter.begun_by)
    produced = ProducedFactory.create(matter=matter)
    for name, kind, exhibit in (("Contract", "questioned", produced), ("Impressions", "sample", None)):
        facts = {"name": name, "kind": kind, "quantity": 1, "condition": "", "produced": exhibit}
        list_material(matter, facts=facts, by=matter.begun_by)
    matter.refresh_from_db()
    return matter


def an_officer() -> User:
    """Somebody who handles appraisals and sees the register."""
    officer = UserFactory.create(is_staff=True)
    rights = Q(content_type__app_label="appraisal", codename__in=["handle_appraisal", "view_opinion"])
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
