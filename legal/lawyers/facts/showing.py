"""Answers as people read them, in their language: each a list of lines."""

import base64
import datetime
from collections.abc import Callable, Iterable
from typing import Any

from django.db.models import Choices
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.translation import gettext as _

from legal.laws.spoken import language_name
from legal.lawyers.kinds import Task
from legal.lawyers.models.portrait import LARGE, MEDIA_TYPE, Portrait
from portal.reference.models import Jurisdiction, Topic

Row = dict[str, Any]


def text(value: Any) -> list[str]:
    return [str(value)] if value else []


def language(value: Any) -> list[str]:
    return [language_name(value)] if value else []


def day(value: Any) -> list[str]:
    return [date_format(datetime.date.fromisoformat(value))] if value else []


def one_of(choices: type[Choices]) -> Callable[[Any], list[str]]:
    """Shows a value of a closed list by its label."""

    def shown(value: Any) -> list[str]:
        return [str(choices(value).label)] if value in choices.values else []

    return shown


def jurisdiction(value: Any) -> list[str]:
    return _jurisdictions([value]) if value else []


def topics(value: Any) -> list[str]:
    return [str(topic.name) for topic in Topic.objects.filter(slug__in=value or [])]


def admissions(value: Any) -> list[str]:
    rows: list[Row] = value or []
    names = dict(
        zip([row["jurisdiction"] for row in rows], _jurisdictions(row["jurisdiction"] for row in rows), strict=True)
    )
    return [_joined(names[row["jurisdiction"]], row["number"], *day(row["since"])) for row in rows]


def skills(value: Any) -> list[str]:
    return [
        _joined(language_name(row["language"]), *(f"{task.label} {row[task]}" for task in Task if row[task]))
        for row in value or []
    ]


def education(value: Any) -> list[str]:
    return [
        _joined(row["institution"], row["degree"], row["year"], language_name(row["language"])) for row in value or []
    ]


def publications(value: Any) -> list[str]:
    return [
        _joined(row["title"], row["published_in"], row["year"], row["link"], language_name(row["language"]))
        for row in value or []
    ]


def photo(value: Any) -> list[str]:
    """The photo itself, within the page: one that is only proposed has no address."""
    if not value:
        return []
    found = Portrait.objects.filter(key=value).first()
    if found is None:
        return [_("A photo that is not kept any more.")]
    told = base64.b64encode(found.large).decode()
    return [
        format_html(
            '<img class="portrait" src="data:{};base64,{}" width="{}" height="{}" alt="{}">',
            *(MEDIA_TYPE, told, LARGE // 2, LARGE // 2, _("Photo")),
        )
    ]


def _jurisdictions(codes: Iterable[str]) -> list[str]:
    asked = list(codes)
    names = {one.code: str(one.name) for one in Jurisdiction.objects.filter(code__in=asked)}
    return [names.get(code, code) for code in asked]


def _joined(*parts: object) -> str:
    return " · ".join(str(part) for part in parts if part)
