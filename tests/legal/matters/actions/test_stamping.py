"""A receipt has the time-stamp of an authority where there is one, and is never lost or late for ever for it."""

import datetime
import io
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdf
import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from legal.matters import printing, stamping
from legal.matters.actions import receipts
from legal.matters.actions.stamping import SOUGHT, WAIT, is_awaited, seek, stamp
from legal.matters.models import Matter, Receipt, Stamp
from tests.legal.matters.authority import Authority, running

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.fixture
def authority(tmp_path: Path, settings: Any) -> Iterator[Authority]:
    folder = tmp_path / "authority"
    folder.mkdir()
    with running(folder) as found:
        settings.TSA_URL, settings.TSA_CERTIFICATES = found.url, str(found.certificates)
        yield found


def younger_than(monkeypatch: pytest.MonkeyPatch, name: str, span: datetime.timedelta) -> None:
    monkeypatch.setattr(f"legal.matters.actions.stamping.{name}", span)


def test_receipt_carries_the_time_of_the_authority(submitted: Matter, authority: Authority) -> None:
    before = timezone.now().replace(microsecond=0)

    receipt = receipts.make(submitted.submissions.get().pk)

    kept = Stamp.objects.get()
    assert receipt is not None
    assert before <= kept.at <= timezone.now()
    assert (kept.authority, str(kept)) == ("CN=Trial time-stamping authority", str(kept.submission_id))
    assert [entry.what for entry in submitted.entries.order_by("-position")[:2]] == ["matters.receipt", "matters.stamp"]


@pytest.mark.parametrize(("place", "words"), [(0, "时间戳"), (1, "time-stamp (RFC 3161) of"), (2, "метку времени")])
def test_paper_says_by_whom_and_when_in_three_languages(
    submitted: Matter, authority: Authority, place: int, words: str
) -> None:
    submission = submitted.submissions.get()
    stamp(submission)

    said = printing.content(submission)["columns"][place]["said"]

    assert words in said[3]
    assert "CN=Trial time-stamping authority" in said[3]
    assert pypdf.PdfReader(io.BytesIO(printing.write(submission))).pages


def test_time_stamp_is_verified_by_openssl_too(submitted: Matter, authority: Authority, tmp_path: Path) -> None:
    submission = submitted.submissions.get()
    stamp(submission)
    (tmp_path / "manifest.json").write_text(submission.manifest)
    (tmp_path / "timestamp.tsr").write_bytes(submission.stamp.answer)

    verified = subprocess.run(
        [
            "openssl",
            "ts",
            "-verify",
            "-data",
            "manifest.json",
            "-in",
            "timestamp.tsr",
            "-CAfile",
            authority.certificates,
        ],
        cwd=tmp_path,
        capture_output=True,
        check=False,
    )

    assert verified.stdout == b"Verification: OK\n"


def test_without_an_authority_nobody_is_asked_and_the_paper_says_so(submitted: Matter) -> None:
    submission = submitted.submissions.get()

    made = receipts.make(submission.pk)

    assert made is not None
    assert (Stamp.objects.count(), seek(10), is_awaited(submission)) == (0, 0, False)
    said = printing.content(submission)["columns"][1]["said"][3]
    assert said == "It carries no time-stamp of a time-stamping authority (RFC 3161)."


def test_receipt_waits_for_an_authority_that_is_away(submitted: Matter, authority: Authority) -> None:
    authority.away = True
    pk = submitted.submissions.get().pk

    waits = receipts.make(pk)
    authority.away = False
    made = receipts.make(pk)

    assert (waits, authority.asked) == (None, 2)
    assert made is not None
    assert Stamp.objects.count() == 1


def test_receipt_is_made_without_once_it_has_waited_long_enough(
    submitted: Matter, authority: Authority, monkeypatch: pytest.MonkeyPatch
) -> None:
    authority.away = True
    younger_than(monkeypatch, "WAIT", datetime.timedelta())

    made = receipts.make(submitted.submissions.get().pk)

    assert made is not None
    said = printing.content(made.submission)["columns"][1]["said"][3]
    assert said.startswith("When this receipt was made, no time-stamp of the authority (RFC 3161) had come.")


def test_time_stamp_that_comes_later_is_kept_beside_the_receipt(
    submitted: Matter, authority: Authority, monkeypatch: pytest.MonkeyPatch
) -> None:
    authority.away = True
    younger_than(monkeypatch, "WAIT", datetime.timedelta())
    receipts.make(submitted.submissions.get().pk)
    away = seek(10)
    authority.away = False

    receipts.sweep()

    assert (away, Stamp.objects.count(), Receipt.objects.count(), seek(10)) == (0, 1, 1, 0)


def test_time_stamp_is_not_sought_for_ever(
    submitted: Matter, authority: Authority, monkeypatch: pytest.MonkeyPatch
) -> None:
    authority.away = True
    younger_than(monkeypatch, "WAIT", datetime.timedelta())
    receipts.make(submitted.submissions.get().pk)
    younger_than(monkeypatch, "SOUGHT", datetime.timedelta())
    asked = authority.asked

    assert (seek(10), authority.asked) == (0, asked)
    assert datetime.timedelta(0) < WAIT < SOUGHT


def test_submission_that_has_its_time_stamp_asks_for_no_other(submitted: Matter, authority: Authority) -> None:
    submission = submitted.submissions.get()

    assert (stamp(submission), stamp(submission), authority.asked) == (True, True, 1)


def test_two_who_ask_at_once_leave_one(submitted: Matter, authority: Authority) -> None:
    one, other = submitted.submissions.get(), submitted.submissions.get()
    assert not hasattr(one, "stamp")
    assert not hasattr(other, "stamp")

    assert (stamp(one), stamp(other)) == (True, True)

    assert Stamp.objects.count() == 1
    assert submitted.entries.filter(what="matters.stamp").count() == 1


@pytest.mark.parametrize("answer", [b"no time-stamp at all", b"\x30\x03\x02\x01\x00"])
def test_answer_that_is_no_time_stamp_is_none(submitted: Matter, authority: Authority, answer: bytes) -> None:
    authority.lying = answer

    assert not stamp(submitted.submissions.get())


def test_time_stamp_of_something_else_is_none(submitted: Matter, authority: Authority) -> None:
    trusted = stamping.read_certificates(authority.certificates)
    authority.lying = stamping.ask(authority.url, "something else", trusted).answer

    assert not stamp(submitted.submissions.get())


def test_authority_nobody_trusts_gives_none(submitted: Matter, authority: Authority, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    stranger = stamping.read_certificates(Authority(other).certificates)
    answer = stamping.ask(authority.url, "list", stamping.read_certificates(authority.certificates)).answer

    with pytest.raises(stamping.NotStampedError):
        stamping.verify(answer, b"list", stranger)


def test_authority_that_cannot_be_reached_gives_none(submitted: Matter, authority: Authority, settings: Any) -> None:
    settings.TSA_URL = "http://127.0.0.1:9/"

    assert not stamp(submitted.submissions.get())


def test_certificates_that_are_not_there_give_none(submitted: Matter, authority: Authority, settings: Any) -> None:
    settings.TSA_CERTIFICATES = "/nowhere/tsa.pem"

    assert not stamp(submitted.submissions.get())


@pytest.fixture
def downloaded(submitted: Matter, authority: Authority, tmp_path: Path) -> dict[str, Path]:
    submission = submitted.submissions.get()
    stamp(submission)
    files = {"manifest": tmp_path / "manifest.json", "timestamp": tmp_path / "timestamp.tsr"}
    files["manifest"].write_text(submission.manifest)
    files["timestamp"].write_bytes(submission.stamp.answer)
    return files | {"certificates": authority.certificates}


def test_command_says_when_the_authority_has_seen_the_manifest(downloaded: dict[str, Path]) -> None:
    said = io.StringIO()

    call_command(
        "verify_receipt",
        str(downloaded["manifest"]),
        timestamp=downloaded["timestamp"],
        certificates=downloaded["certificates"],
        stdout=said,
    )

    at = Stamp.objects.get().at.isoformat()
    assert f"{downloaded['timestamp']}: {at}, CN=Trial time-stamping authority" in said.getvalue()


def test_command_refuses_a_manifest_that_was_changed(downloaded: dict[str, Path]) -> None:
    manifest = downloaded["manifest"]
    manifest.write_text(manifest.read_text() + "\n")

    with pytest.raises(CommandError, match="is no time-stamp of this manifest"):
        call_command(
            "verify_receipt",
            str(manifest),
            timestamp=downloaded["timestamp"],
            certificates=downloaded["certificates"],
            stdout=io.StringIO(),
        )


def test_command_wants_the_certificates(downloaded: dict[str, Path]) -> None:
    with pytest.raises(CommandError, match="Name the certificates"):
        call_command(
            "verify_receipt", str(downloaded["manifest"]), timestamp=downloaded["timestamp"], stdout=io.StringIO()
        )


@pytest.mark.parametrize("language", ["zh-hans", "en", "ru"])
def test_pages_show_the_time_stamp_and_hand_it_out(client, submitted: Matter, authority: Authority, language) -> None:
    submission = submitted.submissions.get()
    receipts.make(submission.pk)
    client.force_login(submitted.begun_by)
    place = f"/{language}/enterprises/{submitted.enterprise.key}/matters/{submitted.key}/"

    page = client.get(place)
    public = client.get(f"/{language}/receipts/{submission.token}/")
    file = client.get(f"{place}submissions/1/timestamp.tsr")

    assert "CN=Trial time-stamping authority" in page.text
    assert "CN=Trial time-stamping authority" in public.text
    assert file["Content-Type"] == "application/timestamp-reply"
    assert file["Content-Disposition"] == 'attachment; filename="timestamp.tsr"'
    assert file.content == bytes(Stamp.objects.get().answer)


def test_submission_without_a_time_stamp_hands_out_none(client, submitted: Matter) -> None:
    client.force_login(submitted.begun_by)

    assert client.get(f"{submitted.get_absolute_url()}submissions/1/timestamp.tsr").status_code == 404
