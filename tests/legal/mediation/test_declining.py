"""Either side declines the text of a settlement: with a reason, once, and never beside a confirmation that settles."""

import pytest
from django.db import ProgrammingError, transaction

from legal.matters.actions.expiring import empty
from legal.matters.actions.moving import move
from legal.matters.models import Actor, Entry, Party
from legal.mediation import notices, personal
from legal.mediation.actions import settling
from legal.mediation.actions.declining import decline
from legal.mediation.models import Refusal
from portal.accounts.models import User
from portal.languages import CODES
from portal.notices.models import Notice
from portal.workflow.actions import release
from portal.workflow.errors import NotAllowedError
from portal.workflow.models import Event
from tests.at_once import at_once
from tests.factories import JurisdictionFactory, UserFactory
from tests.legal.mediation.world import TEXTS, confirm_both
from tests.signing_in import signed_in_staff

pytestmark = pytest.mark.django_db
WHY = "The day is too early: our bank pays on Mondays."


def told(kind: str) -> set[str]:
    return set(Notice.objects.filter(kind=f"mediation.{kind}").values_list("user__email", flat=True))


def refusal(doing) -> str:
    with pytest.raises(NotAllowedError) as refused:
        doing()
    return str(refused.value.code)


def test_declined_text_counts_no_more_and_the_next_is_confirmed(other, put, officer) -> None:
    matter, ours = other.matter, other.matter.begun_by
    settling.confirm(matter, sha256=put, language="en", by=ours)

    declined = decline(matter, sha256=put, reason=f" {WHY} ", by=other.user)
    matter.refresh_from_db()
    late = refusal(lambda: settling.confirm(matter, sha256=put, language="en", by=other.user))
    between = matter.state
    second = settling.put(matter, texts=TEXTS, by=officer)
    old = refusal(lambda: settling.confirm(matter, sha256=put, language="en", by=other.user))
    confirm_both(other, second.sha256)

    assert (between, late, old, matter.state) == ("sessions", "state", "changed", "confirmed")
    assert (declined.reason, str(declined), declined.settlement.texts) == (WHY, f"{matter} 1 respondent", TEXTS)
    assert not matter.settlements.filter(version=1).confirmed().exists()


def test_side_that_has_confirmed_may_decline_until_the_other_has(other, put) -> None:
    matter, ours = other.matter, other.matter.begun_by
    settling.confirm(matter, sha256=put, language="en", by=ours)

    decline(matter, sha256=put, reason=WHY, by=ours)

    matter.refresh_from_db()
    assert (matter.state, matter.refusals.get().side) == ("sessions", "applicant")


def test_other_side_and_the_desk_are_told_and_history_holds_no_reason(other, put, officer) -> None:
    matter = other.matter

    decline(matter, sha256=put, reason=WHY, by=matter.begun_by)

    assert told("text-declined") == {other.user.email}
    staff = Notice.objects.get(kind="mediation.staff-text-declined")
    assert (staff.user.pk, notices.desk(staff)) == (officer.pk, f"/console/matters/matter/{matter.key}/")
    assert notices.desk(Notice()) == "/console/mediation/dispute/"
    entries = [entry.what for entry in Entry.objects.filter(matter=matter).order_by("-pk")[:2]]
    assert entries == ["mediation.parts.decline", "mediation.course.decline-text"]
    assert not Event.objects.of(matter).filter(reason__contains=WHY).exists()


def test_all_who_handle_mediations_are_told_of_a_file_on_nobodys_desk(other, put, officer) -> None:
    release(other.matter, by=officer)

    decline(other.matter, sha256=put, reason=WHY, by=other.user)

    assert told("staff-text-declined") == {officer.email}
    assert told("text-declined") == {other.matter.begun_by.email}


def test_nothing_is_told_abroad_while_consent_does_not_stand(other, put) -> None:
    Party.objects.filter(pk=other.party_id).update(country=JurisdictionFactory.create(code="kz"))

    decline(other.matter, sha256=put, reason=WHY, by=other.matter.begun_by)

    assert told("text-declined") == set()


def test_declined_once_more_it_stays_as_it_is(other, put, officer) -> None:
    matter = other.matter
    first = decline(matter, sha256=put, reason=WHY, by=other.user)
    second = settling.put(matter, texts=TEXTS, by=officer)

    again = decline(matter, sha256=put, reason="Another.", by=other.user)
    theirs = refusal(lambda: decline(matter, sha256=put, reason=WHY, by=matter.begun_by))

    matter.refresh_from_db()
    assert (again, again.reason, theirs) == (first, WHY, "declined")
    assert (matter.state, settling.standing(matter)) == ("settled", second)


def test_other_text_none_and_a_settled_one_are_not_declined(other, put, officer) -> None:
    matter = other.matter
    unread = refusal(lambda: decline(matter, sha256="0" * 64, reason=WHY, by=other.user))
    silent = refusal(lambda: decline(matter, sha256=put, reason=" ", by=other.user))
    stranger = refusal(lambda: decline(matter, sha256=put, reason=WHY, by=UserFactory.create()))
    confirm_both(other, put)

    late = refusal(lambda: decline(matter, sha256=put, reason=WHY, by=other.user))

    assert (unread, silent, stranger, late) == ("changed", "reason", "role", "state")
    assert not Refusal.objects.exists()


@pytest.mark.django_db(transaction=True)
@pytest.mark.slow
def test_of_confirming_and_declining_at_once_one_wins(other, put) -> None:
    matter, ours = other.matter, other.matter.begun_by
    settling.confirm(matter, sha256=put, language="en", by=ours)

    outcomes = at_once(
        lambda: settling.confirm(matter, sha256=put, language="ru", by=other.user),
        lambda: decline(matter, sha256=put, reason=WHY, by=ours),
        refused=NotAllowedError,
    )

    matter.refresh_from_db()
    won = [not isinstance(outcome, NotAllowedError) for outcome in outcomes]
    declined = Refusal.objects.exists()
    assert sorted(won) == [False, True]
    assert (matter.state, declined, won[1]) in {("confirmed", False, False), ("sessions", True, True)}


def test_refusal_is_changed_by_nobody_and_goes_with_the_matter(other, put) -> None:
    decline(other.matter, sha256=put, reason=WHY, by=other.user)

    with pytest.raises(ProgrammingError), transaction.atomic():
        Refusal.objects.update(reason="None.")
    empty(other.matter)

    assert not Refusal.objects.exists()


def test_person_is_told_what_they_have_confirmed_and_declined(other, put) -> None:
    settling.confirm(other.matter, sha256=put, language="ru", by=other.user)
    decline(other.matter, sha256=put, reason=WHY, by=other.user)

    confirmed, declined = personal.held_about(other.user)

    assert [(row["version"], row["sha256"]) for row in confirmed["rows"]] == [(1, put)]
    assert [(row["version"], row["reason"]) for row in declined["rows"]] == [(1, WHY)]
    assert [number for _what, number, _why, _until in personal.fates(other.user)] == [1, 1]


@pytest.mark.parametrize("language", CODES)
@pytest.mark.usefixtures("strict_templates")
def test_text_is_declined_on_the_page_it_is_confirmed_on(signed_in, at, other, put, officer, language) -> None:
    matter, page = other.matter, at("other-settlement", other, language)
    ours, theirs = signed_in(matter.begun_by), signed_in(other.user)
    to, sent = at("other-decline-text", other, language), {"decline-sha256": put, "decline-reason": WHY}

    offered = theirs.get(page)
    empty_reason = theirs.post(to, sent | {"decline-reason": " "})
    hidden = theirs.post(to, sent | {"decline-reason": "Too\u202eearly"})
    done = theirs.post(to, sent)
    twice = theirs.post(to, sent)
    both = [ours.get(at("matters:matter", matter, language)), theirs.get(at("serving:matter", other, language))]
    settling.put(matter, texts={"en": "The buyer pays by 2 March."}, by=officer)
    after = [theirs.get(page), ours.get(at("settlement", matter, language))]

    assert to in offered.text
    assert [one.status_code for one in (empty_reason, hidden, done, twice)] == [422, 422, 302, 302]
    assert "The buyer pays by 1 March." in empty_reason.text
    for shown in (*both, *after):
        assert WHY in shown.text
    # The reason is read where the settlement is: not by those who only look.
    matter.enterprise.memberships.update(role="viewer")
    assert WHY not in ours.get(at("matters:matter", matter, language)).text


@pytest.mark.parametrize("language", CODES)
def test_file_shows_staff_who_declined_which_version_and_why(client, other, put, officer, language) -> None:
    decline(other.matter, sha256=put, reason=WHY, by=other.user)
    settling.put(other.matter, texts=TEXTS, by=officer)
    reader = User.objects.get(pk=officer.pk)

    file = signed_in_staff(client, reader).get(
        f"/console/matters/matter/{other.matter.key}/", headers={"accept-language": language}
    )

    assert (file.status_code, WHY in file.text, str(other.user) in file.text) == (200, True, True)


def test_reason_is_kept_where_another_text_stands_by_now(signed_in, at, other, put, officer) -> None:
    matter, to = other.matter, at("decline-text", other.matter)
    sent = {"decline-sha256": put, "decline-reason": WHY}
    move(matter, "reopen", by=officer, actor=Actor.OFFICER, reason="A clause is wrong.")
    second = settling.put(matter, texts={"en": "The buyer pays by 2 March."}, by=officer)
    client = signed_in(matter.begun_by)

    changed = client.post(to, sent)
    confirm_both(other, second.sha256)
    late = client.post(to, sent)

    assert (changed.status_code, WHY in changed.text, "read it before you decline it" in changed.text) == (
        *(422, True, True),
    )
    assert f'name="decline-sha256" value="{second.sha256}"' in changed.text
    assert late["Location"] == at("matters:matter", matter)
