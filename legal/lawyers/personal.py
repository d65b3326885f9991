"""What profiles, claims and firms hold about a person, and what becomes of it when the account is deleted."""

import io
from collections.abc import Callable, Iterator
from functools import partial
from typing import IO, Any

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import transaction
from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrPromise

from legal.lawyers.actions.retiring import drop_claims, leave_firms, retire
from legal.lawyers.facts.comparing import told
from legal.lawyers.facts.groups import PHOTO
from legal.lawyers.facts.reading import facts_of
from legal.lawyers.models import Claim, FirmMember, Lawyer, Revision
from portal.accounts.models import User
from portal.files import storage
from portal.files.models import File

Words = StrPromise | str
Opened = tuple[str, Callable[[], IO[bytes]]]


def held_about(user: AbstractBaseUser) -> Iterator[dict[str, Any]]:
    """The profile of a person with its papers, changes under way, claims, and the firms they belong to."""
    lawyer = Lawyer.objects.filter(user_id=user.pk).first()
    yield {
        "slug": "lawyer-profile",
        "heading": _("Your profile as a lawyer"),
        "labels": {"question": _("Question"), "answer": _("Answer")},
        "rows": _answers(facts_of(lawyer)) if lawyer else [],
        "files": [*_photos(lawyer), *_papers(lawyer)] if lawyer else [],
    }
    yield {
        "slug": "lawyer-changes",
        "heading": _("Changes of your profile"),
        "labels": {"begun": _("Begun"), "state": _("State"), "remark": _("Remark of the moderator")},
        "rows": [
            {"begun": one.begun_at, "state": one.get_state_display(), "remark": one.remark}
            for one in Revision.objects.filter(lawyer__user_id=user.pk)
        ],
    }
    yield {
        "slug": "profile-claims",
        "heading": _("Your claims"),
        "labels": {
            "profile": _("Profile"),
            "statement": _("What you say for it"),
            "state": _("State"),
            "asked": _("Asked on"),
        },
        "rows": [
            {
                "profile": str(claim),
                "statement": claim.statement,
                "state": claim.get_state_display(),
                "asked": claim.asked_at,
            }
            for claim in Claim.objects.of(user).with_subject()
        ],
    }
    yield {
        "slug": "law-firms",
        "heading": _("Law firms you belong to"),
        "labels": {"firm": _("law firm"), "administrator": _("may speak for the firm")},
        "rows": [
            {"firm": str(member.firm), "administrator": member.administrator}
            for member in FirmMember.objects.filter(user_id=user.pk).select_related("firm")
        ],
    }


def fates(user: AbstractBaseUser) -> Iterator[tuple[Words, int, Words, Words]]:
    """A profile nobody was shown is erased; of one that was, the name and the verified licence stay, hidden."""
    mine = Lawyer.objects.filter(user_id=user.pk)
    yield _("Profile as a lawyer that was never shown"), mine.filter(verified_at=None).count(), "", ""
    shown = mine.exclude(verified_at=None).count()
    yield _("What you wrote in your profile as a lawyer, your photo, and its papers"), shown, "", ""
    yield (
        _("Name and verified licence of your profile, shown to nobody any more"),
        shown,
        _("Whoever was advised must be able to learn by whom."),
        "",
    )
    yield _("Claims to profiles"), Claim.objects.of(user).count(), "", ""
    yield _("Membership of law firms"), FirmMember.objects.filter(user_id=user.pk).count(), "", ""


@transaction.atomic
def erase(user: AbstractBaseUser, *, by: AbstractBaseUser) -> None:
    """Do what `fates` says. A firm that is left without an administrator can be claimed; moderators are told."""
    person = User.objects.get(pk=user.pk)
    leave_firms(person)
    drop_claims(person)
    for lawyer in Lawyer.objects.filter(user=person):
        retire(lawyer, by=person)


def _answers(facts: dict[str, Any]) -> list[dict[str, Words]]:
    return [
        {"question": label, "answer": "\n".join(lines)}
        for group in told("lawyer", facts)
        for label, lines in group.answers
        if lines and group.slug != PHOTO.slug
    ]


def _photos(lawyer: Lawyer) -> Iterator[Opened]:
    """The photo that is shown, and one that is proposed, as they are kept."""
    for portrait in lawyer.portraits.order_by("made_at", "pk"):
        yield f"{portrait.key}.webp", partial(io.BytesIO, bytes(portrait.large))


def _papers(lawyer: Lawyer) -> Iterator[Opened]:
    for revision in lawyer.revisions.all():
        for file in File.objects.of(revision):
            if file.is_served:
                yield file.name, partial(storage.papers().opened, storage.key(file))
