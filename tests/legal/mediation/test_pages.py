"""The pages of both sides, in each language: the dispute, agreement, sessions, the settlement, and ways out."""

import pytest

from legal.matters.actions.moving import move
from legal.matters.models import Actor
from legal.mediation import agreement
from legal.mediation.actions import meeting, settling
from legal.mediation.models import Award, Dispute
from portal.languages import CODES
from tests.legal.mediation.world import agreed, tomorrow

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("strict_templates")]
TYPED = {
    "about": "The yarn came late.",
    "sought": "A rebate.",
    "amount": "1200.50",
    "currency": "kzt",
    "held_in": "ru",
    "way": "video",
    "wishes": "Kazakh",
}
YES = {"version": agreement.VERSION, "agreed": "on"}


@pytest.mark.parametrize("language", CODES)
def test_dispute_is_written_and_agreed_to_in_each_language(signed_in, at, empty, language) -> None:
    client = signed_in(empty.begun_by)

    page = client.get(at("dispute", empty, language))
    saved = client.post(at("dispute", empty, language), TYPED | {"version": 1})
    again = client.get(at("dispute", empty, language))
    asked = client.get(at("agree", empty, language))
    unticked = client.post(at("agree", empty, language), {"version": agreement.VERSION})
    sent = client.post(at("agree", empty, language), YES)
    seen = client.get(at("agree", empty, language))
    shown = client.get(at("matters:matter", empty, language))
    check = client.get(at("matters:submit", empty, language))

    assert (page.status_code, saved["Location"]) == (200, at("agree", empty, language))
    assert "The yarn came late." in again.text
    assert [one.status_code for one in (asked, unticked, sent, seen, check)] == [200, 422, 302, 200, 200]
    assert 'name="agreed"' not in seen.text
    assert Dispute.objects.get().currency == "KZT"
    assert "The yarn came late." in shown.text
    assert "The yarn came late." in check.text


def test_dispute_that_is_changed_leads_back_to_the_matter(signed_in, at, described) -> None:
    sent = TYPED | {"version": described.version}

    saved = signed_in(described.begun_by).post(at("dispute", described), sent)

    assert saved["Location"] == at("matters:matter", described)


def test_two_who_write_at_once_lose_nothing(signed_in, at, described) -> None:
    refused = signed_in(described.begun_by).post(at("dispute", described), TYPED | {"about": "Mine.", "version": 1})

    assert (refused.status_code, "Mine." in refused.text) == (422, True)
    assert "Somebody has saved other answers" in refused.text


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"currency": ""}, "An amount is in some currency."),
        ({"amount": ""}, "Give the amount, or no currency."),
        ({"currency": "RMB1"}, "at most 3 characters"),
        ({"currency": "R1"}, "Give the currency by its three letters"),
        ({"amount": "-1"}, "greater than or equal to 0.01"),
    ],
)
def test_amount_without_its_currency_loses_nothing(signed_in, at, empty, typed, said) -> None:
    refused = signed_in(empty.begun_by).post(at("dispute", empty), TYPED | {"version": 1} | typed)

    assert (refused.status_code, said in refused.text) == (422, True)
    assert "The yarn came late." in refused.text


def test_text_that_was_changed_meanwhile_is_read_again(signed_in, at, other) -> None:
    refused = signed_in(other.user).post(at("other-agree", other), YES | {"version": 0})

    assert (refused.status_code, "read it again" in refused.text) == (422, True)


@pytest.mark.parametrize("language", CODES)
def test_other_side_is_shown_what_it_can_do_and_agrees(signed_in, at, other, language) -> None:
    client = signed_in(other.user)

    shown = client.get(other.get_absolute_url().replace("/en/", f"/{language}/"))
    asked = client.get(at("other-agree", other, language))
    sent = client.post(at("other-agree", other, language), YES)

    assert at("other-agree", other, language) in shown.text
    assert at("other-decline", other, language) in shown.text
    # What the applicant only told the institution stays with it.
    assert "Somebody who knows yarn." not in shown.text
    assert (asked.status_code, sent.status_code) == (200, 302)
    other.matter.refresh_from_db()
    assert other.matter.state == "agreed"


@pytest.mark.parametrize("language", CODES)
@pytest.mark.parametrize(("name", "state"), [("decline", "declined"), ("leave", "withdrawn")])
def test_other_side_declines_or_leaves_in_each_language(signed_in, at, other, language, name, state) -> None:
    client, page = signed_in(other.user), at(f"other-{name}", other, language)
    if name == "leave":
        agreed(other)

    asked = client.get(page)
    wrong = client.post(page, {"reason": "x" * 1001})
    sent = client.post(page, {"reason": "We talk ourselves."})
    late = client.post(page, {"reason": ""})

    other.matter.refresh_from_db()
    assert [one.status_code for one in (asked, wrong, sent, late)] == [200, 422, 302, 302]
    assert other.matter.state == state


@pytest.mark.parametrize("language", CODES)
def test_time_is_proposed_agreed_to_and_taken_into_a_calendar(signed_in, at, other, mediator, language) -> None:
    ours, theirs, matter = signed_in(other.matter.begun_by), signed_in(other.user), other.matter
    typed = {"starts": f"{tomorrow():%Y-%m-%dT%H:%M}", "hours": "2", "place": "Room 7"}

    empty = ours.get(at("sessions", matter, language))
    nothing = ours.get(at("calendar", matter))
    wrong = ours.post(at("sessions", matter, language), typed | {"starts": ""})
    past = ours.post(at("sessions", matter, language), typed | {"starts": "2020-01-01T10:00"})
    far = ours.post(at("sessions", matter, language), typed | {"starts": "9999-12-31T23:00"})
    sent = ours.post(at("sessions", matter, language), typed)
    session = matter.mediation_sessions.get()
    waiting = theirs.get(at("other-sessions", other, language))
    nobody = theirs.post(at("other-agree-time", other), {})
    yes = theirs.post(at("other-agree-time", other), {"session": session.pk})
    shown = ours.get(at("sessions", matter, language))
    file = theirs.get(at("other-calendar", other, language))
    free = ours.post(at("cancel-time", matter), {"session": session.pk})
    gone = theirs.get(at("other-sessions", other, language))
    told = ours.get(at("calendar", matter))

    statuses = [
        one.status_code for one in (empty, nothing, wrong, past, far, sent, waiting, nobody, yes, shown, free, gone)
    ]
    assert statuses == [200, 404, 422, 422, 422, 302, 200, 302, 302, 200, 302, 200]
    assert at("other-agree-time", other, language) in waiting.text
    assert str(mediator) not in file.text
    assert ("STATUS:CONFIRMED" in file.text, "STATUS:CANCELLED" in told.text) == (True, True)
    assert "SEQUENCE:2" in told.text


def test_time_that_is_agreed_to_already_stays_so(signed_in, at, other, mediator) -> None:
    session = meeting.propose(other.matter, starts=tomorrow(), hours=1, by=other.user)
    client = signed_in(other.matter.begun_by)

    client.post(at("agree-time", other.matter), {"session": session.pk})
    client.post(at("agree-time", other.matter), {"session": session.pk})
    absent = client.post(at("agree-time", other.matter), {"session": session.pk + 1})

    session.refresh_from_db()
    assert (session.state, absent.status_code) == ("agreed", 404)
    assert str(session) == f"{session.starts:%Y-%m-%d %H:%M}"


@pytest.mark.parametrize("language", CODES)
def test_settlement_is_read_and_confirmed_by_both_and_handed_on(signed_in, at, other, put, language) -> None:
    matter = other.matter
    ours, theirs = signed_in(matter.begun_by), signed_in(other.user)
    yes = {"sha256": put, "confirmed": "on"}

    read = theirs.get(at("other-settlement", other, language))
    unticked = theirs.post(at("other-settlement", other, language), {"sha256": put})
    theirs.post(at("other-settlement", other, language), yes)
    ours.post(at("settlement", matter, language), yes)
    waiting = ours.get(at("settlement", matter, language))
    early = ours.post(at("award", matter, language))
    settling.make_paper(matter.settlements.get().pk)
    shown = ours.get(at("settlement", matter, language))
    theirs_too = theirs.get(at("other-settlement", other, language))
    handed = ours.post(at("award", matter, language))
    after = ours.get(at("matters:matter", matter, language))
    side = theirs.get(at("serving:matter", other, language))

    assert [one.status_code for one in (read, unticked, waiting, early)] == [200, 422, 200, 302]
    assert "The buyer pays by 1 March." in read.text
    assert "Покупатель платит до 1 марта." in read.text
    paper = f"/files/{matter.settlements.get().paper_id}"
    assert (paper in shown.text, paper in theirs_too.text) == (True, True)
    begun = Award.objects.get().begun
    assert handed["Location"] == at("matters:matter", begun, language)
    assert begun.get_absolute_url().rpartition("/en")[2] in after.text
    assert begun.key not in side.text


def test_text_that_was_taken_back_is_confirmed_by_nobody(signed_in, at, other, put) -> None:
    matter = other.matter
    move(matter, "reopen", by=None, actor=Actor.OFFICER, reason="A clause is wrong.")
    client = signed_in(other.user)

    absent = client.get(at("other-settlement", other))
    shown = client.get(other.get_absolute_url())

    assert absent.status_code == 404
    assert at("other-settlement", other) not in shown.text


def test_other_text_than_the_one_that_was_read_is_not_confirmed(signed_in, at, other, put) -> None:
    refused = signed_in(other.user).post(at("other-settlement", other), {"sha256": "0" * 64, "confirmed": "on"})

    assert refused["Location"] == at("other-settlement", other)
    assert not other.matter.confirmations.exists()


def test_supplement_is_asked_for_on_the_page_of_the_matter(signed_in, at, described) -> None:
    from legal.matters.actions.submitting import submit  # noqa: PLC0415

    submit(described, by=described.begun_by)
    described.refresh_from_db()
    move(described, "examine", by=None, actor=Actor.OFFICER)
    move(described, "ask-supplement", by=None, actor=Actor.OFFICER, reason="Which contract?")

    shown = signed_in(described.begun_by).get(at("matters:matter", described))

    assert "Which contract?" in shown.text


def test_viewer_reads_the_matter_and_is_offered_nothing(signed_in, at, other, put) -> None:
    other.matter.enterprise.memberships.update(role="viewer")

    client = signed_in(other.matter.begun_by)
    shown = client.get(at("matters:matter", other.matter))

    assert at("settlement", other.matter) not in shown.text
    assert client.get(at("settlement", other.matter)).status_code == 403


def test_matter_of_another_kind_has_no_such_page(signed_in, at) -> None:
    from tests.factories import MatterFactory, ParticipantFactory  # noqa: PLC0415

    matter, participant = MatterFactory.create(kind="consultation"), ParticipantFactory.create()

    assert signed_in(matter.begun_by).get(at("agree", matter)).status_code == 404
    assert signed_in(participant.user).get(at("other-agree", participant)).status_code == 404


def test_service_of_mediation_is_begun_in_the_portal(client) -> None:
    from legal.services.starting import STARTS  # noqa: PLC0415

    assert STARTS["mediation"].address.endswith("/mediation/")


def test_representative_from_outside_declines_nothing(signed_in, at, other) -> None:
    from tests.factories import MatterInvitationFactory, ParticipantFactory  # noqa: PLC0415

    own = other.matter.parties.get(own=True)
    lawyer = ParticipantFactory.create(invitation=MatterInvitationFactory.create(party=own))

    shown = signed_in(lawyer.user).get(lawyer.get_absolute_url())
    refused = signed_in(lawyer.user).post(at("other-decline", lawyer), {"reason": ""})

    assert at("other-decline", lawyer) not in shown.text
    assert (refused.status_code, "for the other side alone" in refused.text) == (422, False)
    assert "Only members who act for the enterprise may do this." in refused.text


def test_pages_of_other_matters_show_nothing_of_it() -> None:
    from legal.matters.officers import OfficerSeat  # noqa: PLC0415
    from legal.mediation.templatetags import mediation as shown  # noqa: PLC0415
    from tests.factories import MatterFactory, ParticipantFactory  # noqa: PLC0415

    matter = MatterFactory.create(kind="consultation")

    assert shown.mediation_of(matter) == {}
    assert shown.mediation_with(ParticipantFactory.create()) == {}
    assert shown.mediation_for_staff(OfficerSeat(matter, matter.begun_by, None)) == {}
