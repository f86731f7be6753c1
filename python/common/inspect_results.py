"""The results in inspect's logs."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from common.results import Dataset, Result, number


def read_inspect(log: Mapping, data_sets: Sequence[str]) -> list[Result]:
    """The results of one log; `data_sets` are those that the task's description lists."""
    told, results = log["eval"], log.get("results") or {}
    common = {
        "task": told.get("task_registry_name") or told["task"],
        "dataset": _data_set_of_log(told, data_sets),
        "higher_is_better": None,
        "shots": _shots_of_log(told),
        "samples": results.get("completed_samples"),
        "partial": not is_complete(log),
    }
    return [
        Result(metric=metric, scorer=score["name"], value=value, stderr=stderr, **common)
        for score in results.get("scores") or []
        for metric, value, stderr in _values_of(score["metrics"])
    ]


def is_complete(log: Mapping) -> bool:
    """Whether every sample of the task was evaluated."""
    config, results = log["eval"]["config"], log.get("results") or {}
    asked_for_part = config.get("limit") is not None or config.get("sample_id") is not None
    whole = (log["eval"]["dataset"].get("samples") or 0) * (config.get("epochs") or 1)
    return not asked_for_part and results.get("completed_samples") == whole


def _values_of(metrics: Mapping[str, Mapping]) -> list[tuple[str, float, float | None]]:
    values = {name: value for name, metric in metrics.items() if (value := number(metric["value"])) is not None}
    stderr = values.pop("stderr", None)
    # A scorer has one standard error; it is that of its mean, which some tasks call accuracy.
    owner = next(
        (name for name in ("accuracy", "mean") if name in values), next(iter(values)) if len(values) == 1 else None
    )
    return [(name, value, stderr if name == owner else None) for name, value in values.items()]


def _data_set_of_log(told: Mapping, described: Sequence[str]) -> Dataset | None:
    if found := re.match(r"hf/([\w.-]+/[\w.-]+)(?:@([\w.-]+))?/", told["task"]):
        return Dataset(found[1], revision=found[2])
    location = told["dataset"].get("location") or ""
    if re.fullmatch(r"[\w.-]+/[\w.-]+", location) and not Path(location).exists():
        return Dataset(location)
    return Dataset(described[0]) if len(described) == 1 else None


def _shots_of_log(told: Mapping) -> int | None:
    shots = (told.get("task_args") or {}).get("fewshot")
    if isinstance(shots, int):
        return shots
    named = re.search(r"_(\d+)_shot", told["task"])
    return int(named[1]) if named else None
