"""Who speaks for a party, by what paper, how long; what was given is revoked."""

import datetime

import pytest

from legal.matters.actions import representing
from legal.matters.models import Matter, Representative
from portal.workflow.errors import NotAllowedError
from tests.factories import MatterPartyFactory, PaperFactory, RepresentativeFactory, UserFactory

pytestmark = pytest.mark.django_db
FIRST, LAST = datetime.date(2026, 1, 1), datetime.date(2026, 12, 31)


def appointed(matter: Matter, **changed: object) -> Representative:
    shelved = PaperFactory.create(owner=matter.begun_by, purpose="matters.authority")
    given = {"name": "Sample Counsel", "authority": shelved, "valid_from": FIRST, "valid_until": LAST}
    party = changed.pop("party", None) or matter.parties.get(own=True)
    return representing.appoint(party, **(given | {"by": matter.begun_by} | changed))


def what(matter: Matter) -> list[str]:
    return [entry.what for entry in matter.entries.all()]


def test_representative_is_named_by_a_paper_that_becomes_the_matters_own(draft: Matter) -> None:
    one = appointed(draft)

    draft.refresh_from_db()
    one.authority.refresh_from_db()
    assert (one.authority.owner, draft.version, what(draft)) == (draft, 2, ["matters.appoint"])
    assert str(one) == "Sample Counsel"


@pytest.mark.parametrize(
    ("day", "until", "standing"),
    [
        (FIRST, LAST, True),
        (LAST, LAST, True),
        (FIRST - datetime.timedelta(days=1), LAST, False),
        (LAST + datetime.timedelta(days=1), LAST, False),
        (LAST + datetime.timedelta(days=1), None, True),
    ],
)
def test_authority_stands_from_its_first_day_to_its_last(draft: Matter, day, until, standing: bool) -> None:
    one = RepresentativeFactory.create(matter=draft, valid_from=FIRST, valid_until=until)

    assert one.is_standing(day) == standing
    assert draft.representatives.standing(day).exists() == standing


def test_authority_that_was_revoked_stands_no_more_also_after_submission(submitted: Matter) -> None:
    one = RepresentativeFactory.create(matter=submitted)

    representing.revoke(one, by=submitted.begun_by)
    representing.revoke(one, by=submitted.begun_by)

    one.refresh_from_db()
    assert (one.is_standing(FIRST), submitted.representatives.standing(FIRST).exists()) == (False, False)
    assert what(submitted).count("matters.revoke") == 1


def test_representative_is_taken_out_of_a_draft_with_the_paper(draft: Matter) -> None:
    one, bare = RepresentativeFactory.create(matter=draft), RepresentativeFactory.create(matter=draft, authority=None)
    paper = one.authority

    representing.remove(one, by=draft.begun_by)
    representing.remove(bare, by=draft.begun_by)

    assert not draft.representatives.exists()
    assert not type(paper).objects.filter(pk=paper.pk).exists()


def test_representative_of_what_was_submitted_stays(submitted: Matter) -> None:
    one = RepresentativeFactory.create(matter=submitted)
    Matter.objects.filter(pk=submitted.pk).update(state="asked")

    with pytest.raises(NotAllowedError) as refusal:
        representing.remove(one, by=submitted.begun_by)

    assert (refusal.value.code, Representative.objects.count()) == ("state", 1)


def test_other_side_names_its_representatives_itself(complete: Matter) -> None:
    with pytest.raises(NotAllowedError) as refusal:
        appointed(complete, party=complete.parties.get(own=False))

    assert refusal.value.code == "side"


def test_party_that_is_gone_has_nobody_to_speak_for_it(draft: Matter) -> None:
    party = MatterPartyFactory.create(matter=draft)
    draft.parties.filter(own=False).delete()

    with pytest.raises(NotAllowedError) as refusal:
        appointed(draft, party=party)

    assert refusal.value.code == "gone"


def test_representative_who_is_gone_is_not_revoked(draft: Matter) -> None:
    one = RepresentativeFactory.create(matter=draft)
    draft.representatives.all().delete()

    with pytest.raises(NotAllowedError) as refusal:
        representing.revoke(one, by=draft.begun_by)

    assert refusal.value.code == "gone"


def test_stranger_names_nobody(draft: Matter) -> None:
    with pytest.raises(NotAllowedError) as refusal:
        appointed(draft, by=UserFactory.create())

    assert refusal.value.code == "role"
