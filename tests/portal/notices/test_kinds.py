"""Every kind of notice, of whichever app: it has its words in three languages, and they tell no more than they may."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.template import Engine
from django.utils import translation

from portal.languages import CODES
from portal.notices.kinds import BY_SLUG, SECURITY, Group, Kind, groups, register
from portal.notices.mailing import mail
from portal.notices.notices import TRIAL
from portal.notices.rendering import block
from portal.notices.unsubscribing import read
from tests.factories import DeliveryFactory, UserFactory

KINDS = list(BY_SLUG.values())
every_kind = pytest.mark.parametrize("kind", KINDS, ids=[kind.slug for kind in KINDS])
# A template may name what `params` hold, and nothing that leads to a record or to a secret.
NAMED = re.compile(r"{{\s*([\w.]+)|=\s*([\w.]+)")
TOO_MUCH = re.compile(r"token|code|password|secret|about|notice|user|\.")


class Blank(dict[str, str | int]):
    """Whatever a template wants to name, by its own name; what it counts is a number."""

    def __contains__(self, name: object) -> bool:
        return True

    def __missing__(self, name: str) -> str | int:
        return 21 if name in {"number", "days"} else f"‹{name}›"


def said(kind: Kind, part: str, code: str) -> str:
    with translation.override(code):
        return " ".join(block(Engine.get_default().get_template(kind.template), part, Blank()).split())


@every_kind
@pytest.mark.parametrize("part", ["title", "body"])
def test_kind_has_its_words_in_three_languages(kind: Kind, part: str) -> None:
    words = [said(kind, part, code) for code in CODES]

    assert all(words)
    assert len(set(words)) == len(CODES)


@every_kind
def test_words_in_chinese_are_chinese_and_in_russian_russian(kind: Kind) -> None:
    assert re.search(r"[\u4e00-\u9fff]", said(kind, "title", "zh-hans"))
    assert re.search(r"[а-яё]", said(kind, "title", "ru"))


@every_kind
def test_title_fits_the_subject_of_a_mail(kind: Kind) -> None:
    assert all(len(said(kind, "title", code)) <= 120 for code in CODES)


@every_kind
def test_words_name_nothing_but_short_names(kind: Kind) -> None:
    source = (Path(settings.BASE_DIR) / "templates" / kind.template).read_text(encoding="utf-8")

    named = [first or second for first, second in NAMED.findall(source)]

    assert [name for name in named if TOO_MUCH.search(name)] == []
    assert "://" not in source


@every_kind
def test_label_is_in_three_languages(kind: Kind) -> None:
    labels = set()
    for code in CODES:
        with translation.override(code):
            labels.add(str(kind.label))

    assert len(labels) == len(CODES)


@every_kind
def test_mandatory_kind_says_why(kind: Kind) -> None:
    assert not kind.mandatory or kind.group.why


def test_each_file_of_words_belongs_to_a_kind() -> None:
    folder = Path(settings.BASE_DIR) / "templates"

    files = {str(path.relative_to(folder)) for path in (folder / "notices").rglob("*.txt")}

    assert files == {kind.template for kind in KINDS}


def test_group_that_has_nothing_in_the_inbox_is_not_offered() -> None:
    assert "digest" not in [group.slug for group in groups()]


def test_security_comes_first_where_it_has_kinds(mandatory: Kind) -> None:
    assert groups()[0] == SECURITY


def test_second_registration_takes_the_place_of_the_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("portal.notices.kinds.BY_SLUG", {})
    other = Kind("notices.trial", Group("other", "Other"), "Other", TRIAL.address)

    register(TRIAL)
    register(other)

    assert groups() == [other.group]


@pytest.mark.django_db
@pytest.mark.parametrize("code", CODES)
def test_mail_of_a_kind_holds_title_words_and_link_and_no_more(code: str) -> None:
    delivery = DeliveryFactory.create(notice__user=UserFactory.create(language=code))

    text = mail(delivery).body

    with translation.override(code):
        assert text.startswith(f"{said(TRIAL, 'title', code)}\n\n{said(TRIAL, 'body', code)}\n")
    links = re.findall(r"http://\S+", text)
    assert [link.removeprefix(f"http://testserver/{code}/") for link in links[:2]] == ["inbox/", "inbox/preferences/"]
    assert read(links[2].split("/")[-2]).user == delivery.notice.user_id
    assert len(links) == 3
