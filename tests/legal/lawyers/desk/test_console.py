"""Moderators decide profiles, changes, claims and what is named in the console."""

import base64
import datetime
import re

import pytest
from django.urls import reverse
from django.utils import timezone

from legal.lawyers.actions.claiming import claim, withdraw
from legal.lawyers.actions.deciding import hide, take
from legal.lawyers.actions.revising import mark_of, recall, save, submit
from legal.lawyers.checklist import Check
from legal.lawyers.facts.comparing import seen
from legal.lawyers.facts.groups import groups_of
from legal.lawyers.models import Claim, Firm, Lawyer, Revision
from legal.lawyers.papers import PROOF, licence_papers
from legal.lawyers.queue import rechecks
from legal.lawyers.states import ClaimState, RevisionState, State
from legal.lawyers.waiting import profiles
from portal.workflow.models import Assignment
from tests.factories import FirmFactory, LawyerFactory, MentionFactory, PortraitFactory, UserFactory
from tests.legal.lawyers.conftest import again
from tests.legal.lawyers.paper import sent
from tests.signing_in import signed_in_staff

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("folder")]

LANGUAGES = ["zh-hans", "en", "ru"]
# The session, who it is, their rights, and four lists; the desks of two of them.
QUEUE_QUERIES = 12


def at(name: str, *parts: object) -> str:
    return reverse(f"admin:lawyers_{name}", args=parts)


@pytest.fixture
def desk(client, moderator):
    return signed_in_staff(client, moderator)


@pytest.fixture
def made(keeper):
    return claim(LawyerFactory.create(), statement="I am this lawyer.", proof=sent(keeper, PROOF), by=keeper)


@pytest.mark.parametrize(("language", "rows"), [("zh-hans", 3), ("en", 1), ("ru", 3)])
def test_queue_shows_what_waits_and_since_when_in_a_fixed_number_of_queries(
    client, staff, language, rows, django_assert_num_queries
) -> None:
    desk = signed_in_staff(client, staff(language=language))
    for number in range(rows):
        waits = LawyerFactory.create(recheck_on=timezone.localdate(), name_en=f"Waiting {number}")
        since = timezone.now() - datetime.timedelta(days=number)
        Revision.objects.create(lawyer=waits, state=RevisionState.SUBMITTED, submitted_at=since)
        Claim.objects.create(user=UserFactory.create(), lawyer=waits, statement="Mine.")
        MentionFactory.create(lawyer=waits, accepted_at=None, accepted_by=None)
        FirmFactory.create(recheck_on=timezone.localdate())
    desk.get(at("revision_queue"))

    with django_assert_num_queries(QUEUE_QUERIES):
        page = desk.get(at("revision_queue"))

    assert page.text.count("/decide/") == 2 * rows
    assert page.text.count("/keeping/") == 3 * rows


def test_queue_that_is_empty_says_so(desk) -> None:
    page = desk.get(at("revision_queue")).text

    assert "No profile waits." in page
    assert rechecks(today=datetime.date(2000, 1, 1)) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_revision_is_taken_compared_and_accepted(client, staff, submitted, language) -> None:
    desk = signed_in_staff(client, staff(language=language))
    desk.post(at("revision_take", submitted.pk))
    page = desk.get(at("revision_decide", submitted.pk)).text
    assert "16501201910123456" in page
    assert seen(submitted) in page
    assert "/files/" in page

    refused = desk.post(at("revision_accept", submitted.pk), {"seen_mark": seen(submitted)})
    desk.post(at("revision_accept", submitted.pk), {"seen_mark": seen(submitted), "checks": Check.values})

    assert 'role="alert"' in refused.text
    assert again(submitted).lawyer.is_published
    assert desk.get(at("revision_decide", submitted.pk)).status_code == 200


def test_change_that_touches_no_licence_is_accepted_without_the_checklist(desk, change, published) -> None:
    revision = change(fees_en="By the hour.")
    page = desk.get(at("revision_decide", revision.pk)).text
    assert "By the hour." in page
    assert 'name="checks"' not in page

    desk.post(at("revision_accept", revision.pk), {"seen_mark": seen(revision)})

    assert again(published).fees_en == "By the hour."


def test_words_that_are_changed_are_marked_on_both_sides(desk, own, change, published) -> None:
    Lawyer.objects.filter(pk=published.pk).update(fees_en="By the hour, as <b>agreed</b>.", summary_en="Old")
    revision = change(fees_en="By the day, as <b>agreed</b>.\nNothing else.", summary_en="")

    page, review = desk.get(at("revision_decide", revision.pk)).text, own.get(reverse("practice:review")).text

    for shown in (page, review):
        assert "<p>By the <del>hour</del>, as &lt;b&gt;agreed&lt;/b&gt;.</p>" in shown
        assert "<p>By the <ins>day</ins>, as &lt;b&gt;agreed&lt;/b&gt;" in shown
        # What stands on one side alone needs no marks.
        assert "<p>Old</p>" in shown


def test_photos_stand_side_by_side_before_one_is_accepted(desk, change, published) -> None:
    PortraitFactory.create(lawyer=published, shown=True)
    proposed = PortraitFactory.create(lawyer=published, large=b"RIFF other")

    page = desk.get(at("revision_decide", change(photo=str(proposed.key)).pk)).text

    assert re.findall(r"data:image/webp;base64,([\w+/=]+)", page) == [
        base64.b64encode(one).decode() for one in (b"RIFF large", b"RIFF other")
    ]


def test_revision_is_returned_with_a_remark_and_put_back(desk, on_the_desk) -> None:
    desk.post(at("revision_release", on_the_desk.pk))
    assert not Assignment.objects.exists()
    desk.post(at("revision_take", on_the_desk.pk))

    without = desk.post(at("revision_return", on_the_desk.pk), {"reason": ""})
    desk.post(at("revision_return", on_the_desk.pk), {"reason": "The licence cannot be read."})

    assert without.status_code == 200
    assert again(on_the_desk).remark == "The licence cannot be read."


def test_what_is_written_is_not_seen_by_moderators(desk, submitted, keeper) -> None:
    recall(submitted, by=keeper)

    assert desk.get(at("revision_decide", submitted.pk)).status_code == 404
    assert desk.get(at("revision_changelist")).status_code == 200


def test_moderators_see_what_was_handed_in_while_it_is_rewritten(desk, on_the_desk, keeper, moderator) -> None:
    desk.post(at("revision_return", on_the_desk.pk), {"reason": "The licence cannot be read."})
    returned = again(on_the_desk)
    file = licence_papers(returned)[0]
    group = next(group for group in groups_of("lawyer") if "licence_number" in group.names)
    answers = {name: returned.facts.get(name) for name in group.names} | {"licence_number": "A SECRET DRAFT"}
    save(returned, group, answers, seen=mark_of(returned, group), by=keeper)

    page = desk.get(at("revision_decide", returned.pk)).text
    paper = desk.get(reverse("files:download", args=[file.pk]))

    assert ("16501201910123456" in page, "A SECRET DRAFT" in page, file.name in page) == (True, False, False)
    assert paper.status_code == 404


def test_moderators_see_what_is_handed_in_again(desk, on_the_desk, keeper) -> None:
    desk.post(at("revision_return", on_the_desk.pk), {"reason": "The licence cannot be read."})
    returned = again(on_the_desk)
    returned.facts |= {"licence_number": "16501201910654321"}
    returned.save()
    submit(returned, by=keeper)

    page = desk.get(at("revision_decide", returned.pk)).text

    assert ("16501201910654321" in page, "16501201910123456" in page) == (True, False)
    assert again(on_the_desk).returned == {}


def test_page_that_acts_only_shows_itself_when_looked_at(desk, submitted) -> None:
    assert desk.get(at("revision_take", submitted.pk))["Location"] == at("revision_decide", submitted.pk)
    assert not Assignment.objects.exists()


def test_what_is_on_the_desk_of_another_is_not_offered(client, staff, on_the_desk) -> None:
    desk = signed_in_staff(client, staff())

    page = desk.get(at("revision_decide", on_the_desk.pk)).text

    assert at("revision_accept", on_the_desk.pk) not in page
    assert at("revision_take", on_the_desk.pk) not in page


def test_revision_stuck_on_a_desk_is_offered(client, staff, on_the_desk, moderator) -> None:
    moderator.user_permissions.clear()
    desk = signed_in_staff(client, staff())

    assert at("revision_take", on_the_desk.pk) in desk.get(at("revision_decide", on_the_desk.pk)).text


@pytest.mark.parametrize("language", LANGUAGES)
def test_claim_is_decided(client, staff, made, language) -> None:
    rival = Claim.objects.create(user=UserFactory.create(), lawyer=made.lawyer, statement="Mine.")
    desk = signed_in_staff(client, staff(language=language))
    page = desk.get(at("claim_decide", made.pk)).text
    assert at("claim_decide", rival.pk) in page
    assert "I am this lawyer." in page

    desk.post(at("claim_refuse", rival.pk), {"reason": "No paper."})
    desk.post(at("claim_accept", made.pk))
    again_accepted = desk.post(at("claim_accept", made.pk))

    assert [again(one).state for one in (made, rival)] == [ClaimState.ACCEPTED, ClaimState.REFUSED]
    assert 'role="alert"' in again_accepted.text


def test_claim_that_was_withdrawn_is_not_looked_at(desk, made, keeper) -> None:
    withdraw(made, by=keeper)

    assert desk.get(at("claim_decide", made.pk)).status_code == 404


@pytest.mark.parametrize("language", LANGUAGES)
def test_profile_is_looked_after(client, staff, published, language) -> None:
    desk = signed_in_staff(client, staff(language=language))
    good, bad = MentionFactory.create_batch(2, lawyer=published, accepted_at=None, accepted_by=None)
    Lawyer.objects.update(recheck_on=timezone.localdate())
    assert at("mention_accept", good.pk) in desk.get(at("lawyer_keeping", published.pk)).text

    desk.post(at("mention_accept", good.pk))
    assert 'role="alert"' not in desk.post(at("mention_refuse", bad.pk), {"reason": ""}).text
    desk.post(at("mention_refuse", bad.pk), {"reason": "Another lawyer."})
    desk.post(at("lawyer_verify", published.pk), {"checks": Check.values})
    desk.post(at("lawyer_hide", published.pk), {"reason": "Looked into."})
    assert at("lawyer_show", published.pk) in desk.get(at("lawyer_keeping", published.pk)).text
    desk.post(at("lawyer_show", published.pk))

    held = again(published)
    assert (held.state, held.is_recheck_due()) == (State.PUBLISHED, False)
    assert (again(good).accepted_at is not None, again(bad).refusal) == (True, "Another lawyer.")
    assert "Another lawyer." in desk.get(at("lawyer_keeping", published.pk)).text


def test_licence_of_a_firm_is_verified_again(desk) -> None:
    firm = FirmFactory.create(recheck_on=timezone.localdate())
    assert at("firm_verify", firm.pk) in desk.get(at("firm_keeping", firm.pk)).text

    without = desk.post(at("firm_verify", firm.pk))
    desk.post(at("firm_verify", firm.pk), {"checks": Check.values})

    assert 'role="alert"' in without.text
    assert not Firm.objects.get().is_recheck_due()


def test_moderator_is_offered_nothing_on_their_own_profile(desk, published, moderator, keeper) -> None:
    Lawyer.objects.filter(pk=published.pk).update(user=moderator)
    named = MentionFactory.create(lawyer=published, accepted_at=None, accepted_by=None)

    page = desk.get(at("lawyer_keeping", published.pk)).text

    assert at("lawyer_hide", published.pk) not in page
    assert at("mention_accept", named.pk) not in page


@pytest.mark.parametrize("kind", ["revision", "claim", "mention", "firminvitation"])
def test_lists_of_the_desk_are_shown(desk, moderator, kind) -> None:
    moderator.is_superuser = True
    moderator.save()

    assert desk.get(at(f"{kind}_changelist")).status_code == 200


def test_first_page_of_the_console_says_how_long_the_oldest_waits(submitted, published) -> None:
    assert profiles().sentence == "No profile waits."
    waits = LawyerFactory.create()
    since = timezone.now() - datetime.timedelta(days=30)
    Revision.objects.create(lawyer=waits, state=RevisionState.SUBMITTED, submitted_at=since)
    Claim.objects.create(user=UserFactory.create(), lawyer=LawyerFactory.create(), statement="Mine.")

    told = profiles()

    assert (told.count, told.sentence, told.urgent) == (2, "The oldest has waited 30 days.", True)


def test_hidden_profile_can_be_shown_again_by_a_moderator_only(published, moderator, client) -> None:
    hide(published, reason="Looked into.", by=moderator)
    stranger = UserFactory.create(is_staff=True)
    desk = signed_in_staff(client, stranger)

    assert desk.get(at("lawyer_keeping", published.pk)).status_code == 403
    assert desk.post(at("lawyer_show", published.pk)).status_code == 403


def test_taken_revision_is_shown_with_its_holder(desk, submitted, moderator) -> None:
    take(submitted, by=moderator)

    assert str(moderator) in desk.get(at("revision_queue")).text
