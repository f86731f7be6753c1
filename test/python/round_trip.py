# /// script
# requires-python = ">=3.10"
# dependencies = ["huggingface-hub==2.0.0"]
# ///
"""Loads and saves every card of a folder as the Hub's Python tools do, and prints what they keep of its results."""

import json
import re
import sys
from pathlib import Path

from huggingface_hub import EvalResult, ModelCard

SHOTS = re.compile(r"\s*\((\d+)-shot\)$")


def claim(result: EvalResult) -> dict:
    """Who claims what: a metric's own name and arguments count before those of its result."""
    args = result.metric_args or result.dataset_args or {}
    return {
        "name": SHOTS.sub("", result.dataset_name),
        "dataset": result.dataset_type,
        "split": result.dataset_split,
        "shots": args.get("num_few_shot"),
        "metric": result.metric_type,
        "value": result.metric_value,
        "source": [result.source_url, result.source_name],
    }


def main(folder: Path) -> None:
    for path in sorted(folder.glob("*.md")):
        loaded = ModelCard.load(path)
        before = [claim(result) for result in loaded.data.eval_results or []]
        loaded.save(path)
        saved = ModelCard.load(path)
        after = [claim(result) for result in saved.data.eval_results or []]
        line = {"card": path.name, "model": saved.data.model_name, "loaded": before, "saved": after}
        print(json.dumps(line, ensure_ascii=False))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
