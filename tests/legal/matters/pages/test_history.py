"""The history of a matter and what was submitted are read, taken away, and verified without the portal."""

import json

import pytest
from django.core.management import CommandError, call_command

from legal.matters import chain
from legal.matters.canonical import canonical, digest
from portal.languages import CODES
from tests.legal.matters.cutting import cut_off

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("strict_templates")]
# What is downloaded one after the other, and what the address of each says beside.
OLDER = [("history-file", {}), ("manifest", {"position": 1}), ("history-file", {})]


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


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda entries: entries.pop(1), "^Cut: 1 entry is missing from entry 2 on"),
        (lambda entries: entries[1].update(what="matters.save"), "^Changed: from entry 2 on"),
    ],
)
def test_history_that_was_changed_is_found_out_by_the_command(signed_in, at, submitted, tmp_path, change, told):
    history = json.loads(signed_in(submitted.begun_by).get(at("history-file", submitted)).content)
    change(history["entries"])
    file = tmp_path / "history.json"
    file.write_text(json.dumps(history), encoding="utf-8")

    with pytest.raises(CommandError, match=told):
        call_command("verify_history", file)


@pytest.mark.django_db(transaction=True)
def test_entries_cut_off_are_found_out_by_the_next_download(signed_in, at, submitted, tmp_path):
    client, file = signed_in(submitted.begun_by), tmp_path / "history.json"
    client.get(at("history-file", submitted))
    cut_off(submitted, after=1)
    file.write_bytes(client.get(at("history-file", submitted)).content)

    with pytest.raises(CommandError, match="2 entries are missing from entry 2 on"):
        call_command("verify_history", file)


def test_history_goes_on_from_what_was_kept_of_it(signed_in, at, submitted, tmp_path, capsys):
    client = signed_in(submitted.begun_by)
    files = [tmp_path / name for name in ("older.json", "manifest.json", "newer.json")]
    for file, (name, more) in zip(files, OLDER, strict=True):
        file.write_bytes(client.get(at(name, submitted, **more)).content)

    call_command("verify_history", files[2], "--kept", *files[:2])

    assert capsys.readouterr().out == f"{submitted.number}: 5 entries, each as it was written.\n"


@pytest.mark.parametrize(("left", "told"), [(4, "1 entry is"), (2, "3 entries are"), (0, "5 entries are")])
def test_history_that_is_shorter_than_what_was_kept_of_it_is_found_out(signed_in, at, submitted, tmp_path, left, told):
    client, older, newer = signed_in(submitted.begun_by), tmp_path / "older.json", tmp_path / "newer.json"
    for file in (newer, newer, older):
        file.write_bytes(client.get(at("history-file", submitted)).content)
    short = json.loads(older.read_bytes())
    short["entries"] = short["entries"][:left]
    forged(short, newer)

    with pytest.raises(CommandError, match=f"^Cut: {told} missing at the end.$"):
        call_command("verify_history", newer, "--kept", older)


@pytest.mark.parametrize("name", ["history-file", "manifest"])
def test_history_that_was_written_anew_is_found_out_by_what_was_kept(signed_in, at, submitted, tmp_path, name):
    client, kept, newer = signed_in(submitted.begun_by), tmp_path / "kept.json", tmp_path / "newer.json"
    kept.write_bytes(client.get(at(name, submitted, **({"position": 1} if name == "manifest" else {}))).content)
    history = chain.written_out(submitted)
    history["entries"][0]["details"] = {"kind": "another"}
    forged(history, newer)

    with pytest.raises(CommandError, match=f"^Changed: it does not go on from where it stood in {kept}.$"):
        call_command("verify_history", newer, "--kept", kept)


@pytest.mark.parametrize("text", ["", f'{{"format": "{chain.FORMAT}", "entries": []}}'])
def test_file_that_was_kept_and_is_none_is_refused(signed_in, at, submitted, tmp_path, text):
    kept, newer = tmp_path / "kept.json", tmp_path / "newer.json"
    newer.write_bytes(signed_in(submitted.begun_by).get(at("history-file", submitted)).content)
    kept.write_text(text, encoding="utf-8")

    with pytest.raises(CommandError, match="is no history of a matter"):
        call_command("verify_history", newer, "--kept", kept)


def forged(history, file):
    """A history of which every sum and the end are right, whatever was changed in it before."""
    before = chain.FIRST
    for entry in history["entries"]:
        entry["previous"] = before
        del entry["hash"]
        before = entry["hash"] = digest(canonical(entry))
    history |= {"length": len(history["entries"]), "hash": before}
    file.write_text(json.dumps(history), encoding="utf-8")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "[" * 100_000,
        '{"format": "another"}',
        f'{{"format": "{chain.FORMAT}", "matter": "x", "number": "", "entries": [1]}}',
        (
            f'{{"format": "{chain.FORMAT}", "matter": "x", "entries": '
            '[{"position": 1, "matter": "\\ud800", "previous": "", "hash": ""}]}'
        ),
    ],
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
    assert f"{submitted.number}, submission 1, " in told
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


MANIFEST = """{"format": "law-wisdom-valley/manifest-1", "number": "ARB\\u001b[2J", "position": 1, "submitted_at": "",
    "submission": {"name": "", "sha256": ""}, "files": []}"""


@pytest.mark.parametrize(
    "text",
    [
        "{}",
        '{"format": "law-wisdom-valley/manifest-1"}',
        MANIFEST.replace("[]}", '["name"]}'),
        MANIFEST.replace("[]}", '[{"name": "a", "sha256": []}]}'),
        # Which number is it? One reader takes the first, another the last.
        MANIFEST.replace("{", '{"number": "another", ', 1),
    ],
)
def test_file_that_is_no_manifest_is_refused_by_the_command(tmp_path, text):
    manifest = tmp_path / "manifest.json"
    manifest.write_text(text, encoding="utf-8")

    with pytest.raises(CommandError, match="is no list of a submission"):
        call_command("verify_receipt", manifest)


def test_manifest_moves_no_cursor_of_a_terminal(tmp_path, capsys):
    manifest = tmp_path / "manifest.json"
    manifest.write_text(MANIFEST, encoding="utf-8")

    call_command("verify_receipt", manifest)

    assert capsys.readouterr().out.startswith("ARB\ufffd[2J, submission 1, ")


@pytest.mark.parametrize("command", ["verify_receipt", "verify_history"])
def test_file_that_is_not_there_is_named_by_the_command(tmp_path, command):
    with pytest.raises(CommandError, match=r"nowhere\.json cannot be read"):
        call_command(command, tmp_path / "nowhere.json")


@pytest.mark.parametrize("name", ["manifest", "content"])
def test_submission_that_is_not_there_is_not_downloaded(signed_in, at, submitted, name):
    assert signed_in(submitted.begun_by).get(at(name, submitted, position=2)).status_code == 404


@pytest.mark.parametrize("language", CODES)
def test_long_history_has_pages(signed_in, at, draft, monkeypatch, language):
    monkeypatch.setattr("legal.matters.views.history.A_PAGE", 1)
    client = signed_in(draft.begun_by)
    client.get(at("history", draft, language))

    assert "page=2" in client.get(at("history", draft, language)).text
