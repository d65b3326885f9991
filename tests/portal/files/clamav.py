"""A real ClamAV daemon with one signature of ours; it downloads nothing."""

import shutil
import subprocess
import threading
import time
from pathlib import Path

import pytest

# The harmless sequence every scanner agrees to take for a virus; in two halves, so that this file is not taken for one.
EICAR = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
NAME = "Portal.Test.Eicar"
CONFIGURATION = """
LocalSocket {folder}/clamd.sock
DatabaseDirectory {folder}/signatures
TemporaryDirectory {folder}
Foreground yes
StreamMaxLength 2M
MaxFileSize 1M
MaxScanSize 1M
AlertExceedsMax yes
MaxThreads 2
BytecodeUnsigned no
"""


class Daemon:
    """The daemon, to be started and ended."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.url = f"unix://{folder}/clamd.sock"
        (folder / "signatures").mkdir()
        (folder / "signatures" / "portal.ndb").write_text(f"{NAME}:0:*:{EICAR.hex()}\n")
        (folder / "clamd.conf").write_text(CONFIGURATION.format(folder=folder))
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        program = shutil.which("clamd", path="/usr/sbin:/usr/bin:/usr/local/sbin")
        if program is None:
            pytest.fail("ClamAV's daemon is not installed: apt-get install clamav-daemon.")
        with (self.folder / "log").open("wb") as log:
            self.process = subprocess.Popen([program, "-c", self.folder / "clamd.conf"], stdout=log, stderr=log)
        deadline = time.monotonic() + 60
        while not (self.folder / "clamd.sock").exists():
            assert self.process.poll() is None, (self.folder / "log").read_text()
            assert time.monotonic() < deadline
            threading.Event().wait(0.05)

    def stop(self) -> None:
        if self.process is not None:
            self.process.terminate()
            self.process.wait(30)
            self.process = None
            (self.folder / "clamd.sock").unlink(missing_ok=True)
