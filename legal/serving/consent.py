"""Before a matter or its facts leave China: who is to receive them, and whether the applicant has agreed to that.

PIPL 23 wants a separate consent to the sharing with a named recipient, PIPL 39 another to the leaving of China.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from legal.matters import crossing
from legal.matters.crossing import CHINA
from legal.matters.models import Matter, Party
from legal.serving.models import Agreement, Invitation, Participant, Recipient, RecipientKind
from portal.reference.models import Jurisdiction
from portal.workflow.errors import NotAllowedError


@dataclass(frozen=True, slots=True)
class Receiver:
    """Somebody to whom a file or its facts are to go, by name and country."""

    kind: RecipientKind
    name: str
    country: Jurisdiction
    party: Party | None = None

    @property
    def is_abroad(self) -> bool:
        return self.country.code != CHINA


def of_party(party: Party) -> Receiver:
    """A party as a receiver."""
    return Receiver(RecipientKind.PARTY, party.name, party.country, party)


def of_institution(name: str, country: Jurisdiction) -> Receiver:
    """An institution as a receiver."""
    return Receiver(RecipientKind.INSTITUTION, name, country)


def of_lawyer(name: str, country: Jurisdiction) -> Receiver:
    """A lawyer or representative as a receiver."""
    return Receiver(RecipientKind.LAWYER, name, country)


@transaction.atomic
def require_consent(matter: Matter, receiver: Receiver) -> None:
    """Let nothing go abroad that was not agreed to: `NotAllowedError` "consent" where it was not, or is no longer.

    Whoever hands on a file or facts of a matter asks this first, in the transaction of it, with the matter locked.
    """
    if not receiver.is_abroad:
        return
    if not named(matter, receiver).is_agreed:
        raise NotAllowedError(
            _("Nothing may be sent to %(recipient)s, which is outside China: the applicant has not agreed to that.")
            % {"recipient": receiver.name},
            code="consent",
        )


def has_consent(matter: Matter, receiver: Receiver) -> bool:
    """Whether something may go to a receiver now: it stays in China, or was agreed to."""
    there = matter.recipients.filter(kind=receiver.kind, name=receiver.name, country=receiver.country).first()
    return not receiver.is_abroad or (there is not None and there.is_agreed)


def lacking(matter: Matter, parties: Iterable[Party]) -> int:
    """Of how many of these parties, all abroad, nothing was agreed that stands: one query for all of them."""
    standing = Agreement.objects.standing().filter(recipient__matter=matter, recipient__kind=RecipientKind.PARTY)
    agreed = set(standing.values_list("recipient__name", "recipient__country"))
    return sum((party.name, party.country_id) not in agreed for party in parties)


def named(matter: Matter, receiver: Receiver) -> Recipient:
    """The recipient that a receiver is, written down where it is a new one, in the words of a consent."""
    with translation.override(matter.language):
        words = f"{receiver.name} ({receiver.country})"
        aim = _("Matter %(key)s: service of documents and the conduct of the proceeding") % {
            "key": matter.number or matter.key
        }
    recipient, _made = Recipient.objects.get_or_create(
        matter=matter,
        kind=receiver.kind,
        name=receiver.name,
        country=receiver.country,
        defaults={"party": receiver.party, "recipient": words[:200], "aim": aim[:200]},
    )
    return recipient


def parties_abroad(matter: Matter) -> Iterator[Party]:
    """The parties outside China, but for the enterprise itself, which receives nothing of others by its own file."""
    yield from abroad(matter.parties.select_related("country"))


def abroad(parties: Iterable[Party]) -> Iterator[Party]:
    """Those among the parties of a matter that are outside China, as `parties_abroad`."""
    yield from (party for party in parties if not party.own and party.country.code != CHINA)


def represented_abroad(matter: Matter) -> bool:
    """Whether a representative outside China was invited who may still take part, or take up the invitation."""
    invited = matter.invitations.filter(representative__isnull=False, revoked_at=None, representative__revoked_at=None)
    return invited.exclude(country__code=CHINA).exclude(participant__revoked_at__isnull=False).exists()


def concerned(matter: Matter) -> list[Recipient]:
    """The recipients a matter has now: parties as they are called now, and whoever else was named."""
    now = {(party.name, party.country_id) for party in parties_abroad(matter)}
    found = matter.recipients.select_related("country", "party").order_by("pk")
    return [one for one in found if one.kind != RecipientKind.PARTY or (one.name, one.country_id) in now]


def receiver_of(invitation: Invitation) -> Receiver:
    """To whom what an invited person is shown goes."""
    if invitation.representative is None:
        return of_party(invitation.party)
    return of_lawyer(invitation.representative.name, invitation.country)


def recipient_of(participant: Participant) -> Recipient | None:
    """The recipient outside China that somebody who takes part is; None for one in China."""
    receiver = receiver_of(participant.invitation)
    return named(participant.matter, receiver) if receiver.is_abroad else None


def reaches(participant: Participant) -> bool:
    """Whether new facts of the matter may go to somebody who takes part."""
    return has_consent(participant.matter, receiver_of(participant.invitation))


crossing.also(represented_abroad)
