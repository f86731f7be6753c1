"""Failures of the frameworks, each with the sentence that it gets.

The texts in failures/ were recorded where the failure can be had on a machine without a GPU; those of GPUs, drivers and
accounts hold the messages as the projects' issues quote them.
"""

import re

import pytest

from scripts import HERE, load

shared = load("inspect_hf_uv")

SENTENCES = {
    "attention-heads": "3 GPUs cannot share the model's 2 attention heads evenly; choose a --tensor-parallel-size that divides 2.",
    "bfloat16": "This GPU cannot calculate in bfloat16; run again with --dtype float16.",
    "custom-code": "The model brings Python code of its own; read it, and run again with --trust-remote-code",
    "data-set-gated": "Access is gated; accept the terms at https://huggingface.co/datasets/acme/sums, and log in",
    "data-set-missing": "A dataset of the task was removed, renamed or is private",
    "data-set-script": "The task's dataset is a script (anvil_sums.py), which the datasets library no longer runs",
    "disk-full": "The disk is full; free some room, or set HF_HOME and UV_CACHE_DIR",
    "docker-missing": "The task runs code in Docker, which is not there; start Docker",
    "gpu-in-use": "Another program uses the GPU, 12.18 of 23.56 GiB are free; end it, or lower --gpu-memory-utilization.",
    "gpu-out-of-memory": "The GPU has too little memory for this run; lower --max-model-len, --max-num-seqs or --batch-size",
    "hub-2": "lighteval 0.13.0 does not run with huggingface_hub 2",
    "inspect-unknown-task": "inspect found no task of that name",
    "job-timeout": "The job ran into its time limit; submit it again with a longer --timeout, or set --limit.",
    "lighteval-unknown-task": 'lighteval has no task "gsm9k"; write task|shots',
    "model-gated": "Access is gated; accept the terms at https://huggingface.co/acme/anvil, and log in",
    "model-missing": "The model is not on the Hub, or it is private; check its name",
    "no-chat-template": "The model has no chat template, as base models do not; run again with --apply-chat-template no.",
    "no-connection": "A server could not be reached; check the connection, or use --offline",
    "no-credits": "The account has no credits left; add some at https://huggingface.co/settings/billing.",
    "no-driver": "There is no GPU to be seen; run on a machine with an NVIDIA GPU or on HF Jobs",
    "no-memory-for-cache": "The model leaves no GPU memory for its answers; raise --gpu-memory-utilization",
    "no-nvcc": "vLLM compiles for this GPU and finds no CUDA toolkit; install it, or run in the image vllm/vllm-openai.",
    "no-python-headers": "vLLM compiles and finds no headers of Python; run with `uv run --managed-python`",
    "old-driver": "The NVIDIA driver is too old for this version of CUDA; update the driver to 580 or later",
    "other-cuda": "vLLM was built for another version of CUDA than this machine has; update the driver to 580",
    "packages-clash": "uv found no set of packages that fit together",
    "provider-without-token": "Inference providers need a token; log in with `hf auth login` or set HF_TOKEN.",
    "server-ended": "vLLM's server ended by itself; the reason stands further up in the log.",
    "server-late": "vLLM's server took too long to start; run again, as what it has downloaded is kept.",
    "token-refused": "The token was not accepted; make a new one at https://huggingface.co/settings/tokens and set HF_TOKEN.",
    "transformers-unknown-architecture": "This version of transformers does not know the model's architecture",
    "vllm-unknown-architecture": "This version of vLLM does not know the architecture Anvil9ForCausalLM; evaluate with",
    "vllm-old-tokenizer": "This version of vLLM cannot read the model's tokenizer; evaluate with inspect_vllm_uv.py",
    "xxhash-4": "lighteval 0.13.0 does not run with xxhash 4",
}


def recorded(name: str) -> list[str]:
    return (HERE / "failures" / f"{name}.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("name", sorted(path.stem for path in (HERE / "failures").glob("*.txt")))
def test_a_recorded_failure_gets_its_sentence(name: str) -> None:
    explanation = shared.explain(recorded(name))
    assert explanation.sentence.startswith(SENTENCES[name])
    assert explanation.line in [line.strip() for line in recorded(name)]


def test_at_least_25_failures_are_recorded() -> None:
    assert len(SENTENCES) >= 25
    assert sorted(SENTENCES) == sorted(path.stem for path in (HERE / "failures").glob("*.txt"))
    assert len(set(SENTENCES.values())) == len(SENTENCES)


def test_a_cause_far_above_its_consequence_is_found() -> None:
    lines = [*recorded("no-nvcc")[:1], *["  at a line of a long traceback"] * 900, "Engine core initialization failed."]
    assert shared.explain(lines).sentence.startswith("vLLM compiles for this GPU")
    assert shared.explain(lines[1:]).sentence.startswith("vLLM's engine did not start")


def test_an_old_message_that_was_survived_is_not_the_reason() -> None:
    lines = [*recorded("no-connection"), *["a line"] * 300, *recorded("disk-full")]
    assert shared.explain(lines).sentence.startswith("The disk is full")


def test_what_is_not_known_shows_the_last_line() -> None:
    explanation = shared.explain(["Traceback", "AnvilError: too heavy", "", "  "])
    assert explanation.sentence == "The evaluation failed for a reason that is not known here; the log tells more."
    assert explanation.line == "AnvilError: too heavy"
    assert shared.explain([]).line is None


@pytest.mark.parametrize(("pattern", "sentence"), shared.KNOWN)
def test_every_sentence_can_be_filled_in(pattern: str, sentence: str) -> None:
    groups = re.compile(pattern).groups
    assert sentence.format(*["x"] * groups).endswith(".")
    assert ";" in sentence or "," in sentence
