"""Checks the arguments of lighteval_vllm_uv.py against lighteval and vLLM themselves; runs beside them.

python vllm_arguments.py SCRIPT MODEL
"""

import dataclasses
import importlib.util
import sys

from lighteval.models.vllm.vllm_model import VLLMModelConfig
from vllm import EngineArgs

ALL = {
    "max_model_len": 256,
    "dtype": "float32",
    "tensor_parallel_size": 2,
    "gpu_memory_utilization": 0.8,
    "max_num_seqs": 16,
    "apply_chat_template": "no",
    "trust_remote_code": True,
    "seed": 7,
    "temperature": 0.6,
    "top_p": 0.9,
    "top_k": 40,
    "max_new_tokens": 512,
    "system_prompt": "Be brief, please.",
}

path, folder = sys.argv[1:]
spec = importlib.util.spec_from_file_location("script", path)
assert spec is not None and spec.loader is not None
script = importlib.util.module_from_spec(spec)
sys.modules["script"] = script
spec.loader.exec_module(script)

model = script.Model("org/name", folder, "hub", "0" * 40)
parameters = script.parameters(script.Options(folder, (), **ALL), model)
# It forbids fields that it does not know.
config = VLLMModelConfig(**parameters)
for name, value in parameters.items():
    if name != "generation_parameters":
        assert getattr(config, name) == value, name
for name, value in parameters["generation_parameters"].items():
    assert getattr(config.generation_parameters, name) == value, name

# lighteval hands these on to vLLM by these names.
handed_on = {
    "model": config.model_name,
    "revision": config.revision,
    "dtype": config.dtype,
    "trust_remote_code": config.trust_remote_code,
    "tensor_parallel_size": config.tensor_parallel_size,
    "gpu_memory_utilization": config.gpu_memory_utilization,
    "max_model_len": config.max_model_length,
    "max_num_seqs": config.max_num_seqs,
    "seed": config.seed,
    "swap_space": config.swap_space,
}
assert handed_on.keys() <= {field.name for field in dataclasses.fields(EngineArgs)}
EngineArgs(**handed_on)
print("The arguments fit.")
