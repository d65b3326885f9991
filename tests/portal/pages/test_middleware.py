import shutil

import pytest
from django.conf import settings as site
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from portal.pages.middleware import client_address, content_policy
from portal.wsgi import application
from tests.factories import UserFactory
from tests.signing_in import signed_in_staff

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("proxies", "forwarded", "address"),
    [
        (0, "203.0.113.7", "192.0.2.1"),
        (1, "", "192.0.2.1"),
        (1, "203.0.113.7", "203.0.113.7"),
        (1, "198.51.100.9, 203.0.113.7", "203.0.113.7"),
        (2, "198.51.100.9, 203.0.113.7, 192.0.2.8", "203.0.113.7"),
        (2, "203.0.113.7", "192.0.2.1"),
    ],
)
def test_address_is_the_one_our_outermost_proxy_saw(settings, proxies, forwarded, address):
    settings.TRUSTED_PROXIES = proxies
    request = HttpRequest()
    request.META |= {"REMOTE_ADDR": "192.0.2.1", "HTTP_X_FORWARDED_FOR": forwarded}

    client_address(lambda _: HttpResponse())(request)

    assert request.META["REMOTE_ADDR"] == address


def directives(response):
    policy = response["Content-Security-Policy"]
    return {name: " ".join(sources) for name, *sources in (part.split() for part in policy.split(";"))}


def test_policy_allows_nothing_inline(client):
    found = directives(client.get("/en/"))

    assert "unsafe" not in " ".join(found.values())
    assert (found["default-src"], found["script-src"], found["style-src"]) == ("'none'", "'self'", "'self'")


def test_policy_of_the_console_allows_what_its_theme_needs_and_no_inline_script(client):
    found = directives(client.get("/console/"))

    assert (found["default-src"], found["script-src"]) == ("'none'", "'self' 'unsafe-eval'")
    assert found["style-src"] == "'self' 'unsafe-inline'"


@pytest.mark.parametrize(("debug", "status", "strict"), [(False, 404, True), (True, 404, False), (True, 200, True)])
def test_policy_leaves_alone_the_pages_of_an_error_that_is_looked_into(rf, settings, debug, status, strict):
    settings.DEBUG = debug

    response = content_policy(lambda _: HttpResponse(status=status))(rf.get("/en/"))

    assert ("Content-Security-Policy" in response) is strict


def test_policy_of_a_page_that_has_its_own_is_kept(rf):
    response = content_policy(lambda _: HttpResponse(headers={"Content-Security-Policy": "sandbox"}))(rf.get("/en/"))

    assert response["Content-Security-Policy"] == "sandbox"


@pytest.mark.parametrize("name", ["icons/icon.svg", "portal.css", "copy.js"])
def test_static_file_is_no_more_than_it_is(settings, client, tmp_path, name):
    file = tmp_path / name
    file.parent.mkdir(exist_ok=True)
    shutil.copy(settings.BASE_DIR / "portal" / "static" / name, file)
    settings.STATIC_ROOT = tmp_path

    response = client.get(f"/static/{name}")

    assert (response.status_code, b"".join(response.streaming_content)) == (200, file.read_bytes())
    assert response["X-Content-Type-Options"] == "nosniff"
    assert directives(response) == {
        "default-src": "'none'",
        "base-uri": "'none'",
        "form-action": "'none'",
        "frame-ancestors": "'none'",
        "sandbox": "",
    }


@pytest.mark.parametrize(("port", "status"), [("8157", 200), ("0" * 200 + "8157", 400), ("9" * 5000, 400)])
def test_host_that_is_too_long_is_refused(client, port, status):
    response = client.get("/en/", headers={"host": f"testserver:{port}"})

    assert response.status_code == status


@pytest.mark.parametrize("charset", ["=hex", "=idna", "=undefined", "=unicode_escape", "=none", "*=none''a"])
def test_text_in_another_encoding_is_refused(charset):
    told = []
    asked = {"PATH_INFO": "/en/", "QUERY_STRING": "q=%FF%3D", "CONTENT_TYPE": f"text/plain; charset{charset}"}

    application(RequestFactory()._base_environ(**asked), lambda status, _headers: told.append(status)).close()

    assert told == ["400 Bad Request"]


@pytest.mark.parametrize("sort", ["", "text/plain", "text/plain; charset=utf-8", 'text/plain; charset="UTF-8"'])
def test_text_in_ours_is_read(sort):
    told = []

    asked = RequestFactory()._base_environ(PATH_INFO="/robots.txt", CONTENT_TYPE=sort)
    application(asked, lambda status, _headers: told.append(status)).close()

    assert told == ["200 OK"]


def test_form_cannot_bring_half_a_character(client):
    person = UserFactory.create(full_name="Li Wei")
    client.force_login(person)
    fields = {"full_name": "\\ud800", "language": "en", "time_zone": "Asia/Shanghai"}
    body = "".join(f'--B\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{fields[name]}\r\n' for name in fields)

    response = client.generic(
        "POST", "/en/account/profile/", f"{body}--B--\r\n", "multipart/form-data; boundary=B; charset=unicode_escape"
    )

    person.refresh_from_db()
    assert (response.status_code, person.full_name) == (400, "Li Wei")


@pytest.mark.parametrize(
    ("address", "sent"),
    [
        ("/en/account/", {"HTTP_COOKIE": f'{site.SESSION_COOKIE_NAME}="\\000{"a" * 31}"'}),
        ("/en/account/", {"HTTP_USER_AGENT": "a\0b"}),
        ("/en/%00/", {}),
        ("/console/accounts/user/?language__exact=%00", {}),
        ("/console/accounts/user/?role=a%00b", {}),
        ("/console/accounts/user/%00/history/", {}),
        ("/console/autocomplete/?term=%00&app_label=reference&model_name=region&field_name=jurisdiction", {}),
    ],
)
def test_nul_is_refused_before_anything_is_looked_for(client, address, sent):
    signed_in_staff(client, UserFactory.create(is_staff=True, is_superuser=True))

    assert client.get(address, **sent).status_code == 400
