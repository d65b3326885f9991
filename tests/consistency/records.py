"""A record of each kind, made once for whoever has one."""

import datetime
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.core.files.base import ContentFile
from django.utils import timezone

from enterprises.models import Enterprise
from legal.appraisal.models import Handover, Material
from legal.arbitration.models import Agreement, Measure, Reliance
from legal.arbitration.models import Claim as ArbitrationClaim
from legal.clocks.models import Deadline
from legal.enquiries.models import Enquiry
from legal.enquiries.states import Appointed
from legal.enquiries.states import State as RequestState
from legal.exhibits.models import Exhibit
from legal.laws.models import Change
from legal.lawyers.models import Claim, Firm, FirmInvitation, Revision
from legal.lawyers.states import RevisionState
from legal.matters.actions.submitting import freeze
from legal.matters.models import Matter, Stamp
from legal.matters.models import Party as MatterParty
from legal.mediation.models import Session as MeetingSession
from legal.mediation.models import Settlement
from legal.serving.models import Participant
from legal.training.models import Certificate
from portal.accounts.models import User
from portal.files import storage
from portal.files.models import Reading
from portal.privacy.models import Erasure
from tests.factories import (
    AppointmentFactory,
    CaseFactory,
    CertificateFactory,
    ConsentFactory,
    DeadlineFactory,
    DeliveryFactory,
    DisputeFactory,
    EnquiryFactory,
    EnrolmentFactory,
    ExhibitFactory,
    FeeNoticeFactory,
    FirmFactory,
    FirmMemberFactory,
    IntakeFactory,
    MatterFactory,
    MatterPartyFactory,
    MatterServiceFactory,
    MediatorFactory,
    MembershipFactory,
    MentionFactory,
    PaperFactory,
    ParticipantFactory,
    ProducedFactory,
    ProvisionFactory,
    QuestionFactory,
    RetentionRuleFactory,
    ReviewFactory,
    SecurityEventFactory,
    SidePaperFactory,
)


@dataclass
class World:
    """An enterprise with its members, and another one; whoever asks for a page, and what is theirs."""

    ours: Enterprise
    theirs: Enterprise
    asking: User | None
    other: User
    # What was made for one page is there for each other: what a page does is undone as soon as it has answered.
    made: dict[tuple[object, ...], Any] = field(default_factory=dict)

    def once(self, make: Callable[..., Any], *of: object) -> Any:
        if (make, *of) not in self.made:
            self.made[make, *of] = make(*of)
        return self.made[make, *of]


# What belongs to a matter of a kind before it can be submitted.
ABOUT = {
    "consultation": lambda matter: QuestionFactory.create(matter=matter),
    "contract-review": lambda matter: ReviewFactory.create(matter=matter),
    "mediation": lambda matter: mediated(matter),
}


def exhibit(enterprise: Enterprise) -> Exhibit:
    return ExhibitFactory.create(enterprise=enterprise)


def deadline(matter: Matter) -> Deadline:
    return DeadlineFactory.create(matter=matter)


def settled(enterprise: Enterprise, kind: str) -> Matter:
    """A mediation whose settlement is to be confirmed."""
    matter = written(enterprise, kind)
    Matter.objects.filter(pk=matter.pk).update(state="settled")
    return matter


def written(enterprise: Enterprise, kind: str) -> Matter:
    """A matter that can be written still, as one whose supplement is asked for, with the other side."""
    owner = MembershipFactory.create(enterprise=enterprise).person
    matter = MatterPartyFactory.create(
        matter=MatterFactory.create(kind=kind, enterprise=enterprise, begun_by=owner)
    ).matter
    ProducedFactory.create_batch(2, matter=matter)
    if kind == "arbitration":
        for position in (1, 2):
            Agreement.objects.create(matter=matter, position=position, clause="To SCIA.", checked_at=timezone.now())
            ArbitrationClaim.objects.create(matter=matter, position=position, kind="declaration", text="It is void.")
            Measure.objects.create(matter=matter, position=position, what="The account is frozen.")
            Reliance.objects.create(matter=matter, position=position, case=CaseFactory.create())
    for position in (1, 2):
        Material.objects.create(matter=matter, position=position, name="Contract", kind="questioned")
        Handover.objects.create(matter=matter, position=position, at=timezone.now(), recorded_by=owner)
    if kind in ABOUT:
        ABOUT[kind](matter)
    submission = freeze(matter, by=owner, at=timezone.now())
    Stamp.objects.create(submission=submission, answer=b"a time-stamp", at=timezone.now(), authority="CN=Trial")
    FeeNoticeFactory.create_batch(2, matter=matter)
    return matter


def mediated(matter: Matter) -> Matter:
    """A mediation with a mediator, a session whose time is agreed, and a settlement."""
    mediator = DisputeFactory.create(matter=matter, mediator=MediatorFactory.create()).mediator
    begins = timezone.now()
    ends = begins + datetime.timedelta(hours=1)
    moment = {"starts": begins, "ends": ends, "state": "agreed"}
    MeetingSession.objects.create(matter=matter, mediator=mediator, proposed_by=matter.begun_by, **moment)
    texts = {"en": "The buyer pays."}
    Settlement.objects.create(matter=matter, version=1, texts=texts, sha256="0" * 64, written_by=matter.begun_by)
    return matter


def booked(enterprise: Enterprise) -> Enquiry:
    """A request an enterprise has sent, which was accepted, and the time that was agreed on."""
    owner = MembershipFactory.create(enterprise=enterprise).person
    enquiry = EnquiryFactory.create(
        enterprise=enterprise,
        asked_by=owner,
        state=RequestState.ACCEPTED,
        passed_on_at=timezone.now(),
        unlocked_at=timezone.now(),
    )
    ConsentFactory.create(user=owner, text__purpose="sharing", recipient=enquiry.recipient, aim=enquiry.aim)
    AppointmentFactory.create(enquiry=enquiry, state=Appointed.BOOKED)
    return enquiry


def paper(enterprise: Enterprise) -> uuid.UUID:
    file = PaperFactory.create(owner=enterprise)
    storage.papers().save(storage.key(file), ContentFile(b"A paper."))
    return file.pk


def firm_of(person: User) -> Firm:
    firm: Firm = FirmMemberFactory.create(user=person, administrator=True).firm
    return firm


def served(person: User, kind: str) -> Participant:
    """A side of a matter, served on it, with a paper it handed in; a mediation has come to its settlement.

    It is in China: what is new goes abroad only once that was agreed to.
    """
    participant = ParticipantFactory.create(user=person)
    MatterParty.objects.filter(pk=participant.party_id).update(country=participant.matter.enterprise.country)
    participant.refresh_from_db()
    if kind:
        Matter.objects.filter(pk=participant.matter.pk).update(kind=kind, state="settled")
        mediated(participant.matter)
    MatterServiceFactory.create(matter=participant.matter, party=participant.party)
    for _position in (1, 2):
        FeeNoticeFactory.create(matter=participant.matter, party=participant.party, side=participant.side)
    SidePaperFactory.create(matter=participant.matter, party=participant.party)
    return participant


def certified(person: User) -> Certificate:
    return CertificateFactory.create(enrolment=EnrolmentFactory.create(person=person))


def something_to_look_at(world: World) -> None:
    """A record of each kind whose page says who may see it only where there is one."""
    provision = ProvisionFactory.create()
    Change.objects.create(law=provision.edition.law, kind=Change.Kind.values[0])
    DeliveryFactory.create()
    ConsentFactory.create()
    SecurityEventFactory.create()
    RetentionRuleFactory.create()
    file = PaperFactory.create(owner=world.ours)
    Reading.objects.create(file=file, sha256=file.sha256, by=world.other)
    Erasure.objects.create(user=world.other, by=world.other)
    IntakeFactory.create(brought_by=world.other)
    CertificateFactory.create()
    lawyer = MentionFactory.create(accepted_at=None, accepted_by=None).lawyer
    Revision.objects.create(lawyer=lawyer, state=RevisionState.SUBMITTED, submitted_at=timezone.now())
    Claim.objects.create(user=world.other, lawyer=lawyer)
    FirmInvitation.objects.create(firm=FirmFactory.create(), lawyer=lawyer)
    FeeNoticeFactory.create()
