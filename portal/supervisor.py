"""One process that runs several: starts them in order, ends them in the opposite one, leaves none behind."""

import ctypes
import os
import select
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import Final

ENDING: Final = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
CAUGHT: Final = (*ENDING, signal.SIGCHLD)
PATIENCE: Final = 20.0
PROGRESS: Final = 5.0
PR_SET_PDEATHSIG: Final = 1
STATUS_OF_SIGNAL: Final = 128


Handler = Callable[[int, FrameType | None], object] | int | None


class Ended(Exception):  # noqa: N818 - it is how a run ends, not what went wrong with it
    """Somebody ended the run (`signal` is set), or one of its programs did by itself."""

    def __init__(self, message: str, status: int) -> None:
        super().__init__(message)
        self.status = status


@dataclass(frozen=True, slots=True)
class Program:
    """What to run: a name for people, the command, the file its output goes to (none: the terminal)."""

    name: str
    command: Sequence[str]
    log: Path | None = None


@dataclass(slots=True)
class Running:
    """A program at work."""

    program: Program
    process: subprocess.Popen[bytes]


class Supervisor:
    """Runs programs, each in a session of its own; use as a context, whose end ends them all."""

    def __init__(self, environment: Mapping[str, str], say: Callable[[str], None]) -> None:
        self.environment = environment
        self.say = say
        self.running: list[Running] = []
        self._before: list[tuple[signal.Signals, Handler]] = []

    def __enter__(self) -> "Supervisor":
        # Whichever thread a signal comes to, its number is written here, where the waiting looks: none is lost.
        self._told, self._tell = socket.socketpair()
        self._told.settimeout(0)
        self._tell.settimeout(0)
        self._wakeup = signal.set_wakeup_fd(self._tell.fileno(), warn_on_full_buffer=False)
        # A shell starts background jobs with Ctrl-C ignored: a handler of our own makes the signal count again.
        self._before = [(number, signal.signal(number, lambda *_: None)) for number in CAUGHT]
        return self

    def __exit__(self, *_: object) -> None:
        while self.running:
            self._end(self.running.pop())
        for number, handler in self._before:
            signal.signal(number, handler or signal.SIG_DFL)
        signal.set_wakeup_fd(self._wakeup)
        self._told.close()
        self._tell.close()

    def start(self, program: Program) -> Running:
        """Start a program that is to go on running."""
        parent = os.getpid()
        output = program.log.open("ab") if program.log else None
        try:
            process = subprocess.Popen(  # noqa: S603 - the commands are our own
                program.command,
                env=dict(self.environment),
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT if output else None,
                start_new_session=True,
                preexec_fn=lambda: _become_child(parent),
            )
        finally:
            if output:
                output.close()
        running = Running(program, process)
        self.running.append(running)
        return running

    def complete(self, program: Program) -> None:
        """Run a program to its end, saying how long it takes; `Ended` where it fails."""
        step = self.start(program)
        began = time.monotonic()
        while step.process.poll() is None:
            if not self.wait(PROGRESS, but=step) and program.log:
                self.say(f"  {program.name}: {time.monotonic() - began:.0f} s …")
        self.running.remove(step)
        if step.process.returncode:
            raise Ended(_failed(step), 1)
        self.say(f"  {program.name}: done in {time.monotonic() - began:.1f} s.")

    def wait(self, seconds: float | None, *, but: Running | None = None) -> bool:
        """Wait so long, or (True) until something happens; `Ended` on a signal, or where a program ends by itself."""
        happened, _, _ = select.select([self._told], [], [], seconds)
        for number in self._told.recv(4096) if happened else b"":
            if number in ENDING:
                raise Ended(f"Ended by {signal.Signals(number).name}.", STATUS_OF_SIGNAL + number)
        for running in self.running:
            if running is not but and running.process.poll() is not None:
                raise Ended(_failed(running), 1)
        return bool(happened)

    def _end(self, running: Running) -> None:
        """TERM, time to finish, and whatever is left of its session killed."""
        process = running.process
        if process.poll() is None:
            self.say(f"  Stopping {running.program.name} …")
            process.terminate()
            try:
                process.wait(PATIENCE)
            except subprocess.TimeoutExpired:
                self.say(f"  {running.program.name} did not end in {PATIENCE:.0f} s and is killed.")
        with suppress(ProcessLookupError):  # nobody is left
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _become_child(parent: int) -> None:  # pragma: no cover - between fork and exec nothing is recorded
    """Between fork and exec: the kernel is to send TERM when the supervisor dies, however it does."""
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
    if os.getppid() != parent:
        sys.exit(1)


def _failed(running: Running) -> str:
    program = running.program
    last = ""
    if program.log:
        lines = program.log.read_text(errors="replace").strip().splitlines()
        last = f" Its last words: {lines[-1].strip().rstrip('.')}." if lines else ""
        last += f" The whole is in {program.log}."
    return f"{program.name} ended by itself (status {running.process.returncode}).{last}"
