"""A matter is begun and written; nobody writes over what somebody else has saved meanwhile."""

import pytest

from enterprises.errors import ChangedMeanwhileError
from enterprises.policies import Role
from legal.matters.actions import drafting
from legal.matters.actions.moving import move
from legal.matters.kinds import Side
from legal.matters.models import Actor, Matter, Party
from portal.accounts.models import User
from portal.workflow.errors import NotAllowedError
from tests.factories import (
    EnterpriseFactory,
    JurisdictionFactory,
    MatterFactory,
    MatterPartyFactory,
    MembershipFactory,
    RepresentativeFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db


def facts(**changed: object) -> dict[str, object]:
    given = {
        "side": Side.RESPONDENT,
        "kind": "company",
        "name": "ТОО «Ромашка»",
        "country": JurisdictionFactory.create(code="kz", name_en="Kazakhstan"),
        "language": "ru",
    }
    return given | changed


def what(matter: Matter) -> list[str]:
    return [entry.what for entry in matter.entries.all()]


def begun(by: User, **changed: object) -> Matter:
    enterprise = changed.pop("enterprise", None) or EnterpriseFactory.create(owner=by)
    given = {"enterprise": enterprise, "title": "Walnuts", "language": "ru"} | changed
    return drafting.begin("tests-matter", by=by, **given)


def test_matter_is_begun_with_the_enterprise_as_its_first_party() -> None:
    owner = UserFactory.create()

    matter = begun(owner)

    (party,) = matter.parties.all()
    assert (matter.state, matter.number, matter.version, matter.cross_border) == ("draft", "", 1, False)
    assert (party.own, party.side, party.name) == (True, "applicant", matter.enterprise.register_name)
    assert (party.scheme, party.number, party.checked) == ("cn-uscc", "916531010000000196", "check-digit")
    assert (what(matter), str(matter)) == (["matters.begin"], "Walnuts")


def test_matter_is_begun_by_whoever_may_act_for_the_enterprise() -> None:
    viewer = MembershipFactory.create(role=Role.VIEWER)

    with pytest.raises(NotAllowedError) as refusal:
        begun(viewer.person, enterprise=viewer.enterprise)

    assert refusal.value.code == "role"


def test_enterprise_with_too_many_drafts_begins_no_other(draft: Matter, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drafting, "MOST_DRAFTS", 1)

    with pytest.raises(NotAllowedError) as refusal:
        begun(draft.begun_by, enterprise=draft.enterprise)

    assert refusal.value.code == "drafts"


def test_what_it_is_about_is_saved_with_a_new_version(draft: Matter) -> None:
    drafting.save(draft, title="Walnuts and almonds", language="zh-hans", version=1, by=draft.begun_by)

    draft.refresh_from_db()
    assert (draft.title, draft.language, draft.version) == ("Walnuts and almonds", "zh-hans", 2)
    assert what(draft) == ["matters.save"]


def test_nothing_is_written_over_what_was_saved_meanwhile(draft: Matter) -> None:
    drafting.save(draft, title="The first one", language="en", version=1, by=draft.begun_by)

    with pytest.raises(ChangedMeanwhileError):
        drafting.save(draft, title="The second one", language="en", version=1, by=draft.begun_by)

    draft.refresh_from_db()
    assert (draft.title, what(draft)) == ("The first one", ["matters.save"])


def test_what_was_submitted_is_not_changed(submitted: Matter) -> None:
    with pytest.raises(NotAllowedError) as refusal:
        drafting.save(submitted, title="Another", language="en", version=submitted.version, by=submitted.begun_by)

    assert refusal.value.code == "state"


def test_party_abroad_marks_the_matter_until_it_is_taken_out(draft: Matter) -> None:
    party = drafting.add_party(draft, facts=facts(), by=draft.begun_by)

    draft.refresh_from_db()
    assert (party.position, draft.cross_border, draft.version) == (2, True, 2)
    drafting.remove_party(party, version=2, by=draft.begun_by)
    draft.refresh_from_db()
    assert (draft.parties.count(), draft.cross_border) == (1, False)
    assert what(draft) == ["matters.add-party", "matters.remove-party"]


def test_party_is_changed(complete: Matter) -> None:
    party = complete.parties.get(own=False)

    drafting.change_party(party, facts=facts(name="ТОО «Василёк»"), version=1, by=complete.begun_by)

    party.refresh_from_db()
    assert (party.name, party.position) == ("ТОО «Василёк»", 2)
    assert [(entry.what, entry.details) for entry in complete.entries.all()] == [("matters.change-party", {"party": 2})]


def test_party_is_taken_out_with_its_representatives_and_their_papers(draft: Matter) -> None:
    party = MatterPartyFactory.create(matter=draft, side=Side.APPLICANT)
    without = RepresentativeFactory.create(matter=draft, party=party, authority=None)
    paper = RepresentativeFactory.create(matter=draft, party=party).authority

    drafting.remove_party(party, version=1, by=draft.begun_by)

    assert not type(paper).objects.filter(pk=paper.pk).exists()
    assert not type(without).objects.exists()


def test_party_that_was_submitted_keeps_its_side_and_its_representatives_papers(submitted: Matter) -> None:
    party = MatterPartyFactory.create(matter=submitted, side=Side.APPLICANT, position=7)
    paper = RepresentativeFactory.create(matter=submitted, party=party).authority
    move(submitted, "ask", by=None, actor=Actor.OFFICER, reason="More.")
    given = {"version": submitted.version, "by": submitted.begun_by}

    with pytest.raises(NotAllowedError) as moved:
        drafting.change_party(party, facts=facts(side=Side.RESPONDENT), **given)
    with pytest.raises(NotAllowedError) as removed:
        drafting.remove_party(party, **given)

    assert (moved.value.code, removed.value.code) == ("side", "submitted")
    assert type(paper).objects.filter(pk=paper.pk).exists()


@pytest.mark.parametrize(
    ("doing", "code"),
    [
        (lambda m, own, gone: drafting.change_party(own, facts=facts(), version=1, by=m.begun_by), "own"),
        (lambda m, own, gone: drafting.remove_party(own, version=1, by=m.begun_by), "own"),
        (lambda m, own, gone: drafting.change_party(gone, facts=facts(), version=1, by=m.begun_by), "gone"),
        (lambda m, own, gone: drafting.add_party(m, facts=facts(side="nobody"), by=m.begun_by), "side"),
        (lambda m, own, gone: drafting.add_party(m, facts=facts(), by=UserFactory.create()), "role"),
    ],
)
def test_party_that_cannot_be_written_is_refused(draft: Matter, doing, code: str) -> None:
    gone = MatterPartyFactory.create(matter=draft)
    Party.objects.filter(pk=gone.pk).delete()

    with pytest.raises(NotAllowedError) as refusal:
        doing(draft, draft.parties.get(), gone)

    assert refusal.value.code == code


def test_more_parties_than_these_are_refused(draft: Matter, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drafting, "MOST_PARTIES", 1)

    with pytest.raises(NotAllowedError) as refusal:
        drafting.add_party(draft, facts=facts(), by=draft.begun_by)

    assert refusal.value.code == "many"


def test_enterprise_without_a_number_stands_without_one() -> None:
    party = MatterFactory.create().parties.get()

    assert (party.scheme, party.number, party.checked, str(party)) == ("", "", "", party.name)
    assert party.number_label == "Number in the register"
