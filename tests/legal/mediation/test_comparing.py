"""A later version of a settlement is shown beside the one before it, to both sides and to staff."""

import pytest

from legal.matters.actions.moving import move
from legal.matters.models import Actor
from legal.mediation.actions import settling
from legal.mediation.comparing import compared
from portal.accounts.models import User
from portal.languages import CODES
from tests.legal.mediation.world import TEXTS
from tests.signing_in import signed_in_staff

pytestmark = pytest.mark.django_db
SECOND = {"zh-hans": "买方三月二日前付款。", "en": "The buyer pays by 2 March.", "ru": TEXTS["ru"]}


@pytest.fixture
def second(other, put, officer):
    """The second version, in which a day is another one and Chinese is new."""
    move(other.matter, "reopen", by=officer, actor=Actor.OFFICER, reason="The day is wrong.")
    found = settling.put(other.matter, texts=SECOND, by=officer)
    other.matter.refresh_from_db()
    return found


def test_versions_are_compared_language_by_language(second) -> None:
    found = compared(second)

    shown = [(one.language.code, one.old, one.new) for one in found.changed]
    assert shown == [
        ("zh-hans", "", "<p><ins>买方三月二日前付款。</ins></p>"),
        ("en", "<p>The buyer pays by <del>1</del> March.</p>", "<p>The buyer pays by <ins>2</ins> March.</p>"),
    ]
    assert ([one.code for one in found.same], found.old.version) == (["ru"], 1)
    assert compared(found.old) is None


@pytest.mark.parametrize("language", CODES)
def test_difference_is_shown_to_both_sides_and_staff(client, signed_in, at, other, second, officer, language) -> None:
    held = other.matter
    pages = [
        signed_in(held.begun_by).get(at("settlement", held, language)),
        signed_in(other.user).get(at("other-settlement", other, language)),
        signed_in_staff(client, User.objects.get(pk=officer.pk)).get(
            f"/console/matters/matter/{held.key}/", headers={"accept-language": language}
        ),
    ]

    for page in pages:
        assert page.status_code == 200
        assert "<ins>2</ins>" in page.text
        assert "<del>1</del>" in page.text
