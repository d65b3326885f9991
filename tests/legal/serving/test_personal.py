"""What is held about somebody who is a side is told; it stays with the matter until its term ends, and then is gone."""

import datetime

import pytest
from django.utils import timezone

from legal.matters import personal as matters
from legal.matters.actions.moving import withdraw
from legal.serving import notices, personal
from legal.serving.actions import answering, certifying, handing_in
from legal.serving.models import Answer, Certificate, Invitation, Paper, Participant, Recipient, Service
from portal.files.models import File
from portal.notices.models import Notice
from tests.factories import MatterInvitationFactory, NoticeFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def filed(service, participant, sent):
    facts = {"name": "Delivery note", "purpose": "", "language": "ru", "audience": "everyone"}
    handing_in.hand_in(participant, sent(by=participant.user), facts=facts, by=participant.user)
    answering.save(participant, text="No.", language="ru", version=0, by=participant.user)
    answer = answering.file(participant, version=1, by=participant.user)
    certifying.make_receipt(answer.pk)
    certifying.certify(service.pk, "arrived")
    return participant


def test_person_is_told_where_they_are_a_side_and_what_they_filed(filed):
    sections = {section["slug"]: list(section["rows"]) for section in personal.held_about(filed.user)}

    assert {slug: len(rows) for slug, rows in sections.items()} == {
        "matters-as-a-side": 1,
        "papers-of-a-side": 1,
        "answers-of-a-side": 1,
    }
    assert sections["answers-of-a-side"][0]["text"] == "No."
    assert [number for _what, number, _why, _until in personal.fates(filed.user)] == [0, 1, 1, 1]


def test_account_that_is_deleted_takes_part_no_longer(filed):
    MatterInvitationFactory.create(email=filed.user.email)

    personal.erase(filed.user, by=filed.user)

    filed.refresh_from_db()
    assert filed.revoked_at is not None
    assert Invitation.objects.waiting().count() == 0
    assert filed.matter.entries.last().what == "serving.leave"
    assert next(iter(personal.fates(filed.user)))[1] == 0


def test_representative_of_the_applicant_leaves_as_a_member(matter):
    from legal.serving.actions import accepting, inviting  # noqa: PLC0415
    from tests.factories import RepresentativeFactory  # noqa: PLC0415

    one = RepresentativeFactory.create(matter=matter)
    invitation = inviting.invite_representative(
        one, country=matter.enterprise.country, email="c@law.example", language="en", by=matter.begun_by
    )
    seat = accepting.accept(invitation.token, by=UserFactory.create(email="c@law.example"))

    personal.erase(seat.user, by=seat.user)

    assert matter.entries.last().actor == "member"


def test_matter_that_is_emptied_keeps_nothing_of_the_other_side(filed, matter):
    matter.refresh_from_db()
    withdraw(matter, by=matter.begun_by)

    matters.expire(timezone.now() + datetime.timedelta(days=1), rehearse=False)

    models = (Participant, Invitation, Service, Certificate, Paper, Answer, Recipient)
    assert [model.objects.count() for model in models] == [0] * len(models)
    assert not File.objects.filter(purpose__startswith="serving.").exists()


def test_notices_lead_to_the_matter_or_to_all_of_them(invitation, service, participant):
    invited = Notice.objects.get(kind="serving.invitation")
    told = Notice.objects.get(kind="serving.served")
    gone = NoticeFactory.create(kind="serving.served")

    assert invitation.token in notices.invitation(invited)
    assert notices.side(told) == participant.get_absolute_url()
    assert notices.side(gone) == notices.invitation(gone)
