"""Small copies of pictures, made of their pixels alone: of the file they come from nothing else is in them."""

import base64
import json
import shutil
import tempfile

from portal.files import receiving, storage
from portal.files.checking.verdicts import Fault
from portal.files.models import File
from portal.files.refusals import RefusedError


def squares(file: File, *sides: int) -> list[bytes]:
    """A picture as squares of so many pixels a side: WebP, upright, without the place and the time it was taken at.

    `RefusedError` where it has fewer pixels than the largest, or cannot be opened within what the process is given.
    """
    with tempfile.NamedTemporaryFile(dir=receiving.folder()) as spool:
        with storage.papers().opened(storage.key(file)) as content:
            shutil.copyfileobj(content, spool)
        spool.flush()
        said = receiving.confined("checking.squares", spool.name, *map(str, sides))
    told = {"fault": Fault.TOO_LONG} if said is None else json.loads(said)
    if "fault" in told:
        raise RefusedError(told["fault"], name=file.name)
    return [base64.b64decode(one) for one in told["squares"]]
