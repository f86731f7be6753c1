"""The tasks of a run in the words of inspect, and whether they can run here."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, distribution, requires
from pathlib import Path

from common.inspect_catalogue import InspectCatalogue, tasks_in
from common.options import Options
from common.stop import Refused
from common.tasks import TaskSpec, require_known

INSPECT_ALIASES = {
    "aime24": "aime2024",
    "aime25": "aime2025",
    "arc:challenge": "arc_challenge",
    "arc:easy": "arc_easy",
    "arc": "arc_challenge",
    "commonsenseqa": "commonsense_qa",
    "gpqa": "gpqa_diamond",
    "gpqa:diamond": "gpqa_diamond",
    "human_eval": "humaneval",
    "race": "race_h",
    "truthfulqa:mc": "truthfulqa",
    "truthfulqa_mc": "truthfulqa",
}


@dataclass(frozen=True)
class InspectTask:
    """A task as inspect takes it."""

    name: str
    """`inspect_evals/gsm8k`, `/folder/file.py@task`, or `hf/org/data@commit/task`."""
    fewshot: int | None = None
    """The number of examples to ask for; None leaves the task's own."""


def inspect_tasks(options: Options, catalogue: InspectCatalogue) -> list[InspectTask]:
    """The tasks of a run in inspect's own names, each once; refuses names and numbers of shots that it does not have."""
    custom = tasks_in(options.custom_tasks) if options.custom_tasks else {}
    return list(dict.fromkeys(_inspect_task(spec, options.custom_tasks, custom, catalogue) for spec in options.tasks))


def check_inspect_task(task: InspectTask, catalogue: InspectCatalogue, options: Options) -> None:
    """Refuses a task that needs what is not there."""
    name = task.name.removeprefix("inspect_evals/")
    if name not in catalogue.folders:
        return
    facts = catalogue.facts(name)
    if facts.sandbox and not options.allow_local_code_execution:
        raise Refused(
            f"{name} runs code that the model wrote and needs a sandbox; choose another task, "
            "or let it run on this machine with --allow-local-code-execution."
        )
    if facts.extra and (missing := _missing_of(facts.extra)):
        raise Refused(
            f"{name} needs the Python package{'s' if len(missing) > 1 else ''} {', '.join(missing)}; "
            f"start the script with `uv run --with 'inspect-evals[{facts.extra}]'`."
        )


def inspect_data_sets(task: InspectTask, catalogue: InspectCatalogue) -> tuple[str, ...]:
    """The datasets of the Hub that a task may read, in the order of its description."""
    if found := re.match(r"hf/([\w.-]+/[\w.-]+)", task.name):
        return (found[1],)
    name = task.name.removeprefix("inspect_evals/")
    return catalogue.facts(name).datasets if name in catalogue.folders else ()


def _inspect_task(
    spec: TaskSpec, file: Path | None, custom: Mapping[str, list[str]], catalogue: InspectCatalogue
) -> InspectTask:
    name = spec.name.removeprefix("inspect_evals/")
    if name.startswith("hf/"):
        _refuse_shots(spec, spec.shots)
        return InspectTask(name)
    if file is not None and name in custom:
        if "fewshot" not in custom[name]:
            _refuse_shots(spec, spec.shots)
            return InspectTask(f"{file.resolve()}@{name}")
        return InspectTask(f"{file.resolve()}@{name}", spec.shots)
    name = INSPECT_ALIASES.get(name, name)
    if name == "mmlu":
        name = f"mmlu_{spec.shots or 0}_shot"
    require_known([name], {*catalogue.folders, *custom}, "inspect")
    if catalogue.takes_fewshot(name):
        return InspectTask(f"inspect_evals/{name}", spec.shots)
    fixed = re.search(r"_(\d+)_shot", name)
    _refuse_shots(spec, spec.shots, int(fixed[1]) if fixed else 0)
    return InspectTask(f"inspect_evals/{name}")


def _refuse_shots(spec: TaskSpec, wanted: int | None, fixed: int = 0) -> None:
    if wanted is not None and wanted != fixed:
        raise Refused(f"inspect's task {spec.name} has {fixed} shots and no choice of them; ask for {spec.name} alone.")


def _missing_of(extra: str) -> list[str]:
    """The packages of an extra of inspect_evals that are not installed."""
    wanted = re.compile(rf"^([\w.-]+).*;.*\bextra == ['\"]{re.escape(extra)}['\"]")
    names: Iterable[str] = (found[1] for text in requires("inspect-evals") or [] if (found := wanted.match(text)))
    return [name for name in names if not _is_installed(name)]


def _is_installed(name: str) -> bool:
    try:
        distribution(name)
    except PackageNotFoundError:
        return False
    return True
