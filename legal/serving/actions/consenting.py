"""What the applicant agrees to before a matter leaves China, and the withdrawal of it."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from legal.matters.actions.guarding import lock_for_member
from legal.matters.models import Actor, Matter
from legal.serving.actions.guarding import note
from legal.serving.consent import named, of_party, parties_abroad
from legal.serving.models import Agreement, Recipient
from portal.accounts.models import User
from portal.privacy.actions import record_consent, withdraw
from portal.privacy.models import Consent, ConsentText, Purpose
from portal.workflow.errors import NotAllowedError

PURPOSES = (Purpose.SHARING, Purpose.ABROAD)


@transaction.atomic
def name_recipients(matter: Matter) -> None:
    """Write down every party outside China, so that the page of consents asks for each."""
    for party in parties_abroad(matter):
        named(matter, of_party(party))


def texts_in_force() -> list[ConsentText]:
    """The texts there are to agree to, the sharing first; fewer than two where one is not in force."""
    found = {text.purpose: text for text in ConsentText.objects.in_force(at=timezone.now())}
    return [found[purpose] for purpose in PURPOSES if purpose in found]


@transaction.atomic
def agree(recipient: Recipient, *, seen: list[int], language: str, by: User) -> Agreement:
    """Agree for the applicant that a matter goes to a recipient outside China; Consents, Entry.

    Raises `NotAllowedError` "role", "state" where the matter has ended, or "text" where the texts that whoever agrees
    has `seen` are not those in force.
    """
    held = lock_for_member(recipient.matter, by=by)
    if held.is_ended:
        raise NotAllowedError(_("The matter has ended: nothing is sent any more."), code="state")
    texts = texts_in_force()
    if len(texts) != len(PURPOSES) or [text.pk for text in texts] != seen:
        raise NotAllowedError(_("A text has been replaced by a newer one. Read it and decide again."), code="text")
    sharing, abroad = (
        record_consent(by, text, language=language, by=by, recipient=recipient.recipient, aim=recipient.aim)
        for text in texts
    )
    agreement, _made = Agreement.objects.get_or_create(recipient=recipient, sharing=sharing, abroad=abroad)
    details = {"recipient": recipient.pk, "kind": recipient.kind, "versions": [text.version for text in texts]}
    note(held, "agree", by=by, actor=Actor.MEMBER, details=details)
    return agreement


@transaction.atomic
def withdraw_consent(recipient: Recipient, *, by: User) -> None:
    """Withdraw what was agreed to for the applicant: nothing is sent there from now on; Entry.

    What was sent before is not undone. `NotAllowedError` "role", or "state" where nothing stands.
    """
    held = lock_for_member(recipient.matter, by=by)
    standing = list(recipient.agreements.standing().with_consents())
    if not standing:
        raise NotAllowedError(_("There is no consent that stands."), code="state")
    for agreement in standing:
        # Those to earlier versions end with the newest.
        for consent in Consent.objects.standing().filter(pk__in=[agreement.sharing_id, agreement.abroad_id]):
            withdraw(consent, by=by)
    note(held, "withdraw-consent", by=by, actor=Actor.MEMBER, details={"recipient": recipient.pk})
