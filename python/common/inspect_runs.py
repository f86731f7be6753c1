"""Evaluations with inspect, the same for each of its model providers."""

import json
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from common.child import Log, run_child
from common.hub import check_data_sets, token
from common.inspect_catalogue import installed_catalogue
from common.inspect_results import read_inspect
from common.inspect_tasks import InspectTask, check_inspect_task, inspect_data_sets, inspect_tasks
from common.model import Model
from common.options import Options, ignored_notes
from common.run import Outcome, TaskList


@dataclass(frozen=True)
class Inspect:
    """inspect with one of its model providers."""

    backend: str
    model_arguments: Callable[[Options, Model], list[str]]
    """The arguments that name the model and say how it is loaded."""
    check_device: Callable[[Options, Model], str | None]
    ignored: Mapping[str, str]
    """Options that mean nothing to the backend, with the reason."""
    name: str = "inspect"
    distribution: str = "inspect-ai"

    def list_tasks(self) -> TaskList:
        """All tasks that inspect_evals registers."""
        catalogue = installed_catalogue()
        return TaskList("inspect-evals", {name: catalogue.listed(name) for name in sorted(catalogue.folders)})

    def check(self, options: Options, model: Model) -> list[str]:
        """Refuses tasks, datasets and devices that cannot work."""
        catalogue = installed_catalogue()
        tasks = inspect_tasks(options, catalogue)
        for task in tasks:
            check_inspect_task(task, catalogue, options)
        if not options.offline:
            # The first one is what a task reads by default; more are for its other languages or variants.
            check_data_sets({data for task in tasks for data in inspect_data_sets(task, catalogue)[:1]})
        return [*ignored_notes(options, self.ignored), *filter(None, [self.check_device(options, model)])]

    def evaluate(self, options: Options, model: Model, folder: Path, log: Log) -> Outcome:
        """Runs inspect's own program. It ends with status 0 on failures too, so its logs are what counts."""
        catalogue = installed_catalogue()
        tasks = inspect_tasks(options, catalogue)
        env = {"HF_TOKEN": found} if (found := token()) else {}
        for argv in inspect_commands(tasks, self.model_arguments(options, model), options, folder):
            log.write(f"$ {' '.join(argv[1:])}")
            run_child(argv, log, env)
        files = sorted((folder / "logs").glob("*.json"))
        logs = [told for file in files if (told := _read_log(file, log)) is not None]
        for told in logs:
            if "error" in told:
                log.write(f"{told['eval']['task']}: {told['error']['message']}")
        data_sets = {task.name.rpartition("/")[2]: inspect_data_sets(task, catalogue) for task in tasks}
        successes = [told for told in logs if told["status"] == "success"]
        results = [
            result
            for told in successes
            for result in read_inspect(told, data_sets.get(told["eval"]["task"].rpartition("/")[2], ()))
        ]
        return Outcome(len(successes) < len(tasks), files, results)


def _read_log(file: Path, log: Log) -> dict | None:
    """A log of inspect; None, and a line that says so, for one that was cut off as it was written."""
    try:
        return json.loads(file.read_text(encoding="utf-8"))
    except ValueError:
        log.write(f"{file} is cut off and cannot be read.")
        return None


def inspect_commands(
    tasks: Iterable[InspectTask], model_arguments: Sequence[str], options: Options, folder: Path
) -> list[list[str]]:
    """The argv of each part of a run: task arguments hold for all tasks of a call, so each number of shots is a call."""
    by_shots: dict[int | None, list[str]] = {}
    for task in tasks:
        by_shots.setdefault(task.fewshot, []).append(task.name)
    return [
        [sys.executable, "-m", "inspect_ai", "eval", *names, *model_arguments]
        + ([] if shots is None else ["-T", f"fewshot={shots}"])
        + _common_arguments(options, folder)
        for shots, names in by_shots.items()
    ]


def inspect_model_arguments(values: Mapping[str, object]) -> list[str]:
    """`-M name=value` for each value that there is."""
    return [
        part
        for name, value in values.items()
        if value is not None
        for part in ("-M", f"{name}={str(value).lower() if isinstance(value, bool) else value}")
    ]


def chat_template_argument(options: Options) -> bool | None:
    """inspect's `use_chat_template`; None leaves the choice to it."""
    return {"auto": None, "yes": True, "no": False}[options.apply_chat_template]


def _common_arguments(options: Options, folder: Path) -> list[str]:
    values = {
        "--limit": options.limit,
        "--temperature": options.temperature,
        "--top-p": options.top_p,
        "--top-k": options.top_k,
        "--max-tokens": options.max_new_tokens,
        "--seed": options.seed,
        "--system-message": options.system_prompt,
        "--max-connections": options.batch_size or options.max_num_seqs,
        "--sandbox": "local" if options.allow_local_code_execution else None,
    }
    fixed = ["--log-dir", str(folder / "logs"), "--log-format", "json", "--display", "plain"]
    # vLLM's own messages are shown from this level on; without a bound, a server that died is asked for ever.
    fixed += ["--log-level", "info", "--max-retries", "8"]
    return [part for name, value in values.items() if value is not None for part in (name, str(value))] + fixed
