import base64
import datetime
import hashlib
import io
import json
import re
from urllib.parse import unquote

import docx
import pytest
from django.core.cache import cache
from django.urls import reverse
from django.utils import timezone, translation
from lxml import etree
from pypdf import PdfReader

from legal.downloads import actions
from legal.downloads.models import Download
from tests.factories import EditionFactory, LawFactory, ProvisionFactory, ProvisionTextFactory
from tests.legal.downloads.editions import civil_code, long_edition, short_edition

LANGUAGES = ["zh-hans", "en", "ru"]
MIMES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "txt": "text/plain; charset=utf-8",
    "json": "application/json",
    "xml": "application/akn+xml",
}


@pytest.fixture(autouse=True)
def kept_apart(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    cache.clear()


@pytest.fixture
def law(db):
    return civil_code()


@pytest.fixture
def edition(law):
    return short_edition(law)


@pytest.fixture
def long(db):
    return long_edition()


def address(edition, suffix, name="file", code="en"):
    law = edition.law
    with translation.override(code):
        return reverse(f"downloads:{name}", args=[law.jurisdiction.code, law.slug, edition.slug, suffix])


def body(response):
    return b"".join(response.streaming_content) if response.streaming else response.content


@pytest.mark.parametrize(("suffix", "mime"), MIMES.items())
def test_file_of_each_format_is_given(client, edition, suffix, mime):
    response = client.get(address(edition, suffix))

    digest = base64.b64encode(hashlib.sha256(response.content).digest()).decode()
    assert (response.status_code, response["Content-Type"], response["Content-Digest"]) == (
        200,
        mime,
        f"sha-256=:{digest}:",
    )
    assert response["Content-Disposition"].startswith(
        f'attachment; filename="cn-civil-code-2021-01-01-zh.{suffix}"; filename*=UTF-8'
    )
    assert (response["X-Robots-Tag"], response["Cache-Control"], response["Link"]) == (
        "noindex",
        "no-cache",
        '<http://testserver/en/laws/cn/civil-code/2021-01-01/>; rel="canonical"',
    )


def test_files_can_be_read_back(client, edition):
    read = {suffix: client.get(address(edition, suffix), {"with": "ru"}).content for suffix in MIMES}

    assert "Текст" in PdfReader(io.BytesIO(read["pdf"])).pages[0].extract_text()
    assert docx.Document(io.BytesIO(read["docx"])).tables[1].rows[0].cells[1].text == "Статья 1.\nТекст"
    assert read["txt"].decode().endswith("第1条 甲\n\nСтатья 1. Текст\n")
    assert list(json.loads(read["json"])["provisions"][0]["texts"]) == ["zh", "ru"]
    assert etree.fromstring(read["xml"])[0].tag.endswith("act")


@pytest.mark.parametrize(("code", "told"), [("zh-hans", "民法典"), ("en", "Civil Code"), ("ru", "Гражданский кодекс")])
def test_file_is_told_in_the_language_of_its_address(client, edition, code, told):
    response = client.get(address(edition, "txt", code=code), {"language": "zh"})

    assert response.content.decode().startswith(f"{told}\n")


@pytest.mark.parametrize(
    ("code", "query", "languages"),
    [
        ("en", {}, "zh"),
        ("ru", {}, "ru"),
        ("en", {"language": "ru"}, "ru"),
        ("ru", {"language": "ru", "with": "ru"}, "ru"),
        ("en", {"language": "ru", "with": ["zh"]}, "ru-zh"),
    ],
)
def test_languages_are_those_asked_for_else_the_readers_else_the_originals(client, edition, code, query, languages):
    response = client.get(address(edition, "txt", code=code), query)

    assert f'filename="cn-civil-code-2021-01-01-{languages}.txt"' in response["Content-Disposition"]


def test_edition_in_other_languages_only_gives_its_first(client, law):
    edition = EditionFactory(law=law)
    ProvisionTextFactory(provision=ProvisionFactory(edition=edition, number="1"), language="kk")

    response = client.get(address(edition, "txt"))

    assert unquote(response["Content-Disposition"]).endswith("Civil Code 2021-01-01 (kk).txt")


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("query", [{"language": "kk"}, {"with": "uz"}, {"language": "x" * 20}])
def test_language_that_is_not_held_is_never_replaced_by_another(client, edition, code, query):
    response = client.get(address(edition, "pdf", code=code), query)

    held = [f'href="{address(edition, "pdf", code=code)}?language={language}"' for language in ("zh", "ru")]
    assert (response.status_code, [one in response.content.decode() for one in held]) == (404, [True, True])


def test_edition_without_text_has_no_file(client, law):
    response = client.get(address(EditionFactory(law=law), "pdf"))

    assert (response.status_code, "This edition has no text yet." in response.content.decode()) == (404, True)


def test_more_languages_than_print_has_columns_are_not_given(client, law):
    edition = EditionFactory(law=law)
    article = ProvisionFactory(edition=edition, number="1")
    for language in ("zh", "en", "ru", "kk"):
        ProvisionTextFactory(provision=article, language=language)

    response = client.get(address(edition, "txt"), {"language": "zh", "with": ["en", "ru", "kk"]})

    assert response.status_code == 404


def test_file_of_the_law_is_that_of_its_edition_of_the_day(client, edition):
    later = EditionFactory(law=edition.law, in_force=timezone.localdate() + datetime.timedelta(days=9))

    response = client.get(f"/en/laws/cn/{later.law.slug}/download.pdf?language=zh")

    assert (response.status_code, response["Location"]) == (302, f"{address(edition, 'pdf')}?language=zh")


def test_law_without_editions_has_no_file(client, law):
    assert client.get("/en/laws/cn/civil-code/download.pdf").status_code == 404


@pytest.mark.parametrize(
    "path",
    [
        "cn/no-law/2021-01-01/download.txt",
        "cn/civil-code/2020-01-01/download.txt",
        "cn/civil-code/2021-01-01/download.exe",
    ],
)
def test_what_is_not_there_is_not_found(client, edition, path):
    assert client.get(f"/en/laws/{path}", follow=True).status_code == 404


def test_unchanged_file_is_not_sent_again(client, edition):
    first = client.get(address(edition, "txt"))

    again = client.get(address(edition, "txt"), headers={"If-None-Match": first["ETag"]})

    assert (again.status_code, again.content, again["ETag"]) == (304, b"", first["ETag"])


def test_changed_edition_has_another_tag(client, edition):
    first = client.get(address(edition, "txt"))

    edition.changed_at = timezone.now()
    edition.save(update_fields=["changed_at"])
    again = client.get(address(edition, "txt"), headers={"If-None-Match": first["ETag"]})

    assert again.status_code == 200


def test_formats_languages_and_readers_have_tags_of_their_own(client, edition):
    tags = {
        client.get(address(edition, suffix, code=code), query)["ETag"]
        for suffix in ("txt", "json")
        for code in ("en", "ru")
        for query in ({"language": "zh"}, {"language": "ru"}, {"language": "zh", "with": "ru"})
    }

    assert len(tags) == 12


def test_head_is_answered(client, edition):
    response = client.head(address(edition, "pdf"))

    assert (response.status_code, response.content) == (200, b"")


def test_who_takes_too_many_files_waits(client, edition):
    statuses = [client.get(address(edition, "txt")).status_code for _ in range(31)]
    elsewhere = client.get(address(edition, "txt"), REMOTE_ADDR="192.0.2.1").status_code

    assert (statuses[:30], statuses[30], elsewhere) == ([200] * 30, 429, 200)


def test_finding_what_is_made_is_not_counted_as_making(client, edition):
    tag = client.get(address(edition, "txt"))["ETag"]

    statuses = {client.get(address(edition, "txt"), headers={"If-None-Match": tag}).status_code for _ in range(40)}

    assert statuses == {304}


@pytest.mark.parametrize("count", [1, 3])
def test_queries_do_not_grow_with_the_law(client, law, count, django_assert_num_queries):
    edition = EditionFactory(law=law)
    for number in range(count):
        ProvisionTextFactory(provision=ProvisionFactory(edition=edition, number=str(number)))
    cache.clear()

    with django_assert_num_queries(9):
        client.get(address(edition, "txt"))


@pytest.mark.parametrize("code", LANGUAGES)
def test_long_file_is_made_while_the_reader_sees_how_far_it_is(client, long, code):
    response = client.get(address(long, "pdf", code=code))

    page = response.content.decode()
    assert (response.status_code, response["Cache-Control"]) == (202, "no-store")
    assert re.search(r'<noscript>\s*<meta http-equiv="refresh" content="3">\s*</noscript>', page)
    assert f'hx-get="{address(long, "pdf", code=code)}"' in page
    assert Download.objects.values_list("state", "languages", "format", "reader").get() == (
        "waiting",
        ["zh"],
        "pdf",
        code,
    )


def test_other_formats_of_a_long_edition_are_given_at_once(client, long):
    assert {suffix: client.get(address(long, suffix)).status_code for suffix in MIMES} == {
        "pdf": 202,
        "docx": 200,
        "txt": 200,
        "json": 200,
        "xml": 200,
    }


def made(client, long):
    client.get(address(long, "pdf"))
    download = actions.claim(Download.objects.get().pk, worker="worker")
    with translation.override("en"):
        actions.make(download, day=timezone.localdate())
    return download


def test_long_file_is_given_when_it_is_made(client, long):
    made(client, long)

    response = client.get(address(long, "pdf"))

    assert (response.status_code, response["Content-Type"]) == (200, "application/pdf")
    assert response["Content-Disposition"].startswith('attachment; filename="cn-civil-code-2021-01-01-zh.pdf"')
    assert "合同自由" in PdfReader(io.BytesIO(body(response))).pages[0].extract_text()


def test_page_that_waits_is_told_when_the_file_is_there(client, long):
    made(client, long)

    response = client.get(address(long, "pdf"), headers={"HX-Request": "true"})

    page = response.content.decode()
    assert (response.status_code, "The file is ready." in page, "<html" in page) == (200, True, False)


def test_page_that_waits_sees_progress(client, long):
    client.get(address(long, "pdf"))
    actions.advance(actions.claim(Download.objects.get().pk, worker="worker"), progress=30)

    response = client.get(address(long, "pdf"), headers={"HX-Request": "true"})

    assert (response.status_code, 'value="30"' in response.content.decode()) == (200, True)


def test_file_that_failed_says_why_and_can_be_tried_again(client, long):
    client.get(address(long, "pdf"))
    actions.fail(actions.claim(Download.objects.get().pk, worker="worker"), failure=Download.Failure.TOO_LONG)

    page = client.get(address(long, "pdf")).content.decode()
    response = client.post(address(long, "pdf", name="again"))

    assert "Making the file took longer than the portal allows." in page
    assert '<meta http-equiv="refresh"' not in page
    assert f'action="{address(long, "pdf", name="again")}"' in page
    assert (response.status_code, response["Location"], Download.objects.get().state) == (
        302,
        address(long, "pdf"),
        "waiting",
    )


def test_trying_again_what_nobody_asked_for_does_nothing(client, long):
    response = client.post(address(long, "pdf", name="again") + "?language=kk")

    assert (response.status_code, Download.objects.count()) == (302, 0)


def test_getting_the_address_of_another_try_is_refused(client, long):
    assert client.get(address(long, "pdf", name="again")).status_code == 405


def test_law_with_a_hostile_title_gives_harmless_headers(client, db):
    law = LawFactory(slug="x", title_zh_hans='恶"\r\nX-Bad: 1', title_en="", title_ru="")
    edition = EditionFactory(law=law)
    ProvisionTextFactory(provision=ProvisionFactory(edition=edition, number="1"))

    response = client.get(address(edition, "txt"))

    assert ("X-Bad" in response, response.status_code) == (False, 200)


@pytest.mark.parametrize(
    ("code", "words"), [("zh-hans", "比平时慢"), ("en", "take longer than usual"), ("ru", "дольше обычного")]
)
def test_reader_is_told_that_no_worker_takes_the_file_up(client, long, code, words):
    first = client.get(address(long, "pdf", code=code)).content.decode()
    Download.objects.update(sent_at=timezone.now() - Download.USUAL - datetime.timedelta(seconds=1))
    later = client.get(address(long, "pdf", code=code)).content.decode()

    assert (words in first, words in later) == (False, True)
