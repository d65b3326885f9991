"""Who is invited takes part: once, by the address the letter was sent to, and while nothing forbids it."""

import datetime

import pytest
from django.contrib.auth.models import Permission
from django.utils import timezone

from enterprises.policies import Role
from legal.handling.actions.deciding import may_be_given
from legal.matters.actions import drafting, representing
from legal.matters.actions.declaring import declare
from legal.matters.actions.moving import withdraw
from legal.matters.models import Matter
from legal.serving import consent
from legal.serving.actions import accepting, inviting
from legal.serving.actions.consenting import agree
from legal.serving.models import Invitation, Participant
from portal.notices.models import Notice
from portal.workflow.errors import NotAllowedError
from tests.at_once import at_once, codes
from tests.factories import JurisdictionFactory, MatterFactory, MembershipFactory, RepresentativeFactory, UserFactory

pytestmark = pytest.mark.django_db
ADDRESS = "lawyer@romashka.example"


def refused(doing):
    with pytest.raises(NotAllowedError) as refusal:
        doing()
    return refusal.value.code


def test_invitation_goes_to_its_address_with_a_token_that_no_row_holds(invitation, matter):
    (notice,) = Notice.objects.filter(kind="serving.invitation")

    assert (notice.email, notice.language, notice.params) == (ADDRESS, "ru", {"reference": matter.number})
    assert invitation.token
    assert invitation.token not in str(Invitation.objects.values().get())
    assert matter.entries.last().what == "serving.invite"
    assert str(invitation) == ADDRESS


def test_invitation_to_whoever_has_an_account_goes_to_the_account(agreed, party, officer):
    person = UserFactory.create(email=ADDRESS)

    inviting.invite(party, email=ADDRESS, language="ru", by=officer)

    assert Notice.objects.get(kind="serving.invitation").user == person


def test_invitation_wants_the_consent_of_the_applicant(party, officer):
    assert refused(lambda: inviting.invite(party, email=ADDRESS, language="ru", by=officer)) == "consent"
    assert not Invitation.objects.exists()


def test_party_in_china_is_invited_without_one(matter, officer):
    from tests.factories import JurisdictionFactory, MatterPartyFactory  # noqa: PLC0415

    there = MatterPartyFactory.create(matter=matter, country=JurisdictionFactory.create(code="cn"), name="甲公司")

    assert inviting.invite(there, email=ADDRESS, language="en", by=officer).is_open


def test_only_staff_who_handle_the_matter_invite(agreed, party, matter):
    for person in (UserFactory.create(is_staff=True), matter.begun_by):
        assert refused(lambda person=person: inviting.invite(party, email=ADDRESS, language="ru", by=person)) == "role"


def test_enterprise_itself_is_not_invited_and_neither_is_a_party_that_is_gone(matter, agreed, party, officer):
    own = matter.parties.get(own=True)
    type(party).objects.filter(pk=party.pk).delete()

    assert refused(lambda: inviting.invite(own, email=ADDRESS, language="ru", by=officer)) == "own"
    assert refused(lambda: inviting.invite(party, email=ADDRESS, language="ru", by=officer)) == "gone"


def test_address_is_invited_once(invitation, participant, party, officer, agreed):
    assert refused(lambda: inviting.invite(party, email=ADDRESS.upper(), language="ru", by=officer)) == "invited"
    inviting.invite(party, email="other@romashka.example", language="ru", by=officer)
    assert (
        refused(lambda: inviting.invite(party, email="other@romashka.example", language="ru", by=officer)) == "invited"
    )


def test_nobody_is_invited_once_the_matter_has_ended(invitation, matter, party, officer):
    withdraw(matter, by=matter.begun_by)

    assert refused(lambda: inviting.invite(party, email="b@romashka.example", language="ru", by=officer)) == "state"
    assert refused(lambda: inviting.resend(invitation, by=officer)) == "state"
    assert refused(lambda: accepting.found_by(invitation.token)) == "revoked"


def test_invitation_sent_again_has_another_token(invitation, officer):
    Invitation.objects.update(sent_at=timezone.now() - datetime.timedelta(hours=1))
    before = invitation.token

    inviting.resend(invitation, by=officer)

    assert refused(lambda: accepting.found_by(before)) == "unknown"
    assert accepting.found_by(Invitation.objects.get().token) == invitation
    assert Notice.objects.filter(kind="serving.invitation").count() == 2
    assert refused(lambda: inviting.resend(invitation, by=officer)) == "many"


def test_invitation_that_was_revoked_is_neither_sent_again_nor_accepted(invitation, officer, matter):
    inviting.revoke(invitation, by=officer)

    assert matter.entries.last().what == "serving.revoke-invitation"
    assert refused(lambda: accepting.found_by(invitation.token)) == "revoked"
    assert refused(lambda: inviting.resend(invitation, by=officer)) == "state"
    assert refused(lambda: inviting.revoke(invitation, by=officer)) == "state"
    assert Invitation.objects.get().standing == "revoked"


def test_only_who_may_invite_revokes(invitation):
    assert refused(lambda: inviting.revoke(invitation, by=UserFactory.create())) == "role"


def test_invitation_of_days_ago_is_expired(invitation):
    Invitation.objects.update(expires_at=timezone.now())

    assert refused(lambda: accepting.found_by(invitation.token)) == "expired"
    assert Invitation.objects.get().is_waiting


def test_token_no_row_fits_has_no_word(invitation, settings):
    settings.SECRET_KEY = "another"

    assert Invitation.objects.get().token == ""


def test_who_accepts_takes_part_on_the_side_of_the_party(participant, matter, party):
    assert (participant.side, participant.matter, participant.is_standing) == ("respondent", matter, True)
    assert matter.entries.last().what == "serving.join"
    assert matter.entries.last().actor == "other"
    assert str(party) in str(participant)
    assert Invitation.objects.get().standing == "accepted"


def test_invitation_is_accepted_by_its_address_alone_and_once(participant, invitation):
    assert refused(lambda: accepting.accept(invitation.token, by=participant.user)) == "used"
    assert refused(lambda: accepting.accept("0" * 64, by=participant.user)) == "unknown"


def test_another_address_does_not_open_it(invitation):
    assert refused(lambda: accepting.accept(invitation.token, by=UserFactory.create())) == "address"


def test_withdrawn_consent_closes_an_invitation_that_waits(invitation, agreed, matter):
    from legal.serving.actions.consenting import withdraw_consent  # noqa: PLC0415

    withdraw_consent(agreed, by=matter.begun_by)

    assert refused(lambda: accepting.accept(invitation.token, by=UserFactory.create(email=ADDRESS))) == "consent"


def test_nobody_stands_on_two_sides(invitation, matter, officer):
    person = UserFactory.create(email=ADDRESS)
    MembershipFactory.create(enterprise=matter.enterprise, person=person, role=Role.VIEWER)

    assert refused(lambda: accepting.accept(invitation.token, by=person)) == "own"


def test_staff_who_handle_it_do_not_take_part(invitation, officer):
    type(officer).objects.filter(pk=officer.pk).update(email=ADDRESS)
    officer.refresh_from_db()

    assert refused(lambda: accepting.accept(invitation.token, by=officer)) == "own"


def test_staff_who_take_part_or_have_done_so_decide_nothing_of_it(participant, officer, matter):
    person = participant.user
    person.is_staff = True
    person.save()
    person.user_permissions.add(Permission.objects.get(content_type__app_label="matters", codename="view_matter"))
    colleague = type(person).objects.get(pk=person.pk)
    inviting.end(participant, by=officer)

    assert refused(lambda: declare(matter, conflict=False, by=colleague)) == "own"
    assert not may_be_given(matter, colleague)


def test_person_takes_part_for_a_party_once(participant, party, officer):
    other = inviting.invite(party, email="second@romashka.example", language="ru", by=officer)
    participant.user.email = "second@romashka.example"
    participant.user.save()

    assert refused(lambda: accepting.accept(other.token, by=participant.user)) == "member"


def test_taking_part_ends(participant, officer, matter):
    inviting.end(participant, by=officer)
    inviting.end(participant, by=officer)

    participant.refresh_from_db()
    assert not participant.is_standing
    assert not Participant.objects.standing().exists()
    assert [entry.what for entry in matter.entries.all()].count("serving.leave") == 1


@pytest.mark.django_db(transaction=True)
def test_of_two_who_accept_at_once_one_takes_part(invitation):
    person = UserFactory.create(email=ADDRESS)

    outcomes = at_once(*[lambda: accepting.accept(invitation.token, by=person)] * 2, refused=NotAllowedError)

    assert codes(outcomes) == ["used"]
    assert Participant.objects.count() == 1


@pytest.fixture
def representative(matter):
    return RepresentativeFactory.create(matter=matter, valid_until=datetime.date(2999, 1, 1))


@pytest.fixture
def china(matter):
    return matter.parties.get(own=True).country


def test_representative_from_outside_takes_part_while_the_authority_lasts(matter, representative, china):
    invitation = inviting.invite_representative(
        representative, country=china, email="counsel@law.example", language="en", by=matter.begun_by
    )
    counsel = UserFactory.create(email="counsel@law.example")

    one = accepting.accept(invitation.token, by=counsel)

    assert (one.side, one.is_representative, one.is_of_the_applicant) == ("applicant", True, True)
    assert matter.entries.last().actor == "member"
    assert list(Participant.objects.standing()) == [one]
    day = representative.valid_until
    assert list(Participant.objects.standing(day)) == [one]
    assert list(Participant.objects.standing(day + datetime.timedelta(days=1))) == []
    assert list(Participant.objects.standing(representative.valid_from - datetime.timedelta(days=1))) == []


def test_access_ends_when_the_authority_is_revoked(matter, representative, china):
    from legal.matters.actions.representing import revoke  # noqa: PLC0415

    invitation = inviting.invite_representative(
        representative, country=china, email="counsel@law.example", language="en", by=matter.begun_by
    )
    one = accepting.accept(invitation.token, by=UserFactory.create(email="counsel@law.example"))

    revoke(representative, by=matter.begun_by)

    one = Participant.objects.with_matter().get(pk=one.pk)
    assert (one.is_standing, list(Participant.objects.standing())) == (False, [])


def test_invitation_opens_nothing_and_is_not_sent_again_once_the_authority_has_ended(matter, representative, china):
    invitation = inviting.invite_representative(
        representative, country=china, email="counsel@law.example", language="en", by=matter.begun_by
    )
    representative.valid_until = datetime.date(2020, 1, 2)
    representative.valid_from = datetime.date(2020, 1, 1)
    representative.save()
    counsel = UserFactory.create(email="counsel@law.example")

    assert refused(lambda: accepting.accept(invitation.token, by=counsel)) == "authority"
    assert refused(lambda: inviting.resend(Invitation.objects.get(), by=matter.begun_by)) == "authority"
    assert not Participant.objects.exists()


def test_representative_outside_china_wants_a_consent(matter, representative, party):
    doing = lambda: inviting.invite_representative(  # noqa: E731
        representative, country=party.country, email="counsel@law.example", language="en", by=matter.begun_by
    )

    assert refused(doing) == "consent"


def test_representative_whose_authority_is_over_is_not_invited(matter, china):
    past = RepresentativeFactory.create(
        matter=matter, valid_from=datetime.date(2020, 1, 1), valid_until=datetime.date(2020, 1, 2)
    )
    words = {"country": china, "email": "c@law.example", "language": "en", "by": matter.begun_by}

    assert refused(lambda: inviting.invite_representative(past, **words)) == "authority"
    withdraw(matter, by=matter.begun_by)
    assert refused(lambda: inviting.invite_representative(past, **words)) == "state"


def test_representative_of_a_draft_is_sent_another_letter(db):
    draft = MatterFactory.create()
    one = RepresentativeFactory.create(matter=draft)
    invitation = inviting.invite_representative(
        one, country=draft.enterprise.country, email="c@law.example", language="en", by=draft.begun_by
    )
    Invitation.objects.update(sent_at=timezone.now() - datetime.timedelta(hours=1))

    inviting.resend(invitation, by=draft.begun_by)

    assert refused(lambda: inviting.revoke(invitation, by=UserFactory.create())) == "role"
    assert inviting.receiver_of(invitation).name == one.name


@pytest.fixture
def abroad(texts):
    """A draft of the enterprise alone, with a representative in Kazakhstan whose taking part it agrees to."""
    draft = MatterFactory.create()
    one = RepresentativeFactory.create(matter=draft)
    country = JurisdictionFactory.create(code="kz")
    recipient = consent.named(draft, consent.of_lawyer(one.name, country))
    agree(recipient, seen=[text.pk for text in texts], language="en", by=draft.begun_by)
    facts = {"country": country, "email": "c@law.example", "language": "ru", "by": draft.begun_by}
    return inviting.invite_representative(one, **facts)


def crosses(invitation):
    invitation.matter.refresh_from_db()
    return invitation.matter.cross_border


def saved(draft):
    drafting.save(draft, title="Walnuts", language="en", version=draft.version, by=draft.begun_by)


def test_representative_invited_from_abroad_marks_the_matter_whatever_is_written_after(abroad):
    assert crosses(abroad)

    saved(abroad.matter)

    assert crosses(abroad)


def test_representative_invited_in_china_marks_nothing():
    draft = MatterFactory.create()
    one = RepresentativeFactory.create(matter=draft)
    words = {"email": "c@law.example", "language": "en", "by": draft.begun_by}

    assert not crosses(inviting.invite_representative(one, country=draft.enterprise.country, **words))


def test_mark_goes_with_the_invitation_of_a_draft(abroad):
    inviting.revoke(abroad, by=abroad.matter.begun_by)

    assert not crosses(abroad)


def test_mark_goes_with_the_taking_part_in_a_draft(abroad):
    one = accepting.accept(abroad.token, by=UserFactory.create(email="c@law.example"))
    assert crosses(abroad)

    inviting.end(one, by=abroad.matter.begun_by)

    assert not crosses(abroad)


def test_mark_goes_with_the_authority_of_a_draft(abroad):
    representing.revoke(abroad.representative, by=abroad.matter.begun_by)

    assert not crosses(abroad)


def test_mark_of_what_was_submitted_stays(abroad):
    by, numbered = abroad.matter.begun_by, {"number": "TRY-2026-00009", "year": 2026, "serial": 9}
    Matter.objects.filter(pk=abroad.matter_id).update(submitted_at=timezone.now(), submitted_by=by, **numbered)

    inviting.revoke(abroad, by=abroad.matter.begun_by)

    assert crosses(abroad)
