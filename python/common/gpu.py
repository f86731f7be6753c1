"""The GPUs of this machine, as the backend itself sees them."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from common.child import report_of
from common.model import GIB
from common.options import Options
from common.stop import Refused

# vLLM's own share, where none was asked for.
SHARE = 0.9

VLLM_REPORT = """
import json
from vllm.platforms import current_platform as platform
gpus = []
if platform.is_cuda_alike():
    import torch
    for index in range(torch.cuda.device_count()):
        free, total = torch.cuda.mem_get_info(index)
        capability = list(torch.cuda.get_device_capability(index))
        gpus.append({"name": torch.cuda.get_device_name(index), "capability": capability, "free": free, "total": total})
print(json.dumps({"device": platform.device_type or "", "gpus": gpus}))
"""

TORCH_REPORT = """
import torch
print("gpu" if torch.cuda.is_available() or torch.backends.mps.is_available() else "cpu")
"""


@dataclass(frozen=True)
class Gpu:
    """One GPU; memory in bytes."""

    name: str
    capability: tuple[int, int]
    free: int
    total: int


def check_vllm_device(options: Options) -> str | None:
    """Refuses a machine on which vLLM cannot start; says what a person should know of one on which it can."""
    report = json.loads(report_of(VLLM_REPORT))
    if report["device"] == "cpu":
        return "This is vLLM's CPU build: it runs without a GPU and takes much longer."
    gpus = [Gpu(**{**gpu, "capability": tuple(gpu["capability"])}) for gpu in report["gpus"]]
    if problem := gpu_problem(gpus, options):
        raise Refused(problem)
    return None


def note_torch_device() -> str | None:
    """Says where no GPU is found; the transformers library runs without one."""
    return (
        None
        if report_of(TORCH_REPORT) == "gpu"
        else "No GPU was found: the model runs on the processor, which takes much longer."
    )


def gpu_problem(gpus: Sequence[Gpu], options: Options) -> str | None:
    """Why vLLM cannot run on these GPUs, with what would help."""
    if not gpus:
        return (
            "vLLM sees no GPU; run on a machine with an NVIDIA GPU or on HF Jobs, "
            "or evaluate with inspect_hf_uv.py or lighteval_accelerate_uv.py."
        )
    wanted = options.tensor_parallel_size
    if wanted > len(gpus):
        return f"{wanted} GPUs were asked for and {len(gpus)} found; lower --tensor-parallel-size to {len(gpus)}."
    share = options.gpu_memory_utilization or SHARE
    for gpu in gpus[:wanted]:
        if options.dtype == "bfloat16" and gpu.capability < (8, 0):
            return f"The {gpu.name} cannot calculate in bfloat16; run again with --dtype float16."
        if gpu.free < share * gpu.total:
            fitting = int(gpu.free / gpu.total * 100) / 100
            return (
                f"Another program uses the {gpu.name}, {gpu.free / GIB:.1f} of {gpu.total / GIB:.1f} GiB are free; "
                f"end it, or set --gpu-memory-utilization {fitting:.2f}."
            )
    return None
