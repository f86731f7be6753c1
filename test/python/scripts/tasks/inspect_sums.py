"""A task of inspect with data of its own."""

import asyncio
import os
from pathlib import Path

from inspect_ai import Task, task
from inspect_ai.dataset import MemoryDataset, Sample
from inspect_ai.model import ModelOutput, ModelUsage, get_model
from inspect_ai.scorer import includes, match
from inspect_ai.solver import generate


def samples() -> MemoryDataset:
    return MemoryDataset([Sample(input=f"{n} + 1 = ?", target=str(n + 1)) for n in range(6)], name="sums")


@task
def sums() -> Task:
    """Six sums for whatever model is asked."""
    return Task(dataset=samples(), solver=generate(), scorer=match())


@task
def half_sums() -> Task:
    """Six sums, of which any model answers the first three right: whatever it says will do."""
    named = MemoryDataset([Sample(input=f"{n} + 1 = ?", target="" if n < 3 else "no number") for n in range(6)])
    return Task(dataset=named, solver=generate(), scorer=includes())


@task
def known_sums(right: int = 4) -> Task:
    """Six sums for inspect's stand-in for a model, which knows some of the answers."""
    answers = [str(n + 1) if n < right else "no idea" for n in range(6)]
    usage = ModelUsage(input_tokens=5, output_tokens=1, total_tokens=6)
    outputs = [ModelOutput.from_content("mockllm/model", answer) for answer in answers]
    for output in outputs:
        output.usage = usage
    return Task(
        dataset=samples(), solver=generate(), scorer=match(), model=get_model("mockllm/model", custom_outputs=outputs)
    )


@task
def broken_sums() -> Task:
    """A task whose model fails as vLLM's does when its server dies."""

    def fail(*_: object) -> ModelOutput:
        raise RuntimeError("Server process exited unexpectedly with code 1")

    return Task(
        dataset=samples(), solver=generate(), scorer=match(), model=get_model("mockllm/model", custom_outputs=fail)
    )


@task
def endless_sums() -> Task:
    """A task whose model never answers, and says in a file that it was asked."""

    async def wait(*_: object) -> ModelOutput:
        Path(os.environ["ASKED"]).write_text(str(os.getpid()))
        await asyncio.sleep(3600)
        raise AssertionError

    return Task(dataset=samples(), solver=generate(), scorer=match(), model=get_model("mockllm/model", custom_outputs=wait))
