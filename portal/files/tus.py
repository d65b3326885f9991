"""Files piece by piece, as tus 1.0.0 lays down, with its extensions creation, expiration, checksum and termination.

https://tus.io/protocols/resumable-upload: the server says how much it has, and the client goes on from there.
"""

import base64
import binascii
import hashlib
from collections.abc import Callable, Iterator
from http import HTTPStatus
from typing import Any, Final
from uuid import UUID

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, UnreadablePostError
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.http import http_date
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from portal.files import uploading
from portal.files.forms import UploadForm
from portal.files.models import File, Upload
from portal.files.receiving import BLOCK
from portal.files.refusals import RefusedError
from portal.files.states import State
from portal.files.uploading import OffsetError, TooMuchError
from portal.limiting import limit

VERSION: Final = "1.0.0"
EXTENSIONS: Final = "creation,expiration,checksum,termination"
# A piece with a checksum is kept only when all of it has arrived and is right.
LARGEST_SUMMED: Final = 16 * 1024 * 1024
# The protocol asks for SHA-1; it guards against a bad line, not against anybody.
ALGORITHMS: Final[dict[str, Callable[[bytes], Any]]] = {
    "sha256": hashlib.sha256,
    "sha1": lambda body: hashlib.sha1(body, usedforsecurity=False),
}
CHECKSUM_MISMATCH: Final = 460
TOO_LARGE: Final = {"too-large", "no-room"}
UPLOADS: Final = "120/m"


@login_required
@never_cache
@require_http_methods(["OPTIONS", "POST"])
def uploads(request: HttpRequest) -> HttpResponse:
    if request.method == "OPTIONS":
        return told(HTTPStatus.NO_CONTENT, **capabilities())
    return speaking(request) or created(request)


@login_required
@never_cache
@require_http_methods(["HEAD", "PATCH", "DELETE"])
def upload(request: HttpRequest, file: UUID) -> HttpResponse:
    # In one look: between two another request may finish the upload.
    found = get_object_or_404(File.objects.select_related("upload"), pk=file, uploaded_by_id=sender(request).pk)
    act = {"HEAD": offset, "PATCH": gone_on, "DELETE": ended}[str(request.method)]
    return speaking(request) or act(request, found)


def sender(request: HttpRequest) -> AbstractBaseUser:
    if not isinstance(request.user, AbstractBaseUser):
        raise PermissionDenied
    return request.user


def capabilities() -> dict[str, object]:
    return {
        "tus_version": VERSION,
        "tus_extension": EXTENSIONS,
        "tus_max_size": settings.FILES_LARGEST,
        "tus_checksum_algorithm": ",".join(ALGORITHMS),
    }


def speaking(request: HttpRequest) -> HttpResponse | None:
    """The answer to somebody who speaks another version."""
    if request.headers.get("Tus-Resumable") != VERSION:
        return told(HTTPStatus.PRECONDITION_FAILED, tus_version=VERSION)
    return None


def created(request: HttpRequest) -> HttpResponse:
    by = sender(request)
    limit(request, "uploads", UPLOADS)
    form = UploadForm(described(request))
    if not form.is_valid():
        return refused(HTTPStatus.BAD_REQUEST, _("The upload is not described as it should be. Load the page anew."))
    try:
        begun = uploading.begin(**form.cleaned_data, by=by)
    except RefusedError as error:
        return unaccepted(error)
    place = reverse("files:upload", args=[begun.pk])
    return told(HTTPStatus.CREATED, location=place, upload_offset=0, upload_expires=expiry(begun.file))


def offset(request: HttpRequest, file: File) -> HttpResponse:
    return told(HTTPStatus.OK, upload_offset=arrived(file), upload_length=file.size, upload_expires=expiry(file))


def gone_on(request: HttpRequest, file: File) -> HttpResponse:
    if request.content_type != "application/offset+octet-stream":
        return refused(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "application/offset+octet-stream")
    try:
        begins = int(request.headers.get("Upload-Offset", ""))
    except ValueError:
        return refused(HTTPStatus.BAD_REQUEST, "Upload-Offset")
    if begins != arrived(file):
        return out_of_step()
    try:
        return kept(request, file, begins) if file.state == State.RECEIVING else finished(file)
    except (OffsetError, Upload.DoesNotExist):
        return out_of_step()
    except RefusedError as error:
        return unaccepted(error)


def kept(request: HttpRequest, file: File, begins: int) -> HttpResponse:
    """Keep what comes, as far as it comes; with the last byte the file is checked."""
    by, at = sender(request), begins
    announced = request.headers.get("Upload-Checksum", "")
    coming = checked_whole(request, announced) if announced else pieces(request)
    if isinstance(coming, HttpResponse):
        return coming
    try:
        for piece in coming:
            at = uploading.append(file.upload, piece, offset=at, by=by)
    except TooMuchError:
        return refused(
            HTTPStatus.REQUEST_ENTITY_TOO_LARGE, _("More was sent than was announced. Choose the file again.")
        )
    if at == file.size:
        return finished(uploading.finish(file.upload, by=by))
    file.refresh_from_db()
    return told(HTTPStatus.NO_CONTENT, upload_offset=at, upload_expires=expiry(file))


def checked_whole(request: HttpRequest, announced: str) -> HttpResponse | list[bytes]:
    """The whole piece, where it is what its checksum says."""
    algorithm, _space, encoded = announced.partition(" ")
    if algorithm not in ALGORITHMS:
        return refused(HTTPStatus.BAD_REQUEST, "Upload-Checksum")
    length = request.headers.get("content-length") or "0"
    if not length.isdecimal() or int(length) > LARGEST_SUMMED:
        return refused(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "Upload-Checksum")
    piece = b"".join(pieces(request))
    if base64.b64encode(ALGORITHMS[algorithm](piece).digest()).decode() != encoded:
        return refused(CHECKSUM_MISMATCH, "Upload-Checksum")
    return [piece]


def pieces(request: HttpRequest) -> Iterator[bytes]:
    """What comes, a block at a time; where the line breaks, what has come until then."""
    try:
        while block := request.read(BLOCK):
            yield block
    except UnreadablePostError:
        return


def ended(request: HttpRequest, file: File) -> HttpResponse:
    try:
        uploading.abandon(file.upload, by=sender(request))
    except Upload.DoesNotExist:
        return refused(HTTPStatus.GONE, _("The file has arrived already. Remove it where it is shown."))
    return told(HTTPStatus.NO_CONTENT)


def arrived(file: File) -> int:
    """How many bytes of a file there are: all, when it is no longer on its way."""
    return file.upload.offset if file.state == State.RECEIVING else file.size


def described(request: HttpRequest) -> dict[str, str]:
    """What is said of a file before it comes: pairs of a key and a value in Base64, and its length."""
    described = {"size": request.headers.get("Upload-Length", "")}
    for pair in request.headers.get("Upload-Metadata", "").split(","):
        key, _space, encoded = pair.strip().partition(" ")
        try:
            described[key] = base64.b64decode(encoded, validate=True).decode()
        except (binascii.Error, UnicodeDecodeError):
            described[key] = ""
    return {"name": described.pop("filename", "")} | described


def finished(file: File) -> HttpResponse:
    return told(HTTPStatus.NO_CONTENT, upload_offset=file.size)


def out_of_step() -> HttpResponse:
    return refused(HTTPStatus.CONFLICT, "Upload-Offset")


def unaccepted(error: RefusedError) -> HttpResponse:
    status = HTTPStatus.REQUEST_ENTITY_TOO_LARGE if error.code in TOO_LARGE else HTTPStatus.UNPROCESSABLE_ENTITY
    return refused(status, " ".join(error.messages))


def refused(status: int, sentence: str) -> HttpResponse:
    response = told(status)
    response["Content-Type"] = "text/plain; charset=utf-8"
    response.content = sentence.encode()
    return response


def told(status: int, **headers: object) -> HttpResponse:
    named = {name.replace("_", "-").title(): str(value) for name, value in headers.items()}
    return HttpResponse(status=status, headers={"Tus-Resumable": VERSION, **named})


def expiry(file: File) -> str:
    return http_date(file.expires_at.timestamp()) if file.expires_at else ""
