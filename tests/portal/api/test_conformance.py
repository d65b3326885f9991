"""The interface asked in every way its schema allows, and in ways it forbids: it answers as the schema says."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import hypothesis
import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import strategies
from pytest_django import Settings
from schemathesis.config import SchemathesisConfig
from schemathesis.generation import GenerationMode

from portal.api.interface import schema
from portal.search import actions as search
from portal.wsgi import application

EXAMPLES = 6
CONFIG = SchemathesisConfig.from_dict({"generation": {"deterministic": True}})


def served(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
    """The portal, as a server hands it a request: with the address it came from."""
    return application({"REMOTE_ADDR": "127.0.0.1", **environ}, start_response)


INTERFACE = schemathesis.openapi.from_dict(json.loads(json.dumps(schema())), config=CONFIG)
INTERFACE.app = served
OPERATIONS = {one.ok().label: one.ok() for one in INTERFACE.get_all_operations()}


@pytest.fixture
def one_connection() -> Iterator[None]:
    """The requests see what the test has not committed: no connection is put away between them."""
    signals = (request_started, request_finished)
    for signal in signals:
        signal.disconnect(close_old_connections)
    yield
    for signal in signals:
        signal.connect(close_old_connections)


@pytest.fixture
def index(settings: Settings, tmp_path: Path, case_of_law: object) -> None:
    settings.SEARCH_INDEX_DIR = tmp_path / "index"
    search.apply()


@pytest.mark.usefixtures("unlimited", "term", "index", "one_connection")
@pytest.mark.parametrize("label", OPERATIONS)
def test_address_answers_as_the_schema_says(label: str) -> None:
    operation = OPERATIONS[label]
    ways = [operation.as_strategy(generation_mode=mode) for mode in (GenerationMode.POSITIVE, GenerationMode.NEGATIVE)]

    @hypothesis.settings(max_examples=EXAMPLES, deadline=None, derandomize=True, database=None)
    @hypothesis.given(case=strategies.one_of(*ways))
    def asked(case: schemathesis.Case) -> None:
        case.call_and_validate()

    asked()
