"""Where the bytes of files are: a private folder, or a bucket; neither has an address anybody could open."""

import os
from http import HTTPStatus
from pathlib import Path
from typing import Any, BinaryIO, Final

from django.conf import settings
from django.core.files import File as DjangoFile
from django.core.files.storage import FileSystemStorage, storages
from django.utils.functional import cached_property
from storages.backends.s3 import S3Storage

from portal.files.models import File
from portal.files.states import State

QUARANTINE: Final = "quarantine"
CLEAN: Final = "clean"


class PrivateFolder(FileSystemStorage):
    """A folder that nobody but the site's account may enter."""

    def __init__(self, **options: Any) -> None:
        super().__init__(
            location=options.pop("location", settings.VAR_DIR / "papers"),
            file_permissions_mode=0o600,
            directory_permissions_mode=0o700,
            allow_overwrite=True,
            **options,
        )
        Path(self.location).mkdir(mode=0o700, parents=True, exist_ok=True)

    @cached_property
    def base_url(self) -> None:  # type: ignore[override]  # there is none, on purpose
        return None

    def opened(self, key: str) -> BinaryIO:
        """The bytes under a key, to be read once; `FileNotFoundError` where there are none."""
        return Path(self.path(key)).open("rb")

    def copy(self, source: str, target: str) -> None:
        """The same bytes under another key; what stood there is replaced."""
        path = Path(self.path(target))
        for folder in (path.parent.parent, path.parent):
            folder.mkdir(mode=0o700, exist_ok=True)
        path.unlink(missing_ok=True)
        os.link(self.path(source), path)
        # Both names are of one file: a sweep is not to take it for one that was left long ago.
        os.utime(path)


class PrivateBucket(S3Storage):  # type: ignore[misc]  # the package has no types
    """A bucket whose objects only the portal reads, encrypted by the server that keeps them."""

    def opened(self, key: str) -> Any:
        """The bytes under a key, as they come from the server; `FileNotFoundError` where there are none."""
        try:
            return self.bucket.Object(key).get()["Body"]
        except self.connection.meta.client.exceptions.NoSuchKey as error:
            raise FileNotFoundError(key) from error

    def get_modified_time(self, name: str) -> Any:
        """When the bytes under a key were written; `FileNotFoundError` where there are none, as a folder says it."""
        try:
            return super().get_modified_time(name)
        except self.connection.meta.client.exceptions.ClientError as error:
            if error.response["ResponseMetadata"]["HTTPStatusCode"] != HTTPStatus.NOT_FOUND:
                raise
            raise FileNotFoundError(name) from error

    def copy(self, source: str, target: str) -> None:
        """The same bytes under another key; what stood there is replaced."""
        self.bucket.Object(target).copy(
            {"Bucket": self.bucket_name, "Key": source}, ExtraArgs=self.get_object_parameters(target)
        )

    def url(self, *args: Any, **named: Any) -> str:
        raise ValueError("Papers have no address of their own: they are handed out by the portal.")


def papers() -> Any:
    """The storage of all files: `PrivateFolder` or `PrivateBucket`."""
    return storages["papers"]


def key(file: File, *, state: State | None = None) -> str:
    """Where a file's bytes are in a state: those that may be served lie apart from those that may not."""
    place = CLEAN if (state or file.state) == State.CLEAN else QUARANTINE
    return f"{place}/{file.pk.hex[:2]}/{file.pk.hex}"


def put(file: File, path: Path) -> None:
    """Keep the bytes that lie at the path as those of the file, in quarantine."""
    with path.open("rb") as content:
        papers().save(key(file, state=State.QUARANTINED), DjangoFile(content))


def release(file: File) -> None:
    """Lay the bytes of a file beside those that may be served; the ones in quarantine are destroyed later."""
    papers().copy(key(file, state=State.QUARANTINED), key(file, state=State.CLEAN))


def destroy(file: File, *states: State) -> None:
    """Destroy the bytes of a file, wherever they are, or only where they lie in these states."""
    for state in states or (State.QUARANTINED, State.CLEAN):
        papers().delete(key(file, state=state))
