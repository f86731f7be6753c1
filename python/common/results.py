"""Our own JSON of a run's results, as results.schema.json describes it."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from math import isfinite
from pathlib import Path

from common.model import Model
from common.options import Options, given_settings

BEGIN = "-----BEGIN MODEL CARD RESULTS-----"
END = "-----END MODEL CARD RESULTS-----"


@dataclass(frozen=True)
class Dataset:
    """A dataset of the Hub."""

    id: str
    config: str | None = None
    split: str | None = None
    revision: str | None = None


@dataclass(frozen=True)
class Result:
    """One value of one metric on one task."""

    task: str
    dataset: Dataset | None
    metric: str
    group: str | None
    """The samples that the value is of, where the framework groups them; None for all of them."""
    scorer: str | None
    value: float
    stderr: float | None
    higher_is_better: bool | None
    shots: int | None
    samples: int | None
    partial: bool


@dataclass(frozen=True)
class Run:
    """A finished run."""

    framework: str
    framework_version: str
    backend: str
    started: datetime
    finished: datetime
    files: Sequence[Path]
    results: Sequence[Result]


def number(value: object) -> float | None:
    """A number that JSON can hold; None for anything else, NaN among it."""
    if isinstance(value, (int, float)) and not isinstance(value, bool) and isfinite(value):
        return value
    return None


def write_results(run: Run, options: Options, model: Model, folder: Path) -> Path:
    """Writes the results beside the framework's own files, and prints them between two markers."""
    text = json.dumps(
        {
            "format": "model-card-results/1",
            "model": model.name,
            "model_source": model.source,
            "revision": model.revision,
            "framework": run.framework,
            "framework_version": run.framework_version,
            "backend": run.backend,
            "provider": options.provider,
            "started": run.started.isoformat(timespec="seconds"),
            "finished": run.finished.isoformat(timespec="seconds"),
            "settings": given_settings(options),
            "files": [file.relative_to(folder).as_posix() for file in run.files],
            "results": [asdict(result) for result in run.results],
        },
        indent=2,
        ensure_ascii=False,
        allow_nan=False,
    )
    path = folder / "results.json"
    path.write_text(f"{text}\n", encoding="utf-8")
    print(f"{BEGIN}\n{text}\n{END}", flush=True)
    return path


def table_of(results: Sequence[Result]) -> list[str]:
    """The results as lines for people."""
    return [
        f"  {result.task}  {result.metric}{f' of {result.group}' if result.group else ''} {result.value:.4f}"
        + (f" ± {result.stderr:.4f}" if result.stderr is not None else "")
        + (f"  ({result.samples} samples)" if result.samples is not None else "")
        + ("  PARTIAL: not to be published as the whole benchmark" if result.partial else "")
        for result in results
    ]
