"""An enterprise with its owner, and files on their shelf; models exist only once the tests are set up."""

import hashlib
from typing import Any

import pytest
from django.utils import translation


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    """Where the files of a test are kept."""
    settings.VAR_DIR = tmp_path
    settings.STORAGES = settings.STORAGES | {"papers": {"BACKEND": "portal.files.storage.PrivateFolder"}}
    return tmp_path


@pytest.fixture(autouse=True)
def told_in_english(no_language_chosen: None) -> None:
    """Sentences outside of a page are compared as they stand in the code."""
    translation.activate("en")


@pytest.fixture
def owner(db: None) -> Any:
    from tests.factories import UserFactory  # noqa: PLC0415

    return UserFactory.create(full_name="Aigerim Sample", email="owner@enterprise.example")


@pytest.fixture
def enterprise(owner: Any) -> Any:
    """One that is verified."""
    from enterprises.states import State  # noqa: PLC0415
    from tests.factories import EnterpriseFactory  # noqa: PLC0415

    return EnterpriseFactory.create(owner=owner, state=State.VERIFIED, number="")


@pytest.fixture
def viewer(enterprise: Any) -> Any:
    from enterprises.policies import Role  # noqa: PLC0415
    from tests.factories import MembershipFactory  # noqa: PLC0415

    return MembershipFactory.create(enterprise=enterprise, role=Role.VIEWER).person


@pytest.fixture
def sent(owner: Any) -> Any:
    """Puts a file on somebody's shelf, as an upload does."""
    from tests.factories import PaperFactory  # noqa: PLC0415

    def send(content: str = "A contract.", *, by: Any = owner, size: int = 1200) -> Any:
        sha256 = hashlib.sha256(content.encode()).hexdigest()
        return PaperFactory.create(owner=by, purpose="exhibits.exhibit", sha256=sha256, size=size, uploaded_by=by)

    return send


@pytest.fixture
def exhibit(enterprise: Any, owner: Any) -> Any:
    """A contract in Russian, in the list."""
    from tests.factories import ExhibitFactory  # noqa: PLC0415

    return ExhibitFactory.create(enterprise=enterprise, added_by=owner, number=1, name="Contract 7")


@pytest.fixture
def held() -> Any:
    """Lets an app above hold exhibits, as long as the test lasts."""
    from legal.exhibits import registry  # noqa: PLC0415
    from legal.exhibits.models import Exhibit  # noqa: PLC0415

    keys: set[int] = set()
    holding = lambda: Exhibit.objects.filter(pk__in=keys)  # noqa: E731
    for _twice in range(2):
        registry.hold(holding)
    yield keys
    registry._holdings.remove(holding)
