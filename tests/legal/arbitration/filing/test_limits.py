"""Until when a respondent has to answer: as the institution notifies it, told and shown to who acts for that side."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone, translation

from legal.arbitration.limits import of_the_defence
from legal.arbitration.models import Filing
from legal.clocks.actions.entering import notify_day
from legal.clocks.actions.sweeping import tell
from legal.clocks.models import Deadline
from legal.serving.actions import answering
from legal.serving.limits import of_side, respondents
from portal.languages import CODES
from portal.notices.models import Notice
from tests.factories import JurisdictionFactory, ParticipantFactory
from tests.legal.arbitration.filing.world import moved, officer

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("strict_templates")]


@pytest.fixture
def seat(filed):
    """Who acts for the respondent, in China, which was notified."""
    party = filed.parties.get(own=False)
    party.country = filed.enterprise.country
    party.save()
    notified = moved(filed, "examine", "accept", "notify-fee", "note-payment", "notify")
    seat = ParticipantFactory.create(matter=notified, party=party)
    seat.invitation.party, seat.invitation.country = party, party.country
    seat.invitation.save()
    return seat


@pytest.fixture
def deadline(seat):
    return Deadline.objects.select_related("matter__enterprise").get(matter=seat.matter, clock="answer")


def entered(deadline, days):
    """The last day as it was notified, so many days from now."""
    day = timezone.localdate() + datetime.timedelta(days=days)
    return notify_day(deadline, day=day, reason="As notified.", by=officer(deadline.matter))


@pytest.mark.parametrize(
    ("procedure", "kind", "rule"),
    [
        ("expedited", "scia-international", "scia-defence-expedited"),
        ("ordinary", "scia-international", "scia-defence-foreign"),
        ("ordinary", "scia-domestic-acceptance", "scia-defence-domestic"),
    ],
)
def test_answer_runs_by_the_rule_of_the_procedure_and_of_the_kind_of_case(filed, procedure, kind, rule):
    Filing.objects.update(procedure=procedure, case_kind=kind, ground="agreed")

    assert of_the_defence(filed) == rule


def test_no_day_is_computed_where_the_rule_is_not_known(deadline):
    assert (deadline.whose, deadline.due, deadline.rule.slug) == ("respondent", None, "scia-defence-expedited")


@pytest.mark.parametrize("language", CODES)
def test_respondent_reads_the_day_that_was_notified(signed_in, seat, deadline, language):
    entered(deadline, 10)
    with translation.override(language):
        page = signed_in(seat.user).get(reverse("serving:matter", args=[seat.key])).text

    assert f'id="deadline-{deadline.uid}"' in page
    assert (page.count('id="deadline-'), ".ics" in page) == (1, False)


def test_respondent_is_told_of_the_day_and_led_to_their_own_page(seat, deadline):
    held = entered(deadline, 3)
    Deadline.objects.update(next_at=timezone.now() - datetime.timedelta(hours=1))
    Deadline.objects.filter(pk=held.pk).update(due=timezone.localdate() + datetime.timedelta(days=2))

    assert tell(held.pk)

    notices = Notice.objects.filter(user=seat.user, kind__in=("clocks.changed", "clocks.reminder"))
    assert {notice.kind for notice in notices} == {"clocks.changed", "clocks.reminder"}
    assert {notice.about.page_for(notice.user) for notice in notices} == {
        f"{seat.get_absolute_url()}#deadline-{deadline.uid}"
    }
    assert deadline.page_for(seat.matter.begun_by) == deadline.get_absolute_url()


def test_answer_that_is_filed_in_time_keeps_the_day(seat, deadline):
    entered(deadline, 10)
    answering.save(seat, text="We deny it.", language="ru", version=0, by=seat.user)

    answering.file(seat, version=1, by=seat.user)

    deadline.refresh_from_db()
    assert deadline.state == "met"


def test_nothing_of_it_goes_abroad_without_consent(seat, deadline):
    seat.party.country = JurisdictionFactory.create(code="kz")
    seat.party.save()

    assert (respondents(seat.matter), list(of_side(seat))) == ([], [])
