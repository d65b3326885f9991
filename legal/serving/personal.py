"""What the other side of matters holds about a person, and what becomes of it when the account is deleted."""

from collections.abc import Iterator
from typing import Any, Final

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django_stubs_ext import StrPromise

from legal.matters import emptying
from legal.matters.models import Actor
from legal.serving.actions.expiring import empty
from legal.serving.actions.guarding import note
from legal.serving.courses import course_of
from legal.serving.models import Answer, Invitation, Paper, Participant
from portal.accounts.models import User

Words = StrPromise | str
WHY: Final = _("The sides and the institution need them to know who acted for whom, and what was filed.")
UNTIL: Final = _("until the rule of retention for matters removes their contents")


def held_about(user: AbstractBaseUser) -> Iterator[dict[str, Any]]:
    """The matters in which a person is a side, the papers they handed in, the answers they filed."""
    yield {
        "slug": "matters-as-a-side",
        "heading": _("Matters in which you are a side"),
        "labels": {
            "number": pgettext_lazy("of a matter", "Number"),
            "party": _("For whom you act"),
            "address": _("Invited at the address"),
            "joined": _("Takes part since"),
            "ended": _("Takes part until"),
        },
        "rows": [
            {
                "number": one.matter.number or one.matter.key,
                "party": str(one.party),
                "address": one.invitation.email,
                "joined": one.joined_at,
                "ended": one.revoked_at,
            }
            for one in _taking_part(user).select_related("matter", "party", "invitation")
        ],
    }
    yield {
        "slug": "papers-of-a-side",
        "heading": _("Exhibits you handed in as a side"),
        "labels": {
            "number": pgettext_lazy("of a matter", "Number"),
            "name": pgettext_lazy("a paper", "What it is"),
            "purpose": _("What it proves"),
            "sha256": _("SHA-256"),
            "at": _("Handed in"),
        },
        "rows": [
            {
                "number": paper.matter.number,
                "name": paper.name,
                "purpose": paper.purpose,
                "sha256": paper.sha256,
                "at": paper.produced_at,
            }
            for paper in _brought(user).select_related("matter")
        ],
    }
    yield {
        "slug": "answers-of-a-side",
        "heading": _("Answers you filed"),
        "labels": {
            "number": pgettext_lazy("of a matter", "Number"),
            "text": _("Your answer"),
            "counterclaim": _("Counterclaim"),
            "at": pgettext_lazy("of an answer", "Filed"),
        },
        "rows": [
            {"number": one.matter.number, "text": one.text, "counterclaim": _claimed(one), "at": one.at}
            for one in _filed(user).select_related("matter")
        ],
    }


def fates(user: AbstractBaseUser) -> Iterator[tuple[Words, int, Words, Words]]:
    """What waits for the person is erased; what they did for a party stays with the matter."""
    yield _("Invitations to matters that wait for you"), _waiting(user).count(), "", ""
    yield _("Matters in which you are a side"), _taking_part(user).count(), WHY, UNTIL
    yield _("Exhibits you handed in as a side"), _brought(user).count(), WHY, UNTIL
    yield _("Answers you filed"), _filed(user).count(), WHY, UNTIL


@transaction.atomic
def erase(user: AbstractBaseUser, *, by: AbstractBaseUser) -> None:
    """Remove the invitations that wait for the address, and end the taking part, of which the history tells."""
    person = User.objects.get(pk=by.pk)
    _waiting(user).delete()
    for one in _taking_part(user).filter(revoked_at=None).select_related("matter", "party"):
        Participant.objects.filter(pk=one.pk).update(revoked_at=timezone.now())
        actor = Actor.MEMBER if one.is_of_the_applicant else Actor.OTHER
        note(one.matter, "leave", by=person, actor=actor, details={"party": one.party.position})


emptying.also(empty)


def _claimed(answer: Answer) -> str:
    told = course_of(answer.matter.kind).claims_told(answer.counterclaims)
    return "\n".join([answer.counterclaim, *(f"{label}: {words}" for label, words in told)]).strip()


def _taking_part(user: AbstractBaseUser) -> QuerySet[Participant]:
    return Participant.objects.filter(user_id=user.pk)


def _brought(user: AbstractBaseUser) -> QuerySet[Paper]:
    return Paper.objects.filter(produced_by_id=user.pk)


def _filed(user: AbstractBaseUser) -> QuerySet[Answer]:
    return Answer.objects.filter(by_id=user.pk)


def _waiting(user: AbstractBaseUser) -> QuerySet[Invitation]:
    return Invitation.objects.waiting().filter(email__iexact=user.get_username())
