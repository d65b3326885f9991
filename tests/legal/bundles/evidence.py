"""Exhibits whose bytes are there."""

import hashlib
from io import BytesIO

from django.core.files import File as Content

from portal.files import storage
from portal.files.states import State
from tests.factories import ExhibitFactory, PaperFactory, ProducedFactory


def an_exhibit(matter, name, content, audience="everyone"):
    """An exhibit produced in a matter, whose file holds these bytes."""
    sha256 = hashlib.sha256(content).hexdigest()
    file = PaperFactory.create(
        owner=matter.enterprise,
        purpose="exhibits.exhibit",
        name=f"{name}.pdf",
        size=len(content),
        sha256=sha256,
        sensitive=True,
    )
    lay(file, content)
    exhibit = ExhibitFactory.create(enterprise=matter.enterprise, name=name, file=file, sha256=sha256)
    return ProducedFactory.create(matter=matter, exhibit=exhibit, audience=audience)


def lay(file, content):
    """Put bytes where those of a clean file are."""
    storage.papers().save(storage.key(file, state=State.CLEAN), Content(BytesIO(content)))
