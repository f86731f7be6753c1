"""The results in lighteval's files."""

import re
from collections.abc import Mapping
from pathlib import Path

from common.results import Dataset, Result, number


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
            if metric.endswith("_stderr") or number(value) is None or _is_filler(key, metric, file["config_tasks"]):
                continue
            results.append(
                Result(
                    task=task,
                    dataset=_data_set(config),
                    metric=_readable(metric),
                    group=None,
                    scorer=None,
                    value=value,
                    stderr=_stderr(key, number(values.get(f"{metric}_stderr")), samples),
                    higher_is_better=_direction(config, metric),
                    shots=int(shots) if shots.isdigit() else None,
                    samples=samples.get(key) or _sum_of_parts(key, samples),
                    partial=partial,
                )
            )
    return results


def sample_counts(details: Path) -> dict[str, int]:
    """How many samples were evaluated, by task and shots; lighteval's results do not say it."""
    from pyarrow.parquet import read_metadata

    return {
        found[1]: read_metadata(file).num_rows
        for file in details.rglob("details_*.parquet")
        if (found := re.fullmatch(r"details_(.+\|\d+)_[^_]+\.parquet", file.name))
    }


def _stderr(key: str, value: float | None, samples: Mapping[str, int]) -> float | None:
    """One sample has none, and for averages lighteval gives the mean of the parts' errors, which is not the average's."""
    return None if ":_average|" in key or samples.get(key) == 1 else value


def _is_filler(key: str, metric: str, configs: Mapping[str, Mapping]) -> bool:
    """Whether a value is the zero that lighteval fills in, and averages, where tasks of one suite differ in metrics."""
    task, _, shots = key.rpartition("|")
    suite = task.split(":")[0]
    parts = {
        part: metric in _metrics_of(config)
        for part, config in configs.items()
        if part.startswith(f"{suite}:") and part.endswith(f"|{shots}")
    }
    return any(parts.values()) and not all(parts.values()) and not parts.get(key, False)


def _metrics_of(config: Mapping) -> set[str]:
    names = [metric["metric_name"] for metric in config["metrics"]]
    return {name for listed in names for name in (listed if isinstance(listed, list) else [listed])}


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
