"""The tasks of the installed inspect_evals, read from its source without running it."""

import ast
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from common.stop import Refused


@dataclass(frozen=True)
class TaskFacts:
    """What a task needs."""

    sandbox: bool
    extra: str | None
    datasets: tuple[str, ...]


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
            for function, parameters in tasks_in(file).items()
            if function == name
        )

    def facts(self, name: str) -> TaskFacts:
        """What the task's own description says that it needs."""
        told = _description_in(self.folders[name])
        assets = told.get("external_assets") or []
        return TaskFacts(
            sandbox=bool((told.get("metadata") or {}).get("sandbox")),
            extra=told.get("dependency"),
            datasets=tuple(asset["source"] for asset in assets if asset.get("type") == "huggingface"),
        )

    def listed(self, name: str) -> dict[str, object]:
        """What a list of tasks tells of one; what is not known is left out."""
        told = _description_in(self.folders[name])
        samples = [task.get("dataset_samples") for task in told.get("tasks") or [] if task.get("name") == name]
        facts = self.facts(name)
        known = {
            "title": told.get("title"),
            "samples": next(iter(samples), None),
            "datasets": list(facts.datasets),
            "sandbox": facts.sandbox,
            "extra": facts.extra,
        }
        return {field: value for field, value in known.items() if value}


@cache
def _description_in(folder: Path) -> dict[str, Any]:
    import yaml

    file = folder / "eval.yaml"
    return yaml.safe_load(file.read_text(encoding="utf-8")) if file.is_file() else {}


def installed_catalogue() -> InspectCatalogue:
    """The catalogue of the inspect_evals that this Python has."""
    spec = find_spec("inspect_evals")
    if spec is None or spec.origin is None:
        raise Refused("The Python package inspect-evals is missing; start this script with `uv run`.")
    return InspectCatalogue(Path(spec.origin).parent)


def tasks_in(file: Path) -> dict[str, list[str]]:
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
