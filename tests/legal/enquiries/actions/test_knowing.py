import pytest

from legal.enquiries.actions.knowing import MOST_NAMES, add_known, remove_known
from legal.enquiries.models import KnownName, Side
from legal.lawyers.models import Lawyer
from portal.workflow.errors import NotAllowedError
from tests.factories import AskableLawyerFactory, JurisdictionFactory, KnownNameFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def lawyer():
    return AskableLawyerFactory.create()


def test_lawyer_keeps_a_name_with_what_it_is_compared_by(lawyer):
    known = add_known(
        lawyer,
        side=Side.CLIENT,
        name="ТОО «Ромашка»",
        other_name="Romashka LLP",
        country=JurisdictionFactory.create(code="kz"),
        number="100140000003",
        by=lawyer.user,
    )

    assert [keys["script"] for keys in known.keys] == ["cyrillic", "latin"]


def test_nobody_else_keeps_names_for_a_lawyer(lawyer):
    known = KnownNameFactory.create(lawyer=lawyer)

    with pytest.raises(NotAllowedError, match="whose list"):
        add_known(lawyer, side=Side.CLIENT, name="Romashka", by=UserFactory.create())
    with pytest.raises(NotAllowedError, match="whose list"):
        remove_known(known, by=UserFactory.create())


def test_nobody_keeps_names_for_a_profile_that_was_discarded(lawyer):
    discarded = Lawyer.objects.get()
    discarded.delete()

    with pytest.raises(NotAllowedError) as refusal:
        add_known(lawyer, side=Side.CLIENT, name="Romashka", by=lawyer.user)

    assert refusal.value.code == "role"


def test_name_is_taken_off_the_list(lawyer):
    remove_known(KnownNameFactory.create(lawyer=lawyer), by=lawyer.user)

    assert not KnownName.objects.exists()


def test_list_has_an_end(lawyer):
    KnownName.objects.bulk_create(
        KnownNameFactory.build_batch(MOST_NAMES, lawyer=lawyer, added_by=lawyer.user, keys=[])
    )

    with pytest.raises(NotAllowedError, match="More names"):
        add_known(lawyer, side=Side.CLIENT, name="Romashka", by=lawyer.user)
