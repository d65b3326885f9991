"""Files of a form on their way in."""

import tempfile
from typing import Any

from django.core.files.uploadedfile import TemporaryUploadedFile, UploadedFile
from django.core.files.uploadhandler import SkipFile, TemporaryFileUploadHandler

from portal.files import receiving


class Arriving(TemporaryUploadedFile):
    """A file of a form, in the receiving folder, which is made where it is not there."""

    def __init__(self, name: Any, content_type: Any, size: Any, charset: Any, extra: Any = None) -> None:
        place = tempfile.NamedTemporaryFile(suffix=".upload", dir=receiving.folder())  # noqa: SIM115 - until the request ends
        UploadedFile.__init__(self, place, name, content_type, size, charset, extra)


class SignedInHandler(TemporaryFileUploadHandler):
    """Writes files to the receiving folder for somebody who is signed in, and passes over those of a stranger."""

    def new_file(self, *arguments: Any, **named: Any) -> None:
        request = self.request
        if request is None or not request.user.is_authenticated:
            raise SkipFile
        super(TemporaryFileUploadHandler, self).new_file(*arguments, **named)
        self.file = Arriving(self.file_name, self.content_type, 0, self.charset, self.content_type_extra)
