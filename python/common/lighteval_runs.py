"""Evaluations with lighteval, the same for each of its backends."""

import json
import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from common.child import Log, run_child
from common.hub import check_data_sets
from common.lighteval_results import read_lighteval, sample_counts
from common.lighteval_tasks import (
    check_lighteval_tasks,
    data_sets_of,
    keep_download_away,
    known_lighteval_tasks,
    lighteval_tasks,
    listed_lighteval_tasks,
)
from common.model import Model
from common.options import Options, ignored_notes
from common.run import Outcome, TaskList
from common.stop import Refused


@dataclass(frozen=True)
class Lighteval:
    """lighteval with one of its backends."""

    backend: str
    parameters: Callable[[Options, Model], dict[str, object]]
    """The backend's own names and values for the options of a run."""
    check_device: Callable[[Options], str | None]
    ignored: Mapping[str, str]
    """Options that mean nothing to the backend, with the reason."""
    name: str = "lighteval"
    distribution: str = "lighteval"

    def list_tasks(self) -> TaskList:
        """All tasks of lighteval."""
        keep_download_away()
        return TaskList("lighteval", listed_lighteval_tasks())

    def check(self, options: Options, model: Model) -> list[str]:
        """Refuses tasks, datasets and devices that cannot work."""
        if model.source not in ("hub", "folder"):
            raise Refused(f"lighteval loads models itself; evaluate {options.model} with an inspect script.")
        keep_download_away()
        tasks = lighteval_tasks(options.tasks)
        known = known_lighteval_tasks(options.custom_tasks)
        check_lighteval_tasks(tasks, known, options)
        if not options.offline:
            check_data_sets({data for task in tasks for data in data_sets_of(task, known)})
        return [*ignored_notes(options, self.ignored), *filter(None, [self.check_device(options)])]

    def evaluate(self, options: Options, model: Model, folder: Path, log: Log) -> Outcome:
        """Runs lighteval's own program, which says by its status whether it failed."""
        parameters = self.parameters(options, model)
        if model.source == "folder":
            parameters |= {"model_name": str(_linked(Path(model.location), folder)), "cache_dir": str(folder / "cache")}
        # YAML takes JSON, and needs no escaping of commas as the inline form does.
        config = folder / "model.yaml"
        config.write_text(json.dumps({"model_parameters": parameters}, indent=2), encoding="utf-8")
        argv = lighteval_command(self.backend, config, options, folder)
        log.write(f"$ {' '.join(argv[1:])}")
        status = run_child(argv, log, env={})
        files = sorted((folder / "results").glob("results_*.json"))
        if status != 0 or not files:
            return Outcome(True, files, [])
        results = read_lighteval(json.loads(files[-1].read_text(encoding="utf-8")), sample_counts(folder / "details"))
        return Outcome(False, files[-1:], results)


def lighteval_command(backend: str, config: Path, options: Options, folder: Path) -> list[str]:
    """The argv of a run."""
    tasks = ",".join(f"{task.name}|{task.shots}" for task in lighteval_tasks(options.tasks))
    argv = [sys.executable, "-m", "lighteval", backend, str(config), tasks]
    argv += ["--output-dir", str(folder), "--results-path-template", "{output_dir}/results", "--save-details"]
    if options.limit is not None:
        argv += ["--max-samples", str(options.limit)]
    if options.custom_tasks is not None:
        argv += ["--custom-tasks", str(options.custom_tasks.resolve())]
    return argv


def lighteval_parameters(options: Options, model: Model, **others: object) -> dict[str, object]:
    """What all backends name alike, and what one names by itself; what was not asked for is left to lighteval."""
    sampling = {
        "temperature": options.temperature,
        "top_p": options.top_p,
        "top_k": options.top_k,
        "max_new_tokens": options.max_new_tokens,
        "seed": options.seed,
    }
    chosen = {
        "model_name": model.location,
        "revision": model.revision,
        "dtype": options.dtype,
        "trust_remote_code": options.trust_remote_code or None,
        "override_chat_template": {"auto": None, "yes": True, "no": False}[options.apply_chat_template],
        "system_prompt": options.system_prompt,
        "generation_parameters": _given(sampling) or None,
        **others,
    }
    return _given(chosen)


def _linked(model: Path, folder: Path) -> Path:
    """A folder with links to a model's files: lighteval keeps its answers in the folder of a local model."""
    links = folder / "model" / model.name
    links.mkdir(parents=True)
    for entry in model.iterdir():
        os.symlink(entry, links / entry.name, target_is_directory=entry.is_dir())
    return links


def _given(values: Mapping[str, object]) -> dict[str, object]:
    return {name: value for name, value in values.items() if value is not None}
