# /// script
# requires-python = ">=3.11,<3.13"
# dependencies = [
#   "lighteval[extended_tasks]==0.13.0",
#   "xxhash<4",
#   "huggingface-hub<2",
# ]
#
# [tool.uv]
# exclude-newer = "2026-11-20T00:00:00Z"
# ///
"""Evaluates a model with lighteval on the transformers library, and writes its scores as JSON."""

import sys

from common.gpu import note_torch_device
from common.lighteval_runs import Lighteval, lighteval_parameters
from common.model import Model
from common.options import Options
from common.run import run_script

EXAMPLES = """examples:
  uv run lighteval_accelerate_uv.py --model org/name --tasks "gsm8k|5" --limit 10
  uv run lighteval_accelerate_uv.py --model org/name --tasks "mmlu|5,arc_challenge|25" --batch-size 8
  uv run lighteval_accelerate_uv.py --model ./my-model --tasks "sums|0" --custom-tasks sums.py --offline

the token comes from HF_TOKEN or `hf auth login`. exit status: 0 done, 1 failed, 2 not started."""

IGNORED = {
    "gpu_memory_utilization": "it is an option of vLLM",
    "max_num_seqs": "it is an option of vLLM; --batch-size does the same here",
    "seed": "lighteval's transformers backend has a fixed seed",
}


def parameters(options: Options, model: Model) -> dict[str, object]:
    """The fields of lighteval's TransformersModelConfig."""
    return lighteval_parameters(
        options,
        model,
        batch_size=options.batch_size,
        max_length=options.max_model_len,
        model_parallel=True if options.tensor_parallel_size > 1 else None,
    )


if __name__ == "__main__":
    backend = Lighteval("accelerate", parameters, lambda _options: note_torch_device(), IGNORED)
    sys.exit(run_script(backend, __doc__, EXAMPLES))
