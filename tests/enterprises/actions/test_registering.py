"""A registration is begun, written down, submitted, changed and discarded."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from enterprises.actions.deciding import send_back, take, verify
from enterprises.actions.papers import put
from enterprises.actions.registering import Answers, begin, discard, save, submit
from enterprises.checklist import Check
from enterprises.errors import ChangedMeanwhileError, IncompleteError
from enterprises.models import CheckLevel, Enterprise, Identifier
from enterprises.numbers import read
from enterprises.papers import FORMER
from enterprises.policies import Role
from enterprises.states import State
from portal.files.models import File
from portal.workflow.errors import NotAllowedError
from portal.workflow.models import Event
from tests.at_once import at_once, codes
from tests.enterprises.paper import moves, sent, told
from tests.factories import ConsentFactory, EnterpriseFactory, JurisdictionFactory, UserFactory

pytestmark = pytest.mark.django_db

OTHER = "916531010000000271"


def names(**facts) -> Answers:
    return Answers(tuple(facts), facts)


def test_begun_registration_is_a_draft_of_who_began_it(owner) -> None:
    enterprise = begin(JurisdictionFactory.create(), by=owner)

    assert enterprise.state == State.DRAFT
    assert [(one.person, one.role) for one in enterprise.memberships.all()] == [(owner, Role.OWNER)]
    assert moves(enterprise) == ["begin"]
    assert list(Enterprise.objects.visible_to(owner)) == [enterprise]


def test_too_many_drafts_cannot_be_begun(owner, settings) -> None:
    settings.ENTERPRISE_DRAFTS = 1
    begin(JurisdictionFactory.create(), by=owner)

    with pytest.raises(NotAllowedError) as refusal:
        begin(JurisdictionFactory.create(), by=owner)

    assert refusal.value.code == "drafts"


@pytest.mark.django_db(transaction=True)
def test_of_two_registrations_begun_at_once_none_is_one_too_many(owner, settings) -> None:
    settings.ENTERPRISE_DRAFTS = 1
    country = JurisdictionFactory.create()

    refusals = codes(
        at_once(lambda: begin(country, by=owner), lambda: begin(country, by=owner), refused=NotAllowedError)
    )

    assert refusals == ["drafts"]
    assert Enterprise.objects.count() == 1


def test_answers_are_written_down_with_their_keys(enterprise, owner) -> None:
    answers = Answers(
        ("name_en", "phone", "number-cn-uscc"), {"name_en": "Tianshan Cotton"}, {}, {"phone": "12 34 or so"}
    )

    saved = save(enterprise, answers, version=1, by=owner)

    saved.refresh_from_db()
    assert (saved.name_en, saved.name_key_en, saved.version) == ("Tianshan Cotton", "tianshan cotton", 2)
    assert saved.unfinished == {"phone": "12 34 or so"}


def test_answer_that_is_mended_is_unfinished_no_more(enterprise, owner) -> None:
    save(enterprise, Answers(("phone",), {}, {}, {"phone": "?"}), version=1, by=owner)

    saved = save(enterprise, names(phone="+77272345678"), version=2, by=owner)

    assert (saved.phone, saved.unfinished) == ("+77272345678", {})


def test_number_is_kept_changed_and_taken_away(enterprise, owner) -> None:
    kept = enterprise.identifiers.get()
    save(enterprise, Answers((), {}, {"cn-uscc": read("cn-uscc", kept.value)}), version=1, by=owner)
    assert enterprise.identifiers.get() == kept

    save(enterprise, Answers((), {}, {"cn-uscc": read("cn-uscc", "91 6531 01 00 00 00 02 71")}), version=2, by=owner)
    changed = enterprise.identifiers.get()
    assert (changed.value, changed.typed, changed.checked) == (
        OTHER,
        "91 6531 01 00 00 00 02 71",
        CheckLevel.CHECK_DIGIT,
    )

    save(enterprise, Answers((), {}, {"cn-uscc": None, "lei": None}), version=3, by=owner)
    assert list(enterprise.identifiers.all()) == []


def test_what_was_saved_meanwhile_is_not_written_over(enterprise, owner) -> None:
    save(enterprise, names(address="From the telephone"), version=1, by=owner)

    with pytest.raises(ChangedMeanwhileError) as refusal:
        save(enterprise, names(address="From the desk"), version=1, by=owner)

    assert refusal.value.code == "changed"
    assert Enterprise.objects.get(pk=enterprise.pk).address == "From the telephone"


def test_viewer_and_stranger_write_nothing(enterprise, member) -> None:
    for person in (member(Role.VIEWER).person, UserFactory.create()):
        with pytest.raises(NotAllowedError) as refusal:
            save(enterprise, names(address="Elsewhere"), version=1, by=person)
        assert refusal.value.code == "role"


def test_what_is_submitted_cannot_be_changed(submitted, owner) -> None:
    with pytest.raises(NotAllowedError) as refusal:
        save(submitted, names(address="Elsewhere"), version=submitted.version, by=owner)

    assert refusal.value.code == "state"


def test_submitted_registration_waits_and_everybody_is_told(complete, owner, member, officer) -> None:
    member(Role.REPRESENTATIVE, email="second@enterprise.example")
    member(Role.VIEWER)

    event = submit(complete, by=owner)

    complete.refresh_from_db()
    assert (complete.state, event.before, event.after) == (State.SUBMITTED, "draft", "submitted")
    assert list(Enterprise.objects.waiting()) == [complete]
    assert told("submitted") == {owner.email, "second@enterprise.example"}
    assert told("waiting") == {officer.email}


def test_registration_without_papers_cannot_be_submitted(enterprise, owner) -> None:
    with pytest.raises(IncompleteError) as refusal:
        submit(enterprise, by=owner)

    assert [one.field for one in refusal.value.missing] == ["licence", "letter"]
    assert Event.objects.of(enterprise).count() == 0


def test_submission_sent_twice_is_one_submission(submitted, owner) -> None:
    with pytest.raises(NotAllowedError) as refusal:
        submit(submitted, by=owner)

    assert refusal.value.code == "state"
    assert moves(submitted).count("submit") == 1


def test_changed_name_of_a_verified_enterprise_is_checked_again(verified, owner, officer) -> None:
    save(verified, names(name_en="Another Name", address="Elsewhere"), version=verified.version, by=owner)

    verified.refresh_from_db()
    event = Event.objects.of(verified).last()
    assert (verified.state, event.move) == (State.SUBMITTED, "change")
    assert event.details["after"] == {"name_en": "Another Name"}
    assert told("reopened") == {owner.email}
    assert verified.identifiers.get().held


def test_changed_number_of_a_verified_enterprise_is_held_no_more(verified, owner) -> None:
    save(verified, Answers((), {}, {"cn-uscc": read("cn-uscc", OTHER)}), version=verified.version, by=owner)

    verified.refresh_from_db()
    identifier = verified.identifiers.get()
    assert (verified.state, identifier.held, identifier.verified_by) == (State.SUBMITTED, False, None)
    assert Event.objects.of(verified).last().details["before"] == {"number-cn-uscc": "916531010000000196"}


def test_changed_address_of_a_verified_enterprise_is_not_checked_again(verified, owner) -> None:
    save(verified, names(address="Elsewhere"), version=verified.version, by=owner)

    verified.refresh_from_db()
    assert (verified.state, verified.address) == (State.VERIFIED, "Elsewhere")


def test_discarded_draft_is_gone_with_its_papers(complete, owner) -> None:
    discard(complete, by=owner)

    assert not Enterprise.objects.filter(pk=complete.pk).exists()
    assert not File.objects.exists()


def test_nothing_is_written_into_what_was_discarded_meanwhile(complete, owner) -> None:
    seen = Enterprise.objects.get(pk=complete.pk)
    discard(complete, by=owner)

    with pytest.raises(NotAllowedError) as refusal:
        save(seen, names(name_en="Too late"), version=seen.version, by=owner)

    assert refusal.value.code == "role"


def test_submitted_registration_cannot_be_discarded(submitted, owner) -> None:
    with pytest.raises(NotAllowedError) as refusal:
        discard(submitted, by=owner)

    assert refusal.value.code == "state"


def test_representative_discards_nothing(enterprise, member) -> None:
    with pytest.raises(NotAllowedError) as refusal:
        discard(enterprise, by=member(Role.REPRESENTATIVE).person)

    assert refusal.value.code == "role"


def test_paper_takes_the_place_of_the_one_before(enterprise, owner) -> None:
    first, second = sent(owner, "licence"), sent(owner, "licence")
    put(enterprise, "licence", first, by=owner)

    put(enterprise, "licence", second, by=owner)
    put(enterprise, "licence", second, by=owner)

    assert list(File.objects.of(enterprise)) == [second]
    assert moves(enterprise) == ["receive-paper", "remove-paper", "receive-paper"]


@pytest.mark.parametrize("purpose", ["licence", "letter", "identity"])
def test_other_paper_of_a_verified_enterprise_is_checked_again(verified, owner, purpose) -> None:
    ConsentFactory.create(user=owner, purpose="sensitive")
    put(verified, purpose, sent(owner, purpose), by=owner)

    verified.refresh_from_db()
    event = Event.objects.of(verified).last()
    assert (verified.state, event.move, event.details) == (State.SUBMITTED, "change", {"purpose": purpose})
    assert told("reopened") == {owner.email}


def test_further_paper_of_a_verified_enterprise_is_not_checked_again(verified, owner) -> None:
    put(verified, "other", sent(owner, "other"), by=owner)
    put(verified, "other", None, by=owner)

    verified.refresh_from_db()
    assert verified.state == State.VERIFIED


def test_paper_an_enterprise_was_verified_by_stays_until_the_next_one_is(verified, owner, officer) -> None:
    former = File.objects.of(verified, "enterprises.licence").get()
    vouched = Event.objects.of(verified).filter(move="verify").get().details["papers"]
    put(verified, "licence", sent(owner, "licence"), by=owner)
    verified.refresh_from_db()

    assert list(File.objects.of(verified, FORMER.slug)) == [former]
    assert vouched["licence"] == former.sha256
    take(verified, by=officer)
    verify(verified, checks=Check.values, by=officer)

    current = File.objects.of(verified, "enterprises.licence").get()
    assert not File.objects.filter(pk=former.pk).exists()
    assert Event.objects.of(verified).last().details["papers"]["licence"] == current.sha256


def test_paper_handed_in_since_is_not_kept_when_another_takes_its_place(verified, owner, officer) -> None:
    put(verified, "licence", sent(owner, "licence"), by=owner)
    verified.refresh_from_db()
    take(verified, by=officer)
    send_back(verified, remarks={"licence": "It is cut off."}, by=officer)

    put(verified, "licence", sent(owner, "licence"), by=owner)

    assert File.objects.of(verified, "enterprises.licence").count() == 1
    assert File.objects.of(verified, FORMER.slug).count() == 1


def test_paper_an_enterprise_was_verified_by_is_not_taken_back(verified, owner) -> None:
    with pytest.raises(NotAllowedError) as refusal:
        put(verified, "licence", None, by=owner)

    verified.refresh_from_db()
    assert (refusal.value.code, verified.state) == ("verified", State.VERIFIED)
    assert File.objects.of(verified, "enterprises.licence").exists()


def test_paper_is_taken_back(enterprise, owner) -> None:
    put(enterprise, "licence", sent(owner, "licence"), by=owner)

    put(enterprise, "licence", None, by=owner)

    assert not File.objects.of(enterprise).exists()


def test_papers_of_what_was_submitted_stay(submitted, owner) -> None:
    with pytest.raises(NotAllowedError) as refusal:
        put(submitted, "licence", None, by=owner)

    assert refusal.value.code == "state"
    assert File.objects.of(submitted).count() == 2


def test_paper_of_somebody_else_is_not_handed_in(enterprise, owner) -> None:
    with pytest.raises(PermissionDenied):
        put(enterprise, "licence", sent(UserFactory.create(), "licence"), by=owner)


def test_nothing_without_a_name_is_submitted(owner) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        EnterpriseFactory.create(state=State.SUBMITTED, name_zh_hans="", name_en="", name_ru="")


def test_number_is_held_by_one_verified_enterprise(verified) -> None:
    rival = EnterpriseFactory.create()

    with pytest.raises(IntegrityError), transaction.atomic():
        Identifier.objects.filter(enterprise=rival).update(held=True)


def test_identity_document_wants_a_consent(enterprise, owner) -> None:
    file = sent(owner, "identity")
    with pytest.raises(NotAllowedError) as refusal:
        put(enterprise, "identity", file, by=owner)
    assert refusal.value.code == "consent"

    ConsentFactory.create(user=owner, purpose="sensitive")
    put(enterprise, "identity", file, by=owner)

    assert File.objects.of(enterprise).get().sensitive
