"""What every test stands on: real servers, a closed network, the corpus where it is at hand."""

import math
from pathlib import Path

import hypothesis
import pytest
from django.utils import translation

from portal import outage

pytest_plugins = [
    "tests.plugins.servers",
    "tests.plugins.network",
    "tests.plugins.browser",
    "tests.plugins.templates",
    "tests.plugins.sharing",
    "tests.plugins.memory",
]

# A busy machine is no reason to fail: how long a text takes to be read is measured where that is the question.
hypothesis.settings.register_profile(
    "unhurried", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow]
)
hypothesis.settings.load_profile("unhurried")

CORPUS = Path(__file__).resolve().parents[2] / "shared" / "corpus"


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The official texts beside the project."""
    if not CORPUS.is_dir():
        pytest.skip(f"The corpus is not beside the project ({CORPUS}).")
    return CORPUS


@pytest.fixture(autouse=True)
def no_language_chosen() -> None:
    """A request leaves its language behind in the process; each test begins with the portal's own."""
    translation.deactivate()


@pytest.fixture(autouse=True)
def no_outage_known() -> None:
    """A server found away is left alone for seconds, in which another test would be told that it is away."""
    outage.mail.met = outage.mail.told = -math.inf
