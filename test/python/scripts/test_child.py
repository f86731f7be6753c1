"""Programs that a script runs."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from scripts import BUILT, load

shared = load("inspect_hf_uv")
TOKEN = "hf_" + "secretSecretSecret" * 2


def run_python(code: str, tmp_path: Path, env: dict[str, str] | None = None) -> tuple[int, list[str], str]:
    log = shared.Log(tmp_path / "evaluation.log", [TOKEN, "key-of-a-server", "EMPTY"])
    status = shared.run_child([sys.executable, "-c", code], log, env or {})
    log.close()
    return status, log.lines, log.path.read_text(encoding="utf-8")


def test_output_is_shown_and_kept_in_order(tmp_path: Path, capsys: pytest.CaptureFixture) -> None:
    code = "import sys; print('one', flush=True); print('two', file=sys.stderr, flush=True); print('é', end=''); sys.exit(3)"
    assert run_python(code, tmp_path, {"PYTHONIOENCODING": "utf-8"}) == (3, ["one", "two", "é"], "one\ntwo\né\n")
    assert capsys.readouterr().out == "one\ntwo\né\n"


def test_progress_bars_are_shown_and_only_their_end_is_kept(tmp_path: Path, capsys: pytest.CaptureFixture) -> None:
    code = r"import sys; sys.stdout.write('10%\r50%\r100%\nend\r\n')"
    assert run_python(code, tmp_path)[1] == ["100%", "end"]
    assert capsys.readouterr().out == "10%\r50%\r100%\nend\n"


def test_no_token_is_shown_or_kept(tmp_path: Path, capsys: pytest.CaptureFixture) -> None:
    other = "hf_" + "z" * 30
    code = f"import os; print(os.environ['HF_TOKEN'] + ' and {other} and key-of-a-server; EMPTY')"
    masked = "hf_*** and hf_*** and ***; EMPTY"
    assert run_python(code, tmp_path, {"HF_TOKEN": TOKEN}) == (0, [masked], f"{masked}\n")
    assert "ecret" not in capsys.readouterr().out


def test_what_a_program_started_ends_with_it(tmp_path: Path) -> None:
    # It holds its starter's output open.
    code = "import subprocess, sys; print(subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)']).pid)"
    started = time.monotonic()
    status, [pid], _ = run_python(code, tmp_path)
    assert status == 0
    assert time.monotonic() - started < 30
    assert not is_running(int(pid))


GO_ON = r"""
import os, pathlib, signal, time
if "ASKED" in os.environ:
    signal.signal(signal.SIGTERM, lambda *_: pathlib.Path(os.environ["ASKED"]).touch())
print("\u2501", os.getpid(), flush=True)
while True:
    time.sleep(1)
"""

# A script whose framework does what is filled in.
SCRIPT = f"""
import os, subprocess, sys
import importlib.util
spec = importlib.util.spec_from_file_location("script", {str(BUILT / "inspect_hf_uv.py")!r})
script = importlib.util.module_from_spec(spec)
sys.modules["script"] = script
spec.loader.exec_module(script)

class Framework:
    name, distribution, backend = "inspect", "pytest", "hf"
    def check(self, options, model):
        return []
    def evaluate(self, options, model, folder, log):
        EVALUATE

sys.exit(script.run_script(Framework(), "", ""))
"""


def start(evaluate: str, tmp_path: Path, **env: str) -> subprocess.Popen[str]:
    arguments = ["--model", "mockllm/model", "--tasks", "a", "--output-dir", str(tmp_path / "out")]
    return subprocess.Popen(
        [sys.executable, "-c", SCRIPT.replace("EVALUATE", evaluate), *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env={**os.environ, **env},
    )


def start_endless(tmp_path: Path, **env: str) -> tuple[subprocess.Popen[str], int]:
    """A script whose program goes on, even when it is asked to end if a file is named to say so; and that program's id."""
    run = f'script.run_child([sys.executable, "-c", {GO_ON!r}], log, {{"PYTHONIOENCODING": "utf-8"}})'
    program = start(run, tmp_path, **env)
    assert program.stdout is not None
    assert program.stdout.readline().startswith("Log: ")
    return program, int(program.stdout.readline().removeprefix("\u2501 "))


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_cancelled_run_ends_its_program_and_says_so(number: signal.Signals, tmp_path: Path) -> None:
    program, pid = start_endless(tmp_path, PYTHONIOENCODING="ascii")
    program.send_signal(number)
    _, errors = program.communicate(timeout=30)
    assert program.returncode == 1
    assert errors == "Cancelled: the run was ended with all that it had started.\n"
    assert not is_running(pid)
    [log] = tmp_path.glob("out/*/evaluation.log")
    assert log.read_text(encoding="utf-8").endswith(errors)


def test_a_program_that_does_not_end_is_ended_by_the_second_interrupt(tmp_path: Path) -> None:
    asked = tmp_path / "asked"
    program, pid = start_endless(tmp_path, ASKED=str(asked))
    program.send_signal(signal.SIGINT)
    assert comes_true(asked.exists)
    program.send_signal(signal.SIGINT)
    program.communicate(timeout=10)
    assert program.returncode == 1
    assert not is_running(pid)


def test_a_program_that_the_system_kills_is_told(tmp_path: Path) -> None:
    status, lines, _ = run_python("import os; os.kill(os.getpid(), 9)", tmp_path)
    assert status == -signal.SIGKILL
    assert shared.explain(lines).sentence.startswith("The system killed the run, most likely for want of memory;")


def test_values_that_are_no_numbers_are_no_failure_of_the_framework(tmp_path: Path) -> None:
    program = start("return script.Outcome(False, [], [])", tmp_path)
    _, errors = program.communicate(timeout=30)
    assert program.returncode == 1
    assert errors.startswith("Failed: The framework ended well and gave no value that is a number;")


def test_a_full_disk_is_told_in_a_sentence(tmp_path: Path) -> None:
    program = start('raise OSError(28, "No space left on device")', tmp_path)
    _, errors = program.communicate(timeout=30)
    assert program.returncode == 1
    assert errors.startswith("Failed: The disk is full; free some room")


def is_running(pid: int) -> bool:
    return not comes_true(lambda: is_gone(pid))


def is_gone(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    stat = Path(f"/proc/{pid}/stat")
    return stat.exists() and stat.read_text().split()[2] == "Z"


def comes_true(condition: Callable[[], bool]) -> bool:
    for _ in range(50):
        if condition():
            return True
        time.sleep(0.1)
    return False
