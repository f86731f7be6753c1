"""Tasks of lighteval with data of their own, in the folder that SUMS names."""

import os

from lighteval.metrics.metrics import Metrics
from lighteval.tasks.lighteval_task import LightevalTaskConfig
from lighteval.tasks.requests import Doc


def prompt(line: dict, task_name: str) -> Doc:
    return Doc(task_name=task_name, query=f"{line['question']} = ", choices=line["choices"], gold_index=line["gold"])


def sums(name: str, metric: Metrics) -> LightevalTaskConfig:
    return LightevalTaskConfig(
        name=name,
        prompt_function=prompt,
        hf_repo=os.environ["SUMS"],
        hf_subset="default",
        hf_avail_splits=["test"],
        evaluation_splits=["test"],
        few_shots_split="test",
        few_shots_select="sequential",
        metrics=[metric],
        generation_size=4,
        stop_sequence=["\n"],
        version=0,
    )


TASKS_TABLE = [
    sums("sums:chosen", Metrics.loglikelihood_acc),
    sums("sums:written", Metrics.exact_match),
]
