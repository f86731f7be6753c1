"""How options reach each framework."""

import json
from pathlib import Path

import pytest

from scripts import load

COMMIT = "0123456789abcdef0123456789abcdef01234567"
ALL = {
    "limit": 10,
    "max_model_len": 4096,
    "dtype": "float16",
    "tensor_parallel_size": 2,
    "gpu_memory_utilization": 0.8,
    "max_num_seqs": 16,
    "batch_size": 4,
    "apply_chat_template": "no",
    "trust_remote_code": True,
    "seed": 7,
    "temperature": 0.6,
    "top_p": 0.9,
    "top_k": 40,
    "max_new_tokens": 512,
    "system_prompt": "Be brief, please.",
}


def options_of(script, tasks: str = "gsm8k|5", **values):
    return script.Options(model="org/name", tasks=script.parse_tasks(tasks), **values)


def hub_model(script):
    return script.Model("org/name", "org/name", "hub", COMMIT)


def model_values(arguments: list[str]) -> dict[str, str]:
    return dict(value.split("=", 1) for flag, value in zip(arguments, arguments[1:], strict=False) if flag == "-M")


def test_lighteval_vllm_takes_all_but_the_batch_size() -> None:
    script = load("lighteval_vllm_uv")
    options = options_of(script, **ALL)
    assert script.parameters(options, hub_model(script)) == {
        "model_name": "org/name",
        "revision": COMMIT,
        "dtype": "float16",
        "trust_remote_code": True,
        "override_chat_template": False,
        "system_prompt": "Be brief, please.",
        "generation_parameters": {"temperature": 0.6, "top_p": 0.9, "top_k": 40, "max_new_tokens": 512, "seed": 7},
        "max_model_length": 4096,
        "tensor_parallel_size": 2,
        "gpu_memory_utilization": 0.8,
        "max_num_seqs": 16,
        "seed": 7,
    }
    assert script.ignored_notes(options, script.IGNORED) == [
        "--batch-size has no effect here: vLLM forms its batches itself; --max-num-seqs bounds them."
    ]


def test_lighteval_accelerate_shares_the_model_over_gpus() -> None:
    script = load("lighteval_accelerate_uv")
    values = script.parameters(options_of(script, **ALL), hub_model(script))
    assert (values["batch_size"], values["max_length"], values["model_parallel"]) == (4, 4096, True)
    assert "tensor_parallel_size" not in values
    assert len(script.ignored_notes(options_of(script, **ALL), script.IGNORED)) == 3


def test_what_was_not_asked_for_is_left_to_lighteval() -> None:
    for name in ("lighteval_vllm_uv", "lighteval_accelerate_uv"):
        script = load(name)
        values = script.parameters(options_of(script), script.Model("tiny", "/models/tiny", "folder"))
        assert {**values, "tensor_parallel_size": 1} == {
            "model_name": "/models/tiny",
            "dtype": "auto",
            "tensor_parallel_size": 1,
        }


def test_the_command_of_lighteval(tmp_path: Path) -> None:
    script = load("lighteval_vllm_uv")
    options = options_of(script, "leaderboard|arc_challenge|25|0,mmlu,truthfulqa|0", limit=10)
    argv = script.lighteval_command("vllm", tmp_path / "model.yaml", options, tmp_path)
    assert argv[1:] == [
        *["-m", "lighteval", "vllm", str(tmp_path / "model.yaml"), "arc:challenge|25,mmlu|0,truthfulqa:mc|0"],
        *["--output-dir", str(tmp_path), "--results-path-template", "{output_dir}/results", "--save-details"],
        *["--max-samples", "10"],
    ]


def test_inspect_vllm_serves_here_alone_with_all_options() -> None:
    script = load("inspect_vllm_uv")
    arguments = script.model_arguments(options_of(script, **ALL), hub_model(script))
    assert arguments[:2] == ["--model", "vllm/org/name"]
    assert model_values(arguments) == {
        "host": "127.0.0.1",
        "timeout": "3600",
        "revision": COMMIT,
        "tokenizer_revision": COMMIT,
        "dtype": "float16",
        "max_model_len": "4096",
        "tensor_parallel_size": "2",
        "gpu_memory_utilization": "0.8",
        "max_num_seqs": "16",
        "seed": "7",
        "trust_remote_code": "true",
        "use_chat_template": "false",
    }
    folder = script.Model("tiny", "/models/tiny", "folder")
    assert script.model_arguments(options_of(script), folder)[:2] == ["--model", "vllm//models/tiny"]


def test_inspect_vllm_uses_a_server_that_runs() -> None:
    script = load("inspect_vllm_uv")
    model = script.Model("served", "http://127.0.0.1:8000", "server")
    assert script.model_arguments(options_of(script, **ALL), model) == [
        *["--model", "vllm/served", "--model-base-url", "http://127.0.0.1:8000/v1"]
    ]


def test_inspect_hf_is_greedy_at_a_temperature_of_0() -> None:
    script = load("inspect_hf_uv")
    folder = script.Model("tiny", "/models/tiny", "folder")
    arguments = script.model_arguments(options_of(script, temperature=0.0, batch_size=2), folder)
    assert arguments[:2] == ["--model", "hf/local"]
    assert model_values(arguments) == {
        "model_path": "/models/tiny",
        "torch_dtype": "auto",
        "batch_size": "2",
        "do_sample": "false",
    }
    [argv] = script.inspect_commands(
        [script.InspectTask("a")], arguments, options_of(script, temperature=0.0), Path("out")
    )
    assert "--temperature" in argv


def test_inspect_eval_names_the_provider() -> None:
    script = load("inspect_eval_uv")
    model = script.Model("org/name", "org/name", "provider")
    assert script.model_arguments(options_of(script, provider="together"), model) == [
        *["--model", "hf-inference-providers/org/name:together"]
    ]
    assert script.model_arguments(options_of(script), model) == ["--model", "hf-inference-providers/org/name"]
    assert len(script.ignored_notes(options_of(script, **ALL), script.IGNORED)) == 6


def test_each_number_of_shots_is_a_call_of_inspect(tmp_path: Path) -> None:
    script = load("inspect_hf_uv")
    tasks = [script.InspectTask(name, shots) for name, shots in (("a", None), ("b", 5), ("c", None), ("d", 0))]
    commands = script.inspect_commands(tasks, ["--model", "m"], options_of(script, **ALL), tmp_path)
    assert [argv[3 : argv.index("--model")] for argv in commands] == [["eval", "a", "c"], ["eval", "b"], ["eval", "d"]]
    assert [argv[argv.index("-T") + 1] if "-T" in argv else None for argv in commands] == [
        None,
        "fewshot=5",
        "fewshot=0",
    ]
    assert commands[0][commands[0].index("m") + 1 :] == [
        *[
            "--limit",
            "10",
            "--temperature",
            "0.6",
            "--top-p",
            "0.9",
            "--top-k",
            "40",
            "--max-tokens",
            "512",
            "--seed",
            "7",
        ],
        *["--system-message", "Be brief, please.", "--max-connections", "4"],
        *["--log-dir", str(tmp_path / "logs"), "--log-format", "json", "--display", "plain"],
        *["--log-level", "info", "--max-retries", "8"],
    ]


@pytest.fixture
def catalogue(tmp_path: Path):
    """An inspect_evals with three evaluations."""
    script = load("inspect_hf_uv")
    package = tmp_path / "inspect_evals"
    for name, code, about in (
        ("gsm8k", "@task\ndef gsm8k(fewshot: int = 10): ...\n", {"source": "openai/gsm8k"}),
        ("mmlu", "@task\ndef mmlu_0_shot(): ...\n@task()\ndef mmlu_5_shot(*, subjects=()): ...\n", {}),
        ("humaneval", "@inspect.task\ndef humaneval(): ...\n", {"sandbox": True}),
        ("ifeval", "@task\ndef ifeval(): ...\n", {"extra": "ifeval"}),
    ):
        (package / name).mkdir(parents=True)
        (package / name / f"{name}.py").write_text(code)
        source = about.get("source")
        described = {
            "external_assets": [{"type": "direct_url", "source": "x"}, {"type": "huggingface", "source": source}]
            if source
            else [],
            "metadata": {"sandbox": ["scorer"]} if about.get("sandbox") else None,
            "dependency": about.get("extra"),
        }
        (package / name / "eval.yaml").write_text(json.dumps(described))
    (package / "_registry.py").write_text(
        "from inspect_evals.gsm8k import gsm8k\nfrom inspect_evals.mmlu import mmlu_0_shot, mmlu_5_shot\n"
        "from inspect_evals.humaneval import humaneval\nfrom inspect_evals.ifeval import ifeval\n"
    )
    return script.InspectCatalogue(package)


def test_tasks_and_shots_in_the_words_of_inspect(catalogue) -> None:
    script = load("inspect_hf_uv")

    def tasks(text: str) -> list[tuple[str, int | None]]:
        return [(task.name, task.fewshot) for task in script.inspect_tasks(options_of(script, text), catalogue)]

    assert tasks("gsm8k,inspect_evals/gsm8k|5") == [("inspect_evals/gsm8k", None), ("inspect_evals/gsm8k", 5)]
    assert tasks("mmlu,lighteval|mmlu|5,mmlu_5_shot|5") == [
        ("inspect_evals/mmlu_0_shot", None),
        ("inspect_evals/mmlu_5_shot", None),
    ]
    assert tasks("human_eval|0,hf/org/data@v1/task") == [
        ("inspect_evals/humaneval", None),
        ("hf/org/data@v1/task", None),
    ]
    for text, message in (
        ("mmlu|3", 'no task "mmlu_3_shot"; the nearest: mmlu_'),
        ("ifeval|5", "ifeval has 0 shots and no choice of them"),
        ("gsm9k", 'no task "gsm9k"; the nearest: gsm8k'),
    ):
        with pytest.raises(script.Refused, match=message):
            tasks(text)


def test_custom_tasks_are_named_by_their_file(catalogue, tmp_path: Path) -> None:
    script = load("inspect_hf_uv")
    file = tmp_path / "my tasks.py"
    file.write_text("@task\ndef plain(): ...\n@task\ndef shown(fewshot=0): ...\ndef helper(): ...\n")
    options = options_of(script, "plain,shown|2,gsm8k", custom_tasks=file)
    assert [(task.name, task.fewshot) for task in script.inspect_tasks(options, catalogue)] == [
        (f"{file}@plain", None),
        (f"{file}@shown", 2),
        ("inspect_evals/gsm8k", None),
    ]
    for text, message in (("helper", 'no task "helper"'), ("plain|2", "no choice of them")):
        with pytest.raises(script.Refused, match=message):
            script.inspect_tasks(options_of(script, text, custom_tasks=file), catalogue)
    file.write_text("def broken(:\n")
    with pytest.raises(script.Refused, match="is no Python file"):
        script.inspect_tasks(options, catalogue)


def test_what_a_task_needs_is_asked_for_before(catalogue) -> None:
    script = load("inspect_hf_uv")
    humaneval, ifeval = script.InspectTask("inspect_evals/humaneval"), script.InspectTask("inspect_evals/ifeval")
    with pytest.raises(script.Refused, match="runs code that the model wrote.*--allow-local-code-execution"):
        script.check_inspect_task(humaneval, catalogue, options_of(script))
    allowed = options_of(script, allow_local_code_execution=True)
    script.check_inspect_task(humaneval, catalogue, allowed)
    [argv] = script.inspect_commands([humaneval], [], allowed, Path("out"))
    assert argv[argv.index("--sandbox") + 1] == "local"
    script.check_inspect_task(script.InspectTask("inspect_evals/gsm8k"), catalogue, options_of(script))
    assert script.inspect_data_sets(script.InspectTask("inspect_evals/gsm8k"), catalogue) == ("openai/gsm8k",)
    assert script.inspect_data_sets(script.InspectTask("hf/org/data@v1/task"), catalogue) == ("org/data",)
    assert script.inspect_data_sets(ifeval, catalogue) == ()


def test_tasks_and_shots_in_the_words_of_lighteval() -> None:
    script = load("lighteval_vllm_uv")

    def tasks(text: str) -> list[tuple[str, int]]:
        return [(task.name, task.shots) for task in script.lighteval_tasks(script.parse_tasks(text))]

    assert tasks("gsm8k,gsm8k|0,arc_challenge,arc:challenge,gsm8k|5") == [("gsm8k", 0), ("arc:challenge", 0), ("gsm8k", 5)]
    assert tasks("mmlu_5_shot,mmlu_5_shot|5,mmlu|5,mmlu_0_shot") == [("mmlu", 5), ("mmlu", 0)]
    with pytest.raises(script.Refused, match=r"mmlu_5_shot has 5 shots and 3 were asked for; write mmlu\|3\."):
        tasks("mmlu_5_shot|3")


def test_tasks_that_lighteval_cannot_run_as_they_are() -> None:
    script = load("lighteval_vllm_uv")
    known = {"gsm8k": "openai/gsm8k", "mmlu:anatomy": "lighteval/mmlu", "lcb:codegeneration": "x", "tiny:gsm8k": "y"}

    def check(text: str, **values) -> None:
        options = options_of(script, text, **values)
        script.check_lighteval_tasks(script.lighteval_tasks(options.tasks), known, options)

    check("gsm8k|5,mmlu|5,mmlu:anatomy,gsm8k@n=4")
    check("livecodebench", allow_local_code_execution=True)
    for text, message in (
        ("gsm8", "nearest: gsm8k"),
        ("livecodebench", "runs code that the model wrote"),
        ("tiny:gsm8k", "choose gsm8k"),
    ):
        with pytest.raises(script.Refused, match=message):
            check(text)
    assert script.data_sets_of(script.TaskSpec("mmlu", 5), known) == {"lighteval/mmlu"}
