import pytest
from django.core.cache import caches
from django.utils import timezone

from tests.legal.laws.pages.days import TODAY

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    """The day the pages are read on."""
    monkeypatch.setattr(timezone, "localdate", lambda: TODAY)


@pytest.fixture(autouse=True)
def nothing_kept() -> None:
    """Pages kept for other tests do not answer in this one."""
    for kept in caches.all(initialized_only=True):
        kept.clear()
