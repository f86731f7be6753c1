"""The results in inspect's logs."""

import re
from collections.abc import Iterable, Mapping, Sequence
from math import ceil
from pathlib import Path

from common.results import Dataset, Result, number

# Metrics that say how far values spread, not how good they are.
SPREAD = {"std", "var"}
STANDARD_ERROR = re.compile(r"(?:(?!bootstrap_)(.+?)_)?(?:bootstrap_)?stderr")


def read_inspect(log: Mapping, data_sets: Sequence[str]) -> list[Result]:
    """The results of one log; `data_sets` are those that the task's description lists."""
    told, results = log["eval"], log.get("results") or {}
    common = {
        "task": told.get("task_registry_name") or told["task"],
        "dataset": _data_set_of_log(told, data_sets),
        "higher_is_better": None,
        "shots": _shots_of_log(told),
        "partial": not is_complete(log),
    }
    samples = _samples_of_log(log)
    return [
        # How many samples a group has is not told.
        Result(**common, **value, scorer=_scorer_of(score), samples=samples if value["group"] is None else None)
        for score in results.get("scores") or []
        for value in _values_of(score["metrics"])
    ]


def is_complete(log: Mapping) -> bool:
    """Whether every sample of the task was evaluated."""
    config, results = log["eval"]["config"], log.get("results") or {}
    asked_for_part = config.get("limit") is not None or config.get("sample_id") is not None
    whole = (log["eval"]["dataset"].get("samples") or 0) * (config.get("epochs") or 1)
    return not asked_for_part and results.get("completed_samples") == whole


def _samples_of_log(log: Mapping) -> int | None:
    """How many samples were evaluated, each counted once, however often it was asked."""
    completed = (log.get("results") or {}).get("completed_samples")
    return None if completed is None else ceil(completed / (log["eval"]["config"].get("epochs") or 1))


def _scorer_of(score: Mapping) -> str:
    """The scorer, and how it takes several answers to one sample together, where that is not their mean."""
    reducer = score.get("reducer")
    return score["name"] if reducer in (None, "mean") else f"{score['name']}, {reducer}"


def _values_of(metrics: Mapping[str, Mapping]) -> list[dict]:
    """The values of a score, each with its metric, its group of samples and its standard error."""
    values: dict[tuple[str, str | None], float] = {}
    errors: dict[tuple[str | None, str | None], float] = {}
    for key, metric in metrics.items():
        value = number(metric.get("value"))
        name, group = _metric_and_group(key, metric)
        if value is None or name in SPREAD:
            continue
        if found := STANDARD_ERROR.fullmatch(name):
            errors[found[1], group] = value
        else:
            # Samples may be grouped in several ways, with groups of the same name.
            taken = values.get((name, group), value) != value
            values[name, key if taken else group] = value

    def error_of(name: str, group: str | None) -> float | None:
        named = errors.get((name.removesuffix("_acc"), group))
        return errors.get((None, group)) if named is None and name == _main_of(values, group) else named

    return [
        {"metric": name, "group": group, "value": value, "stderr": error_of(name, group)}
        for (name, group), value in values.items()
    ]


def _metric_and_group(key: str, metric: Mapping) -> tuple[str, str | None]:
    """`accuracy` and the group, where a metric is taken of each group of samples; it may be taken of all of them, too."""
    params = metric.get("params") or {}
    of = params.get("metric")
    if not isinstance(of, Mapping) or "name" not in of:
        return key, None
    group = metric["name"]
    return of["name"], None if group == params.get("all_label", "all") else group


def _main_of(values: Iterable[tuple[str, str | None]], group: str | None) -> str | None:
    """The metric that a standard error without a name belongs to: that of the mean, which some tasks call accuracy."""
    names = [name for name, of in values if of == group]
    return next((name for name in ("accuracy", "mean") if name in names), names[0] if len(names) == 1 else None)


def _data_set_of_log(told: Mapping, described: Sequence[str]) -> Dataset | None:
    if found := re.match(r"hf/([\w.-]+/[\w.-]+)(?:@([\w.-]+))?/", told["task"]):
        return Dataset(found[1], revision=found[2])
    location = told["dataset"].get("location") or ""
    if re.fullmatch(r"[\w.-]+/[\w.-]+", location) and not Path(location).exists():
        return Dataset(location)
    return Dataset(described[0]) if len(described) == 1 else None


def _shots_of_log(told: Mapping) -> int | None:
    shots = (told.get("task_args") or {}).get("fewshot")
    if isinstance(shots, int) and not isinstance(shots, bool):
        return shots
    named = re.search(r"_(\d+)_shot", told["task"])
    return int(named[1]) if named else None
