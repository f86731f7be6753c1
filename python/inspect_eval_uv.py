# /// script
# requires-python = ">=3.11,<3.13"
# dependencies = [
#   "inspect-ai==0.3.285",
#   "inspect-evals==0.26.0",
#   "openai>=3.1",
# ]
#
# [tool.uv]
# exclude-newer = "2026-11-20T00:00:00Z"
# ///
"""Evaluates a model with inspect through inference providers, and writes its scores as JSON; usage is paid."""

import sys

from common.hub import check_provider
from common.inspect_runs import Inspect
from common.model import Model
from common.options import Options
from common.run import run_script
from common.stop import Refused

EXAMPLES = """examples:
  uv run inspect_eval_uv.py --model org/name --tasks gsm8k --limit 10
  uv run inspect_eval_uv.py --model org/name --provider together --tasks "gpqa_diamond,mmlu|5"
  uv run inspect_eval_uv.py --model mockllm/model --tasks sums --custom-tasks sums.py    (no model: tries a task)

the token comes from HF_TOKEN or `hf auth login` and must be allowed to call inference providers.
exit status: 0 done, 1 failed, 2 not started."""

LOADED_THERE = "the provider has loaded the model"
IGNORED = {
    "revision": "providers do not say which commit they serve",
    "max_model_len": LOADED_THERE,
    "dtype": LOADED_THERE,
    "tensor_parallel_size": LOADED_THERE,
    "gpu_memory_utilization": LOADED_THERE,
    "trust_remote_code": LOADED_THERE,
    "apply_chat_template": "providers always apply the model's own",
}


def model_arguments(options: Options, model: Model) -> list[str]:
    """inspect's arguments for its `hf-inference-providers` provider."""
    if model.source == "mock":
        return ["--model", model.location]
    choice = f":{options.provider}" if options.provider else ""
    return ["--model", f"hf-inference-providers/{model.location}{choice}"]


def check_service(options: Options, model: Model) -> None:
    """Refuses models that no provider serves."""
    if model.source in ("folder", "server"):
        raise Refused(f"Providers serve models of the Hub; take inspect_vllm_uv.py for {options.model}.")
    if model.source == "provider":
        check_provider(options)


if __name__ == "__main__":
    sys.exit(run_script(Inspect("inference-providers", model_arguments, check_service, IGNORED), __doc__, EXAMPLES))
