"""What tests of lawyers have in common: they are read in English, unless they say otherwise; keepers and moderators."""

from typing import Any

import pytest
from django.utils import translation

# What the role of a registrar has in this room.
RIGHTS = [
    "verify_lawyer",
    "verify_firm",
    *(f"view_{model}" for model in ("lawyer", "firm", "mention", "revision", "claim")),
]


@pytest.fixture(autouse=True)
def in_english(no_language_chosen: None) -> None:
    translation.activate("en")


@pytest.fixture
def folder(settings: Any, tmp_path: Any) -> Any:
    """Where the papers of a test are kept."""
    settings.VAR_DIR = tmp_path
    settings.STORAGES = settings.STORAGES | {"papers": {"BACKEND": "portal.files.storage.PrivateFolder"}}
    return tmp_path


@pytest.fixture
def keeper(db: None) -> Any:
    from tests.factories import UserFactory  # noqa: PLC0415

    return UserFactory.create(full_name="Zhao Lan", email="keeper@lawyers.example")


@pytest.fixture
def staff(db: None) -> Any:
    """Makes moderators."""
    from django.contrib.auth.models import Permission  # noqa: PLC0415

    from tests.factories import UserFactory  # noqa: PLC0415

    def make(**fields: Any) -> Any:
        person = UserFactory.create(**{"is_staff": True, "language": "en", **fields})
        person.user_permissions.set(Permission.objects.filter(content_type__app_label="lawyers", codename__in=RIGHTS))
        return person

    return make


@pytest.fixture
def moderator(staff: Any) -> Any:
    return staff(email="moderator@zone.example")


@pytest.fixture
def begun(keeper: Any) -> Any:
    """A revision of a profile that was never published, and lacks what no name says."""
    from legal.lawyers.actions.profiles import begin  # noqa: PLC0415
    from tests.factories import JurisdictionFactory  # noqa: PLC0415

    names = {"name_zh_hans": "赵岚", "name_en": "Zhao Lan", "name_ru": ""}
    lawyer = begin(names=names, kind="prc-lawyer", jurisdiction=JurisdictionFactory.create(), by=keeper)
    return lawyer.revisions.get()


@pytest.fixture
def complete(begun: Any, keeper: Any, folder: Any) -> Any:
    """A revision that lacks nothing."""
    from legal.lawyers.actions.revising import put_paper  # noqa: PLC0415
    from tests.legal.lawyers.paper import sent  # noqa: PLC0415

    begun.facts |= {
        "licence_number": "16501201910123456",
        "issuing_body_en": "Department of Justice",
        "admissions": [{"jurisdiction": "cn", "number": "", "since": "2019-05-01"}],
        "skills": [{"language": "zh", "consult": "C2", "draft": "C2", "plead": "C2"}],
    }
    begun.save()
    put_paper(begun, sent(keeper), by=keeper)
    return begun


@pytest.fixture
def submitted(complete: Any, keeper: Any) -> Any:
    from legal.lawyers.actions.revising import submit  # noqa: PLC0415

    submit(complete, by=keeper)
    return again(complete)


@pytest.fixture
def on_the_desk(submitted: Any, moderator: Any) -> Any:
    from legal.lawyers.actions.deciding import take  # noqa: PLC0415

    take(submitted, by=moderator)
    return submitted


@pytest.fixture
def published(on_the_desk: Any, moderator: Any) -> Any:
    """A lawyer whose profile was accepted."""
    from legal.lawyers.actions.deciding import accept  # noqa: PLC0415
    from legal.lawyers.checklist import Check  # noqa: PLC0415
    from legal.lawyers.facts.comparing import seen  # noqa: PLC0415

    accept(on_the_desk, seen_mark=seen(on_the_desk), checks=Check.values, by=moderator)
    return again(on_the_desk).lawyer


@pytest.fixture
def change(published: Any, keeper: Any, moderator: Any) -> Any:
    """Makes a revision of the published profile that is on the moderator's desk."""
    from legal.lawyers.actions.deciding import take  # noqa: PLC0415
    from legal.lawyers.actions.revising import revise, submit  # noqa: PLC0415

    def make(**facts: Any) -> Any:
        revision = revise(published, by=keeper)
        revision.facts |= facts
        revision.save()
        submit(revision, by=keeper)
        take(revision, by=moderator)
        return again(revision)

    return make


def again(one: Any) -> Any:
    """A record as the database has it now."""
    return type(one).objects.get(pk=one.pk)
