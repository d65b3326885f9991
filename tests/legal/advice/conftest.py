"""A consultation and a contract review, as far as a test needs them; models exist only once the tests are set up."""

from typing import Any

import pytest
from django.urls import reverse
from django.utils import translation


@pytest.fixture(autouse=True)
def told_in_english(no_language_chosen: None) -> None:
    """Sentences outside of a page are compared as they stand in the code."""
    translation.activate("en")


@pytest.fixture(autouse=True)
def kept_apart(settings: Any, tmp_path: Any) -> None:
    """Files are received into a folder of the test's own."""
    settings.VAR_DIR = tmp_path


@pytest.fixture
def at() -> Any:
    """The address of a page of a matter, in English."""

    def address(name: str, matter: Any, language: str = "en", **parts: Any) -> str:
        with translation.override(language):
            return reverse(name if ":" in name else f"advice:{name}", kwargs=matter.place | parts)

    return address


@pytest.fixture
def china(db: None) -> Any:
    from tests.factories import JurisdictionFactory  # noqa: PLC0415

    return JurisdictionFactory.create(code="cn", name_zh_hans="中国", name_en="China", name_ru="Китай")


@pytest.fixture
def kazakhstan(db: None) -> Any:
    from tests.factories import JurisdictionFactory  # noqa: PLC0415

    return JurisdictionFactory.create(code="kz", name_zh_hans="哈萨克斯坦", name_en="Kazakhstan", name_ru="Казахстан")


@pytest.fixture
def empty(db: None) -> Any:
    """A consultation in which nothing is asked yet."""
    from tests.factories import MatterFactory  # noqa: PLC0415

    return MatterFactory.create(kind="consultation", title="May we set off?")


@pytest.fixture
def asked(empty: Any, china: Any) -> Any:
    """A consultation whose question is written."""
    from tests.legal.advice.world import ask  # noqa: PLC0415

    return ask(empty, china)


@pytest.fixture
def taken(asked: Any) -> Any:
    """A consultation with a staff lawyer."""
    from tests.legal.advice.world import take_up  # noqa: PLC0415

    return take_up(asked)


@pytest.fixture
def lawyer(taken: Any) -> Any:
    """The staff lawyer on whose desk it is."""
    from tests.legal.advice.world import holder  # noqa: PLC0415

    return holder(taken, "handle_question")


@pytest.fixture
def contract(db: None) -> Any:
    """A contract review that is complete."""
    from tests.factories import MatterFactory  # noqa: PLC0415
    from tests.legal.advice.world import want_review  # noqa: PLC0415

    return want_review(MatterFactory.create(kind="contract-review", title="A supply contract"))


@pytest.fixture
def reviewed(contract: Any) -> Any:
    """A contract review with a staff lawyer."""
    from tests.legal.advice.world import take_up  # noqa: PLC0415

    return take_up(contract)


@pytest.fixture
def reviewer(reviewed: Any) -> Any:
    """The staff lawyer on whose desk it is."""
    from tests.legal.advice.world import holder  # noqa: PLC0415

    return holder(reviewed, "handle_review")
