"""What administrators of a firm do, and lawyers in answer: enter it, invite, join, leave, appoint."""

import datetime

from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from legal.lawyers.actions.guarding import keeps, lock, lock_kept
from legal.lawyers.actions.naming import free_slug
from legal.lawyers.facts.reading import facts_of
from legal.lawyers.models import Firm, FirmInvitation, FirmMember, Lawyer, Revision
from legal.lawyers.states import KEEPING
from legal.lawyers.telling import tell_firm, tell_invited, tell_moderators, tell_person
from portal.accounts.models import User
from portal.reference.models import Jurisdiction
from portal.workflow.actions import advance, record
from portal.workflow.errors import NotAllowedError


@transaction.atomic
def found(*, names: dict[str, str], kind: str, jurisdiction: Jurisdiction, by: User) -> Firm:
    """Enter a firm that readers see once a moderator has accepted it; whoever enters it speaks for it; Event.

    `NotAllowedError` "many" for who has entered too many that were never accepted, "name" where somebody else has
    entered one of this name in the same moment.
    """
    User.objects.select_for_update().get(pk=by.pk)
    if Firm.objects.administered_by(by).filter(verified_at=None).count() >= settings.LAWYER_FIRMS:
        raise NotAllowedError(_("Too many firms you have entered wait to be accepted."), code="many")
    called = names["name_en"] or names["name_zh_hans"] or names["name_ru"]
    firm = Firm(kind=kind, jurisdiction=jurisdiction, slug=free_slug(Firm, called), **names)
    firm.key_names()
    try:
        with transaction.atomic():
            firm.save(force_insert=True)
    except IntegrityError as error:
        raise NotAllowedError(
            _("Somebody has just entered a firm of the same name: send it once more."), code="name"
        ) from error
    FirmMember.objects.create(firm=firm, user=by, administrator=True)
    Revision.objects.create(firm=firm, facts=facts_of(firm))
    record(firm, KEEPING, "found", by=by)
    return firm


@transaction.atomic
def invite(firm: Firm, *, lawyer: Lawyer, by: User) -> FirmInvitation:
    """Ask a published lawyer to join the firm; Event, notice.

    Raises `NotAllowedError`: "role"; "unverified" where the firm is shown to nobody yet; "kept" where nobody keeps the
    lawyer's profile, and so nobody could answer; "member"; "invited" where an answer is waited for; "many" where
    many invitations wait, or this lawyer was asked a short while ago.
    """
    held = lock_kept(firm, by=by)
    if not held.is_verified:
        raise NotAllowedError(_("The firm can invite lawyers once it is verified."), code="unverified")
    if lawyer.user_id is None or not lawyer.is_published:
        raise NotAllowedError(_("Nobody keeps this profile, so nobody could answer."), code="kept")
    if lawyer.firm_id == held.pk:
        raise NotAllowedError(_("This lawyer belongs to the firm already."), code="member")
    _require_room(held, lawyer)
    invitation = FirmInvitation.objects.create(firm=held, lawyer=lawyer, invited_by=by)
    tell_invited(invitation, record(invitation, KEEPING, "begin", by=by))
    return invitation


@transaction.atomic
def withdraw(invitation: FirmInvitation, *, by: User) -> None:
    """Take an invitation back; Event. `NotAllowedError` "role" or "state"."""
    lock_kept(invitation.firm, by=by)
    advance(invitation, "withdraw", by=by)


@transaction.atomic
def answer(invitation: FirmInvitation, *, joins: bool, by: User) -> None:
    """Join the firm one was invited into, leaving another one, or decline; Events, notice to its administrators.

    `NotAllowedError` "role", "state", or "last" for the last administrator of the firm that would be left.
    """
    firm = _lock_firms(invitation.lawyer, invitation.firm)[invitation.firm_id]
    lawyer = lock_kept(invitation.lawyer, by=by)
    event = advance(invitation, "accept" if joins else "decline", by=by)
    if not joins:
        tell_firm("declined", firm, event, lawyer=lawyer)
        return
    if lawyer.firm is not None:
        _part(lawyer, lawyer.firm)
    _set_firm(lawyer, firm)
    FirmMember.objects.get_or_create(firm=firm, user=by)
    tell_firm("joined", firm, record(firm, KEEPING, "join", by=by, details={"person": by.pk}), lawyer=lawyer)


@transaction.atomic
def leave(lawyer: Lawyer, *, by: User) -> None:
    """Leave one's firm; Event, notice to its administrators. `NotAllowedError` "role", "state", or "last"."""
    _lock_firms(lawyer)
    held = lock_kept(lawyer, by=by)
    firm = held.firm
    if firm is None:
        raise NotAllowedError(_("You belong to no firm."), code="state")
    _part(held, firm)
    tell_firm("left", firm, record(firm, KEEPING, "leave", by=by, details={"person": by.pk}), lawyer=held)


@transaction.atomic
def remove(lawyer: Lawyer, *, firm: Firm, by: User) -> None:
    """Remove a lawyer from the firm; Event, notice to them. `NotAllowedError` "role", "state", or "last"."""
    held = lock_kept(firm, by=by)
    gone = lock(lawyer)
    if gone.firm_id != held.pk:
        raise NotAllowedError(_("This lawyer does not belong to the firm."), code="state")
    _part(gone, held)
    if gone.user:
        event = record(held, KEEPING, "remove", by=by, details={"person": gone.user_id})
        tell_person("removed", gone.user, held, event)


@transaction.atomic
def appoint(member: FirmMember, *, by: User) -> None:
    """Let a member speak for the firm; Event, notice. `NotAllowedError` "role" or "state" where they are gone."""
    firm = lock_kept(member.firm, by=by)
    if not FirmMember.objects.filter(pk=member.pk, firm=firm).update(administrator=True):
        raise NotAllowedError(_("This person does not belong to the firm any more."), code="state")
    event = record(firm, KEEPING, "appoint", by=by, details={"person": member.user_id})
    tell_person("appointed", member.user, firm, event)


@transaction.atomic
def step_down(firm: Firm, *, handing_back: bool = False, by: User) -> None:
    """Speak for the firm no more; Event.

    The last administrator does so by `handing_back` the firm alone, of which the moderators are told: it can be claimed
    then. `NotAllowedError` "role", or "last".
    """
    held = lock_kept(firm, by=by)
    is_last = _is_last(held, by)
    if is_last and not handing_back:
        raise _last()
    member = FirmMember.objects.get(firm=held, user=by)
    member.administrator = False
    member.save(update_fields=["administrator"])
    if not Lawyer.objects.filter(firm=held, user=by).exists():
        member.delete()
    event = record(held, KEEPING, "hand-back" if is_last else "step-down", by=by, details={"person": by.pk})
    if is_last:
        tell_moderators("unkept", held, event)


def _lock_firms(lawyer: Lawyer, *joined: Firm) -> dict[int, Firm]:
    """The firm that is joined and the one that is left, locked in one order, by their keys."""
    left = Lawyer.objects.filter(pk=lawyer.pk, firm__isnull=False).values("firm")
    wanted = Firm.objects.filter(Q(pk__in=left) | Q(pk__in=[firm.pk for firm in joined]))
    return {firm.pk: firm for firm in wanted.select_for_update().order_by("pk")}


def _part(lawyer: Lawyer, firm: Firm) -> None:
    """Take a lawyer out of a firm; `NotAllowedError` "last" for its last administrator."""
    if lawyer.user is not None:
        if keeps(firm, lawyer.user) and _is_last(firm, lawyer.user):
            raise _last()
        FirmMember.objects.filter(firm=firm, user=lawyer.user).delete()
    _set_firm(lawyer, None)


def _set_firm(lawyer: Lawyer, firm: Firm | None) -> None:
    lawyer.firm, lawyer.changed_at = firm, timezone.now()
    lawyer.save(update_fields=["firm", "changed_at"])


def _is_last(firm: Firm, user: User) -> bool:
    return not firm.members.filter(administrator=True).exclude(user=user).exists()


def _require_room(firm: Firm, lawyer: Lawyer) -> None:
    waiting = firm.invitations.open()
    if waiting.filter(lawyer=lawyer).exists():
        raise NotAllowedError(_("This lawyer has been invited already."), code="invited")
    since = timezone.now() - datetime.timedelta(days=settings.LAWYER_INVITATION_PAUSE)
    if (
        waiting.count() >= settings.LAWYER_INVITATIONS
        or firm.invitations.filter(lawyer=lawyer, asked_at__gt=since).exists()
    ):
        raise NotAllowedError(
            _("Too many invitations wait for an answer, or this lawyer was asked a short while ago."), code="many"
        )


def _last() -> NotAllowedError:
    return NotAllowedError(
        _("You are the last administrator of the firm: appoint another one first, or hand the firm back."), code="last"
    )
