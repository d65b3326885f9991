"""A matter that can be notified and answered, its officer, and whoever is on the other side."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.core.cache import cache
from django.utils import translation


@pytest.fixture(autouse=True)
def told_in_english(no_language_chosen: None) -> None:
    """Sentences outside of a page are compared as they stand in the code; nobody has asked too often yet."""
    translation.activate("en")
    cache.clear()


@pytest.fixture(autouse=True)
def folder(settings: Any, tmp_path: Any) -> Any:
    """Where the files of a test are kept."""
    settings.VAR_DIR = tmp_path
    settings.STORAGES = settings.STORAGES | {"papers": {"BACKEND": "portal.files.storage.PrivateFolder"}}
    return tmp_path


@pytest.fixture(autouse=True)
def proceeding(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    from legal.matters.kinds import BY_SLUG  # noqa: PLC0415
    from legal.serving import courses  # noqa: PLC0415
    from tests.legal.serving.proceeding import PROCEEDING, told  # noqa: PLC0415

    monkeypatch.setitem(BY_SLUG, PROCEEDING.slug, PROCEEDING)
    monkeypatch.setitem(courses._COURSES, PROCEEDING.slug, None)
    return courses.register(
        courses.Course(
            PROCEEDING.slug, notify="notify", answer="answer", answering=("answered",), counterclaim=True, told=told
        )
    )


@pytest.fixture
def matter(db: None) -> Any:
    """A matter that was submitted, against a company in Kazakhstan, with an exhibit for everybody and one for none."""
    from legal.matters.actions.submitting import submit  # noqa: PLC0415
    from tests.factories import ExhibitFactory, MatterFactory, MatterPartyFactory, ProducedFactory  # noqa: PLC0415

    draft = MatterFactory.create()
    MatterPartyFactory.create(matter=draft)
    for name, audience in (("Contract 7", "everyone"), ("Trade secret", "tribunal")):
        exhibit = ExhibitFactory.create(enterprise=draft.enterprise, name=name)
        ProducedFactory.create(matter=draft, exhibit=exhibit, audience=audience)
    submit(draft, by=draft.begun_by)
    draft.refresh_from_db()
    return draft


@pytest.fixture
def party(matter: Any) -> Any:
    """The other side."""
    return matter.parties.get(own=False)


@pytest.fixture
def officer(matter: Any) -> Any:
    """Who handles such matters, has declared to have no conflict of interest, and has this one on the desk."""
    from django.contrib.auth.models import Permission  # noqa: PLC0415

    from legal.matters.models import Declaration  # noqa: PLC0415
    from portal.workflow.actions import take  # noqa: PLC0415
    from tests.factories import UserFactory  # noqa: PLC0415

    officer = UserFactory.create(is_staff=True)
    officer.user_permissions.add(Permission.objects.get(content_type__app_label="matters", codename="view_matter"))
    Declaration.objects.create(matter=matter, officer=officer, conflict=False)
    take(matter, by=officer)
    return type(officer).objects.get(pk=officer.pk)


@pytest.fixture
def texts(db: None) -> list[Any]:
    """The texts of both consents, in force."""
    from tests.factories import ConsentTextFactory  # noqa: PLC0415

    return [ConsentTextFactory.create(purpose=purpose) for purpose in ("sharing", "abroad")]


@pytest.fixture
def agreed(matter: Any, party: Any, texts: list[Any]) -> Any:
    """The applicant has agreed that the matter goes to the other side."""
    from legal.serving import consent  # noqa: PLC0415
    from legal.serving.actions.consenting import agree  # noqa: PLC0415

    recipient = consent.named(matter, consent.of_party(party))
    agree(recipient, seen=[text.pk for text in texts], language="en", by=matter.begun_by)
    return recipient


@pytest.fixture
def invitation(agreed: Any, party: Any, officer: Any) -> Any:
    from legal.serving.actions.inviting import invite  # noqa: PLC0415

    return invite(party, email="lawyer@romashka.example", language="ru", by=officer)


@pytest.fixture
def participant(invitation: Any) -> Any:
    """Who has accepted the invitation of the other side."""
    from legal.serving.actions.accepting import accept  # noqa: PLC0415
    from tests.factories import UserFactory  # noqa: PLC0415

    return accept(invitation.token, by=UserFactory.create(email="lawyer@romashka.example"))


@pytest.fixture
def service(participant: Any, officer: Any) -> Any:
    """What was submitted, served on the other side."""
    from legal.serving.actions.serving import Bundle, notify  # noqa: PLC0415

    held = participant.matter
    (made,) = notify(held, [(participant.party, "ru")], Bundle(submissions=[held.submissions.get()]), by=officer)
    participant.matter.refresh_from_db()
    return made


@pytest.fixture
def sent() -> Any:
    """Puts a file on somebody's shelf, as an upload does."""
    import hashlib  # noqa: PLC0415

    from django.core.files.base import ContentFile  # noqa: PLC0415

    from portal.files import storage  # noqa: PLC0415
    from tests.factories import PaperFactory  # noqa: PLC0415

    def send(content: str = "A contract.", *, by: Any) -> Any:
        sha256 = hashlib.sha256(content.encode()).hexdigest()
        file = PaperFactory.create(owner=by, purpose="serving.paper", sha256=sha256, uploaded_by=by)
        storage.papers().save(storage.key(file), ContentFile(content.encode()))
        return file

    return send
