"""A lawyer's photo waits like every other answer, is gone at once, and leaves nothing behind."""

import pytest
from django.core.exceptions import PermissionDenied

from legal.lawyers.actions.deciding import accept
from legal.lawyers.actions.portraying import put_photo, take_out_photo
from legal.lawyers.actions.retiring import retire
from legal.lawyers.actions.revising import mark_of, revise, submit, withdraw
from legal.lawyers.errors import ChangedMeanwhileError
from legal.lawyers.facts.comparing import changes, seen
from legal.lawyers.facts.groups import PHOTO
from legal.lawyers.facts.reading import facts_of
from legal.lawyers.models import Portrait
from portal.files.models import File
from portal.files.refusals import RefusedError
from tests.factories import PortraitFactory, UserFactory
from tests.legal.lawyers.actions.test_revising import refused
from tests.legal.lawyers.conftest import again
from tests.legal.lawyers.paper import colour_of, moves, photographed

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("folder")]


def put(revision, by, colour="red"):
    return put_photo(revision, photographed(by, colour=colour), seen=mark_of(again(revision), PHOTO), by=by)


@pytest.fixture
def shown(published):
    """A published lawyer who has a photo."""
    return PortraitFactory.create(lawyer=published, shown=True)


@pytest.fixture
def replacing(published, shown, keeper, change):
    """A revision on the moderator's desk that proposes another photo."""
    put(revise(published, by=keeper), keeper)
    return change()


def test_photo_is_proposed_in_two_sizes_and_the_file_it_was_made_of_is_gone(begun, keeper) -> None:
    portrait = put(begun, keeper)

    assert again(begun).facts["photo"] == str(portrait.key) == str(portrait)
    assert [colour_of(size) for size in (portrait.small, portrait.large)] == ["red", "red"]
    assert not File.objects.exists()
    assert not Portrait.objects.shown().exists()


def test_photo_put_in_the_place_of_one_proposed_leaves_that_one_nowhere(begun, keeper) -> None:
    put(begun, keeper)

    portrait = put(begun, keeper, "blue")

    assert [colour_of(one.large) for one in Portrait.objects.all()] == ["blue"]
    with pytest.raises(ChangedMeanwhileError):
        put_photo(begun, photographed(keeper), seen=mark_of(begun, PHOTO), by=keeper)
    assert again(begun).facts["photo"] == str(portrait.key)


def test_photo_is_put_by_who_keeps_the_profile_and_from_their_own_shelf(begun, keeper) -> None:
    with refused("role"):
        put_photo(begun, photographed(keeper), seen=mark_of(begun, PHOTO), by=UserFactory.create())
    with pytest.raises(PermissionDenied):
        put_photo(begun, photographed(UserFactory.create()), seen=mark_of(begun, PHOTO), by=keeper)
    gone = photographed(keeper)
    File.objects.filter(pk=gone.pk).delete()
    with pytest.raises(RefusedError):
        put_photo(begun, gone, seen=mark_of(begun, PHOTO), by=keeper)


def test_photo_too_small_is_refused_and_stays_on_the_shelf(begun, keeper) -> None:
    with pytest.raises(RefusedError, match="too few pixels"):
        put_photo(begun, photographed(keeper, side=300), seen=mark_of(begun, PHOTO), by=keeper)

    assert File.objects.get().owner == keeper


def test_readers_see_the_former_photo_until_the_new_one_is_accepted(replacing, shown, moderator) -> None:
    (change,) = changes(replacing)
    assert (change.is_picture, change.is_verified) == (True, False)
    assert [side.count("data:image/webp;base64,") for side in (change.old, change.new)] == [1, 1]
    assert list(Portrait.objects.shown()) == [shown]

    accept(replacing, seen_mark=seen(replacing), by=moderator)

    (accepted,) = Portrait.objects.all()
    assert (colour_of(accepted.large), list(Portrait.objects.shown())) == ("red", [accepted])
    assert [str(line) for line in changes(again(replacing))[0].before] == ["A photo that is not kept any more."]


def test_moderator_accepts_no_other_photo_than_the_one_shown(replacing, published, keeper, moderator) -> None:
    mark = seen(replacing)
    take_out_photo(published, by=keeper)

    with pytest.raises(ChangedMeanwhileError):
        accept(again(replacing), seen_mark=mark, by=moderator)


def test_photo_taken_out_is_gone_at_once_whatever_waits(replacing, published, keeper) -> None:
    take_out_photo(published, by=keeper)

    assert not Portrait.objects.exists()
    assert (facts_of(again(published))["photo"], again(replacing).facts["photo"]) == ("", "")
    assert (moves(published)[-1], again(published).changed_at > published.changed_at) == ("photo-out", True)
    with refused("role"):
        take_out_photo(published, by=UserFactory.create())


def test_changes_withdrawn_take_the_photo_they_proposed_with_them(replacing, shown, keeper) -> None:
    withdraw(replacing, by=keeper)

    assert list(Portrait.objects.all()) == [shown]


def test_first_profile_is_published_with_its_photo(complete, keeper, moderator) -> None:
    portrait = put(complete, keeper)

    submit(complete, by=keeper)

    assert again(complete.lawyer).photo == portrait
    assert not Portrait.objects.shown().exists()


def test_photo_goes_with_the_account_and_with_the_profile(published, shown, keeper) -> None:
    retire(published, by=keeper)

    assert not Portrait.objects.exists()
    assert again(published).photo is None


def test_revision_begun_before_there_were_photos_shows_none(change, published, moderator) -> None:
    revision = change(fees_en="By the hour.")
    revision.facts.pop("photo")
    revision.save()

    accept(again(revision), seen_mark=seen(again(revision)), by=moderator)

    assert (again(published).fees_en, again(published).photo) == ("By the hour.", None)
