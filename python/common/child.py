"""A framework's program in a process of its own: its output is shown, kept, and holds no token."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from threading import Thread
from typing import IO

from common.failures import explain
from common.stop import Refused

# Lets a program end by itself, which frees the GPU, before it is killed.
SECONDS_TO_END = 20

SHORTEST_SECRET = 8

OWN_GROUP = os.name == "posix"


class Log:
    """Shows lines on standard output and keeps them in a file, with every token and each of these secrets masked."""

    def __init__(self, path: Path, secrets: Iterable[str]) -> None:
        self.path = path
        self.lines: list[str] = []
        # A shorter one is no secret, such as the `EMPTY` of servers that want no key, and may stand in any word.
        self._secrets = [secret for secret in secrets if len(secret) >= SHORTEST_SECRET]
        self._file = path.open("a", encoding="utf-8")

    def write(self, text: str, end: str = "\n") -> None:
        """Writes a line, kept without its colours; one that ends in a carriage return, as progress bars do, is shown only."""
        print(self._masked(text), end=end, flush=True)
        if end == "\n":
            self.keep(text)

    def keep(self, text: str) -> None:
        """Keeps a line that is shown elsewhere."""
        plain = re.sub(r"\x1b\[[0-9;]*[A-Za-z]", "", self._masked(text))
        self.lines.append(plain)
        self._file.write(f"{plain}\n")
        self._file.flush()

    def close(self) -> None:
        self._file.close()

    def _masked(self, text: str) -> str:
        for secret in self._secrets:
            text = text.replace(secret, "hf_***" if secret.startswith("hf_") else "***")
        return re.sub(r"\bhf_[A-Za-z0-9]{20,}", "hf_***", text)


def run_child(argv: list[str], log: Log, env: Mapping[str, str]) -> int:
    """Runs a program to its end and returns its exit status; an interrupt ends it with all that it started."""
    child = subprocess.Popen(
        argv,
        env={**os.environ, **env},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=OWN_GROUP,
    )
    assert child.stdout is not None
    try:
        # What a program leaves behind may keep its output open, and the reading of it would go on as long.
        Thread(target=_end_rest, args=[child], daemon=True).start()
        _copy(child.stdout, log)
        status = child.wait()
        if OWN_GROUP and status == -signal.SIGKILL:
            log.write("The program was killed by the system.")
        return status
    finally:
        _end(child)


def report_of(code: str) -> str:
    """The last line that a short Python program prints; it runs beside, so that no memory of it stays here."""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, stdin=subprocess.DEVNULL)
    if done.returncode != 0:
        explanation = explain(f"{done.stdout}\n{done.stderr}".splitlines())
        raise Refused(f"{explanation.sentence}\n  {explanation.line}")
    return done.stdout.strip().splitlines()[-1]


def _copy(output: IO[bytes], log: Log) -> None:
    pending = b""
    while chunk := output.read1(65536):  # type: ignore[attr-defined]
        # A carriage return at the end waits for what follows: a line's end may be cut in two.
        *complete, pending = re.split(rb"(?<=\n)|(?<=\r)(?!\Z)", (pending + chunk).replace(b"\r\n", b"\n"))
        for piece in complete:
            log.write(piece[:-1].decode(errors="replace"), end=chr(piece[-1]))
    if pending:
        log.write(pending.decode(errors="replace").rstrip("\r"))


def _end_rest(child: subprocess.Popen[bytes]) -> None:
    """Ends what a program started, once it has ended itself: vLLM's engines otherwise keep the GPU's memory."""
    child.wait()
    if OWN_GROUP:
        _signal(child, signal.SIGKILL)


def _end(child: subprocess.Popen[bytes]) -> None:
    """Ends a program and what it started."""
    try:
        if child.poll() is None:
            _signal(child, signal.SIGTERM)
            with suppress(subprocess.TimeoutExpired):
                child.wait(SECONDS_TO_END)
    finally:
        # A second interrupt ends the waiting, not what was started.
        if child.poll() is None:
            child.kill()
        _end_rest(child)


def _signal(child: subprocess.Popen[bytes], number: int) -> None:
    with suppress(ProcessLookupError, PermissionError):
        if OWN_GROUP:
            os.killpg(child.pid, number)
        else:
            child.send_signal(number)
