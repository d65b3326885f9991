"""Who hears of what happens on the other side. No name and no fact of a matter stands in a notice."""

from legal.matters.models import Audience, Matter, Message
from legal.matters.telling import also, members
from legal.serving.consent import reaches
from legal.serving.models import Answer, Certificate, Invitation, Participant, ParticipantQuerySet, Service
from portal.accounts.models import User
from portal.notices.actions import notify
from portal.notices.recipients import Outsider, Recipient


def tell_invited(invitation: Invitation) -> None:
    """Send an invitation to its address: to the account that has it, or to somebody without an account."""
    account = User.objects.with_address(invitation.email).filter(is_active=True).first()
    recipient: Recipient = account or Outsider(invitation.email, invitation.language)
    notify(
        "serving.invitation",
        to=[recipient],
        about=invitation,
        params={"reference": _called(invitation.matter)},
        key=f"invitation-{invitation.token_hash[:16]}",
    )


def tell_served(service: Service) -> None:
    """Tell those who take part for a party that something was served on it, once each."""
    for participant in service.party.participants.standing().with_matter():
        _tell("serving.served", participant, key=f"service-{service.pk}")


def tell_of_answer(answer: Answer) -> None:
    """Tell those who act for the applicant, and whom it may reach of those who take part, that an answer was filed."""
    params = {"reference": _called(answer.matter)}
    key = f"answer-{answer.pk}"
    notify("serving.answered", to=members(answer.matter), about=answer.matter, params=params, key=key)
    for participant in _others(answer.matter).exclude(party=answer.party):
        if reaches(participant):
            _tell("serving.message", participant, key=key)


def tell_of_receipt(answer: Answer) -> None:
    """Tell those who take part for the party that answered that the receipt is there."""
    for participant in answer.party.participants.standing().with_matter():
        _tell("serving.receipt", participant, key=f"answer-{answer.pk}")


def tell_of_certificate(certificate: Certificate) -> None:
    """Tell those who act for the applicant that a certificate of service is there."""
    matter = certificate.service.matter
    params, key = {"reference": _called(matter)}, f"certificate-{certificate.pk}"
    notify("serving.certified", to=members(matter), about=matter, params=params, key=key)


def tell_of_message(message: Message) -> None:
    """Tell those on the sides it is for, from outside of the enterprise, that a message was written."""
    if message.audience not in {Audience.EVERYONE, Audience.SIDE}:
        return
    reached = _others(message.matter)
    if message.audience == Audience.SIDE:
        reached = reached.filter(party__side=message.side)
    for participant in reached.exclude(user_id=message.author_id):
        if reaches(participant):
            _tell("serving.message", participant, key=f"message-{message.pk}")


def _others(matter: Matter) -> ParticipantQuerySet:
    return Participant.objects.standing().with_matter().filter(matter=matter)


def _tell(kind: str, participant: Participant, *, key: str) -> None:
    params = {"reference": _called(participant.matter)}
    notify(kind, to=[participant.user], about=participant, params=params, key=f"{key}-{participant.pk}")


def _called(matter: Matter) -> str:
    return matter.number or matter.key


also(tell_of_message)
