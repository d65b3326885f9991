import re

import pytest
from django.utils import translation

from portal.files import storage
from portal.files.models import File, Reading
from portal.files.states import State
from portal.languages import CODES
from tests.portal.files import sound
from tests.portal.files.conftest import taken

pytestmark = pytest.mark.django_db


@pytest.fixture
def reader(client, user):
    client.force_login(user)
    return client


@pytest.mark.parametrize("name", ["合同.pdf", "договор.pdf", 'a "quoted" name.pdf', "plain.pdf"])
def test_file_is_handed_out_as_a_file_and_nothing_else(reader, received, name):
    content = sound.pdf()
    file = received(content, name=name)

    response = reader.get(f"/ru/files/{file.pk}/")

    assert taken(response) == content
    said = {
        header: response[header]
        for header in (
            "Content-Type",
            "Content-Length",
            "X-Content-Type-Options",
            "Content-Security-Policy",
            "Cache-Control",
        )
    }
    assert said == {
        "Content-Type": "application/pdf",
        "Content-Length": str(len(content)),
        "X-Content-Type-Options": "nosniff",
        "Content-Security-Policy": "sandbox; default-src 'none'",
        "Cache-Control": "private, no-store",
    }


@pytest.mark.parametrize(
    ("name", "header"),
    [
        ("合同.pdf", "attachment; filename*=utf-8''%E5%90%88%E5%90%8C.pdf"),
        ("договор.pdf", "attachment; filename*=utf-8''%D0%B4%D0%BE%D0%B3%D0%BE%D0%B2%D0%BE%D1%80.pdf"),
        ('a "b".pdf', r'attachment; filename="a \"b\".pdf"'),
    ],
)
def test_file_is_called_by_its_name_in_any_script(reader, received, name, header):
    response = reader.get(f"/en/files/{received(name=name).pk}/")

    taken(response)
    assert response["Content-Disposition"] == header


def test_reading_of_a_sensitive_file_is_recorded(reader, received, user):
    file = received()
    File.objects.update(sensitive=True)

    taken(reader.get(f"/en/files/{file.pk}/", REMOTE_ADDR="192.0.2.7"))

    assert [(reading.file_id, reading.by, reading.address) for reading in Reading.objects.all()] == [
        (file.pk, user, "192.0.2.7")
    ]


@pytest.mark.parametrize("state", [State.QUARANTINED, State.FAILED, State.INFECTED])
def test_file_that_is_not_clean_is_not_handed_out(reader, received, state):
    file = received()
    file.state = state
    row = File(**{field.attname: getattr(file, field.attname) for field in File._meta.concrete_fields})
    row.finding, row.scanner, row.scan_after = "x", "y", file.received_at if state == State.QUARANTINED else None
    File.objects.filter(pk=file.pk).delete()
    row.save(force_insert=True)

    assert reader.get(f"/en/files/{file.pk}/").status_code == 404


def test_file_of_somebody_else_is_not_found(reader, received, django_user_model):
    other = django_user_model.objects.create_user("other@portal.example")
    file = received(owner=other, by=other)

    assert reader.get(f"/en/files/{file.pk}/").status_code == 404
    assert reader.post(f"/en/files/{file.pk}/remove/").status_code == 404


def test_stranger_is_led_to_the_sign_in(client, received):
    file = received()

    for address in ("/en/files/", f"/en/files/{file.pk}/"):
        assert client.get(address).status_code == 302


@pytest.mark.parametrize("count", [1, 3])
def test_shelf_shows_each_file_in_a_fixed_number_of_queries(reader, received, count, django_assert_num_queries):
    files = [received(name=f"{number}.pdf") for number in range(count)]
    reader.get("/en/files/")

    with django_assert_num_queries(6):  # who asks (2), the header (2), how many, which
        page = reader.get("/en/files/").text

    assert sorted(re.findall(r"<bdi>(.*?)</bdi>", page)) == [file.name for file in files]


@pytest.mark.usefixtures("strict_templates")
@pytest.mark.parametrize("code", CODES)
def test_shelf_speaks_each_language(reader, received, code):
    received()
    with translation.override(code):
        title = translation.gettext("Your files")

    assert f"<h1>{title}</h1>" in reader.get(f"/{code}/files/").text


def test_shelf_says_that_it_is_empty(reader):
    assert "There are none" in reader.get("/en/files/").text


@pytest.mark.parametrize(
    ("back", "led"),
    [
        ("/ru/laws/", "/ru/laws/"),
        ("https://evil.example/", "/en/files/"),
        ("//evil.example/", "/en/files/"),
        ("shelf", "/en/files/"),
        ("", "/en/files/"),
    ],
)
def test_file_is_removed_by_its_button(reader, received, back, led):
    file = received()
    token = 'name="csrfmiddlewaretoken"' in reader.get("/en/files/").text

    response = reader.post(f"/en/files/{file.pk}/remove/", {"next": back})

    assert (token, response["Location"], File.objects.count()) == (True, led, 0)
    assert "“合同.pdf” was removed." in reader.get("/en/files/").text


def test_bytes_lie_where_nobody_else_may_look(received, folder):
    file = received()
    path = folder / "papers" / storage.key(file)

    modes = [oct(place.stat().st_mode & 0o777) for place in (path, path.parent, path.parent.parent, folder / "papers")]

    assert modes == ["0o600", "0o700", "0o700", "0o700"]
    with pytest.raises(ValueError, match="accessible"):
        storage.papers().url(storage.key(file))
