"""The laws of the demonstration, from an upload to their pages, with a real worker; and once more."""

import time

import pytest
from celery.contrib.testing.worker import start_worker
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from legal.intake.models import Intake
from legal.intake.states import State
from legal.laws.models import Law, ProvisionText
from portal.celery import app
from tests.legal.intake.archives import DEMO, packed_folder
from tests.signing_in import signed_in_staff

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]

PATIENCE = 300
NOTARIES = "cn-notarization-law/2018-01-01.zh.md"


def at(name: str, *parts: object) -> str:
    return reverse(f"admin:intake_intake_{name}", args=parts)


def brought_and_imported(client, content: bytes) -> Intake:
    address = client.post(at("add"), {"archive": SimpleUploadedFile("laws.zip", content), "jurisdiction": ""})[
        "Location"
    ]
    intake = Intake.objects.get(pk=address.strip("/").split("/")[-2])
    wait_for(intake, State.CHECKED)
    client.post(at("import", intake.pk))
    wait_for(intake, State.IMPORTED)
    return intake


def wait_for(intake: Intake, state: State) -> None:
    deadline = time.monotonic() + PATIENCE
    while intake.state != state and time.monotonic() < deadline:
        intake.refresh_from_db()
        assert intake.state != State.FAILED, intake.failure


def laws_of(intake: Intake) -> tuple[int, int, int]:
    laws = intake.result["laws"]
    return laws["created"], laws["changed"], laws["unchanged"]


def test_laws_come_in_by_an_upload_and_a_second_time_nothing_does(client, editor) -> None:
    signed_in_staff(client, editor)
    whole = packed_folder(DEMO)
    folders = len([folder for folder in DEMO.iterdir() if folder.is_dir()])

    with start_worker(app, perform_ping_check=False, pool="solo"):
        first = brought_and_imported(client, whole)
        texts = ProvisionText.objects.count()
        second = brought_and_imported(client, whole)
        changed = packed_folder(
            DEMO, {NOTARIES: (DEMO / NOTARIES).read_bytes().replace("公证".encode(), "公正".encode(), 9)}
        )
        third = brought_and_imported(client, changed)

    assert [laws_of(one) for one in (first, second, third)] == [
        (folders, 0, 0),
        (0, 0, folders),
        (0, 1, folders - 1),
    ]
    assert (Law.objects.count(), ProvisionText.objects.count()) == (folders, texts)
    assert [one.differs for one in (first, second, third)] == [False, False, False]
    assert "民法典" in client.get("/zh-hans/laws/cn/civil-code/").text
