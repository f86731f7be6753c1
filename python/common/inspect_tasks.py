"""The tasks of inspect_evals: what they are called, what they take and what they need."""

import ast
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib.metadata import PackageNotFoundError, distribution, requires
from importlib.util import find_spec
from pathlib import Path

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


class InspectCatalogue:
    """The tasks that the installed inspect_evals registers, read from its source without running it."""

    def __init__(self, package: Path) -> None:
        self._package = package

    @cached_property
    def folders(self) -> dict[str, Path]:
        """The folder of each task, by its name."""
        registry = ast.parse((self._package / "_registry.py").read_text(encoding="utf-8"))
        return {
            alias.name: self._package / node.module.split(".")[1]
            for node in registry.body
            if isinstance(node, ast.ImportFrom) and node.module is not None and "." in node.module
            for alias in node.names
        }

    def takes_fewshot(self, name: str) -> bool:
        """Whether the number of examples in the prompt can be chosen."""
        return any(
            "fewshot" in parameters
            for file in self.folders[name].glob("*.py")
            for function, parameters in _tasks_in(file).items()
            if function == name
        )

    def facts(self, name: str) -> "TaskFacts":
        """What the task's own description says that it needs."""
        import yaml

        file = self.folders[name] / "eval.yaml"
        told = yaml.safe_load(file.read_text(encoding="utf-8")) if file.is_file() else {}
        assets = told.get("external_assets") or []
        return TaskFacts(
            sandbox=bool((told.get("metadata") or {}).get("sandbox")),
            extra=told.get("dependency"),
            datasets=tuple(asset["source"] for asset in assets if asset.get("type") == "huggingface"),
        )


@dataclass(frozen=True)
class TaskFacts:
    """What a task needs."""

    sandbox: bool
    extra: str | None
    datasets: tuple[str, ...]


def installed_catalogue() -> InspectCatalogue:
    """The catalogue of the inspect_evals that this Python has."""
    spec = find_spec("inspect_evals")
    if spec is None or spec.origin is None:
        raise Refused("The Python package inspect-evals is missing; start this script with `uv run`.")
    return InspectCatalogue(Path(spec.origin).parent)


def inspect_tasks(options: Options, catalogue: InspectCatalogue) -> list[InspectTask]:
    """The tasks of a run in inspect's own names; refuses names and numbers of shots that it does not have."""
    custom = _tasks_in(options.custom_tasks) if options.custom_tasks else {}
    return [_inspect_task(spec, options.custom_tasks, custom, catalogue) for spec in options.tasks]


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


def data_set_of(task: InspectTask, catalogue: InspectCatalogue) -> str | None:
    """The data set of the Hub that a task reads by default: the first one that its description lists."""
    if found := re.match(r"hf/([\w.-]+/[\w.-]+)", task.name):
        return found[1]
    name = task.name.removeprefix("inspect_evals/")
    if name not in catalogue.folders:
        return None
    return next(iter(catalogue.facts(name).datasets), None)


def _inspect_task(
    spec: TaskSpec, file: Path | None, custom: Mapping[str, list[str]], catalogue: InspectCatalogue
) -> InspectTask:
    name = spec.name.removeprefix("inspect_evals/")
    if name.startswith("hf/"):
        _refuse_shots(spec, spec.shots)
        return InspectTask(name)
    if name in custom:
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


def _tasks_in(file: Path) -> dict[str, list[str]]:
    """The functions of a file that are decorated as tasks, with the names of their parameters."""
    try:
        module = ast.parse(file.read_text(encoding="utf-8"))
    except (SyntaxError, UnicodeDecodeError) as error:
        raise Refused(f"{file} is no Python file ({error}); --custom-tasks takes one that defines tasks.") from None
    return {
        node.name: [argument.arg for argument in [*node.args.args, *node.args.kwonlyargs]]
        for node in module.body
        if isinstance(node, ast.FunctionDef) and any(_is_task(decorator) for decorator in node.decorator_list)
    }


def _is_task(decorator: ast.expr) -> bool:
    if isinstance(decorator, ast.Call):
        decorator = decorator.func
    return "task" in (getattr(decorator, "id", None), getattr(decorator, "attr", None))


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
