"""Messages about a matter under way: for whom, and who has read them."""

import pytest
from django.utils import timezone

from enterprises.policies import Role
from legal.matters.actions import writing
from legal.matters.models import Matter, Message, MessageReading
from portal.notices.models import Notice
from portal.workflow.errors import NotAllowedError
from tests.factories import MatterMessageFactory, MembershipFactory

pytestmark = pytest.mark.django_db
SAID = {"body": "We paid in May.", "audience": "side", "language": "en"}


def test_message_is_written_for_an_audience_and_the_colleagues_are_told(submitted: Matter) -> None:
    colleague = MembershipFactory.create(enterprise=submitted.enterprise, role=Role.REPRESENTATIVE).person

    message = writing.write(submitted, by=submitted.begun_by, **SAID)

    assert (message.side, message.audience) == ("applicant", "side")
    assert str(message) == f"{submitted.pk} {message.sent_at:%Y-%m-%d %H:%M}"
    assert Notice.objects.get(kind="matters.message").user == colleague
    entry = submitted.entries.last()
    assert (entry.what, entry.details) == ("matters.write", {"message": message.pk, "audience": "side"})


@pytest.mark.parametrize("state", ["draft", "ended"])
def test_message_is_written_only_while_the_matter_is_under_way(draft: Matter, state: str) -> None:
    if state == "ended":
        Matter.objects.update(state="withdrawn")

    with pytest.raises(NotAllowedError) as refusal:
        writing.write(draft, by=draft.begun_by, **SAID)

    assert refusal.value.code == "state"


def test_nobody_buries_the_others_in_messages_of_one_day(submitted: Matter) -> None:
    by, yesterday = submitted.begun_by, timezone.now() - writing.A_DAY
    MatterMessageFactory.create(matter=submitted, author=by, sent_at=yesterday)
    MatterMessageFactory.create_batch(writing.MOST - 1, matter=submitted, author=by)
    writing.write(submitted, by=by, **SAID)

    with pytest.raises(NotAllowedError) as refusal:
        writing.write(submitted, by=by, **SAID)

    assert refusal.value.code == "many"


def test_side_is_shown_what_is_for_it_and_for_everyone(draft: Matter) -> None:
    ours = [
        MatterMessageFactory.create(matter=draft),
        MatterMessageFactory.create(matter=draft, audience="side"),
        MatterMessageFactory.create(matter=draft, audience="everyone", side=""),
    ]
    MatterMessageFactory.create(matter=draft, audience="side", side="respondent")
    MatterMessageFactory.create(matter=draft, audience="institution", side="")

    assert list(Message.objects.shown_to("applicant")) == ours


def test_first_reading_of_a_message_counts_and_ones_own_does_not(draft: Matter) -> None:
    own, other = MatterMessageFactory.create(matter=draft, author=draft.begun_by), MatterMessageFactory.create()

    writing.note_read([own, other], by=draft.begun_by)
    writing.note_read([own, other], by=draft.begun_by)

    (reading,) = MessageReading.objects.all()
    assert (reading.message, str(reading)) == (other, f"{other.pk} {draft.begun_by.pk}")
