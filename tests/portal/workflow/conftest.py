"""A record to move, and a member of staff; models exist only once the tests are set up."""

from typing import Any

import pytest


@pytest.fixture
def learner() -> Any:
    from tests.factories import UserFactory  # noqa: PLC0415
    from tests.portal.workflow.learning import LEARNING  # noqa: PLC0415

    learner = UserFactory.create(language="zh-hans")
    learner.table = LEARNING
    return learner


@pytest.fixture
def officer() -> Any:
    from tests.factories import UserFactory  # noqa: PLC0415

    return UserFactory.create(is_staff=True)
