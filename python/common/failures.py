"""What is known of failures: one sentence with the next step for each error string of the frameworks."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

LAST_LINES = 200

SMALLER = "lower --max-model-len, --max-num-seqs or --batch-size, or take a GPU with more memory"
DRIVER = "update the driver to 580 or later, or run on HF Jobs, where it fits."

# The cause of a failure stands before its consequences: where several match, the first one here speaks.
KNOWN: tuple[tuple[str, str], ...] = (
    (
        r"To serve at least one request with the model'?s max(?:imum)? seq(?:uence)? len(?:gth)? \((\d+)\).*?"
        r"estimated maximum model length is (\d+)",
        "A request of {0} tokens does not fit into the GPU's memory; run again with --max-model-len {1}.",
    ),
    (
        r"max seq len \((\d+)\).*?(?:KV cache|larger than)",
        "A request of {0} tokens does not fit into the GPU's memory; lower --max-model-len.",
    ),
    (
        r"Free memory on device \S+ \(([\d.]+)/([\d.]+) GiB\) on startup is less than desired GPU memory utilization",
        "Another program uses the GPU, {0} of {1} GiB are free; end it, or lower --gpu-memory-utilization.",
    ),
    (
        r"No available memory for the cache blocks",
        "The model leaves no GPU memory for its answers; raise --gpu-memory-utilization, or take a smaller model.",
    ),
    (
        r"torch\.(?:cuda\.)?OutOfMemoryError|CUDA out of memory|CUDA error: out of memory",
        f"The GPU has too little memory for this run; {SMALLER}.",
    ),
    (
        r"^The program was killed by the system\.$",
        "The system killed the run, most likely for want of memory; lower --batch-size, or take a machine with more.",
    ),
    (
        r"Bfloat16 is only supported on GPUs with compute capability of at least",
        "This GPU cannot calculate in bfloat16; run again with --dtype float16.",
    ),
    (
        r"Model architectures \[?'?([\w', ]+?)'?\]? (?:are not supported|failed to be inspected)",
        "This version of vLLM does not know the architecture {0}; evaluate with inspect_hf_uv.py or "
        "lighteval_accelerate_uv.py instead.",
    ),
    (
        r"model type `?(\w+)`? but Transformers does not recognize this architecture|does not recognize this architecture",
        "This version of transformers does not know the model's architecture; evaluate with inspect_vllm_uv.py or "
        "inspect_hf_uv.py, which are newer.",
    ),
    (
        r"Failed to load the tokenizer\. If the tokenizer is a custom tokenizer",
        "This version of vLLM cannot read the model's tokenizer; evaluate with inspect_vllm_uv.py or "
        "lighteval_accelerate_uv.py instead.",
    ),
    (
        r"default chat template is no longer allowed|tokenizer\.chat_template is not set",
        "The model has no chat template, as base models do not; run again with --apply-chat-template no.",
    ),
    (
        r"Total number of attention heads \((\d+)\) must be divisible by tensor parallel size \((\d+)\)",
        "{1} GPUs cannot share the model's {0} attention heads evenly; choose a --tensor-parallel-size that divides {0}.",
    ),
    (
        r"Unsupported CPU attention configuration: head_dim=(\d+)",
        "vLLM's CPU build cannot run a model with a head size of {0}; evaluate with inspect_hf_uv.py instead.",
    ),
    (
        r"contains custom code which must be executed|trust_remote_code=True",
        "The model brings Python code of its own; read it, and run again with --trust-remote-code if you trust it.",
    ),
    (
        r"Dataset scripts are no longer supported, but found (\S+\.py)",
        "The task's dataset is a script ({0}), which the datasets library no longer runs; choose another task.",
    ),
    (
        r"(?:is restricted|is a gated dataset)[^\n]*? Visit (?:the dataset page at )?(https?://\S+?) to ask for access",
        "Access is gated; accept the terms at {0}, and log in with `hf auth login` or set HF_TOKEN.",
    ),
    (
        r"GatedRepoError|Cannot access gated repo|is a gated dataset|403 .*gated",
        "The model or a dataset is gated; accept its terms on its page of the Hub, and log in with `hf auth login`.",
    ),
    (
        r"DatasetNotFoundError|Dataset '\S+' doesn't exist on the Hub or cannot be accessed",
        "A dataset of the task was removed, renamed or is private; choose another task, or check the access of HF_TOKEN.",
    ),
    (
        r"401 Client Error|Invalid (?:username or password|credentials|user token)|Error code: 401",
        "The token was not accepted; make a new one at https://huggingface.co/settings/tokens and set HF_TOKEN.",
    ),
    (
        r"402 Payment Required|Error code: 402|402 Client Error|(?:exceeded your monthly included|Pre-paid) credit",
        "The account has no credits left; add some at https://huggingface.co/settings/billing.",
    ),
    (
        r"sufficient permissions to call Inference Providers|inference\.serverless\.write",
        "The token may not call inference providers; make one with that permission at "
        "https://huggingface.co/settings/tokens.",
    ),
    (
        r"is not supported by any provider|model_not_supported|not supported by provider",
        "No inference provider that may be used serves this model; choose another --provider, or run it on a GPU.",
    ),
    (
        r"No HF_TOKEN defined in the environment",
        "Inference providers need a token; log in with `hf auth login` or set HF_TOKEN.",
    ),
    (
        r"Error code: 429|429 Too Many Requests|429 Client Error",
        "Too many requests were sent; wait a few minutes, or lower --batch-size.",
    ),
    (
        r"RepositoryNotFoundError|404 Client Error|is not a local folder and is not a valid model identifier",
        "The model is not on the Hub, or it is private; check its name, and that HF_TOKEN has access.",
    ),
    (
        r"Cannot find task (\S+) in task list",
        'lighteval has no task "{0}"; write task|shots with a name of its list, such as gsm8k|5.',
    ),
    (
        r"No inspect tasks were found",
        "inspect found no task of that name; name one of inspect_evals, or give the file with --custom-tasks.",
    ),
    (
        r"Strings must be encoded before hashing",
        "lighteval 0.13.0 does not run with xxhash 4; run the script as it is, which asks for xxhash<4.",
    ),
    (
        r"list_models\(\) got an unexpected keyword argument",
        "lighteval 0.13.0 does not run with huggingface_hub 2; run the script as it is, which asks for an older one.",
    ),
    (
        r"Could not find nvcc|nvcc: not found",
        "vLLM compiles for this GPU and finds no CUDA toolkit; install it, or run in the image vllm/vllm-openai.",
    ),
    (
        r"Python\.h: No such file",
        "vLLM compiles and finds no headers of Python; run with `uv run --managed-python`, which brings them.",
    ),
    (
        r"libcudart\.so\.(\d+)|libcublas\.so\.(\d+)",
        f"vLLM was built for another version of CUDA than this machine has; {DRIVER}",
    ),
    (
        r"CUDA driver version is insufficient|NVIDIA driver on your system is too old|Driver/library version mismatch",
        f"The NVIDIA driver is too old for this version of CUDA; {DRIVER}",
    ),
    (
        r"version `?GLIBC(?:XX)?_[\d.]+'? not found",
        "This system's C++ library is too old for this build of vLLM; run in the image vllm/vllm-openai or on HF Jobs.",
    ),
    (
        r"Failed to infer device type|No CUDA GPUs are available|Found no NVIDIA driver|device string must not be empty",
        "There is no GPU to be seen; run on a machine with an NVIDIA GPU or on HF Jobs, or take inspect_hf_uv.py.",
    ),
    (
        r"Could not connect to (?:docker|the docker)|docker compose|Cannot connect to the Docker daemon|"
        r"Docker (?:sandbox|is not installed|Engine)",
        "The task runs code in Docker, which is not there; start Docker, or allow the code to run on this machine "
        "with --allow-local-code-execution.",
    ),
    (
        r"No space left on device|Disk quota exceeded",
        "The disk is full; free some room, or set HF_HOME and UV_CACHE_DIR to a larger disk.",
    ),
    (
        r"No module named '([\w.]+)'",
        "The Python package {0} is missing; if the task needs it, add it with `uv run --with PACKAGE`.",
    ),
    (
        r"No solution found when resolving|Because .+ depends on",
        "uv found no set of packages that fit together; run the script without --with, or remove what was added.",
    ),
    (
        r"Job timeout|Job timed out|exceeded its timeout",
        "The job ran into its time limit; submit it again with a longer --timeout, or set --limit.",
    ),
    (
        r"Please check your connection and try again|Failed to resolve|Name or service not known|Temporary failure in name resolution|Max retries exceeded|"
        r"couldn't connect to|ConnectionError|Connection refused",
        "A server could not be reached; check the connection, or use --offline where everything was downloaded before.",
    ),
    (
        r"Server did not become ready within timeout",
        "vLLM's server took too long to start; run again, as what it has downloaded is kept.",
    ),
    (
        r"Server process exited unexpectedly(?: with code (-?\d+))?",
        "vLLM's server ended by itself; the reason stands further up in the log.",
    ),
    (
        r"Engine core initialization failed|EngineDeadError|EngineCore encountered an issue",
        "vLLM's engine did not start; the reason stands further up in the log.",
    ),
)


@dataclass(frozen=True)
class Explanation:
    """One sentence with the next step, and the line of the log it was told by."""

    sentence: str
    line: str | None


def explain(lines: Sequence[str]) -> Explanation:
    """Explains a failed run from the lines of its log, from the last ones where these are enough."""
    explanation = _explain("\n".join(lines[-LAST_LINES:]))
    if explanation is None or explanation.sentence.endswith("further up in the log."):
        # A consequence is often hundreds of lines of traceback away from its cause.
        explanation = _explain("\n".join(lines)) or explanation
    if explanation is not None:
        return explanation
    last = next((line for line in reversed(lines) if line.strip()), None)
    return Explanation("The evaluation failed for a reason that is not known here; the log tells more.", last)


def _explain(text: str) -> Explanation | None:
    for pattern, sentence in KNOWN:
        matches = list(re.finditer(pattern, text, re.IGNORECASE | re.MULTILINE))
        if not matches:
            continue
        # A traceback shows the line of code that makes a message before the message itself.
        found = matches[-1]
        groups = [group for group in found.groups() if group is not None]
        start = text.rfind("\n", 0, found.start()) + 1
        line = text[start:].split("\n", 1)[0].strip()
        return Explanation(sentence.format(*groups), line)
    return None
