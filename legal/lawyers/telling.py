"""Who hears of what happens to a profile."""

from collections.abc import Iterable

from django.db.models import Model, QuerySet
from django.utils import translation

from legal.lawyers.models import Claim, Firm, FirmInvitation, Lawyer
from portal.accounts.models import User
from portal.languages import CODES
from portal.notices.actions import notify
from portal.workflow.models import Event


def tell_keepers(name: str, subject: Lawyer | Firm, event: Event) -> None:
    """Tell the lawyer, or the administrators of the firm, of an event, once."""
    _tell(name, keepers(subject), subject, about=subject, key=f"event-{event.pk}")


def tell_moderators(name: str, subject: Lawyer | Firm, event: Event, *, about: Model | None = None) -> None:
    """Tell those who decide such profiles, and their rooms, of an event, once."""
    _tell(name, moderators(subject), subject, about=about or subject, key=f"event-{event.pk}")


def tell_claimant(name: str, claim: Claim, event: Event) -> None:
    """Tell whoever claimed a profile of an event, once."""
    _tell(name, [claim.user], claim.subject, about=claim, key=f"event-{event.pk}")


def tell_invited(invitation: FirmInvitation, event: Event) -> None:
    """Tell a lawyer that a firm invites them, once."""
    _tell("invitation", keepers(invitation.lawyer), invitation.firm, about=invitation, key=f"event-{event.pk}")


def tell_person(name: str, person: User, firm: Firm, event: Event) -> None:
    """Tell somebody what they are in a firm now, once."""
    _tell(name, [person], firm, about=firm, key=f"event-{event.pk}")


def tell_firm(name: str, firm: Firm, event: Event, *, lawyer: Lawyer) -> None:
    """Tell the administrators of a firm of an event that is about a lawyer, once."""
    notify(
        f"lawyers.{name}",
        to=keepers(firm),
        about=firm,
        params={"name": called(firm), "lawyer": called(lawyer)},
        key=f"event-{event.pk}",
    )


def keepers(subject: Lawyer | Firm) -> list[User]:
    """Whoever keeps a profile."""
    if isinstance(subject, Lawyer):
        return [subject.user] if subject.user else []
    return [one.user for one in subject.members.filter(administrator=True).select_related("user")]


def moderators(subject: Lawyer | Firm) -> QuerySet[User]:
    """Staff who may decide a profile of this kind."""
    return staff_with("verify_lawyer" if isinstance(subject, Lawyer) else "verify_firm")


def staff_with(codename: str) -> QuerySet[User]:
    """Staff who have one of this room's rights."""
    return User.objects.with_right(f"lawyers.{codename}")


def called(subject: Lawyer | Firm) -> dict[str, str]:
    """Its name as each language has it: who is told reads another language than who acted."""
    names = {}
    for code in CODES:
        with translation.override(code):
            names[code] = str(subject)
    return names


def _tell(name: str, to: Iterable[User], subject: Lawyer | Firm, *, about: Model, key: str) -> None:
    notify(f"lawyers.{name}", to=to, about=about, params={"name": called(subject)}, key=key)
