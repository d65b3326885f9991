"""The history of a matter and what was submitted are read, taken away, and verified without the portal."""

import json

import pytest
from django.core.management import CommandError, call_command

from legal.matters import chain
from portal.languages import CODES

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("strict_templates")]


@pytest.mark.parametrize(
    ("language", "words"), [("zh-hans", "事项历史"), ("en", "History of the matter"), ("ru", "История дела")]
)
def test_history_is_shown_in_each_language(signed_in, at, submitted, language, words):
    shown = signed_in(submitted.begun_by).get(at("history", submitted, language)).text

    assert f"<h1>{words}</h1>" in shown
    assert all(entry.hash in shown for entry in submitted.entries.all())
    assert chain.sign(submitted, submitted.begun_by) in shown


def test_history_is_downloaded_and_verified_by_the_command(signed_in, at, submitted, tmp_path, capsys):
    answer = signed_in(submitted.begun_by).get(at("history-file", submitted))
    file = tmp_path / "history.json"
    file.write_bytes(answer.content)

    call_command("verify_history", file)

    assert answer["Content-Disposition"] == f'attachment; filename="history-{submitted.number}.json"'
    assert json.loads(answer.content)["entries"][-1]["what"] == "matters.download-history"
    assert capsys.readouterr().out == f"{submitted.number}: 3 entries, each as it was written.\n"


def test_history_that_was_changed_is_found_out_by_the_command(signed_in, at, submitted, tmp_path):
    history = json.loads(signed_in(submitted.begun_by).get(at("history-file", submitted)).content)
    del history["entries"][1]
    file = tmp_path / "history.json"
    file.write_text(json.dumps(history), encoding="utf-8")

    with pytest.raises(CommandError, match="from entry 2 on"):
        call_command("verify_history", file)


@pytest.mark.parametrize(
    "text",
    ["", "[]", '{"format": "another"}', f'{{"format": "{chain.FORMAT}", "matter": "x", "number": "", "entries": [1]}}'],
)
def test_file_that_is_no_history_is_refused_by_the_command(tmp_path, text):
    file = tmp_path / "history.json"
    file.write_text(text, encoding="utf-8")

    with pytest.raises(CommandError, match="is no history of a matter"):
        call_command("verify_history", file)


def test_what_was_submitted_is_downloaded_and_verified_by_the_command(signed_in, at, submitted, tmp_path, capsys):
    client, submission = signed_in(submitted.begun_by), submitted.submissions.get()
    for name in ("manifest", "content"):
        (tmp_path / name).write_bytes(client.get(at(name, submitted, position=1)).content)

    call_command("verify_receipt", tmp_path / "manifest", tmp_path / "content", sha256=submission.sha256.upper())

    told = capsys.readouterr().out
    assert f"manifest.json {submission.sha256}" in told
    assert f"{tmp_path / 'content'}: submitted as submission.json" in told
    assert [entry.what for entry in submitted.entries.all()][-2:] == ["matters.download-submission"] * 2


def test_file_that_was_not_submitted_is_found_out_by_the_command(signed_in, at, submitted, tmp_path, capsys):
    manifest, other = tmp_path / "manifest.json", tmp_path / "other.pdf"
    manifest.write_bytes(signed_in(submitted.begun_by).get(at("manifest", submitted, position=1)).content)
    other.write_bytes(b"Another.")

    with pytest.raises(CommandError, match="Not submitted: 1"):
        call_command("verify_receipt", manifest, other)

    assert f"{other}: not submitted" in capsys.readouterr().out


def test_manifest_of_another_receipt_is_found_out_by_the_command(signed_in, at, submitted, tmp_path):
    manifest = tmp_path / "manifest.json"
    manifest.write_bytes(signed_in(submitted.begun_by).get(at("manifest", submitted, position=1)).content)

    with pytest.raises(CommandError, match="not that of the receipt"):
        call_command("verify_receipt", manifest, sha256="0" * 64)


@pytest.mark.parametrize("text", ["{}", '{"format": "law-wisdom-valley/manifest-1"}'])
def test_file_that_is_no_manifest_is_refused_by_the_command(tmp_path, text):
    manifest = tmp_path / "manifest.json"
    manifest.write_text(text, encoding="utf-8")

    with pytest.raises(CommandError, match="is no list of a submission"):
        call_command("verify_receipt", manifest)


@pytest.mark.parametrize("name", ["manifest", "content"])
def test_submission_that_is_not_there_is_not_downloaded(signed_in, at, submitted, name):
    assert signed_in(submitted.begun_by).get(at(name, submitted, position=2)).status_code == 404


@pytest.mark.parametrize("language", CODES)
def test_long_history_has_pages(signed_in, at, draft, monkeypatch, language):
    monkeypatch.setattr("legal.matters.views.history.A_PAGE", 1)
    client = signed_in(draft.begun_by)
    client.get(at("history", draft, language))

    assert "page=2" in client.get(at("history", draft, language)).text
