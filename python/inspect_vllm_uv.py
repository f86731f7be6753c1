# /// script
# requires-python = ">=3.11,<3.13"
# dependencies = [
#   "inspect-ai==0.3.285",
#   "inspect-evals==0.26.0",
#   "openai>=3.1",
#   "vllm==0.32.0",
# ]
#
# [tool.uv]
# exclude-newer = "2026-11-20T00:00:00Z"
# ///
"""Evaluates a model with inspect on vLLM, started here or running already, and writes its scores as JSON."""

import sys

from common.gpu import check_vllm_device
from common.inspect_runs import Inspect, chat_template_argument, inspect_model_arguments
from common.model import Model
from common.options import Options
from common.run import run_script
from common.stop import Refused

EXAMPLES = """examples:
  uv run inspect_vllm_uv.py --model org/name --tasks gsm8k --limit 10
  uv run inspect_vllm_uv.py --model org/name --tasks "mmlu|5,gsm8k" --max-model-len 8192 --tensor-parallel-size 2
  uv run inspect_vllm_uv.py --model http://127.0.0.1:8000 --tasks ifeval

the token comes from HF_TOKEN or `hf auth login`, a server's key from VLLM_API_KEY.
exit status: 0 done, 1 failed, 2 not started."""

IGNORED = {"batch_size": "vLLM forms its batches itself; --max-num-seqs bounds them"}

# vLLM's server downloads the model before it answers.
SECONDS_TO_START = 3600


def model_arguments(options: Options, model: Model) -> list[str]:
    """inspect's arguments for its `vllm` provider."""
    if model.source == "server":
        return ["--model", f"vllm/{model.name}", "--model-base-url", f"{model.location}/v1"]
    values = {
        "host": "127.0.0.1",
        "timeout": SECONDS_TO_START,
        "revision": model.revision,
        "tokenizer_revision": model.revision,
        "dtype": options.dtype,
        "max_model_len": options.max_model_len,
        "tensor_parallel_size": options.tensor_parallel_size,
        "gpu_memory_utilization": options.gpu_memory_utilization,
        "max_num_seqs": options.max_num_seqs,
        "seed": options.seed,
        "trust_remote_code": options.trust_remote_code or None,
        "use_chat_template": chat_template_argument(options),
    }
    return ["--model", f"vllm/{model.location}", *inspect_model_arguments(values)]


def check_device(options: Options, model: Model) -> str | None:
    """Refuses a machine on which vLLM cannot start; a server that runs already is on another one, perhaps."""
    if model.source == "mock":
        raise Refused(f"{options.model} is no model to load; take inspect_eval_uv.py to try a task without one.")
    return None if model.source == "server" else check_vllm_device(options)


if __name__ == "__main__":
    sys.exit(run_script(Inspect("vllm", model_arguments, check_device, IGNORED), __doc__, EXAMPLES))
