"""Counts for `node scripts/test.mjs`, and what several tests use."""

import json
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from hub import LoopbackHub
from scripts import BUILT, CACHE
from tiny_model import write_tiny_model


@pytest.fixture(scope="session")
def installed() -> Iterator[Path]:
    """The scripts as an installed extension has them: in a read-only folder with blanks in its path."""
    folder = CACHE / "installed extension"
    folder.mkdir(parents=True, exist_ok=True)
    folder.chmod(0o755)
    shutil.copytree(BUILT, folder, dirs_exist_ok=True)
    folder.chmod(0o555)
    yield folder
    folder.chmod(0o755)


@pytest.fixture(scope="session")
def tiny_model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a tiny random model."""
    return write_tiny_model(tmp_path_factory.mktemp("models") / "tiny llama")


@pytest.fixture(scope="session")
def sums(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that is a dataset of six sums."""
    folder = tmp_path_factory.mktemp("data") / "sums"
    folder.mkdir()
    lines = [{"question": f"{n} + 1", "choices": [str(n + 1), str(n + 2)], "gold": 0} for n in range(6)]
    (folder / "test.jsonl").write_text("".join(f"{json.dumps(line)}\n" for line in lines), encoding="utf-8")
    return folder


@pytest.fixture
def hub(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[LoopbackHub]:
    """A Hub of this machine, which the Hub's library and its children are pointed to."""
    from huggingface_hub import constants

    with LoopbackHub() as started:
        monkeypatch.setattr(constants, "ENDPOINT", started.url)
        monkeypatch.setattr(constants, "HF_HUB_CACHE", str(tmp_path / "hub cache"))
        monkeypatch.setenv("HF_ENDPOINT", started.url)
        monkeypatch.setenv("HF_TOKEN", started.token)
        yield started


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    wanted = os.environ.get("MODEL_CARD_TEST_GREP")
    if wanted is not None:
        items[:] = [item for item in items if wanted in item.nodeid]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    counts = os.environ.get("MODEL_CARD_TEST_COUNTS")
    if counts is None:
        return
    number = {
        outcome: len(terminalreporter.stats.get(outcome, [])) for outcome in ("passed", "failed", "error", "skipped")
    }
    told = {"passed": number["passed"], "failed": number["failed"] + number["error"], "skipped": number["skipped"]}
    Path(counts).write_text(json.dumps(told), encoding="utf-8")
