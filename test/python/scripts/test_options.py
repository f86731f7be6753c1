"""What the scripts read from their command line."""

import pytest

from scripts import NAMES, load

shared = load("inspect_hf_uv")


def read(*arguments: str):
    return shared.read_options("about", "examples", ["--model", "org/name", "--tasks", "gsm8k", *arguments])


@pytest.mark.parametrize(
    ("text", "name", "shots"),
    [
        ("gsm8k", "gsm8k", None),
        ("gsm8k|5", "gsm8k", 5),
        (" leaderboard | gsm8k | 5 ", "gsm8k", 5),
        ("leaderboard|gsm8k|5", "gsm8k", 5),
        ("leaderboard|gsm8k|5|0", "gsm8k", 5),
        ("lighteval|arc:challenge|25|1", "arc:challenge", 25),
        ("math_500@n=4|0", "math_500@n=4", 0),
        ("hf/org/data@main/task", "hf/org/data@main/task", None),
    ],
)
def test_every_way_to_write_a_task(text: str, name: str, shots: int | None) -> None:
    assert shared.parse_tasks(text) == (shared.TaskSpec(name, shots),)


def test_tasks_are_separated_by_commas_and_counted_once() -> None:
    assert shared.parse_tasks(" a|1, b ,a|1,") == (shared.TaskSpec("a", 1), shared.TaskSpec("b"))


@pytest.mark.parametrize("text", ["", ",", "|5", "gsm8k|five", "a|b|c|d|e", "gsm8k|-1", "suite||5", "suite|gsm8k|5|7"])
def test_what_is_no_task_is_refused_in_a_sentence(text: str) -> None:
    with pytest.raises(shared.Refused, match=r"(?:no task|No task was named).*such as gsm8k"):
        shared.parse_tasks(text)


def test_a_token_is_never_an_argument_and_is_not_repeated() -> None:
    with pytest.raises(shared.Refused) as refusal:
        read("--system-prompt", "hf_" + "a" * 34)
    assert "set HF_TOKEN" in str(refusal.value)
    assert "aaaa" not in str(refusal.value)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--limit", "0"], "Argument --limit: 0 is no number from 1 on; --help tells all options."),
        (["--limit", "ten"], 'Argument --limit: "ten" is no whole number; --help tells all options.'),
        (["--limit"], "Argument --limit: expected one argument; --help tells all options."),
        (["--gpu-memory-utilization", "1.5"], "Argument --gpu-memory-utilization: 1.5 is no number above 0 and up to 1"),
        (["--temperature", "-1"], "Argument --temperature: -1 is no number from 0 on"),
        (["--temperature", "nan"], "Argument --temperature: nan is no number from 0 on"),
        (["--top-p", "half"], 'Argument --top-p: "half" is no number;'),
        (["--seed", "-1"], "Argument --seed: -1 is no number from 0 to 4294967295"),
        (["--apply-chat-template", "maybe"], "Argument --apply-chat-template: invalid choice: 'maybe'"),
        (["--max-model", "5"], "Unrecognized arguments: --max-model 5; --help tells all options."),
        (["--provider", "together"], "Unrecognized arguments: --provider together"),
        (["--tasks", "mmlu"], "--tasks was given twice; give it once, with commas between the tasks."),
        (["--model=org/other"], "--model was given twice; start a run for each model."),
        (["--limit", "1", "--limit", "2"], "--limit was given twice; give it once."),
    ],
)
def test_bad_command_lines_are_refused_in_a_sentence(arguments: list[str], sentence: str) -> None:
    with pytest.raises(shared.Refused) as refusal:
        read(*arguments)
    assert str(refusal.value).startswith(sentence)


def test_missing_files_and_folders_are_refused() -> None:
    with pytest.raises(shared.Refused, match=r"There is no file nothing\.py"):
        read("--custom-tasks", "nothing.py")
    with pytest.raises(shared.Refused, match=r"There is no folder \./nothing"):
        shared.read_options("", "", ["--model", "./nothing", "--tasks", "a"])


def test_a_password_is_no_part_of_an_address() -> None:
    with pytest.raises(shared.Refused, match="set VLLM_API_KEY instead") as refusal:
        shared.read_options("", "", ["--model", "http://me:anvil@127.0.0.1:8000", "--tasks", "a"])
    assert "anvil" not in str(refusal.value)


def test_settings_hold_what_was_given_and_no_path() -> None:
    options = read("--limit", "10", "--temperature", "0.5", "--output-dir", "/somewhere", "--apply-chat-template", "no")
    assert shared.given_settings(options) == {"limit": 10, "temperature": 0.5, "apply_chat_template": "no"}


@pytest.mark.parametrize("name", NAMES)
def test_every_script_helps_with_all_options_and_examples(name: str, capsys: pytest.CaptureFixture) -> None:
    script = load(name)
    with pytest.raises(SystemExit) as end:
        script.read_options(script.__doc__, script.EXAMPLES, ["--help"], with_provider=name == "inspect_eval_uv")
    assert end.value.code == 0
    text = capsys.readouterr().out
    for option in (
        "model tasks revision limit max-model-len dtype tensor-parallel-size gpu-memory-utilization max-num-seqs "
        "batch-size apply-chat-template trust-remote-code seed temperature top-p top-k max-new-tokens system-prompt "
        "custom-tasks offline output-dir allow-local-code-execution"
    ).split():
        assert f"--{option} " in text or f"--{option}\n" in text, option
    assert ("--provider " in text) == (name == "inspect_eval_uv")
    assert text.count(f"uv run {name}.py --model ") >= 2


def test_near_names_come_first() -> None:
    known = ["gsm8k", "gsm_plus", "arc:challenge", "arc:easy", "mmlu", "math_500"]
    assert shared.nearest("gsmk8", known)[0] == "gsm8k"
    assert shared.nearest("ARC-Challenge", known)[0] == "arc:challenge"
    assert shared.nearest("math", known) == ["math_500"]
    with pytest.raises(shared.Refused, match='lighteval has no task "gsm8"; the nearest: gsm8k.'):
        shared.require_known(["gsm8"], known, "lighteval")
