# /// script
# requires-python = ">=3.11,<3.13"
# dependencies = [
#   "inspect-ai==0.3.285",
#   "inspect-evals==0.26.0",
#   "torch",
#   "transformers",
#   "accelerate",
# ]
#
# [tool.uv]
# exclude-newer = "2026-11-20T00:00:00Z"
# ///
"""Evaluates a model with inspect on the transformers library, and writes its scores as JSON."""

import sys

from common.gpu import note_torch_device
from common.inspect_runs import Inspect, chat_template_argument, inspect_model_arguments
from common.model import Model
from common.options import Options
from common.run import run_script
from common.stop import Refused

EXAMPLES = """examples:
  uv run inspect_hf_uv.py --model org/name --tasks gsm8k --limit 10
  uv run inspect_hf_uv.py --model org/name --revision v1.0 --tasks "arc_challenge,gsm8k|5" --batch-size 16
  uv run inspect_hf_uv.py --model ./my-model --tasks sums --custom-tasks sums.py --offline

the token comes from HF_TOKEN or `hf auth login`. exit status: 0 done, 1 failed, 2 not started."""

IGNORED = {
    "max_model_len": "the transformers library takes prompts as long as the model does",
    "tensor_parallel_size": "the model is put on one GPU",
    "gpu_memory_utilization": "it is an option of vLLM",
    "max_num_seqs": "it is an option of vLLM; --batch-size does the same here",
}


def model_arguments(options: Options, model: Model) -> list[str]:
    """inspect's arguments for its `hf` provider."""
    values = {
        "torch_dtype": options.dtype,
        "batch_size": options.batch_size,
        "trust_remote_code": options.trust_remote_code or None,
        "use_chat_template": chat_template_argument(options),
        # Sampling is the provider's default, and it fails at a temperature of 0.
        "do_sample": False if options.temperature == 0 else None,
    }
    if model.source == "folder":
        return ["--model", "hf/local", *inspect_model_arguments({"model_path": model.location, **values})]
    # The provider would load the tokenizer from the main branch.
    pinned = {"revision": model.revision, "tokenizer": _tokenizer_folder(model)}
    return ["--model", f"hf/{model.location}", *inspect_model_arguments({**pinned, **values})]


def _tokenizer_folder(model: Model) -> str:
    from huggingface_hub import snapshot_download

    patterns = ["*.json", "*.txt", "*.model", "*.jinja", "*.tiktoken", "*.py"]
    return snapshot_download(model.location, revision=model.revision, allow_patterns=patterns)


def check_device(options: Options, model: Model) -> str | None:
    """Refuses what is no model to load; says where no GPU is found."""
    if model.source not in ("hub", "folder"):
        raise Refused(f"{options.model} is no model to load; take inspect_vllm_uv.py for a server.")
    if "," in model.location:
        raise Refused(f"inspect takes no folder with a comma in its path; rename {model.location}.")
    return note_torch_device()


if __name__ == "__main__":
    sys.exit(run_script(Inspect("hf", model_arguments, check_device, IGNORED), __doc__, EXAMPLES))
