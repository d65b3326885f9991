import datetime

import pytest
from django.utils import timezone

from enterprises.policies import Role
from enterprises.states import State as Registration
from legal.enquiries.actions import answering, asking, sending
from legal.enquiries.models import Enquiry, Party, Side
from legal.enquiries.names import Verdict
from legal.enquiries.states import State
from legal.lawyers.models import Firm, Lawyer
from legal.lawyers.states import State as Profile
from portal.notices.models import Notice
from portal.privacy.models import Purpose
from portal.workflow.errors import NotAllowedError
from portal.workflow.models import Event
from tests.factories import (
    AskableLawyerFactory,
    EnquiryFactory,
    EnterpriseFactory,
    FirmFactory,
    IdentifierFactory,
    JurisdictionFactory,
    KnownNameFactory,
    LawyerFactory,
    MembershipFactory,
    PartyFactory,
    UserFactory,
)
from tests.legal.enquiries.world import a_draft, agree, bring

pytestmark = pytest.mark.django_db


def begun(lawyer, enterprise, by, **changed):
    return asking.begin(
        lawyer,
        **{
            "enterprise": enterprise,
            "jurisdiction": JurisdictionFactory.create(code="cn"),
            "language": "en",
            "facts": "Walnuts.",
            "by": by,
            **changed,
        },
    )


@pytest.fixture
def owner():
    return UserFactory.create()


@pytest.fixture
def enterprise(owner):
    return EnterpriseFactory.create(owner=owner, state=Registration.VERIFIED)


def code(doing):
    with pytest.raises(NotAllowedError) as refusal:
        doing()
    return refusal.value.code


def test_request_is_begun_for_nobody_else_to_see(enterprise, owner):
    lawyer = AskableLawyerFactory.create(name_en="Sample Lawyer", licence_number="L-1")

    enquiry = begun(lawyer, enterprise, owner)

    assert (enquiry.state, enquiry.recipient, enquiry.leaves_china) == (State.DRAFT, "Sample Lawyer · L-1", False)
    assert enquiry.aim == f"Request {enquiry.key} for a consultation on the law of {enquiry.jurisdiction}"
    assert not Enquiry.objects.visible_to(lawyer.user).exists()
    assert not Notice.objects.exists()


@pytest.mark.parametrize(
    ("lawyer", "abroad"),
    [
        ({"kind": "prc-lawyer"}, False),
        ({"kind": "prc-foreign-related"}, False),
        ({"kind": "foreign-lawyer", "admission": "kz"}, True),
        ({"kind": "representative-office", "admission": "kz"}, True),
    ],
)
def test_what_leaves_china_is_told_by_the_kind_of_the_lawyer(enterprise, owner, lawyer, abroad):
    asked = AskableLawyerFactory.create(**lawyer)

    enquiry = begun(asked, enterprise, owner, jurisdiction=asked.admissions.get().jurisdiction)

    assert enquiry.leaves_china is abroad


def test_prc_lawyer_in_a_firm_abroad_is_outside_china(enterprise, owner):
    firm = FirmFactory.create(jurisdiction=JurisdictionFactory.create(code="kz"))

    assert begun(AskableLawyerFactory.create(firm=firm), enterprise, owner).leaves_china is True


@pytest.mark.parametrize("state", [Registration.SUBMITTED, Registration.SUSPENDED])
def test_only_verified_enterprises_ask(owner, state):
    enterprise = EnterpriseFactory.create(owner=owner, state=state)

    assert code(lambda: begun(AskableLawyerFactory.create(), enterprise, owner)) == "verified"


def test_viewer_asks_nobody(enterprise):
    viewer = MembershipFactory.create(enterprise=enterprise, role=Role.VIEWER).person

    assert code(lambda: begun(AskableLawyerFactory.create(), enterprise, viewer)) == "role"


@pytest.mark.parametrize(
    "lawyer", [{"state": Profile.HIDDEN}, {"takes_new_matters": False}, {"user": None}, {"kind": "foreign-lawyer"}]
)
def test_lawyer_who_takes_no_such_request_is_not_asked(enterprise, owner, lawyer):
    assert code(lambda: begun(AskableLawyerFactory.create(**lawyer), enterprise, owner)) == "lawyer"


def test_law_no_admission_is_for_is_not_asked_about(enterprise, owner):
    kazakh = JurisdictionFactory.create(code="kz")

    assert code(lambda: begun(AskableLawyerFactory.create(), enterprise, owner, jurisdiction=kazakh)) == "lawyer"


def test_nobody_asks_themselves(enterprise, owner):
    assert code(lambda: begun(AskableLawyerFactory.create(user=owner), enterprise, owner)) == "own"


def test_one_request_of_an_enterprise_to_a_lawyer_is_under_way(draft):
    assert (
        code(lambda: begun(draft.lawyer, draft.enterprise, draft.asked_by, jurisdiction=draft.jurisdiction)) == "open"
    )


def test_draft_is_rewritten_and_thrown_away(draft):
    asking.rewrite(draft, facts="Cotton.", by=draft.asked_by)
    draft.refresh_from_db()
    assert draft.facts == "Cotton."

    asking.discard(draft, by=draft.asked_by)

    assert not Enquiry.objects.exists()


def test_party_is_named_and_taken_out(draft):
    party = asking.add_party(draft, side=Side.OTHER, name="ИП Жакупов", by=draft.asked_by)
    assert [keys["script"] for keys in party.keys] == ["cyrillic"]

    asking.remove_party(party, by=draft.asked_by)

    assert not Party.objects.filter(pk=party.pk).exists()


def test_parties_are_not_without_number(draft):
    PartyFactory.create_batch(9, enquiry=draft)

    assert code(lambda: asking.add_party(draft, side=Side.OTHER, name="Romashka", by=draft.asked_by)) == "many"


@pytest.mark.parametrize("state", ["checked", "named"])
def test_what_was_sent_is_changed_no_more(draft, state):
    sent = bring(draft, state)

    assert code(lambda: asking.rewrite(sent, facts="", by=sent.asked_by)) == "state"
    assert code(lambda: sending.send(sent, by=sent.asked_by)) == "state"


def test_sent_without_conflict_waits_for_consent_and_tells_the_lawyer_nothing(draft):
    assert sending.send(draft, by=draft.asked_by) == Verdict.CLEAR

    draft.refresh_from_db()
    assert (draft.state, draft.passed_on_at) == (State.CHECKED, None)
    assert not Enquiry.objects.visible_to(draft.lawyer.user).exists()
    assert not Notice.objects.exists()
    assert [(check.verdict, check.compared, check.found) for check in draft.checks.all()] == [(Verdict.CLEAR, 0, [])]


def test_enterprise_is_among_its_parties_by_all_its_names_and_its_number(texts):
    enquiry = a_draft()
    IdentifierFactory.create(enterprise=enquiry.enterprise, value="916531010000000196")

    sending.send(enquiry, by=enquiry.asked_by)

    client = enquiry.parties.get(side=Side.CLIENT)
    assert (client.name, client.number) == (enquiry.enterprise.register_name, "916531010000000196")
    assert {keys["script"] for keys in client.keys} == {"han", "latin", "cyrillic"}


def test_enterprise_is_known_by_every_number_it_has(draft):
    country = draft.enterprise.country
    IdentifierFactory.create(enterprise=draft.enterprise)
    second = IdentifierFactory.create(enterprise=draft.enterprise, scheme="kz-bin", value="100140000003")
    KnownNameFactory.create(
        lawyer=draft.lawyer, name="Somebody else", side=Side.ADVERSE, country=country, number=second.value
    )

    assert sending.send(draft, by=draft.asked_by) == Verdict.HIT


def test_after_a_hit_the_request_is_refused_and_the_members_are_told_no_more(draft):
    known = KnownNameFactory.create(lawyer=draft.lawyer, name="Romashka LLP", side=Side.CLIENT)

    assert sending.send(draft, by=draft.asked_by) == Verdict.HIT

    draft.refresh_from_db()
    assert draft.state == State.REFUSED
    assert not Enquiry.objects.visible_to(draft.lawyer.user).exists()
    told = Notice.objects.get()
    assert (told.user, told.kind, told.params) == (draft.asked_by, "enquiries.refused", {"reference": draft.key})
    party = draft.parties.get(side=Side.ADVERSE)
    assert draft.checks.get().found == [
        {"party": f"party:{party.pk}", "known": f"known:{known.pk}", "rule": "sound", "verdict": Verdict.HIT}
    ]


def test_refusals_by_the_check_and_by_the_lawyer_are_told_alike(texts):
    refused, declined, conflict = (a_draft() for _ in range(3))
    KnownNameFactory.create(lawyer=refused.lawyer)
    sending.send(refused, by=refused.asked_by)
    for enquiry, answer in ((declined, answering.decline), (conflict, answering.refuse_for_conflict)):
        bring(enquiry, "named")
        answer(enquiry, by=enquiry.lawyer.user)

    told = {(notice.kind, tuple(notice.params)) for notice in Notice.objects.filter(kind="enquiries.refused")}
    events = Event.objects.filter(after=State.REFUSED)
    assert told == {("enquiries.refused", ("reference",))}
    assert len({str(event) for event in events}) == 1
    assert events.count() == 3


@pytest.mark.parametrize(
    ("known", "verdict"),
    [
        ({"side": Side.CLIENT}, Verdict.HIT),
        # The lawyer has acted against them before, and would again.
        ({"side": Side.ADVERSE}, Verdict.CLEAR),
        ({"side": Side.CLIENT, "name": "Ромашка Трейд"}, Verdict.POSSIBLE),
        ({"side": Side.CLIENT, "name": "Василёк"}, Verdict.CLEAR),
    ],
)
def test_name_on_a_list_of_the_lawyer_counts_by_its_side(draft, known, verdict):
    KnownNameFactory.create(lawyer=draft.lawyer, **known)

    assert sending.send(draft, by=draft.asked_by) == verdict


def test_who_is_merely_concerned_is_never_a_hit(draft):
    draft.parties.update(side=Side.OTHER)
    KnownNameFactory.create(lawyer=draft.lawyer)

    assert sending.send(draft, by=draft.asked_by) == Verdict.POSSIBLE


@pytest.mark.parametrize(("same", "verdict"), [(True, Verdict.HIT), (False, Verdict.CLEAR)])
def test_what_a_colleague_knows_counts(texts, same, verdict):
    firm, other = FirmFactory.create_batch(2)
    asked = AskableLawyerFactory.create(firm=firm)
    KnownNameFactory.create(lawyer=LawyerFactory.create(firm=firm if same else other), added_by=UserFactory.create())

    enquiry = a_draft(lawyer=asked)

    assert sending.send(enquiry, by=enquiry.asked_by) == verdict


def test_other_side_of_an_earlier_request_is_refused_and_the_same_side_is_not(texts):
    earlier = bring(a_draft(adverse="喀什丝路贸易有限公司"), "opened")
    silu = EnterpriseFactory.create(
        state=Registration.VERIFIED, owner=UserFactory.create(), register_name="喀什丝路贸易有限公司", number=""
    )
    against = EnquiryFactory.create(enterprise=silu, asked_by=silu.memberships.get().person, lawyer=earlier.lawyer)
    PartyFactory.create(enquiry=against, name="Somebody else LLC")
    sending.withdraw(earlier, by=earlier.asked_by)
    again = EnquiryFactory.create(enterprise=earlier.enterprise, asked_by=earlier.asked_by, lawyer=earlier.lawyer)
    PartyFactory.create(enquiry=again, name="Kashgar Silu Trading")

    assert sending.send(against, by=against.asked_by) == Verdict.HIT
    assert sending.send(again, by=again.asked_by) == Verdict.CLEAR


def test_request_the_lawyer_never_saw_makes_nobody_known(texts):
    earlier = bring(a_draft(), "named")
    romashka = EnterpriseFactory.create(
        state=Registration.VERIFIED, owner=UserFactory.create(), register_name="ТОО «Ромашка»", number=""
    )
    enquiry = EnquiryFactory.create(
        enterprise=romashka, asked_by=romashka.memberships.get().person, lawyer=earlier.lawyer
    )
    PartyFactory.create(enquiry=enquiry, name="Somebody else LLC")

    assert sending.send(enquiry, by=enquiry.asked_by) == Verdict.CLEAR


def test_only_who_began_a_request_sends_it(draft):
    colleague = MembershipFactory.create(enterprise=draft.enterprise, role=Role.OWNER).person

    assert code(lambda: sending.send(draft, by=colleague)) == "asker"


def test_request_names_somebody(texts):
    enquiry = EnquiryFactory.create()

    assert code(lambda: sending.send(enquiry, by=enquiry.asked_by)) == "parties"


def test_lawyer_who_takes_no_requests_any_more_is_sent_none(draft):
    draft.lawyer.takes_new_matters = False
    draft.lawyer.save()

    assert code(lambda: sending.send(draft, by=draft.asked_by)) == "lawyer"


def test_who_tries_many_lawyers_a_day_has_to_wait(draft):
    now = timezone.now()
    EnquiryFactory.create_batch(10, enterprise=draft.enterprise, asked_by=draft.asked_by, sent_at=now)

    assert code(lambda: sending.send(draft, by=draft.asked_by)) == "many"
    assert sending.send(draft, by=draft.asked_by, now=now + datetime.timedelta(days=1)) == Verdict.CLEAR


@pytest.mark.parametrize("given", [[], [Purpose.SHARING], [Purpose.ABROAD]])
def test_nothing_reaches_a_lawyer_abroad_without_both_consents(draft, given):
    bring(draft, "checked")
    if given:
        agree(draft, *given)

    assert code(lambda: sending.pass_on(draft, by=draft.asked_by)) == "consent"
    assert not Enquiry.objects.visible_to(draft.lawyer.user).exists()


def test_lawyer_in_china_is_told_by_the_consent_to_share(texts):
    enquiry = bring(a_draft(lawyer=AskableLawyerFactory.create()), "checked")
    agree(enquiry, Purpose.SHARING)

    sending.pass_on(enquiry, by=enquiry.asked_by)

    assert Enquiry.objects.visible_to(enquiry.lawyer.user).get() == enquiry


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"state": Profile.HIDDEN}, "lawyer"),
        ({"takes_new_matters": False}, "lawyer"),
        ({"licence_number": "KZ-2"}, "recipient"),
    ],
)
def test_lawyer_who_is_another_than_agreed_to_is_told_nothing(draft, changed, why):
    bring(draft, "checked")
    agree(draft)
    Lawyer.objects.filter(pk=draft.lawyer_id).update(**changed)

    assert code(lambda: sending.pass_on(draft, by=draft.asked_by)) == why


def test_lawyer_who_has_gone_abroad_since_is_told_nothing(texts):
    enquiry = bring(a_draft(lawyer=AskableLawyerFactory.create(firm=FirmFactory.create())), "checked")
    agree(enquiry, Purpose.SHARING)
    Firm.objects.update(jurisdiction=JurisdictionFactory.create(code="kz"))

    assert code(lambda: sending.pass_on(enquiry, by=enquiry.asked_by)) == "recipient"


def test_names_reach_the_lawyer_once_agreed_to(draft):
    bring(draft, "named")

    assert (draft.state, draft.unlocked_at) == (State.NAMED, None)
    told = Notice.objects.get()
    assert (told.user, told.kind) == (draft.lawyer.user, "enquiries.received")


def test_withdrawn_request_tells_the_lawyer_whom_it_had_reached(texts):
    early, late = bring(a_draft(), "checked"), bring(a_draft(), "named")

    for enquiry in (early, late):
        sending.withdraw(enquiry, by=enquiry.asked_by)

    assert [notice.user for notice in Notice.objects.filter(kind="enquiries.withdrawn")] == [late.lawyer.user]
    early.refresh_from_db()
    assert (early.state, early.ended_at is None) == (State.WITHDRAWN, False)
