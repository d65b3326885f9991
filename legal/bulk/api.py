"""The open data in the open interface: the list of files, and the files."""

from datetime import datetime
from http import HTTPStatus
from pathlib import Path as Place
from typing import Annotated, Any, Final

from django.conf import settings
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, gettext_noop
from ninja import Path, Router
from pydantic import Field

from legal.bulk import folder
from portal.api import rooms
from portal.api.answers import one
from portal.api.shapes import Part, Record, selection

GZIP: Final = "application/gzip"
# A name stands for its bytes: a copy of them is right for ever.
FOR_EVER: Final = "public, max-age=31536000, immutable"
BYTES: Final[dict[str, Any]] = {
    "responses": {HTTPStatus.OK: {"content": {GZIP: {"schema": {"type": "string", "format": "binary"}}}}}
}
Name = Annotated[
    str, Path(pattern=folder.NAME, description=gettext_noop("The name of the file, as the list of files has it."))
]


class FileRecord(Part):
    """A file: JSON Lines, one record a line, packed with gzip."""

    kind: str = Field(description=gettext_noop("What the file holds: laws or cases."))
    jurisdiction: str
    name: str
    records: int = Field(description=gettext_noop("How many lines the file has, one a record."))
    size: int = Field(description=gettext_noop("The size of the file in bytes."))
    sha256: str = Field(description=gettext_noop("The SHA-256 of the file's bytes."))
    url: str = Field(description=gettext_noop("Where the file is."))


class FilesRecord(Record):
    """All files."""

    made: datetime | None = Field(description=gettext_noop("When the files were made; null before the first time."))
    files: list[FileRecord]


FILES_FIELDS = selection(FilesRecord)
router = Router()


@router.get("", response=FilesRecord, summary=gettext_noop("The files of the whole corpus, by jurisdiction"))
def list_files(request: HttpRequest, fields: str | None = FILES_FIELDS) -> HttpResponse:
    found = folder.manifest(Place(settings.OPEN_DATA_DIR))
    here = request.build_absolute_uri(request.path)
    files = [FileRecord(**file.model_dump(), url=f"{here}/{file.name}") for file in found.files]
    return one(FilesRecord(made=found.made, files=files), fields, changed=found.made)


@router.get("/{str:name}", summary=gettext_noop("One file: JSON Lines, packed with gzip"), openapi_extra=BYTES)
def get_file(request: HttpRequest, name: Name) -> HttpResponseBase:
    path = folder.found(Place(settings.OPEN_DATA_DIR), name)
    if path is None:
        raise Http404(
            _("There is no such file. The list names those of last night; those of the night before can still be had.")
        )
    tag = f'"{name}"'
    unchanged = get_conditional_response(request, tag)
    response = unchanged or FileResponse(path.open("rb"), as_attachment=True, filename=name, content_type=GZIP)
    response["ETag"] = tag
    response["Cache-Control"] = FOR_EVER
    return response


rooms.register(rooms.Room("bulk", gettext_lazy("Everything as files"), router, media=(rooms.JSON, GZIP)))
