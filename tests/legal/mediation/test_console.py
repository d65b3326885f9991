"""The pages of officers in the console, in each language."""

import pytest
from django.urls import reverse

from legal.mediation import notices
from legal.mediation.actions import meeting
from legal.mediation.models import Mediator, Session
from portal.accounts.models import User
from portal.languages import CODES
from portal.notices.models import Notice
from tests.factories import MediatorFactory
from tests.legal.mediation.world import agreed, staff, tomorrow
from tests.signing_in import signed_in_staff

pytestmark = pytest.mark.django_db


def place(name: str, matter) -> str:
    return reverse(f"admin:{name}", kwargs={"matter": matter.key})


@pytest.fixture
def at_the_desk(client):
    return lambda person: signed_in_staff(client, User.objects.get(pk=person.pk))


@pytest.mark.parametrize("language", CODES)
def test_mediator_is_named_and_another_one_later(at_the_desk, other, officer, language) -> None:
    matter = agreed(other).matter
    client, page = at_the_desk(officer), place("mediation_dispute_appoint", matter)
    first, second = MediatorFactory.create_batch(2)

    shown = client.get(page, headers={"accept-language": language})
    empty = client.post(page, {"mediator": ""})
    sent = client.post(page, {"mediator": first.pk})
    file = client.get(place("handling_file", matter), headers={"accept-language": language})
    same = client.post(page, {"mediator": first.pk})
    again = client.post(page, {"mediator": second.pk})

    matter.refresh_from_db()
    assert [one.status_code for one in (shown, empty, sent, same, again)] == [200, 422, 302, 422, 302]
    assert "appearance-none" in shown.context["form"].fields["mediator"].widget.attrs["class"]
    assert (page in file.text, place("mediation_dispute_sessions", matter) in file.text) == (True, True)
    assert (matter.state, matter.dispute.mediator) == ("sessions", second)


@pytest.mark.parametrize("language", CODES)
def test_times_are_proposed_given_free_and_noted_as_held(at_the_desk, other, mediator, officer, language) -> None:
    matter = other.matter
    client, page = at_the_desk(officer), place("mediation_dispute_sessions", matter)
    typed = {"starts": f"{tomorrow():%Y-%m-%dT%H:%M}", "hours": "1", "place": ""}

    empty = client.get(page, headers={"accept-language": language})
    past = client.post(page, typed | {"starts": "2020-01-01T10:00"})
    sent = client.post(page, typed)
    session = matter.mediation_sessions.get()
    early = client.post(place("mediation_dispute_hold", matter), {"session": session.pk})
    meeting.agree(session, by=other.user)
    meeting.agree(session, by=matter.begun_by)
    Session.objects.filter(pk=session.pk).update(starts="2020-01-01T10:00:00Z")
    shown = client.get(page, headers={"accept-language": language})
    held = client.post(place("mediation_dispute_hold", matter), {"session": session.pk})
    late = client.post(place("mediation_dispute_cancel", matter), {"session": session.pk})

    session.refresh_from_db()
    assert [one.status_code for one in (empty, past, sent, early, shown, held, late)] == [
        *(200, 422, 302, 302, 200, 302, 302)
    ]
    assert place("mediation_dispute_hold", matter) in shown.text
    assert session.state == "held"


def test_session_that_is_not_there_is_not_acted_upon(at_the_desk, other, mediator, officer) -> None:
    client, matter = at_the_desk(officer), other.matter
    session = meeting.propose(matter, starts=tomorrow(), hours=1, by=officer)
    cancel = place("mediation_dispute_cancel", matter)

    looked = client.get(cancel)
    nothing = client.post(cancel, {})
    absent = client.post(cancel, {"session": session.pk + 1})
    client.post(cancel, {"session": session.pk})

    session.refresh_from_db()
    assert [one.status_code for one in (looked, nothing, absent)] == [302, 404, 404]
    assert session.state == "cancelled"


@pytest.mark.parametrize("language", CODES)
def test_settlement_is_put_taken_back_and_put_again(at_the_desk, other, mediator, officer, language) -> None:
    matter = other.matter
    client, page = at_the_desk(officer), place("mediation_dispute_settle", matter)

    shown = client.get(page, headers={"accept-language": language})
    empty = client.post(page, {})
    sent = client.post(page, {language: "The buyer pays."})
    back = reverse("admin:handling_decide", kwargs={"matter": matter.key, "move": "reopen"})
    client.post(back, {"reason": "A clause is wrong."})
    again = client.get(page)
    file = client.get(place("handling_file", matter), headers={"accept-language": language})

    assert [one.status_code for one in (shown, empty, sent)] == [200, 422, 302]
    assert ("The buyer pays." in again.text, "The buyer pays." in file.text) == (True, True)


@pytest.mark.parametrize("language", CODES)
def test_file_shows_officers_who_has_confirmed_what(at_the_desk, settled, officer, language) -> None:
    from legal.mediation.actions.settling import make_paper  # noqa: PLC0415

    make_paper(settled.settlements.get().pk)

    file = at_the_desk(officer).get(place("handling_file", settled), headers={"accept-language": language})
    sessions = at_the_desk(officer).get(place("mediation_dispute_sessions", settled))

    assert "Somebody who knows yarn." in file.text
    assert f"/files/{settled.settlements.get().paper_id}" in file.text
    assert 'name="starts"' not in sessions.text


def test_mediators_are_kept_by_officers_and_not_deleted(at_the_desk, db) -> None:
    officer = staff("view_mediator", "add_mediator", "change_mediator", "delete_mediator")
    client = at_the_desk(officer)
    typed = {f"name_{code}": "Aigul" for code in ("zh_hans", "en", "ru")} | {"languages": "zh,kk", "available": "on"}

    sent = client.post(reverse("admin:mediation_mediator_add"), typed)
    found = Mediator.objects.get()
    page = client.get(reverse("admin:mediation_mediator_change", args=[found.pk]))
    listed = client.get(reverse("admin:mediation_mediator_changelist") + "?q=Aigul")
    deleted = client.get(reverse("admin:mediation_mediator_delete", args=[found.pk]))

    assert (sent.status_code, page.status_code, deleted.status_code) == (302, 200, 403)
    assert ("Aigul" in listed.text, "Chinese, Kazakh" in listed.text) == (True, True)
    assert (str(found), found.language_names) == ("Aigul", ["Chinese", "Kazakh"])


def test_list_shows_what_is_opened(at_the_desk, other, officer) -> None:
    stranger = staff("handle_dispute", "view_dispute")
    listed = reverse("admin:mediation_dispute_changelist")

    mine = at_the_desk(officer).get(listed)
    theirs = at_the_desk(stranger).get(listed)

    assert (other.matter.number in mine.text, other.matter.number in theirs.text) == (True, False)


def test_notice_leads_each_to_the_page_of_their_side(other) -> None:
    agreed(other)
    led = {one.user: notices.page(one) for one in Notice.objects.filter(kind="mediation.agreed")}

    assert led == {
        other.matter.begun_by: other.matter.get_absolute_url(),
        other.user: other.get_absolute_url(),
    }
    assert notices.page(Notice()) == reverse("enterprises:list")
