"""What is refused before it is read, and what every answer tells a browser."""

from typing import Any

import pytest
from django.contrib.sessions.models import Session
from django.db import InterfaceError, OperationalError
from django.test import Client
from django.test.client import FakePayload

from innovkb.frame.gate import LARGEST_BODY
from innovkb.frame.handler import Request

ALWAYS = {
    "Content-Security-Policy": "default-src 'self'",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=()",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
PUBLIC_POSTS = ("/weergave/", "/", "/zoeken/", "/klopt-dit-niet/tips/begin-klein/", "/nergens/")


@pytest.fixture(autouse=True)
def as_the_server_does(monkeypatch: pytest.MonkeyPatch) -> None:
    """Requests enter Django by our own class in the tests too."""
    monkeypatch.setattr("django.test.client.WSGIRequest", Request)


@pytest.fixture
def visitor() -> Client:
    return Client(raise_request_exception=False)


def missing(response: Any) -> set[str]:
    """The headers that an answer should have and has not, or with other words."""
    wrong = {name for name, part in ALWAYS.items() if part not in response.get(name, "")}
    return wrong if response.has_header("Cache-Control") else {*wrong, "Cache-Control"}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("path", "options", "status"),
    [
        ("/", {}, 200),
        ("/tips/", {"headers": {"host": "elders.example"}}, 400),
        ("/tips/?a=b", {"CONTENT_TYPE": "x; charset=zlib"}, 400),
        ("/robots.txt", {}, 200),
        ("/nergens/", {}, 404),
        ("/redactie/", {}, 302),
        ("/admin/login/", {}, 200),
        ("/static/css/site.css", {}, 200),
    ],
)
def test_every_answer_says_how_a_browser_must_treat_it(
    visitor: Client, path: str, options: Any, status: int
) -> None:
    response = visitor.get(path, **options)
    assert (response.status_code, missing(response)) == (status, set())
    response.close()


@pytest.mark.django_db
def test_an_error_of_the_site_says_so_too(visitor: Client, monkeypatch: Any) -> None:
    def fail(request: Any) -> None:
        raise ValueError("broken")

    monkeypatch.setattr("innovkb.search.pages.views.reader", lambda: fail(None))
    response = visitor.get("/zoeken/?q=tip")
    assert (response.status_code, missing(response)) == (500, set())
    assert response["Cache-Control"] == "no-store"


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/redactie/", "/redactie/nieuw/", "/"])
def test_what_an_editor_sees_is_kept_nowhere(editor_client: Client, path: str) -> None:
    assert editor_client.get(path)["Cache-Control"] == "private, no-store"


@pytest.mark.django_db
@pytest.mark.parametrize("charset", ["zlib", "undefined", "utf-16", "rot13", "'idna'", "hex", "x"])
@pytest.mark.parametrize("path", ["/zoeken/?q=tip", "/tips/?pagina=2", "/redactie/", "/nergens/"])
def test_an_encoding_that_no_browser_sends_is_refused(
    visitor: Client, charset: str, path: str
) -> None:
    visitor.cookies["csrftoken"] = "x" * 32
    for kind in ("x", "application/x-www-form-urlencoded", "multipart/form-data; boundary=b"):
        content_type = f"{kind}; charset={charset}"
        read = visitor.get(path, CONTENT_TYPE=content_type)
        sent = visitor.generic("POST", path, b"a=b", content_type)
        assert (read.status_code, sent.status_code) == (400, 400)
        assert "Dit kunnen we niet lezen" in sent.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("charset", ["utf-8", "UTF-8", '"utf-8"'])
def test_the_encoding_of_browsers_is_read(visitor: Client, charset: str) -> None:
    sent = visitor.post(
        "/weergave/",
        data=b"weergave=donker",
        content_type=f"application/x-www-form-urlencoded; charset={charset}",
    )
    assert sent.cookies["weergave"].value == "donker"


class Unread(FakePayload):
    """A body that may not be read."""

    def read(self, size: int | None = None) -> bytes:
        raise AssertionError("the body was read")


def post_unread(client: Client, path: str, length: int, **extra: Any) -> Any:
    stream = {"wsgi.input": Unread(b""), "CONTENT_LENGTH": str(length)}
    return client.post(path, content_type="text/plain", **{**stream, **extra})


@pytest.mark.django_db
@pytest.mark.parametrize("path", [*PUBLIC_POSTS, "/redactie/nieuw/", "/admin/login/"])
def test_what_is_too_large_is_refused_before_it_is_read(visitor: Client, path: str) -> None:
    visitor.cookies["csrftoken"] = "made-up"
    visitor.cookies["sessionid"] = "made-up"
    response = post_unread(visitor, path, LARGEST_BODY + 1)
    assert (response.status_code, missing(response)) == (413, set())
    assert "Dit is te veel" in response.content.decode()


@pytest.mark.django_db
def test_an_editor_may_send_a_whole_report_but_not_a_film(
    editor_client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("innovkb.frame.gate.LARGEST_UPLOAD", 3 * LARGEST_BODY)
    text = "Een heel lang verslag. " * (2 * LARGEST_BODY // 23)
    assert editor_client.post("/redactie/nieuw/", {"text": text}).status_code == 302
    assert post_unread(editor_client, "/redactie/nieuw/", 3 * LARGEST_BODY + 1).status_code == 413
    assert post_unread(editor_client, "/weergave/", LARGEST_BODY + 1).status_code == 413


@pytest.mark.django_db
def test_who_was_logged_out_meanwhile_gets_the_work_back(editor_client: Client) -> None:
    Session.objects.update(expire_date="2020-01-01T00:00:00Z")
    text = "Een heel lang verslag. " * (2 * LARGEST_BODY // 23)
    response = editor_client.post("/redactie/nieuw/", {"text": text})
    assert response.status_code == 403
    assert text.strip() in response.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("extra", "status"),
    [
        ({"HTTP_TRANSFER_ENCODING": "chunked", "CONTENT_LENGTH": ""}, 411),
        ({"CONTENT_LENGTH": "veel"}, 400),
    ],
)
def test_a_body_of_unknown_length_is_refused(
    visitor: Client, extra: dict[str, str], status: int
) -> None:
    assert post_unread(visitor, "/weergave/", 1, **extra).status_code == status


@pytest.mark.django_db
def test_our_own_script_is_told_in_a_form_that_it_reads(editor_client: Client) -> None:
    response = post_unread(editor_client, "/redactie/nieuw/", 10**9, HTTP_X_REQUESTED_WITH="fetch")
    assert response.status_code == 413
    assert "Dit is te veel" in response.json()["errors"][0]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("error", "status"),
    [
        (OperationalError("database is locked"), 503),
        (OperationalError("database or disk is full"), 503),
        (InterfaceError("connection already closed"), 503),
        (OSError(28, "No space left on device"), 503),
        (OSError(30, "Read-only file system"), 503),
        (FileNotFoundError(2, "No such file"), 500),
        (ValueError("broken"), 500),
    ],
)
@pytest.mark.parametrize("path", ["/zoeken/?q=tip", "/tips/", "/redactie/", "/admin/", "/nergens/"])
def test_a_database_that_is_away_is_told_and_comes_back_by_itself(
    editor_client: Client, monkeypatch: Any, path: str, error: Exception, status: int
) -> None:
    def fail(*args: Any, **kwargs: Any) -> None:
        raise error

    editor_client.raise_request_exception = False
    with monkeypatch.context() as broken:
        broken.setattr("django.db.backends.utils.CursorWrapper.execute", fail)
        response = editor_client.get(path)
    assert (response.status_code, missing(response)) == (status, set())
    assert response.get("Retry-After") == ("30" if status == 503 else None)
    assert ("De site is even niet bereikbaar" in response.content.decode()) == (status == 503)
    assert editor_client.get(path).status_code in {200, 404}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("error", "status"),
    [(OperationalError("database is locked"), 503), (ValueError("broken"), 500)],
)
@pytest.mark.parametrize("path", ["/api/v1/tips", "/api/v1/search?q=tip", "/api/v1/tips/begin"])
def test_the_api_tells_what_went_wrong_as_it_tells_everything(
    visitor: Client, monkeypatch: Any, path: str, error: Exception, status: int
) -> None:
    def fail(*args: Any, **kwargs: Any) -> None:
        raise error

    monkeypatch.setattr("django.db.backends.utils.CursorWrapper.execute", fail)
    response = visitor.get(path)
    assert (response.status_code, missing(response)) == (status, set())
    assert response["Content-Type"] == "application/problem+json"
    assert response["Access-Control-Allow-Origin"] == "*"
    assert response.get("Retry-After") == ("30" if status == 503 else None)
    assert response.json()["status"] == status


@pytest.mark.parametrize(
    ("extra", "status"), [({}, 413), ({"HTTP_TRANSFER_ENCODING": "chunked"}, 411)]
)
def test_the_api_refuses_a_body_in_its_own_form(visitor: Client, extra: Any, status: int) -> None:
    length = "" if extra else str(LARGEST_BODY + 1)
    response = post_unread(visitor, "/api/v1/tips", 1, **{"CONTENT_LENGTH": length, **extra})
    assert (response.status_code, response.json()["status"]) == (status, status)
    assert response["Content-Type"] == "application/problem+json"


@pytest.mark.django_db
def test_an_editor_is_known_by_the_cookie_that_the_settings_name(
    settings: Any, editor: Any, make: Any
) -> None:
    settings.SESSION_COOKIE_NAME = "kb_sessie"
    client = Client()
    client.force_login(editor)
    assert 'href="/redactie/"' in client.get("/tips/").content.decode()
    assert "<code>kb_sessie</code>" in Client().get("/privacy/").content.decode()


@pytest.mark.django_db
def test_a_feed_and_a_calendar_name_one_address_whatever_host_was_asked(make: Any) -> None:
    tip = make.tip("Begin klein")
    make.session(slug="straks", date="2999-01-01", announced_in=make.write_up())
    asked = {"host": "localhost"}
    feed = Client().get("/tips/feed.xml", headers=asked).content.decode()
    event = Client().get("/sessies/straks/agenda.ics", headers=asked).content.decode()
    assert f"http://127.0.0.1:8000{tip.get_absolute_url()}" in feed
    assert "localhost" not in feed
    assert "localhost" not in event
