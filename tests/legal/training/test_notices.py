"""Each thing told has its words in each language, and leads where the reader may go."""

import pytest
from django.utils import translation

from legal.training.states import CourseState
from portal.languages import CODES
from portal.notices.actions import notify
from portal.notices.kinds import BY_SLUG
from portal.notices.rendering import words
from tests.factories import CertificateFactory, SessionFactory, UserFactory

pytestmark = pytest.mark.django_db

KINDS = [slug for slug in BY_SLUG if slug.startswith("training.")]
NAMED = {"course": {"zh-hans": "跨境合同", "en": "Treaties", "ru": "Договоры"}}


@pytest.mark.parametrize("language", CODES)
@pytest.mark.parametrize("kind", KINDS)
def test_notice_names_the_course_in_the_readers_language(kind, language) -> None:
    (notice,) = notify(kind, to=[UserFactory.create()], params=NAMED)

    said = words(notice, language)

    assert NAMED["course"][language] in said.title
    assert said.body


def test_notice_leads_to_the_session_or_to_ones_courses() -> None:
    shown, hidden = SessionFactory.create(), SessionFactory.create(course__state=CourseState.ARCHIVED)
    about = [shown, hidden, CertificateFactory.create()]

    told = [notify("training.place", to=[UserFactory.create()], about=one, params=NAMED)[0] for one in about]

    with translation.override("en"):
        ours = shown.get_absolute_url()
    assert [words(one, "en").address for one in told] == [ours, *["/en/account/training/"] * 2]
