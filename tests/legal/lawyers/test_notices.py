"""Every kind of notice about profiles has its words in three languages and leads somewhere; papers are read by few."""

import pytest
from django.template.loader import get_template
from django.utils import timezone, translation

from legal.lawyers import notices
from legal.lawyers.models import Claim
from legal.lawyers.papers import (
    claims_of_moderators,
    revisions_of_keepers,
    revisions_of_moderators,
)
from portal.files.models import File
from portal.languages import CODES
from portal.notices.kinds import BY_SLUG
from portal.notices.models import Notice
from portal.notices.rendering import words
from tests.factories import FirmFactory, LawyerFactory, UserFactory
from tests.legal.lawyers.paper import sent

KINDS = [slug for slug in BY_SLUG if slug.startswith("lawyers.")]


@pytest.mark.parametrize("slug", KINDS)
def test_words_of_a_kind_are_there_in_each_language(slug) -> None:
    template = get_template(BY_SLUG[slug].template)
    said = set()
    for code in CODES:
        with translation.override(code):
            said.add(template.render({"name": "Zhao", "lawyer": "Ma", "number": 5}).strip())

    assert len(said) == len(CODES)
    assert all("Zhao" in text or "5" in text for text in said)


@pytest.mark.django_db
def test_lawyer_is_called_as_the_reader_calls_them(submitted, keeper) -> None:
    notice = Notice.objects.get(kind="lawyers.submitted")

    assert [name in words(notice, code).title for code, name in (("zh-hans", "赵岚"), ("en", "Zhao Lan"))] == [
        True,
        True,
    ]


@pytest.mark.django_db
def test_notice_leads_to_what_it_is_about(begun) -> None:
    firm, claim = FirmFactory.create(), Claim.objects.create(user=UserFactory.create(), lawyer=begun.lawyer)

    with translation.override("ru"):
        led = [notices.home(Notice(about=firm)), notices.home(Notice(about=begun.lawyer))]
        decided = [notices.desk(Notice(about=one)) for one in (begun, claim, begun.lawyer, None)]

    assert led == [f"/ru/account/firms/{firm.slug}/", "/ru/account/lawyer/"]
    assert decided == [
        f"/console/lawyers/revision/{begun.pk}/decide/",
        f"/console/lawyers/claim/{claim.pk}/decide/",
        f"/console/lawyers/lawyer/{begun.lawyer_id}/keeping/",
        "/console/lawyers/revision/queue/",
    ]


@pytest.mark.django_db
def test_licence_is_read_by_its_lawyer_and_by_moderators_once_it_was_submitted(
    complete, keeper, moderator, folder
) -> None:
    assert [*revisions_of_keepers(keeper)] == [complete]
    assert [*revisions_of_moderators(moderator)] == []
    assert [*File.objects.visible_to(UserFactory.create(is_staff=True))] == []
    assert sent(keeper).sensitive

    complete.state = "submitted"
    complete.submitted_at = timezone.now()
    complete.save()

    assert [*revisions_of_moderators(moderator)] == [complete]


@pytest.mark.django_db
def test_papers_are_no_moderators_while_what_was_returned_is_rewritten(complete, moderator) -> None:
    complete.state = "returned"
    complete.save()

    assert [*revisions_of_moderators(moderator)] == []


@pytest.mark.django_db
def test_who_verifies_lawyers_alone_reads_papers_of_lawyers_alone(staff, keeper) -> None:
    person = staff()
    person.user_permissions.remove(*person.user_permissions.filter(codename="verify_firm"))
    other = staff()
    other.user_permissions.remove(*other.user_permissions.filter(codename="verify_lawyer"))
    of_lawyer = Claim.objects.create(user=keeper, lawyer=LawyerFactory.create())
    of_firm = Claim.objects.create(user=keeper, firm=FirmFactory.create())

    assert [*claims_of_moderators(person)] == [of_lawyer]
    assert [*claims_of_moderators(other)] == [of_firm]
    assert [*revisions_of_moderators(other)] == []
    assert [*claims_of_moderators(keeper)] == []
    assert [*revisions_of_moderators(keeper)] == []
