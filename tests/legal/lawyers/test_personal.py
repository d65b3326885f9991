"""What is held about a lawyer as a person, and what becomes of it with the account."""

import pytest
from django.utils import timezone

from legal.lawyers.actions.claiming import accept, claim
from legal.lawyers.models import Claim, FirmMember, Lawyer, Revision
from legal.lawyers.papers import PROOF
from legal.lawyers.personal import erase, fates, held_about
from legal.lawyers.states import State
from portal.files.models import File
from portal.files.states import State as FileState
from tests.factories import (
    EducationFactory,
    FirmFactory,
    FirmMemberFactory,
    LawyerFactory,
    MentionFactory,
    PaperFactory,
    PortraitFactory,
    UserFactory,
)
from tests.legal.lawyers.conftest import again
from tests.legal.lawyers.paper import moves, sent, told

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("folder")]


def rows(user) -> dict[str, int]:
    return {section["slug"]: len(list(section["rows"])) for section in held_about(user)}


def test_everything_about_a_lawyer_is_told_and_nothing_about_others(published, keeper) -> None:
    FirmMemberFactory.create(user=keeper)
    claim(FirmFactory.create(), statement="Mine.", proof=sent(keeper, PROOF), by=keeper)
    LawyerFactory.create(user=UserFactory.create())

    told_of = rows(keeper)
    papers = list(next(iter(held_about(keeper)))["files"])

    assert told_of == {"lawyer-profile": 8, "lawyer-changes": 1, "profile-claims": 1, "law-firms": 1}
    assert [name for name, _ in papers] == ["licence.png"]
    for _, opened in papers:
        with opened() as paper:
            assert paper.read(4) == b"\x89PNG"
    assert set(rows(UserFactory.create()).values()) == {0}


def test_photos_are_handed_out_as_they_are_kept(published, keeper) -> None:
    PortraitFactory.create(lawyer=published, shown=True)
    PortraitFactory.create(lawyer=published)

    section = next(iter(held_about(keeper)))

    photos = [(name, opened) for name, opened in section["files"] if name.endswith(".webp")]
    assert [opened().read() for _, opened in photos] == [b"RIFF large"] * 2
    assert not [row for row in section["rows"] if "img" in str(row["answer"])]


def test_profile_that_was_never_shown_is_gone_with_the_account(submitted, keeper) -> None:
    erase(keeper, by=keeper)

    assert [model.objects.count() for model in (Lawyer, Revision, File)] == [0, 0, 0]
    assert [number for _, number, why, _ in fates(keeper) if not why] == [0, 0, 0, 0]


def test_of_a_published_profile_the_name_and_the_licence_stay_hidden(change, published, keeper) -> None:
    change(fees_en="By the hour.")
    EducationFactory.create(lawyer=published)
    MentionFactory.create(lawyer=published)

    assert [number for _, number, _, _ in fates(keeper)] == [0, 1, 1, 0, 0]
    erase(keeper, by=keeper)

    held = again(published)
    assert (held.user, held.state, held.name_en, held.is_verified) == (None, State.HIDDEN, "Zhao Lan", True)
    assert (held.fees_en, held.education.count(), held.mentions.count(), held.skills.count()) == ("", 0, 0, 0)
    assert [model.objects.count() for model in (Revision, File)] == [0, 0]
    assert moves(held)[-2:] == ["hide", "erase"]
    assert [number for _, number, why, _ in fates(keeper) if not why] == [0, 0, 0, 0]


def test_hidden_profile_stays_hidden(published, keeper) -> None:
    Lawyer.objects.filter(pk=published.pk).update(state=State.HIDDEN)

    erase(keeper, by=keeper)

    assert moves(published)[-1] == "erase"


def test_paper_of_an_accepted_claim_goes_with_the_account(keeper, moderator) -> None:
    lawyer = LawyerFactory.create()
    accept(claim(lawyer, statement="Mine.", proof=sent(keeper, PROOF), by=keeper), by=moderator)

    erase(keeper, by=keeper)

    assert [model.objects.count() for model in (Claim, File)] == [0, 0]
    assert again(lawyer).state == State.HIDDEN


def test_paper_that_is_not_clean_yet_is_not_handed_out(submitted, keeper) -> None:
    PaperFactory.create(owner=submitted, state=FileState.QUARANTINED, scan_after=timezone.now())

    papers = list(next(iter(held_about(keeper)))["files"])

    assert [name for name, _ in papers] == ["licence.png"]


def test_firm_is_handed_back_and_claims_are_gone(keeper, moderator) -> None:
    firm = FirmMemberFactory.create(user=keeper, administrator=True).firm
    FirmMemberFactory.create(user=keeper)
    claim(LawyerFactory.create(), statement="Mine.", proof=sent(keeper, PROOF), by=keeper)

    erase(keeper, by=keeper)

    assert told("unkept") == {moderator.email}
    assert [model.objects.count() for model in (FirmMember, Claim, File)] == [0, 0, 0]
    assert moves(firm) == ["hand-back"]
