import datetime

import pytest
from django.utils import timezone

from enterprises.models import Membership
from legal.enquiries.actions import answering, writing
from legal.enquiries.models import Enquiry, KnownName, Message
from legal.enquiries.notices import page
from legal.enquiries.personal import erase, expire, fates, held_about
from legal.enquiries.states import State
from legal.enquiries.tasks import expire as give_free
from portal.notices.models import Notice
from tests.factories import AppointmentFactory, KnownNameFactory, UserFactory
from tests.legal.enquiries.world import a_draft, bring

pytestmark = pytest.mark.django_db


def rows(user) -> dict[str, int]:
    return {section["slug"]: len(list(section["rows"])) for section in held_about(user)}


def test_everything_about_a_person_is_told_and_nothing_about_others(draft):
    bring(draft, "opened")
    writing.write(draft, body="More.", by=draft.asked_by)
    KnownNameFactory.create(lawyer=draft.lawyer)

    assert rows(draft.asked_by) == {"enquiries": 1, "enquiry-messages": 1, "enquiry-names": 0}
    assert rows(draft.lawyer.user) == {"enquiries": 0, "enquiry-messages": 0, "enquiry-names": 1}
    assert rows(UserFactory.create()) == {"enquiries": 0, "enquiry-messages": 0, "enquiry-names": 0}


def test_erased_person_leaves_no_draft_and_nothing_under_way(draft):
    sent = bring(a_draft(enterprise=draft.enterprise, asked_by=draft.asked_by), "opened")
    Membership.objects.filter(person=draft.asked_by).delete()

    erase(draft.asked_by, by=draft.asked_by)

    sent.refresh_from_db()
    assert (sent.state, Enquiry.objects.count()) == (State.WITHDRAWN, 1)
    assert [(number, bool(why)) for _, number, why, _ in fates(sent.asked_by)] == [
        (0, False),
        (0, False),
        (1, True),
        (0, True),
    ]


def test_erased_lawyer_leaves_no_names(draft):
    KnownNameFactory.create(lawyer=draft.lawyer)

    erase(draft.lawyer.user, by=draft.lawyer.user)

    assert not KnownName.objects.exists()


def test_erased_lawyer_declines_what_waits_and_frees_what_is_booked(draft):
    bring(draft, "accepted")
    appointment = AppointmentFactory.create(enquiry=draft, state="booked")

    erase(draft.lawyer.user, by=draft.lawyer.user)

    draft.refresh_from_db()
    appointment.refresh_from_db()
    assert (draft.state, appointment.state) == (State.REFUSED, "cancelled")
    told = Notice.objects.filter(user=draft.asked_by).values_list("kind", flat=True)
    kinds = ("opened", "accepted", "time-cancelled", "refused")
    assert sorted(told) == sorted(f"enquiries.{kind}" for kind in kinds)


def test_what_has_ended_is_emptied_and_its_names_stay_for_the_check(draft):
    bring(draft, "opened")
    writing.write(draft, body="More.", by=draft.asked_by)
    before = timezone.now() + datetime.timedelta(days=1)
    assert expire(before, rehearse=False) == 0
    answering.decline(draft, by=draft.lawyer.user)

    assert expire(before, rehearse=True) == 1
    assert Message.objects.exists()
    assert expire(before, rehearse=False) == 1

    draft.refresh_from_db()
    assert (draft.facts, Message.objects.count(), draft.parties.count()) == ("", 0, 2)


def test_notice_leads_to_its_request_and_to_the_list_once_it_is_gone(draft):
    bring(draft, "named")
    notice = Notice.objects.get()

    assert page(notice) == draft.get_absolute_url()
    assert page(Notice()) == "/en/enquiries/"


def test_sweep_gives_free_what_nobody_confirmed(draft):
    appointment = AppointmentFactory.create(enquiry=draft, held_until=timezone.now())

    give_free()

    appointment.refresh_from_db()
    assert appointment.state == "expired"


def test_rows_say_what_they_are(draft):
    known = KnownNameFactory.create(lawyer=draft.lawyer, side="adverse")
    starts = datetime.datetime(2026, 11, 30, 2, tzinfo=datetime.UTC)
    appointment = AppointmentFactory.create(enquiry=draft, starts=starts)
    bring(draft, "opened")
    message = writing.write(draft, body="More.", by=draft.asked_by)

    assert (str(draft), str(known), str(appointment)) == (draft.key, known.name, "2026-11-30 02:00")
    assert str(message).startswith(f"{draft.pk} ")
    assert str(draft.checks.first()).startswith(f"{draft.pk} ")
    assert draft.is_with_the_lawyer
