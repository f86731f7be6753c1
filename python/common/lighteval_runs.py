"""Evaluations with lighteval, the same for each of its backends."""

import json
import os
import re
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from common.child import ChildError, Log, report_of, run_child
from common.failures import explain
from common.model import Model, check_data_sets
from common.options import Options
from common.results import Dataset, Result, number
from common.run import Outcome
from common.stop import Refused
from common.tasks import TaskSpec, require_known

LIGHTEVAL_ALIASES = {
    "aime2024": "aime24",
    "aime2025": "aime25",
    "arc_challenge": "arc:challenge",
    "arc_easy": "arc:easy",
    "commonsense_qa": "commonsenseqa",
    "gpqa": "gpqa:diamond",
    "gpqa_diamond": "gpqa:diamond",
    "livecodebench": "lcb:codegeneration",
    "math500": "math_500",
    "mmlu_0_shot": "mmlu",
    "mmlu_5_shot": "mmlu",
    "truthfulqa": "truthfulqa:mc",
    "truthfulqa_mc": "truthfulqa:mc",
}

# The data sets of all tasks by their names; run in a process of its own, since it loads all of lighteval.
TASK_LIST = """
import json, sys
from lighteval.tasks.registry import Registry
tasks = Registry.load_all_task_configs(custom_tasks={custom!r})
print(json.dumps({{name: config.hf_repo for name, config in tasks.items()}}))
"""


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

    def check(self, options: Options, model: Model) -> list[str]:
        """Refuses tasks, data sets and devices that cannot work."""
        if model.source not in ("hub", "folder"):
            raise Refused(f"lighteval loads models itself; evaluate {options.model} with an inspect script.")
        _keep_download_away()
        tasks = lighteval_tasks(options.tasks)
        known = _known_tasks(options.custom_tasks)
        check_lighteval_tasks(tasks, known, options)
        if not options.offline:
            check_data_sets({data for task in tasks for data in _data_sets_of(task, known)})
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
        results = read_lighteval(json.loads(files[-1].read_text(encoding="utf-8")), _sample_counts(folder / "details"))
        return Outcome(False, files[-1:], results)


def lighteval_tasks(specs: Iterable[TaskSpec]) -> list[TaskSpec]:
    """The tasks by lighteval's own names; a number of shots that a name tells is kept."""
    return [
        TaskSpec(LIGHTEVAL_ALIASES.get(spec.name, spec.name), 5 if spec.name == "mmlu_5_shot" else spec.shots)
        for spec in specs
    ]


def lighteval_command(backend: str, config: Path, options: Options, folder: Path) -> list[str]:
    """The argv of a run."""
    tasks = ",".join(f"{task.name}|{task.shots or 0}" for task in lighteval_tasks(options.tasks))
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


def ignored_notes(options: Options, ignored: Mapping[str, str]) -> list[str]:
    """Notes on options that were given and do nothing here."""
    defaults = Options(model="", tasks=())
    return [
        f"--{name.replace('_', '-')} has no effect here: {reason}."
        for name, reason in ignored.items()
        if getattr(options, name) != getattr(defaults, name)
    ]


def check_lighteval_tasks(tasks: Iterable[TaskSpec], known: Mapping[str, str], options: Options) -> None:
    """Refuses tasks that lighteval does not have, or that cannot run as they are."""
    # A part such as `@n=4` sets a metric's parameter; `mmlu` stands for all tasks that begin with `mmlu:`.
    names = [task.name.split("@")[0] for task in tasks]
    require_known(names, {*known, *(name.split(":")[0] for name in known if ":" in name)}, "lighteval")
    for name in names:
        suite = name.split(":")[0]
        if suite == "tiny":
            raise Refused(f"{name} reads a file that lighteval 0.13.0 does not bring; choose {name.split(':')[-1]}.")
        if suite == "lcb" and not options.allow_local_code_execution:
            raise Refused(
                f"{name} runs code that the model wrote on this machine; choose another task, "
                "or accept that with --allow-local-code-execution."
            )


def read_lighteval(file: Mapping, samples: Mapping[str, int]) -> list[Result]:
    """The results of lighteval's file; `samples` are the numbers of samples by task and shots."""
    partial = file["config_general"].get("max_samples") is not None
    results = []
    for key, values in file["results"].items():
        if key == "all":
            continue
        config = file["config_tasks"].get(key)
        task, _, shots = key.rpartition("|")
        for metric, value in values.items():
            if metric.endswith("_stderr") or number(value) is None:
                continue
            results.append(
                Result(
                    task=task,
                    dataset=_data_set(config),
                    metric=_readable(metric),
                    scorer=None,
                    value=value,
                    stderr=number(values.get(f"{metric}_stderr")),
                    higher_is_better=_direction(config, metric),
                    shots=int(shots) if shots.isdigit() else None,
                    samples=samples.get(key) or _sum_of_parts(key, samples),
                    partial=partial,
                )
            )
    return results


def _keep_download_away() -> None:
    """At its import lighteval downloads a pickle into its own folder unless a file of that name lies there."""
    spec = find_spec("lighteval")
    if spec is None or spec.origin is None:
        return
    pickle = Path(spec.origin).parent / "tasks" / "tasks" / "tinyBenchmarks.pkl"
    if not pickle.exists():
        pickle.touch()


def _known_tasks(custom: Path | None) -> dict[str, str]:
    try:
        return json.loads(report_of(TASK_LIST.format(custom=str(custom.resolve()) if custom else None)))
    except ChildError as error:
        explanation = explain(error.lines)
        raise Refused(f"lighteval cannot list its tasks. {explanation.sentence} {explanation.line or ''}") from None


def _data_sets_of(task: TaskSpec, known: Mapping[str, str]) -> set[str]:
    name = task.name.split("@")[0]
    return {data for known_name, data in known.items() if known_name == name or known_name.startswith(f"{name}:")}


def _linked(model: Path, folder: Path) -> Path:
    """A folder with links to a model's files: lighteval keeps its answers in the folder of a local model."""
    links = folder / "model" / model.name
    links.mkdir(parents=True)
    for entry in model.iterdir():
        os.symlink(entry, links / entry.name, target_is_directory=entry.is_dir())
    return links


def _sample_counts(details: Path) -> dict[str, int]:
    """How many samples were evaluated, by task and shots; lighteval's results do not say it."""
    from pyarrow.parquet import read_metadata

    return {
        found[1]: read_metadata(file).num_rows
        for file in details.rglob("details_*.parquet")
        if (found := re.fullmatch(r"details_(.+\|\d+)_[^_]+\.parquet", file.name))
    }


def _sum_of_parts(key: str, samples: Mapping[str, int]) -> int | None:
    suite, _, shots = key.partition(":_average|")
    return sum(n for part, n in samples.items() if part.startswith(f"{suite}:") and part.endswith(f"|{shots}")) or None


def _data_set(config: Mapping | None) -> Dataset | None:
    if config is None or Path(config["hf_repo"]).is_absolute() or Path(config["hf_repo"]).exists():
        return None
    splits = config.get("evaluation_splits") or []
    return Dataset(config["hf_repo"], config.get("hf_subset"), "+".join(splits) or None, config.get("hf_revision"))


def _direction(config: Mapping | None, metric: str) -> bool | None:
    for described in (config or {}).get("metrics", []):
        names, direction = described["metric_name"], described["higher_is_better"]
        if metric == names or metric in names and isinstance(names, list):
            return direction.get(metric) if isinstance(direction, dict) else direction
    return None


def _readable(metric: str) -> str:
    """A metric's key without the addresses of the functions that it is made of."""
    return re.sub(r"<function (\w+) at 0x[0-9a-f]+>", r"\1", metric)


def _given(values: Mapping[str, object]) -> dict[str, object]:
    return {name: value for name, value in values.items() if value is not None}
