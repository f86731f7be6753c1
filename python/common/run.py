"""A run from its command line to its results, the same for every framework."""

import json
import os
import re
import signal
import sys
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Protocol

from common.child import Log
from common.failures import explain
from common.hub import check_token, token
from common.model import Model, find_model
from common.options import Options, read_options
from common.results import Result, Run, table_of, write_results
from common.stop import Refused, Status


@dataclass(frozen=True)
class Outcome:
    """What a framework left behind; `failed` where it says so itself, even beside results."""

    failed: bool
    files: Sequence[Path]
    results: Sequence[Result]


@dataclass(frozen=True)
class TaskList:
    """What a framework tells of its tasks."""

    distribution: str
    """The Python package that brings them."""
    tasks: Mapping[str, Mapping[str, object]]
    """By their names, with the fields of the product's own list of tasks."""


class Framework(Protocol):
    """How one framework with one backend is checked and run."""

    @property
    def name(self) -> str: ...
    @property
    def distribution(self) -> str: ...
    @property
    def backend(self) -> str: ...

    def list_tasks(self) -> TaskList:
        """All tasks that the framework has."""

    def check(self, options: Options, model: Model) -> list[str]:
        """Refuses what cannot work; returns notes for the person."""

    def evaluate(self, options: Options, model: Model, folder: Path, log: Log) -> Outcome:
        """Runs the evaluation in a folder of its own."""


def run_script(framework: Framework, about: str, examples: str) -> int:
    """The whole of a script; returns its exit status."""
    by_provider = framework.backend == "inference-providers"
    _prepare_process()
    try:
        if sys.argv[1:] == ["--list-tasks"]:
            return _list_tasks(framework)
        options = read_options(about, examples, sys.argv[1:], with_provider=by_provider)
        _prepare_environment(options)
        if not options.offline and not options.is_mock:
            check_token()
        model = find_model(options, by_provider=by_provider)
        for note in framework.check(options, model):
            print(f"Note: {note}", flush=True)
        return _run(framework, options, model)
    except Refused as refusal:
        print(f"Not started: {refusal}", file=sys.stderr)
        return Status.REFUSED
    except KeyboardInterrupt:
        print(CANCELLED, file=sys.stderr)
        return Status.FAILED
    except OSError as error:
        print(_failure_of([str(error)]), file=sys.stderr)
        return Status.FAILED


NO_VALUES = "The framework ended well and gave no value that is a number; look whether the task fits the model."
CANCELLED = "Cancelled: the run was ended with all that it had started."


def _list_tasks(framework: Framework) -> int:
    """Prints all tasks as one line of JSON, the last one."""
    listed = framework.list_tasks()
    source = f"{listed.distribution} {version(listed.distribution)}"
    print(json.dumps({"source": source, "tasks": listed.tasks}), flush=True)
    return Status.DONE


def _run(framework: Framework, options: Options, model: Model) -> int:
    """Runs the evaluation; how it ended is the last line of its log too, for whoever did not see the terminal."""
    started = datetime.now(UTC)
    folder = _new_folder(options.output_dir, model, started)
    with closing(Log(folder / "evaluation.log", filter(None, [token(), os.environ.get("VLLM_API_KEY")]))) as log:
        print(f"Log: {log.path}", flush=True)
        try:
            return _evaluate(framework, options, model, folder, log, started)
        except Refused as refusal:
            log.keep(f"Not started: {refusal}")
            raise
        except KeyboardInterrupt:
            log.keep(CANCELLED)
            raise


def _evaluate(
    framework: Framework, options: Options, model: Model, folder: Path, log: Log, started: datetime
) -> int:
    outcome = framework.evaluate(options, model, folder, log)
    if outcome.results:
        run = Run(
            framework.name,
            version(framework.distribution),
            framework.backend,
            started,
            datetime.now(UTC),
            outcome.files,
            outcome.results,
        )
        path = write_results(run, options, model, folder)
        print("\n".join([*table_of(outcome.results), f"Results: {path}"]), flush=True)
    if outcome.results and not outcome.failed:
        return Status.DONE
    failure = _failure_of(log.lines) if outcome.failed else f"Failed: {NO_VALUES}"
    log.keep(failure)
    print(failure, file=sys.stderr)
    return Status.FAILED


def _failure_of(lines: Sequence[str]) -> str:
    explanation = explain(lines)
    told = f"\n  {explanation.line}" if explanation.line else ""
    return f"Failed: {explanation.sentence}{told}"


def _prepare_process() -> None:
    """A run is ended in good order by whatever ends it, and says everything wherever it is shown."""
    signal.signal(signal.SIGTERM, _interrupt)
    # The terminal was closed; `nohup` has that ignored.
    if hasattr(signal, "SIGHUP") and signal.getsignal(signal.SIGHUP) != signal.SIG_IGN:
        signal.signal(signal.SIGHUP, _interrupt)
    for stream in (sys.stdout, sys.stderr):
        # The frameworks draw lines and bars that other encodings do not have.
        stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]


def _prepare_environment(options: Options) -> None:
    """Settings that the frameworks and the libraries below them read from the environment."""
    os.environ["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    os.environ["PYTHONUNBUFFERED"] = "1"
    # The frameworks fold their messages at the width of the terminal, in the middle of words.
    os.environ["COLUMNS"] = "400"
    os.environ["VLLM_NO_USAGE_STATS"] = "1"
    if options.offline:
        os.environ.update({"HF_HUB_OFFLINE": "1", "HF_DATASETS_OFFLINE": "1", "TRANSFORMERS_OFFLINE": "1"})


def _new_folder(parent: Path, model: Model, started: datetime) -> Path:
    """A folder of the run's own, named by its start and its model."""
    name = f"{started:%Y-%m-%dT%H-%M-%S}_{re.sub(r'[^A-Za-z0-9._-]+', '_', model.name)}"
    for number in range(100):
        folder = (parent / (name if number == 0 else f"{name}_{number}")).resolve()
        try:
            folder.mkdir(parents=True)
            return folder
        except FileExistsError:
            continue
        except OSError as error:
            raise Refused(
                f"No folder can be made in {parent} ({error.strerror}); choose another --output-dir."
            ) from None
    raise Refused(f"{parent} holds a hundred runs of this second; choose another --output-dir.")


def _interrupt(*_: object) -> None:
    raise KeyboardInterrupt
