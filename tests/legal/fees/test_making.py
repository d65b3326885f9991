"""The paper of a notice says the same in three languages, and is made once, whoever was killed on the way."""

import io
import json

import pypdf
import pytest

from legal.fees import printing, tasks
from legal.fees.actions import making
from legal.fees.models import FeeNotice
from portal import sending
from portal.files import storage
from tests.at_once import at_once
from tests.factories import PayeeFactory
from tests.legal.fees.conftest import DAY, issued

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
BASIS = {"source": {"zh": "收费表", "en": "Fee table", "ru": "Тариф"}, "source_url": "https://fees.example/"}


def test_paper_says_the_same_in_three_languages(notice) -> None:
    columns = printing.content(notice)["columns"]

    assert [column["title"] for column in columns] == ["缴费通知书", "Fee notice", "Уведомление об оплате"]
    assert [column["total"] for column in columns] == ["CNY\xa0300.00", "CNY\xa0300.00", "CNY\xa0300,00"]
    assert [column["lines"][0][0] for column in columns] == ["案件受理费", "Acceptance fee", "Регистрационный сбор"]
    assert [
        dict(column["facts"])[label] for column, label in zip(columns, ("缴费期限", "Due", "Срок оплаты"), strict=True)
    ] == [
        "以机构通知为准",
        "as notified by the institution",
        "по уведомлению учреждения",
    ]
    assert [column["said"][1:] for column in columns] == [
        ["平台不收款：请只向上述账户付款。", "本通知书不是发票。"],
        ["The portal takes no money: pay to the account above alone.", "This is no tax invoice (fapiao)."],
        [
            "Портал не принимает деньги: платите только на указанный выше счет.",
            "Это не налоговый счет-фактура (фапяо).",
        ],
    ]


@pytest.mark.parametrize(("checked_on", "confirmed"), [("2026-11-01", False), (None, True)])
def test_paper_says_on_what_its_lines_rest(matter, officer, checked_on, confirmed) -> None:
    payee = PayeeFactory.create(issues_invoice=True, sample=True)
    basis = BASIS | {"checked_on": checked_on, "confirmed": confirmed}
    notice = issued(matter, officer, payee, due_on=DAY, basis=basis)

    content = printing.content(notice)

    said = content["columns"][1]["said"]
    assert content["sample"]
    assert "issues one for what it receives" in said[2]
    assert f"Fee table, checked on {'1 November 2026' if checked_on else '—'}." in said[3]
    assert said[4:] == ([] if confirmed else ["The source is to be confirmed."])


def test_paper_is_made_once_and_kept_with_its_sum(notice) -> None:
    made = making.make(notice.pk)

    assert made is not None
    assert (making.make(notice.pk), making.make(0)) == (None, None)
    notice.refresh_from_db()
    assert (notice.file.name, notice.sha256, notice.file.owner) == (f"{notice.number}.pdf", notice.file.sha256, notice)
    entry = notice.matter.entries.last()
    assert (entry.what, entry.actor) == ("fees.paper", "portal")
    assert entry.details == {"notice": notice.number, "sha256": notice.sha256}
    with storage.papers().opened(storage.key(notice.file)) as kept:
        text = pypdf.PdfReader(io.BytesIO(kept.read())).pages[0].extract_text()
    assert all(words in text for words in (notice.number, "Acceptance fee", "Регистрационный сбор", "案件受理费"))


def test_paper_is_the_same_bytes_each_time_and_its_content_is_plain_data(matter, officer) -> None:
    notice = issued(matter, officer, PayeeFactory.create(sample=True, bank_code=""))

    assert printing.write(notice) == printing.write(notice)
    assert json.loads(json.dumps(printing.content(notice)))["number"] == notice.number


def test_sweep_finds_what_was_lost_until_the_paper_is_made(notice, monkeypatch) -> None:
    told: list[tuple[object, ...]] = []
    monkeypatch.setattr(sending.current_app, "send_task", lambda name, args, **_: told.append((name, *args)))

    tasks.sweep()
    tasks.make_paper(notice.pk)
    tasks.sweep()

    assert told.count(("legal.fees.tasks.make_paper", notice.pk)) == 1


@pytest.mark.django_db(transaction=True)
def test_of_two_workers_at_once_one_keeps_the_paper(notice) -> None:
    done = at_once(lambda: making.make(notice.pk), lambda: making.make(notice.pk))

    assert (done.count(None), FeeNotice.objects.exclude(file=None).count()) == (1, 1)
