import pytest

from enterprises.states import State as Registration
from legal.enquiries.actions import answering, writing
from legal.enquiries.models import Enquiry
from legal.enquiries.names import Verdict
from legal.enquiries.states import State
from legal.lawyers.models import Lawyer
from portal.notices.models import Notice
from portal.privacy.actions import withdraw
from portal.privacy.models import Consent
from portal.workflow.errors import NotAllowedError
from tests.at_once import at_once
from tests.factories import EnquiryFactory, EnterpriseFactory, KnownNameFactory, PartyFactory, UserFactory
from tests.legal.enquiries.world import a_draft, a_lawyer, bring

pytestmark = pytest.mark.django_db


def code(doing):
    with pytest.raises(NotAllowedError) as refusal:
        doing()
    return refusal.value.code


def kinds(user):
    return sorted(Notice.objects.filter(user=user).values_list("kind", flat=True))


def test_lawyer_without_conflict_is_shown_the_request(draft):
    bring(draft, "named")

    assert answering.clear(draft, by=draft.lawyer.user) is True

    draft.refresh_from_db()
    assert (draft.state, draft.unlocked_at is None) == (State.OPENED, False)
    assert kinds(draft.asked_by) == ["enquiries.opened"]


def test_request_is_refused_where_the_lawyer_has_come_to_know_the_other_side(draft):
    bring(draft, "named")
    KnownNameFactory.create(lawyer=draft.lawyer)

    assert answering.clear(draft, by=draft.lawyer.user) is False

    draft.refresh_from_db()
    assert (draft.state, draft.unlocked_at, draft.verdict) == (State.REFUSED, None, Verdict.HIT)
    assert kinds(draft.asked_by) == ["enquiries.refused"]


def test_lawyer_who_is_another_since_the_names_were_sent_is_not_shown_the_request(draft):
    bring(draft, "named")
    Lawyer.objects.filter(pk=draft.lawyer_id).update(licence_number="KZ-2")

    with pytest.raises(NotAllowedError) as refusal:
        answering.clear(draft, by=draft.lawyer.user)

    draft.refresh_from_db()
    assert (refusal.value.code, draft.state, draft.unlocked_at) == ("recipient", State.NAMED, None)


@pytest.mark.parametrize("answer", [answering.refuse_for_conflict, answering.decline])
def test_lawyer_refuses(draft, answer):
    bring(draft, "named")

    answer(draft, by=draft.lawyer.user)

    draft.refresh_from_db()
    assert (draft.state, draft.unlocked_at, draft.ended_at is None) == (State.REFUSED, None, False)
    assert kinds(draft.asked_by) == ["enquiries.refused"]


def test_lawyer_accepts_and_either_side_closes(draft):
    bring(draft, "accepted")

    answering.close(draft, by=draft.asked_by)

    draft.refresh_from_db()
    assert (draft.state, draft.ended_at is None) == (State.CLOSED, False)
    assert kinds(draft.asked_by) == ["enquiries.accepted", "enquiries.opened"]
    assert kinds(draft.lawyer.user) == ["enquiries.closed", "enquiries.received"]


@pytest.mark.parametrize(
    "answer", [answering.clear, answering.refuse_for_conflict, answering.decline, answering.accept]
)
def test_only_the_lawyer_answers(draft, answer):
    bring(draft, "named")

    assert code(lambda: answer(draft, by=UserFactory.create())) == "role"
    assert code(lambda: answer(draft, by=draft.asked_by)) == "role"


@pytest.mark.parametrize("answer", [answering.clear, answering.accept])
def test_nothing_is_answered_twice(draft, answer):
    bring(draft, "accepted")

    assert code(lambda: answer(draft, by=draft.lawyer.user)) == "state"


def test_withdrawn_consent_closes_everything_to_the_lawyer(draft):
    bring(draft, "opened")
    withdraw(Consent.objects.get(user=draft.asked_by, purpose="abroad"), by=draft.asked_by)

    assert code(lambda: answering.accept(draft, by=draft.lawyer.user)) == "consent"
    assert code(lambda: writing.write(draft, body="?", by=draft.lawyer.user)) == "consent"
    assert Enquiry.objects.with_consent().get().is_agreed is False


@pytest.mark.django_db(transaction=True)
def test_of_two_requests_that_exclude_each_other_cleared_at_once_one_is_shown(texts):
    lawyer = a_lawyer()
    first, second = (enterprise_called(name) for name in ("喀什丝路贸易有限公司", "ТОО «Ромашка»"))
    one = asked(lawyer, first, "Romashka LLP")
    other = asked(lawyer, second, "Kashgar Silu Trading Co., Ltd.")

    shown = at_once(
        lambda: answering.clear(one, by=lawyer.user),
        lambda: answering.clear(other, by=lawyer.user),
    )

    assert sorted(shown) == [False, True]
    assert sorted(Enquiry.objects.values_list("state", flat=True)) == [State.OPENED, State.REFUSED]


def enterprise_called(name):
    return EnterpriseFactory.create(
        state=Registration.VERIFIED, owner=UserFactory.create(), register_name=name, number=""
    )


def asked(lawyer, enterprise, adverse):
    enquiry = EnquiryFactory.create(enterprise=enterprise, asked_by=enterprise.memberships.get().person, lawyer=lawyer)
    PartyFactory.create(enquiry=enquiry, name=adverse)
    return bring(enquiry, "named")


def test_question_of_the_lawyer_and_its_answer(draft):
    bring(draft, "opened")

    question = writing.write(draft, body="Which law?", by=draft.lawyer.user)
    draft.refresh_from_db()
    assert (draft.state, question.by_lawyer) == (State.ASKED, True)
    writing.write(draft, body="Kazakh.", by=draft.asked_by)

    draft.refresh_from_db()
    question.refresh_from_db()
    assert (draft.state, question.read_at is None) == (State.OPENED, False)
    assert kinds(draft.lawyer.user) == ["enquiries.message", "enquiries.received"]
    assert kinds(draft.asked_by) == ["enquiries.message", "enquiries.opened"]


def test_message_of_an_accepted_request_moves_nothing(draft):
    bring(draft, "accepted")

    writing.write(draft, body="When?", by=draft.asked_by)

    draft.refresh_from_db()
    assert draft.state == State.ACCEPTED


def test_message_is_read_when_the_other_side_says_so(draft):
    bring(draft, "opened")
    message = writing.write(draft, body="More.", by=draft.asked_by)

    writing.mark_read(draft, by=draft.asked_by)
    assert draft.messages.get().read_at is None
    writing.mark_read(draft, by=draft.lawyer.user)

    message.refresh_from_db()
    assert message.read_at is not None


def test_nothing_is_written_before_the_lawyer_was_shown_the_request(draft):
    bring(draft, "named")

    assert code(lambda: writing.write(draft, body="?", by=draft.asked_by)) == "state"
    assert code(lambda: writing.write(draft, body="?", by=UserFactory.create())) == "role"


def test_request_is_not_among_those_of_another_lawyer(draft):
    bring(draft, "opened")
    another = a_draft().lawyer.user

    assert not Enquiry.objects.for_lawyer(another).exists()
    assert Enquiry.objects.for_lawyer(draft.lawyer.user).get() == draft
