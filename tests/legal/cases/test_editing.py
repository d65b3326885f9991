"""Cases in the console: what is told can be edited, texts and what is applied cannot."""

import datetime

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse

from legal.cases.models import Case, CaseMention, CaseText
from legal.laws.wording import wording
from portal.accounts.actions import apply_roles
from portal.search.models import Change
from tests.factories import (
    CaseFactory,
    CaseProvisionFactory,
    CaseTextFactory,
    EditionFactory,
    LawFactory,
    UserFactory,
)
from tests.signing_in import signed_in_staff

pytestmark = pytest.mark.django_db


def staff(client: Client, role: str) -> Client:
    apply_roles()
    person = UserFactory.create(is_staff=True)
    person.groups.add(Group.objects.get(name=role))
    signed_in_staff(client, person)
    return client


def form(case: Case, **changes: object) -> dict[str, object]:
    fields = ("title", "court", "parties", "facts", "issue", "holding", "significance")
    words = {
        f"{field}_{column}": getattr(case, f"{field}_{column}") or ""
        for field in fields
        for column in ("zh_hans", "en", "ru")
    }
    facts = {
        "court_level": case.court_level, "number": case.number, "decided": "2022-09-18", "status": case.status,
        "source": case.source,
    }  # fmt: skip
    frames = {
        f"{prefix}-{name}": "0"
        for prefix in ("texts", "applied", "relations")
        for name in ("TOTAL_FORMS", "INITIAL_FORMS", "MIN_NUM_FORMS", "MAX_NUM_FORMS")
    }
    return {**facts, **words, **frames, **changes}


def edit(client: Client, case: Case, **changes: object) -> int:
    return client.post(reverse("admin:cases_case_change", args=[case.pk]), form(case, **changes)).status_code


def test_editor_changes_what_is_told_and_search_takes_it_up(client: Client) -> None:
    case = CaseFactory.create(languages=["en", "ru", "zh"])
    CaseTextFactory.create(case=case, language="kk")

    silent = {f"{part}_ru": "" for part in ("facts", "issue", "holding", "significance")}
    words = {"parties_zh_hans": "张莉；丝绸公司", "facts_zh_hans": "张莉拒付。"}

    status = edit(staff(client, "law-editor"), case, number="[2020] UKSC 38", **silent, **words)

    case.refresh_from_db()
    assert status == 302
    assert (case.number_key, case.languages) == ("2020 uksc 38", ["en", "kk", "zh"])
    assert (case.parties_zh_hans, case.facts_zh_hans) == ("张某；丝绸公司", "张某拒付。")
    assert Change.objects.filter(source="cases", key=case.pk).count() == 1


def test_texts_are_shortened_too_and_what_they_mention_moves_along(client: Client) -> None:
    body = "原告张莉依《仲裁法》第二十条，被告人李四喜犯罪。"
    text = CaseTextFactory.create(body=body, source="张莉案公报")
    english = CaseTextFactory.create(case=text.case, language="en", based_on=text.wording, body="Silk won.")
    CaseTextFactory.create(case=text.case, language="kk", body="Нұрлан Серікұлы Ахметов")
    mention = CaseMention.objects.create(
        text=text, applied=CaseProvisionFactory.create(case=text.case), start=body.index("《"), end=body.index("，")
    )

    edit(staff(client, "law-editor"), text.case, parties_zh_hans="张莉；丝绸公司", number="张莉1号", source="张莉公报")

    for row in (text, english, mention, text.case):
        row.refresh_from_db()
    assert (text.body, text.source) == ("原告张某依《仲裁法》第二十条，被告人李某犯罪。", "张某案公报")
    assert text.body[mention.start : mention.end] == "《仲裁法》第二十条"
    assert (english.based_on, text.wording) == (text.wording, wording("", text.body))
    assert (text.case.number, text.case.source) == ("张某1号", "张某公报")
    assert CaseText.objects.get(language="kk").body == "Н. С. А."


def test_edited_day_of_decision_settles_the_editions_of_the_case_alone(client: Client) -> None:
    law = LawFactory.create()
    for year in (2015, 2020):
        EditionFactory.create(law=law, in_force=datetime.date(year, 1, 1))
    applied = CaseProvisionFactory.create(law=law, edition=law.editions.get(slug="2020-01-01"))
    other = CaseProvisionFactory.create(law=law)
    session = staff(client, "law-editor")
    told = []

    for decided in ("2016-01-01", "", "2021-01-01"):
        edit(session, applied.case, decided=decided)
        applied.refresh_from_db()
        told.append(applied.edition and applied.edition.slug)

    other.refresh_from_db()
    assert (told, other.edition) == (["2015-01-01", None, "2020-01-01"], None)


def test_case_keeps_a_title(client: Client) -> None:
    case = CaseFactory.create()

    status = edit(staff(client, "law-editor"), case, title_zh_hans="", title_en="", title_ru="")

    assert status == 200


def test_translator_changes_words_and_no_fact(client: Client) -> None:
    case = CaseFactory.create()

    edit(staff(client, "translator"), case, number="other", holding_en="The clause stands.")

    number = case.number
    case.refresh_from_db()
    assert (case.number, case.holding_en) == (number, "The clause stands.")


def test_text_and_what_is_applied_are_only_shown(client: Client) -> None:
    text = CaseTextFactory.create()
    CaseProvisionFactory.create(case=text.case)

    page = staff(client, "law-editor").get(reverse("admin:cases_case_change", args=[text.case.pk])).text

    assert "驳回申请" in page
    assert 'name="texts-0-body"' not in page
    assert 'name="applied-0-name"' not in page


def test_list_names_each_case(client: Client) -> None:
    case = CaseFactory.create()

    page = staff(client, "case-officer").get(reverse("admin:cases_case_changelist")).text

    assert case.title_en in page or case.title_zh_hans in page
