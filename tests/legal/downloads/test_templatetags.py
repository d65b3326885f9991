import re

import pytest
from django.template import Context, Template
from django.utils import translation

from tests.legal.downloads.editions import short_edition
from tests.legal.laws.formats.factories import column

pytestmark = pytest.mark.django_db


def test_every_format_is_linked_in_the_languages_of_the_page():
    template = Template("{% load downloads %}{% downloads edition columns %}")
    with translation.override("ru"):
        page = template.render(Context({"edition": short_edition(), "columns": [column("ru"), column("zh")]}))

    root = "/ru/laws/cn/civil-code/2021-01-01/download"
    assert re.findall(r'href="([^"]+)"\s+rel="nofollow">([^<]+)<', page) == [
        (f"{root}.{suffix}?language=ru&amp;with=zh", name)
        for suffix, name in (
            ("pdf", "PDF"),
            ("docx", "DOCX"),
            ("txt", "TXT"),
            ("json", "JSON"),
            ("xml", "Akoma Ntoso"),
        )
    ]
