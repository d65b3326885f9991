"""An enterprise with its people and an officer; models exist only once the tests are set up."""

from typing import Any

import pytest

# What the role of a registrar has in this room, but for importing.
RIGHTS = ["verify_enterprise", "view_enterprise", "view_identifier", "view_membership"]


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    """Where the papers of a test are kept."""
    settings.VAR_DIR = tmp_path
    settings.STORAGES = settings.STORAGES | {"papers": {"BACKEND": "portal.files.storage.PrivateFolder"}}
    return tmp_path


@pytest.fixture
def owner(db: None) -> Any:
    from tests.factories import UserFactory  # noqa: PLC0415

    return UserFactory.create(full_name="Aigerim Sample", email="owner@enterprise.example")


@pytest.fixture
def enterprise(owner: Any) -> Any:
    """A draft that lacks nothing but its papers."""
    from tests.factories import EnterpriseFactory  # noqa: PLC0415

    return EnterpriseFactory.create(owner=owner)


@pytest.fixture
def member(enterprise: Any) -> Any:
    """Makes members of the enterprise, in a role."""
    from tests.factories import MembershipFactory  # noqa: PLC0415

    return lambda role, **person: MembershipFactory.create(
        enterprise=enterprise, role=role, **{f"person__{name}": value for name, value in person.items()}
    )


@pytest.fixture
def complete(enterprise: Any) -> Any:
    """The draft with its papers."""
    from tests.factories import PaperFactory  # noqa: PLC0415

    for purpose in ("enterprises.licence", "enterprises.letter"):
        PaperFactory.create(owner=enterprise, purpose=purpose)
    return enterprise


@pytest.fixture
def submitted(complete: Any, owner: Any) -> Any:
    from enterprises.actions.registering import submit  # noqa: PLC0415

    submit(complete, by=owner)
    complete.refresh_from_db()
    return complete


@pytest.fixture
def registrar(db: None) -> Any:
    """Makes officers who may decide registrations."""
    from django.contrib.auth.models import Permission  # noqa: PLC0415

    from tests.factories import UserFactory  # noqa: PLC0415

    def make(**fields: Any) -> Any:
        officer = UserFactory.create(**{"is_staff": True, "language": "zh-hans", **fields})
        allowed = Permission.objects.filter(content_type__app_label="enterprises", codename__in=RIGHTS)
        officer.user_permissions.set(allowed)
        return officer

    return make


@pytest.fixture
def officer(registrar: Any) -> Any:
    return registrar(full_name="Officer Sample", email="officer@zone.example")


@pytest.fixture
def in_review(submitted: Any, officer: Any) -> Any:
    from enterprises.actions.deciding import take  # noqa: PLC0415

    take(submitted, by=officer)
    submitted.refresh_from_db()
    return submitted


@pytest.fixture
def verified(in_review: Any, officer: Any) -> Any:
    from enterprises.actions.deciding import verify  # noqa: PLC0415
    from enterprises.checklist import Check  # noqa: PLC0415

    verify(in_review, checks=Check.values, by=officer)
    in_review.refresh_from_db()
    return in_review
