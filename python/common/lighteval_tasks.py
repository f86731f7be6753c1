"""The tasks of lighteval: what they are called and what they need."""

import json
import re
from collections.abc import Iterable, Mapping
from importlib.util import find_spec
from pathlib import Path

from common.child import report_of
from common.options import Options
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

# The datasets of all tasks by their names; run in a process of its own, since it loads all of lighteval.
TASK_LIST = """
import json
from lighteval.tasks.registry import Registry
tasks = Registry.load_all_task_configs(custom_tasks={custom!r})
print(json.dumps({{name: config.hf_repo for name, config in tasks.items()}}))
"""

# What a list of tasks tells of each; run in a process of its own too.
TASK_FACTS = """
import json
from lighteval.tasks.registry import Registry
def facts(config):
    metrics = [metric.metric_name for metric in config.metrics]
    return dict(data=config.hf_repo, subset=config.hf_subset, splits=list(config.evaluation_splits), metrics=metrics)
tasks = Registry.load_all_task_configs(custom_tasks=None)
print(json.dumps({name: facts(config) for name, config in tasks.items()}))
"""


def lighteval_tasks(specs: Iterable[TaskSpec]) -> list[TaskSpec]:
    """The tasks by lighteval's own names, each once; a number of shots that a name tells is kept."""
    return list(dict.fromkeys(_lighteval_task(spec) for spec in specs))


def _lighteval_task(spec: TaskSpec) -> TaskSpec:
    name = LIGHTEVAL_ALIASES.get(spec.name, spec.name)
    told = re.fullmatch(r"mmlu_(\d+)_shot", spec.name)
    if told is None:
        return TaskSpec(name, spec.shots or 0)
    shots = int(told[1])
    if spec.shots not in (None, shots):
        raise Refused(f"{spec.name} has {shots} shots and {spec.shots} were asked for; write mmlu|{spec.shots}.")
    return TaskSpec(name, shots)


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


def known_lighteval_tasks(custom: Path | None) -> dict[str, str]:
    """The datasets of all tasks that lighteval has, by the names of the tasks."""
    return json.loads(report_of(TASK_LIST.format(custom=str(custom.resolve()) if custom else None)))


def listed_lighteval_tasks() -> dict[str, dict[str, object]]:
    """What a list of tasks tells of each that lighteval has."""
    return {name: _listed_task(**facts) for name, facts in json.loads(report_of(TASK_FACTS)).items()}


def _listed_task(
    data: str, subset: str | None, splits: list[str], metrics: list[str | list[str]]
) -> dict[str, object]:
    keys = [key for metric in metrics for key in ([metric] if isinstance(metric, str) else metric)]
    # A key ends with the functions that the metric normalises its texts with.
    names = [re.split(r"[:&](?:strip_strings|normalize_)", key)[0] for key in keys]
    return {
        "datasets": [data],
        **({"config": subset} if subset and subset != "default" else {}),
        **({"split": splits[0]} if len(splits) == 1 else {}),
        "metrics": list(dict.fromkeys(names)),
    }


def data_sets_of(task: TaskSpec, known: Mapping[str, str]) -> set[str]:
    """The datasets that a task, or a suite of tasks, reads."""
    name = task.name.split("@")[0]
    return {data for known_name, data in known.items() if known_name == name or known_name.startswith(f"{name}:")}


def keep_download_away() -> None:
    """At its import lighteval downloads a pickle into its own folder unless a file of that name lies there."""
    spec = find_spec("lighteval")
    if spec is None or spec.origin is None:
        return
    pickle = Path(spec.origin).parent / "tasks" / "tasks" / "tinyBenchmarks.pkl"
    if not pickle.exists():
        pickle.touch()
