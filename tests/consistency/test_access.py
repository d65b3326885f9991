"""Everybody at every door: each kind of person asks for each page, of what is theirs and of what is not."""

import datetime
import re
import uuid
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from typing import Any

import pytest
from allauth.account.authentication import AUTHENTICATION_METHODS_SESSION_KEY
from django.contrib import admin
from django.contrib.auth.models import Group
from django.core.cache import cache
from django.core.files.base import ContentFile
from django.db import transaction
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.urls import reverse
from django.utils import timezone, translation

from enterprises.models import Enterprise
from enterprises.states import State
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
from portal.accounts.actions import apply_roles
from portal.accounts.models import User
from portal.accounts.roles import ROLES
from portal.files import storage
from portal.files.models import Reading
from portal.privacy.models import Erasure
from tests.consistency import access
from tests.consistency.access import MEMBERS, Outcome, Part
from tests.consistency.test_addresses import (
    CONSOLE,
    EVERYTHING,
    INTERFACE,
    PARTS,
    PERSONAL,
    PUBLIC,
    Page,
    console_address,
)
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
    EnterpriseFactory,
    ExhibitFactory,
    FeeNoticeFactory,
    FirmFactory,
    FirmMemberFactory,
    IntakeFactory,
    LawyerFactory,
    MatterFactory,
    MatterPartyFactory,
    MatterServiceFactory,
    MediatorFactory,
    MembershipFactory,
    MentionFactory,
    NoticeFactory,
    PaperFactory,
    ParticipantFactory,
    ProducedFactory,
    ProvisionFactory,
    QuestionFactory,
    RetentionRuleFactory,
    ReviewFactory,
    SecurityEventFactory,
    SidePaperFactory,
    UserFactory,
)
from tests.signing_in import passkey_of, signed_in_staff

# What it runs is tried line by line elsewhere; to count the lines here makes the walk half as long again.
pytestmark = [pytest.mark.django_db, pytest.mark.slow, pytest.mark.no_cover]

# What belongs to a matter of a kind before it can be submitted.
ABOUT = {
    "consultation": lambda matter: QuestionFactory.create(matter=matter),
    "contract-review": lambda matter: ReviewFactory.create(matter=matter),
    "mediation": lambda matter: mediated(matter),
}
STAFF = [role.slug for role in ROLES]
# Somebody whom staff have given all there is. No role takes anything away: what this person is refused, each is.
EVERY_ROLE = "every role"
METHODS = ("GET", "POST")
OPEN_TO_ALL = (*PUBLIC, *INTERFACE)
ENTRANCE = re.compile(r"/(zh-hans|en|ru)/account/login/\?next=")


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


@pytest.fixture
def world(request: pytest.FixtureRequest) -> World:
    apply_roles()
    cache.clear()
    who: str = request.param
    ours, theirs = EnterpriseFactory.create_batch(2, state=State.RETURNED)
    other = MembershipFactory.create(enterprise=theirs).person
    MembershipFactory.create(enterprise=ours)
    asking = _asking(who, ours)
    if asking is not None:
        LawyerFactory.create(user=asking)
    return World(ours, theirs, asking, other)


def _asking(who: str, ours: Enterprise) -> User | None:
    if who == Part.ANONYMOUS:
        return None
    roles = STAFF if who == EVERY_ROLE else [who] if who in STAFF else []
    person = UserFactory.create(is_staff=bool(roles))
    if roles:
        person.groups.set(Group.objects.filter(name__in=roles))
    elif who == Part.STRANGER:
        MembershipFactory.create(person=person)
    else:
        MembershipFactory.create(enterprise=ours, person=person, role=MEMBERS[Part(who)])
    return person


def everybody(*who: str) -> Any:
    return pytest.mark.parametrize("world", who, ids=who, indirect=True)


@everybody(*Part, EVERY_ROLE)
def test_page_opens_to_whom_it_is_for(client: Client, world: World, request: pytest.FixtureRequest) -> None:
    met = doors((*PUBLIC, *INTERFACE, *PERSONAL), client, world, request.node.callspec.id)

    assert len(met) > 100
    assert {door: pair for door, pair in met.items() if pair[0] not in pair[1]} == {}


@everybody(*STAFF)
def test_paper_opens_to_whose_role_it_is_for(client: Client, world: World, request: pytest.FixtureRequest) -> None:
    papers = [page for page in PERSONAL if page.name in access.OF_A_PAPER]

    met = doors(papers, client, world, request.node.callspec.id)

    assert {name for name, _, _ in met} == set(access.OF_A_PAPER)
    assert {door: pair for door, pair in met.items() if pair[0] not in pair[1]} == {}


def doors(
    pages: Iterable[Page], client: Client, world: World, who: str
) -> dict[tuple[str, str, str], tuple[Outcome, set[Outcome]]]:
    """What somebody met at each page outside the console, and what they should have met."""
    if world.asking:
        proved(client, world.asking)
    return {
        (page.name, method, whose): (outcome, expected(page.name, whose, method, who, world))
        for page in pages
        for whose, parts in parts_of(page, world)
        for method, outcome in asked(client, address(page, parts))
    }


@everybody(*Part)
def test_console_opens_to_nobody_who_is_no_staff(client: Client, world: World) -> None:
    if world.asking:
        signed_in_staff(client, world.asking)
    closed = Outcome.REFUSED if world.asking else Outcome.SIGN_IN

    met = {(page.path, method): outcome for page in CONSOLE for method, outcome in asked(client, console_address(page))}

    assert len(met) > 100
    assert {door: outcome for door, outcome in met.items() if outcome != closed} == {}


@everybody(*STAFF)
def test_page_of_the_console_opens_to_whose_role_it_is_for(client: Client, world: World) -> None:
    assert world.asking
    signed_in_staff(client, world.asking)
    something_to_look_at(world)

    met = {
        (page.path, method): (outcome, behind(page, world.asking, method))
        for page in CONSOLE
        if page.name.removeprefix("admin:") not in access.OF_ALL_STAFF
        for method, outcome in asked(client, staffed(page, world))
    }

    assert len(met) > 100
    assert {door: pair for door, pair in met.items() if pair[0] not in pair[1]} == {}


def proved(client: Client, person: User) -> None:
    """Signed in, and asked a moment ago to prove it again, so that pages that want that open."""
    signed_in_staff(client, person)
    session = client.session
    session[AUTHENTICATION_METHODS_SESSION_KEY][-1]["reauthenticated"] = True
    session.save()


def asked(client: Client, place: str) -> Iterator[tuple[str, Outcome]]:
    """What becomes of each way to ask, with nothing done in the end; ways that a page does not have are left out."""
    cookies = client.cookies.output(header="", sep=";")
    for method in METHODS:
        with transaction.atomic():
            response = client.get(place) if method == "GET" else client.post(place)
            if response.streaming:
                response.getvalue()  # whoever reads a file to its end closes it
            transaction.set_rollback(True)
        client.cookies = SimpleCookie(cookies)
        if response.status_code != 405:
            yield method, outcome_of(response, place)


def outcome_of(response: HttpResponse, place: str) -> Outcome:
    assert response.status_code < 500, (place, response.status_code)
    if response.status_code == 302 and ENTRANCE.match(response["Location"]):
        return Outcome.SIGN_IN
    return {403: Outcome.REFUSED, 404: Outcome.ABSENT}.get(response.status_code, Outcome.IN)


def parts_of(page: Page, world: World) -> Iterator[tuple[str, dict[str, object]]]:
    """The parts of a page's address: once where it is nobody's, else of what is one's own and of what is another's."""
    mine, theirs = world.asking or world.other, world.other
    if (
        page.name
        in access.OF_AN_ENTERPRISE | access.OF_AN_EXHIBIT | access.OF_A_MATTER | access.OF_A_REQUEST | access.OF_A_PAPER
    ):
        yield from ((whose, part_of(world, one, page.name)) for whose, one in _sides(world))
    elif page.name.startswith("notices:") and page.name in access.OF_A_PERSON:
        yield from ((whose, {"uuid": NoticeFactory.create(user=one).pk}) for whose, one in _both(mine, theirs))
    elif page.name.startswith("mfa_") and page.name in access.OF_A_PERSON:
        yield from ((whose, {"pk": passkey_of(one).pk}) for whose, one in _both(mine, theirs))
    elif (make := made_for(page)) is not None:
        yield from ((whose, make(world, one, page)) for whose, one in _both(mine, theirs))
    else:
        assert not page.parts or page.name in access.OF_NOBODY | access.OF_A_PERSON or page in OPEN_TO_ALL, page.name
        yield "nobody's", page.parts


def part_of(world: World, enterprise: Enterprise, name: str) -> dict[str, object]:
    """What stands in the address of a page of an enterprise, of a matter, a request, a paper or an exhibit of its."""
    if name in access.OF_AN_EXHIBIT:
        return {"key": enterprise.key, "exhibit": world.once(exhibit, enterprise).key}
    if name in access.OF_A_MATTER:
        kind = access.OF_A_KIND.get(name, "arbitration")
        position = 1 if name in {"matters:manifest", "matters:content", "matters:timestamp"} else 2
        matter = world.once(settled if name == "mediation:settlement" else written, enterprise, kind)
        parts = matter.place | {"position": position, "uid": world.once(deadline, matter).uid}
        return {part: parts[part] for part in EVERYTHING[name].parts}
    if name in access.OF_A_REQUEST:
        return {"enquiry": world.once(booked, enterprise).key}
    if name in access.OF_A_PAPER:
        return {"file": world.once(paper, enterprise)}
    return EVERYTHING[name].parts | {"key": enterprise.key}


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


def _both(mine: User, theirs: User) -> tuple[tuple[str, User], ...]:
    return ("ours", mine), ("theirs", theirs)


def _sides(world: World) -> tuple[tuple[str, Enterprise], ...]:
    return ("ours", world.ours), ("theirs", world.theirs)


def made_for(page: Page) -> Callable[[World, User, Page], dict[str, object]] | None:
    """What makes something of somebody’s for a page that is about one such thing; None for any other page."""
    if page.name in access.OF_A_FIRM:
        return spoken_for
    if page.name in access.OF_A_SIDE:
        return taken_part
    return trained if page.name.startswith("training:") and page.name in access.OF_A_PERSON else None


def spoken_for(world: World, person: User, page: Page) -> dict[str, object]:
    """A firm that a person speaks for."""
    firm = world.once(firm_of, person)
    named = {"slug": firm.slug, "group": "firm"}
    return page.parts | {part: named[part] for part in page.parts if part in named}


def firm_of(person: User) -> Firm:
    firm: Firm = FirmMemberFactory.create(user=person, administrator=True).firm
    return firm


def taken_part(world: World, person: User, page: Page) -> dict[str, object]:
    """A matter in which somebody is a side."""
    kind = "mediation" if page.name.startswith("mediation:") else ""
    return page.parts | {"served": world.once(served, person, kind).key}


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


def trained(world: World, person: User, page: Page) -> dict[str, object]:
    """A certificate of somebody, or a session in which they have a place."""
    certificate = world.once(certified, person)
    session = certificate.enrolment.session
    named = {"slug": session.course.slug, "session": session.slug, "certificate": certificate.number}
    return {part: named[part] for part in page.parts}


def certified(person: User) -> Certificate:
    return CertificateFactory.create(enrolment=EnrolmentFactory.create(person=person))


def paper(enterprise: Enterprise) -> uuid.UUID:
    file = PaperFactory.create(owner=enterprise)
    storage.papers().save(storage.key(file), ContentFile(b"A paper."))
    return file.pk


def address(page: Page, parts: dict[str, object]) -> str:
    with translation.override("en"):
        return reverse(page.name, kwargs=parts)


def expected(name: str, whose: str, method: str, who: str, world: World) -> set[Outcome]:
    if name in {page.name for page in OPEN_TO_ALL}:
        return {Outcome.IN, Outcome.ABSENT}
    if world.asking is None:
        return {Outcome.SIGN_IN}
    if name in access.OF_A_PAPER and world.asking.has_perm(access.READS_PAPERS):
        return {Outcome.IN} if name == "files:download" else {Outcome.REFUSED, Outcome.ABSENT}
    if name in access.OF_A_REQUEST:
        met = of_an_enterprise(access.OF_A_REQUEST[name], whose, method, who)
        return {Outcome.ABSENT} if name in access.NOT_SO_FAR and Outcome.IN in met else met
    of_members = access.OF_AN_ENTERPRISE | access.OF_AN_EXHIBIT | access.OF_A_MATTER | access.OF_A_PAPER
    if name in of_members:
        right = access.TO_SEND.get(name, of_members[name]) if method == "POST" else of_members[name]
        met = of_an_enterprise(right, whose, method, who)
        return {Outcome.ABSENT} if name in access.NOT_SO_FAR and Outcome.IN in met else met
    return of_a_person(name, whose, method)


def of_a_person(name: str, whose: str, method: str) -> set[Outcome]:
    if whose == "theirs":
        return {Outcome.ABSENT}
    if name in access.OF_AN_ANSWER:
        return {Outcome.ABSENT}
    if name in access.OF_A_FIRM and method == "POST":
        # An empty form names nobody, so that there is nobody to do it to.
        return {Outcome.IN, Outcome.ABSENT}
    return {Outcome.IN, Outcome.ABSENT} if name in access.OF_NOBODY else {Outcome.IN}


def of_an_enterprise(right: Any, whose: str, method: str, who: str) -> set[Outcome]:
    role = MEMBERS.get(Part(who)) if who in list(Part) else None
    if whose == "theirs" or role is None:
        return {Outcome.ABSENT}
    if not access.allows(role, right):
        return {Outcome.REFUSED}
    # An empty form names nobody, so that there is nobody to do it to.
    return {Outcome.IN} if method == "GET" else {Outcome.IN, Outcome.ABSENT}


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


def staffed(page: Page, world: World) -> str:
    """The address of a page of the console, of a record that is there where there is one."""
    model = model_of(page)
    first = model._base_manager.first() if model else None
    own = first is not None and not isinstance(first, Enterprise)
    own_key = first.pk if own else world.ours.pk
    named = {"pk": own_key, "sheet": uuid.uuid4(), "uid": uuid.uuid4(), "matter": PARTS["matter"]}
    parts: dict[str, object] = {}
    for part in (*page.pattern.pattern.converters, *page.pattern.pattern.regex.groupindex):
        parts[part] = named.get(part, str(first.pk) if first else "1")
    return reverse(page.name, kwargs=parts)


def model_of(page: Page) -> Any:
    by_name = {f"{model._meta.app_label}_{model._meta.model_name}": model for model in admin.site._registry}
    return by_name.get(page.name.removeprefix("admin:").rpartition("_")[0])


def behind(page: Page, user: User, method: str) -> set[Outcome]:
    # To staff who do not handle its kind a matter is not there, and to those who do there is none here.
    of_a_matter = access.OF_A_MATTER_OF_STAFF | access.OF_A_MATTER_THAT_IS_SERVED
    if page.name.removeprefix("admin:") in access.OF_A_DEADLINE | of_a_matter:
        return {Outcome.ABSENT}
    if not opens(page, user, method):
        return {Outcome.REFUSED}
    if page.name.removeprefix("admin:") in access.OF_WHAT_THEY_HANDLE:
        return {Outcome.IN, Outcome.ABSENT}
    # A spreadsheet is that of the officer who made it, and nobody here has made one.
    return {Outcome.ABSENT} if "<uuid:sheet>" in page.path else {Outcome.IN}


def opens(page: Page, user: User, method: str) -> bool:
    name = page.name.removeprefix("admin:")
    if name in access.OF_THE_CONSOLE:
        return user.has_perm(access.OF_THE_CONSOLE[name])
    model, verb = model_of(page), name.rpartition("_")[2]
    assert model, f"Nobody has said in access.py who may open “{name}”."
    request = RequestFactory().get("/console/")
    request.user = user
    shown = admin.site._registry[model]
    if verb == "add":
        return bool(shown.has_add_permission(request))
    if verb == "delete" or (verb == "change" and method == "POST"):
        # What is published, say, is changed no more by whoever may change what is not.
        return bool(getattr(shown, f"has_{verb}_permission")(request, model._base_manager.first()))
    assert verb in {"changelist", "change", "history"}, name
    # The history of a matter is for those it is opened to.
    of_one = model._base_manager.first() if verb == "history" else None
    return bool(shown.has_view_or_change_permission(request, of_one))
