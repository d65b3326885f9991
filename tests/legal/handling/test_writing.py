"""Staff write to all sides, to one, or a note for the institution alone; who is shown it is told."""

import pytest

from legal.handling.actions.writing import write
from legal.matters.actions.declaring import declare
from legal.matters.models import Matter, Message
from portal.accounts.models import User
from portal.notices.models import Notice
from portal.workflow.errors import NotAllowedError

pytestmark = pytest.mark.django_db
SAID = {"body": "Send us the contract.", "language": "en"}


@pytest.mark.parametrize(
    ("audience", "side", "shown_to", "told"),
    [
        ("everyone", "", {"applicant", "respondent"}, 1),
        ("side", "applicant", {"applicant"}, 1),
        ("side", "respondent", {"respondent"}, 0),
        ("institution", "applicant", set(), 0),
    ],
)
def test_message_reaches_whom_it_is_for(
    held: Matter, officer: User, audience: str, side: str, shown_to: set[str], told: int
) -> None:
    message = write(held, audience=audience, side=side, by=officer, **SAID)

    sides = {one for one in ("applicant", "respondent") if message in Message.objects.shown_to(one)}
    assert sides == shown_to
    assert Notice.objects.filter(kind="matters.message").count() == told
    entry = held.entries.order_by("position").last()
    assert (entry.what, entry.actor, entry.details["audience"]) == ("matters.write", "officer", audience)
    assert message.is_of_the_institution


def test_note_is_written_by_whoever_has_declared_and_nothing_else(held: Matter, colleague: User) -> None:
    declare(held, conflict=False, by=colleague)

    write(held, audience="institution", by=colleague, **SAID)

    with pytest.raises(NotAllowedError) as refusal:
        write(held, audience="everyone", by=colleague, **SAID)
    assert refusal.value.code == "held"


def test_nothing_but_notes_is_written_once_the_matter_has_ended(held: Matter, officer: User) -> None:
    Matter.objects.update(state="decided")

    write(held, audience="institution", by=officer, **SAID)

    with pytest.raises(NotAllowedError) as refusal:
        write(held, audience="everyone", by=officer, **SAID)
    assert refusal.value.code == "state"
