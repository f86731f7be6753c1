"""The built scripts: as modules whose functions are tested, and as programs that are run."""

import importlib.util
import json
import os
import subprocess
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

HERE = Path(__file__).parent
ROOT = HERE.parents[2]
BUILT = ROOT / "dist" / "python"
NAMES = sorted(path.stem for path in BUILT.glob("*_uv.py"))
TASKS = HERE / "tasks"
# uv keeps an environment of gigabytes for each script by its path: at the same paths they are made once.
CACHE = ROOT / ".vscode-test" / "evaluation scripts"
UV = os.environ.get("MODEL_CARD_UV", "uv")

everything = pytest.mark.skipif(
    os.environ.get("MODEL_CARD_TEST") != "all", reason="downloads gigabytes; runs with MODEL_CARD_TEST=all"
)


@cache
def load(name: str) -> Any:
    """A built script as a module, without running it."""
    spec = importlib.util.spec_from_file_location(name, BUILT / f"{name}.py")
    assert spec is not None and spec.loader is not None
    module: ModuleType = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


@dataclass(frozen=True)
class Done:
    """A finished program."""

    status: int
    stdout: str
    stderr: str

    @property
    def printed(self) -> dict:
        """The results that it printed between its markers."""
        shared = load("inspect_eval_uv")
        return json.loads(self.stdout.split(f"{shared.BEGIN}\n")[1].split(f"\n{shared.END}")[0])


def run(script: Path, *arguments: object, env: dict[str, str] | None = None, seconds: int = 1800) -> Done:
    """Runs a script by uv, as a person or the extension does."""
    done = subprocess.run(
        [UV, "run", "--no-project", str(script), *map(str, arguments)],
        capture_output=True,
        text=True,
        timeout=seconds,
        env={**os.environ, "UV_NO_PROGRESS": "1", **(env or {})},
    )
    print(done.stdout, done.stderr)
    return Done(done.returncode, done.stdout, done.stderr)


def card_of(output: Path, *how: str) -> str:
    """A card after the results of the one run in an output folder were put on it, as a person does that."""
    card = output.parent / f"{output.name} README.md"
    card.write_text("# Anvil\n", encoding="utf-8")
    add = ["node", str(ROOT / "dist" / "cli.js"), "add-results", str(run_folder(output) / "results.json"), str(card)]
    done = subprocess.run([*add, "--write", *how], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    return card.read_text(encoding="utf-8")


def run_folder(output: Path) -> Path:
    """The folder of the one run in an output folder."""
    [folder] = output.iterdir()
    return folder
