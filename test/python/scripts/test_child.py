"""Programs that a script runs."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from scripts import BUILT, load

shared = load("inspect_hf_uv")
TOKEN = "hf_" + "secretSecretSecret" * 2


def run_python(code: str, tmp_path: Path, env: dict[str, str] | None = None) -> tuple[int, list[str], str]:
    log = shared.Log(tmp_path / "evaluation.log", TOKEN)
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
    code = f"import os; print(os.environ['HF_TOKEN'] + ' and {other}')"
    assert run_python(code, tmp_path, {"HF_TOKEN": TOKEN}) == (0, ["hf_*** and hf_***"], "hf_*** and hf_***\n")
    assert "ecret" not in capsys.readouterr().out


def test_what_a_program_started_ends_with_it(tmp_path: Path) -> None:
    code = (
        "import subprocess, sys; "
        "print(subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)'], stdout=subprocess.DEVNULL).pid)"
    )
    _, [pid], _ = run_python(code, tmp_path)
    assert not is_running(int(pid))


def test_a_cancelled_run_ends_its_program_and_says_so(tmp_path: Path) -> None:
    code = f"""
import importlib.util, sys
spec = importlib.util.spec_from_file_location("script", {str(BUILT / "inspect_hf_uv.py")!r})
script = importlib.util.module_from_spec(spec)
sys.modules["script"] = script
spec.loader.exec_module(script)

class Sleep:
    name, distribution, backend = "inspect", "pytest", "hf"
    def check(self, options, model):
        return []
    def evaluate(self, options, model, folder, log):
        script.run_child([sys.executable, "-c", "import os, time; print(os.getpid(), flush=True); time.sleep(60)"], log, {{}})

sys.exit(script.run_script(Sleep(), "", ""))
"""
    arguments = ["--model", "mockllm/model", "--tasks", "a", "--output-dir", str(tmp_path)]
    program = subprocess.Popen(
        [sys.executable, "-c", code, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert program.stdout is not None
    pid = int(program.stdout.readline())
    program.send_signal(signal.SIGTERM)
    _, errors = program.communicate(timeout=30)
    assert program.returncode == 1
    assert errors == "Cancelled: the run was ended with all that it had started.\n"
    assert not is_running(pid)
    [log] = tmp_path.glob("*/evaluation.log")
    assert log.read_text(encoding="utf-8").endswith(errors)


def is_running(pid: int) -> bool:
    for _ in range(50):
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return False
        if Path(f"/proc/{pid}/stat").exists() and Path(f"/proc/{pid}/stat").read_text().split()[2] == "Z":
            return False
        time.sleep(0.1)
    return True
