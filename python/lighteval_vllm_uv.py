# /// script
# requires-python = ">=3.11,<3.13"
# dependencies = [
#   "lighteval[vllm,extended_tasks]==0.13.0",
#   "vllm==0.10.1.1",
#   "transformers==4.56.2",
#   "tokenizers==0.22.1",
#   "xxhash<4",
#   "huggingface-hub<1",
# ]
#
# [tool.uv]
# exclude-newer = "2026-11-20T00:00:00Z"
# ///
"""Evaluates a model with lighteval on vLLM, and writes its scores as JSON; knows architectures up to August 2025."""

import sys

from common.gpu import check_vllm_device
from common.lighteval_runs import Lighteval, lighteval_parameters
from common.model import Model
from common.options import Options
from common.run import run_script

EXAMPLES = """examples:
  uv run lighteval_vllm_uv.py --model org/name --tasks "gsm8k|5" --limit 10
  uv run lighteval_vllm_uv.py --model org/name --tasks "mmlu|5" --max-model-len 4096 --tensor-parallel-size 2
  uv run lighteval_vllm_uv.py --model ./my-model --tasks "sums|0" --custom-tasks sums.py --offline

the token comes from HF_TOKEN or `hf auth login`. exit status: 0 done, 1 failed, 2 not started."""

IGNORED = {"batch_size": "vLLM forms its batches itself; --max-num-seqs bounds them"}


def parameters(options: Options, model: Model) -> dict[str, object]:
    """The fields of lighteval's VLLMModelConfig."""
    return lighteval_parameters(
        options,
        model,
        max_model_length=options.max_model_len,
        tensor_parallel_size=options.tensor_parallel_size,
        gpu_memory_utilization=options.gpu_memory_utilization,
        max_num_seqs=options.max_num_seqs,
        seed=options.seed,
    )


if __name__ == "__main__":
    sys.exit(run_script(Lighteval("vllm", parameters, check_vllm_device, IGNORED), __doc__, EXAMPLES))
