"""Nothing of a matter comes before an officer who has not declared to have no conflict of interest in it."""

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.test import RequestFactory

from legal.exhibits.models import Exhibit
from legal.matters.actions.declaring import declare
from legal.matters.actions.submitting import freeze
from legal.matters.models import Matter, Produced, Submission
from legal.matters.officers import NotOnTheDeskError, OfficerSeat, UndeclaredError, officer_seat
from portal.accounts.models import User
from portal.files.models import File
from portal.workflow import actions as desk
from tests.factories import PaperFactory, ProducedFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("kept_apart")]


@pytest.fixture
def produced(submitted: Matter) -> dict[str, Produced]:
    """An exhibit for each audience, submitted, and one that is not submitted yet."""
    made = {
        audience: ProducedFactory.create(matter=submitted, audience=audience)
        for audience in ("everyone", "side", "institution")
    }
    freeze(submitted, by=submitted.begun_by, at=submitted.submitted_at)
    return made | {"draft": ProducedFactory.create(matter=submitted)}


def seat(user: User, matter: Matter, **asked: bool) -> OfficerSeat:
    request = RequestFactory().get("/")
    request.user = user
    return officer_seat(request, matter.key, **asked)


def read(user: User) -> tuple[set[Exhibit], set[File], set[Submission]]:
    files = File.objects.visible_to(user)
    return set(Exhibit.objects.visible_to(user)), set(files), set(Submission.objects.read_by_staff(user))


def test_undeclared_officer_is_shown_nothing(submitted: Matter, officer: User, produced: object) -> None:
    with pytest.raises(UndeclaredError):
        seat(officer, submitted)
    assert read(officer) == (set(), set(), set())


def test_officer_who_declared_reads_what_was_submitted(
    submitted: Matter, officer: User, produced: dict[str, Produced]
) -> None:
    paper = PaperFactory.create(owner=submitted, purpose="matters.authority")
    declare(submitted, conflict=False, by=officer)

    exhibits, files, submissions = read(officer)

    expected = {produced[audience].exhibit for audience in ("everyone", "side", "institution")}
    assert exhibits == expected
    assert files == {exhibit.file for exhibit in expected} | {paper}
    assert submissions == set(submitted.submissions.all())
    assert seat(officer, submitted) == OfficerSeat(submitted, officer, None)


def test_conflict_closes_what_was_open(submitted: Matter, officer: User, produced: object) -> None:
    declare(submitted, conflict=False, by=officer)
    declare(submitted, conflict=True, by=officer)

    with pytest.raises(PermissionDenied):
        seat(officer, submitted)
    assert read(officer) == (set(), set(), set())


def test_auditor_reads_all_but_what_is_for_the_institution_alone(
    submitted: Matter, auditor: User, produced: dict[str, Produced]
) -> None:
    exhibits, files, submissions = read(auditor)

    expected = {produced[audience].exhibit for audience in ("everyone", "side")}
    assert (exhibits, files) == (expected, {exhibit.file for exhibit in expected})
    assert submissions == set(submitted.submissions.all())
    assert seat(auditor, submitted) == OfficerSeat(submitted, auditor, None, audits=True)


def test_auditor_holds_nothing(submitted: Matter, auditor: User) -> None:
    desk.take(submitted, by=auditor)

    assert not seat(auditor, submitted).holds
    with pytest.raises(PermissionDenied):
        seat(auditor, submitted, holding=True)


def test_page_for_the_holder_is_for_nobody_else(submitted: Matter, officer: User) -> None:
    declare(submitted, conflict=False, by=officer)
    with pytest.raises(NotOnTheDeskError):
        seat(officer, submitted, holding=True)

    desk.take(submitted, by=officer)

    assert seat(officer, submitted, holding=True).holds


@pytest.mark.parametrize("who", ["officer", "auditor"])
def test_draft_is_nobodys_business(draft: Matter, who: str, request: pytest.FixtureRequest) -> None:
    with pytest.raises(Http404):
        seat(request.getfixturevalue(who), draft)


def test_matter_of_another_kind_is_not_there(submitted: Matter, officer: User) -> None:
    Matter.objects.update(kind="arbitration")

    with pytest.raises(Http404):
        seat(officer, submitted)
