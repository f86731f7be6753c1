"""How the files of the frameworks become our results."""

import json
from copy import deepcopy
from datetime import UTC, datetime
from pathlib import Path

import pytest
from jsonschema import Draft7Validator, FormatChecker

from scripts import ROOT, load

lighteval = load("lighteval_vllm_uv")
inspect = load("inspect_hf_uv")
SCHEMA = json.loads((ROOT / "python" / "results.schema.json").read_text(encoding="utf-8"))


def lighteval_task(data: str, *metrics: dict, **values) -> dict:
    described = {"hf_repo": data, "hf_subset": "main", "evaluation_splits": ["test"], "hf_revision": None, **values}
    return {**described, "metrics": list(metrics)}


def metric(name: str | list[str], better: bool | dict = True) -> dict:
    return {"metric_name": name, "higher_is_better": better}


def lighteval_file(results: dict, tasks: dict, max_samples: int | None = None) -> dict:
    return {"config_general": {"max_samples": max_samples}, "results": results, "config_tasks": tasks}


def test_values_of_lighteval_with_their_facts() -> None:
    file = lighteval_file(
        {"gsm8k|5": {"extractive_match": 0.42, "extractive_match_stderr": 0.013}, "all": {"extractive_match": 0.42}},
        {"gsm8k|5": lighteval_task("openai/gsm8k", metric("extractive_match"), hf_revision="abc")},
    )
    assert lighteval.read_lighteval(file, {"gsm8k|5": 1319}) == [
        lighteval.Result(
            task="gsm8k",
            dataset=lighteval.Dataset("openai/gsm8k", "main", "test", "abc"),
            metric="extractive_match",
            group=None,
            scorer=None,
            value=0.42,
            stderr=0.013,
            higher_is_better=True,
            shots=5,
            samples=1319,
            partial=False,
        )
    ]


def test_averages_several_metrics_and_one_sample() -> None:
    file = lighteval_file(
        {
            "mmlu:anatomy|5": {"em": 0.5, "em_stderr": 0.0},
            "mmlu:law|5": {"em": 0.7, "em_stderr": float("nan")},
            "mmlu:_average|5": {"em": 0.6, "em_stderr": 0.1},
            "hle|0": {"accuracy": 0.1, "calibration_error": 0.8, "broken": float("nan")},
        },
        {
            "mmlu:anatomy|5": lighteval_task("lighteval/mmlu", metric("em")),
            "mmlu:law|5": lighteval_task("lighteval/mmlu", metric("em")),
            "hle|0": lighteval_task(
                "cais/hle", metric(["accuracy", "calibration_error"], {"accuracy": True, "calibration_error": False})
            ),
        },
        max_samples=10,
    )
    results = lighteval.read_lighteval(file, {"mmlu:anatomy|5": 1, "mmlu:law|5": 9, "hle|0": 10})
    told = [(r.task, r.metric, r.value, r.stderr, r.samples, r.higher_is_better, r.dataset is None) for r in results]
    assert told == [
        ("mmlu:anatomy", "em", 0.5, None, 1, True, False),
        ("mmlu:law", "em", 0.7, None, 9, True, False),
        ("mmlu:_average", "em", 0.6, None, 10, None, True),
        ("hle", "accuracy", 0.1, None, 10, True, False),
        ("hle", "calibration_error", 0.8, None, 10, False, False),
    ]
    assert all(result.partial for result in results)


def test_zeros_that_lighteval_fills_in_are_no_results() -> None:
    file = lighteval_file(
        {
            "sums:chosen|2": {"acc": 0.5},
            "sums:written|2": {"em": 0.25, "acc": 0.0},
            "sums:_average|2": {"acc": 0.25, "em": 0.125},
        },
        {
            "sums:chosen|2": lighteval_task("acme/sums", metric("acc")),
            "sums:written|2": lighteval_task("acme/sums", metric("em")),
        },
    )
    results = lighteval.read_lighteval(file, {})
    assert [(result.task, result.metric, result.value) for result in results] == [
        ("sums:chosen", "acc", 0.5),
        ("sums:written", "em", 0.25),
    ]


def test_names_without_addresses_and_local_data(tmp_path: Path) -> None:
    name = "maj@n:n=4&normalize_pred=<function math_normalizer at 0x7fdc4bca67a0>"
    file = lighteval_file(
        {"math:algebra|0": {name: 0.5}}, {"math:algebra|0": lighteval_task(str(tmp_path), metric(name))}
    )
    [result] = lighteval.read_lighteval(file, {})
    assert (result.metric, result.dataset, result.samples) == ("maj@n:n=4&normalize_pred=math_normalizer", None, None)


LOG = {
    "status": "success",
    "eval": {
        "task": "inspect_evals/gsm8k",
        "task_registry_name": "inspect_evals/gsm8k",
        "task_args": {"fewshot": 10},
        "dataset": {"name": "openai/gsm8k", "location": "openai/gsm8k", "samples": 1319},
        "config": {"epochs": 1},
    },
    "results": {
        "total_samples": 1319,
        "completed_samples": 1319,
        "scores": [{"name": "match", "metrics": {"accuracy": {"value": 0.81}, "stderr": {"value": 0.01}}}],
    },
}


def log_of(changes: dict, **results) -> dict:
    log = deepcopy(LOG)
    log["eval"].update(changes)
    log["results"].update(results)
    return log


def test_values_of_inspect_with_their_facts() -> None:
    [result] = inspect.read_inspect(LOG, ["openai/gsm8k"])
    assert result == inspect.Result(
        task="inspect_evals/gsm8k",
        dataset=inspect.Dataset("openai/gsm8k"),
        metric="accuracy",
        group=None,
        scorer="match",
        value=0.81,
        stderr=0.01,
        higher_is_better=None,
        shots=10,
        samples=1319,
        partial=False,
    )


@pytest.mark.parametrize(
    "log",
    [
        log_of({"config": {"epochs": 1, "limit": 1319}}),
        log_of({"config": {"epochs": 1, "sample_id": [3]}}),
        log_of({"config": {"epochs": 2}}),
        log_of({}, completed_samples=1300),
        log_of({"dataset": {}}),
    ],
)
def test_parts_of_a_benchmark_are_told(log: dict) -> None:
    assert [result.partial for result in inspect.read_inspect(log, [])] == [True]


def test_where_the_data_is_from() -> None:
    def data_set(changes: dict, *described: str):
        return inspect.read_inspect(log_of(changes), described)[0].dataset

    assert data_set({"dataset": {"location": "/home/me/data.jsonl"}}) is None
    assert data_set({"dataset": {}}, "openai/gsm8k") == inspect.Dataset("openai/gsm8k")
    assert data_set({"dataset": {}}, "openai/MMMLU", "cais/mmlu") is None
    assert data_set({"task": "hf/org/data@v1/task"}) == inspect.Dataset("org/data", revision="v1")


def test_shots_that_the_name_tells() -> None:
    assert inspect.read_inspect(log_of({"task": "inspect_evals/mmlu_5_shot", "task_args": {}}), [])[0].shots == 5
    assert inspect.read_inspect(log_of({"task_args": {}}), [])[0].shots is None


def test_several_scores_and_values_that_are_no_numbers() -> None:
    scores = [
        {"name": "a", "metrics": {"mean": {"value": 2}, "std": {"value": 1}, "stderr": {"value": 0.5}}},
        {
            "name": "b",
            "metrics": {"x": {"value": float("nan")}, "y": {"value": 1}, "z": {"value": 2}, "stderr": {"value": 3}},
        },
    ]
    told = [(r.scorer, r.metric, r.value, r.stderr) for r in inspect.read_inspect(log_of({}, scores=scores), [])]
    assert told == [("a", "mean", 2, 0.5), ("b", "y", 1, None), ("b", "z", 2, None)]


def test_standard_errors_are_no_results() -> None:
    metrics = {
        "prompt_strict_acc": 0.5,
        "prompt_strict_stderr": 0.1,
        "accuracy": 0.7,
        "bootstrap_stderr": 0.2,
        "var": 0.3,
    }
    scores = [{"name": "a", "metrics": {name: {"name": name, "value": value} for name, value in metrics.items()}}]
    told = [(r.metric, r.value, r.stderr) for r in inspect.read_inspect(log_of({}, scores=scores), [])]
    assert told == [("prompt_strict_acc", 0.5, 0.1), ("accuracy", 0.7, 0.2)]


def grouped(of: str, name: str, value: float, **params) -> dict:
    return {"name": name, "group": "grouped", "value": value, "params": {"metric": {"name": of}, **params}}


def test_values_of_groups_of_samples() -> None:
    metrics = {
        "even": grouped("accuracy", "even", 0.6, group_key="kind"),
        "odd": grouped("accuracy", "odd", 0.8, group_key="kind"),
        "all": grouped("accuracy", "all", 0.7, group_key="kind"),
        "even2": grouped("stderr", "even", 0.06, group_key="kind"),
        "whole": grouped("stderr", "whole", 0.07, all_label="whole"),
        "odd2": grouped("accuracy", "odd", 0.1, group_key="level"),
        "all2": grouped("accuracy", "all", 0.7, group_key="level"),
    }
    log = log_of({}, scores=[{"name": "match", "metrics": metrics}])
    told = [(r.metric, r.group, r.value, r.stderr, r.samples) for r in inspect.read_inspect(log, [])]
    assert told == [
        ("accuracy", "even", 0.6, 0.06, None),
        ("accuracy", "odd", 0.8, None, None),
        ("accuracy", None, 0.7, 0.07, 1319),
        ("accuracy", "odd2", 0.1, None, None),
    ]


def test_samples_that_were_asked_several_times() -> None:
    scores = [{**LOG["results"]["scores"][0], "reducer": reducer} for reducer in ("mean", "pass_at_2")]
    [mean, best] = inspect.read_inspect(log_of({"config": {"epochs": 2}}, completed_samples=2638, scores=scores), [])
    assert (mean.scorer, best.scorer) == ("match", "match, pass_at_2")
    assert (best.samples, best.partial) == (1319, False)


def test_our_file_follows_its_schema_and_is_printed(tmp_path: Path, capsys: pytest.CaptureFixture) -> None:
    Draft7Validator.check_schema(SCHEMA)
    options = inspect.Options("org/name", (), limit=5, output_dir=tmp_path, custom_tasks=tmp_path / "tasks.py")
    model = inspect.Model("org/name", "org/name", "hub", "0" * 40)
    times = [datetime(2026, 11, 25, hour, tzinfo=UTC) for hour in (1, 2)]
    results = inspect.read_inspect(LOG, [])
    run = inspect.Run("inspect", "0.3.285", "hf", *times, [tmp_path / "logs" / "a.json"], results)
    path = inspect.write_results(run, options, model, tmp_path)
    written = json.loads(path.read_text(encoding="utf-8"))
    Draft7Validator(SCHEMA, format_checker=FormatChecker()).validate(written)
    assert written["files"] == ["logs/a.json"]
    assert written["settings"] == {"limit": 5}
    assert str(tmp_path) not in path.read_text(encoding="utf-8")
    printed = capsys.readouterr().out
    assert json.loads(printed.split(f"{inspect.BEGIN}\n")[1].split(f"\n{inspect.END}\n")[0]) == written
